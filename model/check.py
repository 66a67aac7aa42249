"""Prints what is wrong with the equations: ``python -m model.check [causal_map.csv] [--all]``.

Fast enough to run after every change while one designs: gaps and circles stop
it with their sentences; then come units, then the causal map.  ``--all`` prints
the edges that agree as well.
"""

import sys
from pathlib import Path

import pandas

from model.equations import MODEL
from model.map import CAUSAL_MAP, compare
from model.units import unit_faults

WIDE = ("display.width", 250, "display.max_colwidth", 120, "display.max_rows", None,
        "display.max_columns", None)


def main(arguments):
    """Print the differences; return how many there are."""
    paths = [Path(argument) for argument in arguments if not argument.startswith("--")]
    faults = unit_faults(MODEL)
    print("\n".join(faults) or "units: every equation agrees")
    table = compare(MODEL, paths[0] if paths else CAUSAL_MAP)
    shown = table if "--all" in arguments else table[table["verdict"] != "agrees"]
    if len(shown):
        with pandas.option_context(*WIDE):
            print(shown.to_string(index=False, float_format="%.2f"))
    print("edges:", ", ".join(f"{count} {verdict}" for verdict, count
                              in table["verdict"].value_counts().items()))
    return len(faults) + int((table["verdict"] != "agrees").sum())


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
