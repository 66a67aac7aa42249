"""From starting Python to the first result, beyond importing pandas: in fresh processes."""

import subprocess
import sys

from benchmarks.table import Row

TURNS, AIM = 7, 0.3
BEFORE = "import time, pandas; begin = time.perf_counter(); "
AFTER = "; print(time.perf_counter() - begin)"
FIRST = "from cases import load, names; from model import simulate; simulate(load(names()[0]))"
FIRST_MANY = ("from cases import load, names; from model import simulate_many; "
              "simulate_many(load(names()[0]), {'training': __import__('numpy').linspace(0, 20, 100)})")


def measure():
    """Return rows for the first single run and the first hundred runs."""
    one, many = _best(FIRST), _best(FIRST_MANY)
    return [
        Row("first_run", "import, load a place, first result of simulate, beyond importing pandas",
            "导入、载入一个地方、得出simulate的第一个结果（不含导入pandas）", f"{one:.3f} s", f"≤ {AIM} s", one <= AIM),
        Row("first_many", "the same with simulate_many and 100 runs", "同上，改用simulate_many运行100次", f"{many:.3f} s")]


def _best(code):
    command = [sys.executable, "-c", BEFORE + code + AFTER]
    return min(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
               for _ in range(TURNS))
