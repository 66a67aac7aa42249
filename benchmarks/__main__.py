"""Runs the measurements and prints one Markdown table with date and machine.

``python -m benchmarks --keep`` also writes it to ``results.json``, which the book prints.
"""

import json
import os
import platform
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

from benchmarks.table import kept, markdown

HELPERS = {"__init__", "__main__", "table"}
KEPT = Path(__file__).parent / "results.json"
KEEP = "--keep"


def measurements():
    """Return the names of the modules here that measure something."""
    return sorted({path.stem for path in Path(__file__).parent.glob("*.py")} - HELPERS)


def machine():
    """Return a phrase that names processor, cores, system and Python."""
    cpu = Path("/proc/cpuinfo")
    model = [line.partition(":")[2].strip() for line in cpu.read_text().splitlines()
             if line.startswith("model name")] if cpu.exists() else []
    return (f"{model[0] if model else platform.processor()}, {os.cpu_count()} × CPU, "
            f"{platform.system()}, Python {platform.python_version()}")


def main(asked):
    """Print the table of the wanted measurements, or of all, and keep it if asked to; return 0."""
    wanted, names = [name for name in asked if name != KEEP], measurements()
    unknown = [name for name in wanted if name not in names]
    if unknown:
        print(f"{', '.join(unknown)} is no measurement; there are {', '.join(names)}.", file=sys.stderr)
        return 2
    rows = []
    for name in wanted or names:
        print(f"measuring {name} ...", file=sys.stderr)
        rows += import_module(f"benchmarks.{name}").measure()
    today = date.today().isoformat()
    print(f"{today}, {machine()}\n\n{markdown(rows)}")
    if KEEP in asked:
        KEPT.write_text(json.dumps(kept(today, machine(), rows), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
