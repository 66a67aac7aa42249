"""Numbers of the evidence that a test of behaviour holds a run against."""

import csv
from pathlib import Path

import cases

FACTS = Path(cases.__file__).parents[1] / "data" / "facts.csv"


def stated(source, anchor):
    """The number of the only fact of a source with that anchor."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        found = [row["value"] for row in csv.DictReader(file) if (row["source"], row["anchor"]) == (source, anchor)]
    (value,) = found
    return float(value)
