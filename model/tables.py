"""The tables that name what the equations may speak of.

They stand in ``cases/_common``, for places speak of them too.  Only the build reads
them here: what a reader runs has them printed into ``model/generated``.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMON = ROOT / "cases" / "_common"


class TableError(ValueError):
    """A table of the model says something that it must not say."""


@dataclass(frozen=True)
class Name:
    """One name of the model: its kind, its unit and its bounds.

    ``kind`` is ``stock``, ``auxiliary``, ``parameter``, ``start``, ``lever`` or
    ``shock``.  ``lowest`` and ``highest`` are the hard bounds (None: no bound);
    ``low`` and ``high`` the range of uncertainty; ``value`` the common value.
    """

    name: str
    kind: str
    unit: str
    lowest: float | None = None
    highest: float | None = None
    low: float | None = None
    high: float | None = None
    value: float | None = None
    dimension: str = ""
    named: bool = False


def quantities(path=COMMON / "quantities.csv"):
    """Return {name: Name} of the stocks and auxiliaries, in the table's order.

    Raises
    ------
    TableError
        If a name stands twice.
    """
    return _named(path, lambda row: Name(
        name=row["name"], kind=row["kind"], unit=row["unit"],
        lowest=_number(row["lowest"]), highest=_number(row["highest"]),
        dimension=row["dimension"], named=row["named"] == "yes"))


def parameters(path=COMMON / "parameters.csv"):
    """Return ({name: Name} of parameters, {name: Name} of start values).

    Raises
    ------
    TableError
        If a row is of another kind.
    """
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    found = {"parameter": {}, "start": {}}
    for line, row in enumerate(rows, start=2):
        if row["kind"] not in found:
            raise TableError(f"{path.name}, line {line}: kind is {row['kind']!r}; "
                             "allowed are parameter and start.")
        found[row["kind"]][row["name"]] = Name(
            name=row["name"], kind=row["kind"], unit=row["unit"],
            **{key: _number(row[key]) for key in ("value", "low", "high", "lowest", "highest")})
    return found["parameter"], found["start"]


def levers(path=COMMON / "levers.csv"):
    """Return {name: Name} of the levers, in the table's order.

    Raises
    ------
    TableError
        If a name stands twice.
    """
    return _named(path, lambda row: Name(
        name=row["lever"], kind="lever", unit=row["unit"],
        lowest=_number(row["lowest"]), highest=_number(row["highest"])))


def shocks(path=COMMON / "shocks.csv"):
    """Return {name: Name} of the shocks, in the table's order.

    Raises
    ------
    TableError
        If a name stands twice.
    """
    return _named(path, lambda row: Name(
        name=row["shock"], kind="shock", unit=row["unit"],
        lowest=_number(row["lowest"]), highest=_number(row["highest"])))


def _named(path, make):
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    found = {}
    for line, row in enumerate(rows, start=2):
        one = make(row)
        if one.name in found:
            raise TableError(f"{path.name}, line {line}: {one.name} stands twice.")
        found[one.name] = one
    return found


def _number(text):
    return float(text) if text and text.strip() else None
