"""A plan that travels: what a reader changes in a place, from when, and what happens meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cases.errors import Faults
from cases.frozen import freeze
from cases.parts import Shock
from cases.place import load
from cases.rules import check_plan, check_shocks, whole

LONGEST_NAME = 80
"""Characters of a plan's name; what fits on one line of a table."""


@dataclass(frozen=True)
class Plan:
    """What someone would change in a place. Nothing in it can be changed afterwards.

    Parameters
    ----------
    place : str
        Name of the place, one of `cases.names`.
    changes : mapping, optional
        Lever to a number in the lever's unit, or to ``{month: number}`` that holds from each
        month on. What it leaves out stays the place's own.
    shocks : iterable, optional
        All that happens to the place, as `cases.check_shocks` takes it; None is the place's own.
    begins : int, optional
        Month of the run from which the changes hold. Left out, it is the first month of
        `changes` (0 where a lever is one number), or the end of the place's history where there
        are none.
    name : str, optional
        What its author calls it: one line of at most 80 characters, without < and >.
    prediction : mapping, optional
        What its author expected, as the page keeps it.

    Raises
    ------
    CaseError
        With every fault found.
    """

    place: str
    changes: Mapping[str, float | Mapping[int, float]] = field(default_factory=dict)
    shocks: tuple[Shock, ...] | None = None
    begins: int | None = None
    name: str = ""
    prediction: Mapping | None = None

    def __post_init__(self):
        case = load(self.place)
        changes = check_plan(self.changes)
        shocks = None if self.shocks is None else check_shocks(self.shocks)
        begins = _first(changes, case.months) if self.begins is None else self.begins
        faults = Faults()
        begins = whole("plan", "begins", begins, 0, faults)
        _check_name(self.name, faults)
        faults.tell()
        values = {
            "changes": freeze(changes),
            "shocks": None if shocks == case.shocks else shocks,
            "begins": begins,
            "prediction": None if self.prediction is None else freeze(dict(self.prediction)),
        }
        for key, value in values.items():
            object.__setattr__(self, key, value)

    def __hash__(self):
        return hash((self.place, self.name, self.begins, tuple(self.changes)))

    @property
    def all_shocks(self) -> tuple[Shock, ...]:
        """What happens to the place: the plan's shocks, or the place's own."""
        return load(self.place).shocks if self.shocks is None else self.shocks


def _first(changes, end):
    months = [min(one) if isinstance(one, Mapping) else 0 for one in changes.values()]
    return min(months, default=end)


def _check_name(name, faults):
    if not isinstance(name, str):
        faults.add("plan", f"its name is {name!r}, not text")
    elif len(name) > LONGEST_NAME or not name.isprintable() or set(name) & set("<>"):
        allowed = f"one line of at most {LONGEST_NAME} characters without < and >"
        faults.add("plan", f"its name is {name[:LONGEST_NAME]!r}; allowed is {allowed}")
