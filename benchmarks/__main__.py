"""Runs the measurements and prints one Markdown table with date and machine."""

import os
import platform
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

from benchmarks.table import markdown

HELPERS = {"__init__", "__main__", "table"}


def measurements():
    """Return the names of the modules here that measure something."""
    return sorted({path.stem for path in Path(__file__).parent.glob("*.py")} - HELPERS)


def machine():
    """Return a line that names processor, cores, system and Python."""
    cpu = Path("/proc/cpuinfo")
    model = [line.partition(":")[2].strip() for line in cpu.read_text().splitlines()
             if line.startswith("model name")] if cpu.exists() else []
    return (f"{date.today().isoformat()}, {model[0] if model else platform.processor()}, "
            f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}")


def main(wanted):
    """Print the table of the wanted measurements, or of all; return 0."""
    names = measurements()
    unknown = [name for name in wanted if name not in names]
    if unknown:
        print(f"{', '.join(unknown)} is no measurement; there are {', '.join(names)}.", file=sys.stderr)
        return 2
    rows = []
    for name in wanted or names:
        print(f"measuring {name} ...", file=sys.stderr)
        rows += import_module(f"benchmarks.{name}").measure()
    print(f"{machine()}\n\n{markdown(rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
