"""Prints what is wrong with the equations: ``python -m model.check [causal_map.csv]``.

Fast enough to run after every change while one designs: gaps and cycles, then
units, then the causal map.  ``--all`` prints the edges that agree as well.
"""

import sys
from pathlib import Path

import pandas

from model.equations import m
from model.map import CAUSAL_MAP, compare


def main(arguments):
    """Print the differences; return how many there are."""
    paths = [Path(argument) for argument in arguments if not argument.startswith("--")]
    table = compare(m, paths[0] if paths else CAUSAL_MAP)
    shown = table if "--all" in arguments else table[table["verdict"] != "agrees"]
    with pandas.option_context("display.width", 250, "display.max_colwidth", 120,
                               "display.max_rows", None, "display.max_columns", None):
        print(shown.drop(columns="regime").to_string(index=False, float_format="%.2f"))
    print(table["verdict"].value_counts().to_string())
    return len(table) - int((table["verdict"] == "agrees").sum())


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
