"""One run and 10,000 runs against PySD on our own XMILE, in the same process.

Both do the same work: 120 months at the model's step, the 28 named quantities
kept month by month, random constant plans.  The two take turns and the best
time of each counts, so that other work on the machine spoils neither; PySD's
10,000 runs are its best single run times 10,000.
"""

import tempfile
import time
import warnings
from pathlib import Path

import numpy as np

from benchmarks.table import Row
from cases import load, names
from model import simulate, simulate_many
from model.as_xmile import xmile_source
from model.equations import MODEL
from model.inputs import complete_plan

RUNS, TURNS, AIM = 10_000, 5, 2000
SHOWN = [name for name, one in MODEL.quantities.items() if one.named]


def measure():
    """Return rows for one run and for 10,000 runs."""
    import pysd

    place = load(names()[0])
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = Path(folder) / "model.xmile"
        path.write_text(xmile_source(MODEL, place, complete_plan(place)), encoding="utf-8")
        best = _turns(place, pysd.read_xmile(str(path)))
    loop = best["pysd"] * RUNS
    return [
        Row("one", "one run of 120 months, our plain Python", "我们的纯Python运行一次（120个月）", _said(best["one"])),
        Row("one_pysd", "one run of 120 months, PySD", "PySD运行一次（120个月）",
            f"{_said(best['pysd'])} ({best['pysd'] / best['one']:.0f}×)"),
        Row("many", f"{RUNS:,} runs, our NumPy", f"我们的NumPy运行{RUNS:,}次", _said(best["many"])),
        Row("many_pysd", f"{RUNS:,} runs, PySD in a loop (one run × {RUNS:,})", f"PySD循环运行{RUNS:,}次（按一次×{RUNS:,}计）", _said(loop)),
        Row("many_ratio", f"{RUNS:,} runs, NumPy against PySD", f"运行{RUNS:,}次，NumPy与PySD之比", f"{loop / best['many']:,.0f}×",
            f"≥ {AIM:,}×", loop / best["many"] >= AIM)]


def _turns(place, model):
    random, best = np.random.default_rng(0), {}
    plans = {lever.lever: random.uniform(lever.low, lever.high, RUNS) for lever in place.levers}
    for turn in range(TURNS):
        plan = {lever: float(values[turn]) for lever, values in plans.items()}
        for name, job in {
            "one": lambda: simulate(place, plan),
            "pysd": lambda: model.run(params=plan, saveper=1, return_columns=SHOWN),
            "many": lambda: simulate_many(place, plans, quantities=SHOWN),
        }.items():
            best[name] = min(best.get(name, np.inf), *(_timed(job) for _ in range(3)))
    return best


def _timed(job):
    begin = time.perf_counter()
    job()
    return time.perf_counter() - begin


def _said(seconds):
    return f"{seconds * 1000:,.1f} ms" if seconds < 1 else f"{seconds:,.2f} s"
