"""A plan that travels: what a reader changes in a place, from when, and what happens meanwhile."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cases.codes import LINK
from cases.editions import AFTER, case_of
from cases.errors import Faults
from cases.files import read_plans, write_plans
from cases.frozen import freeze
from cases.links import code_of, read_code, read_link
from cases.parts import Shock, ShockRule
from cases.rules import bounded, check_plan, check_shocks, whole

LONGEST_NAME = 80
"""Characters of a plan's name; what fits on one line of a table."""
UNFIT = re.compile("[<>\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Marks of markup, control characters, and those that turn the direction of a text."""
EXPECTED = ShockRule("prediction", "1", 0.0, 1e12, 1, 1.0)
"""The bounds of an expected value: of its unit only the rooms downstream know more."""


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
        What its author expected: quantity or dimension to {month: value}.

    Raises
    ------
    CaseError
        With every fault found. Months run from 0 to five years after the place's own history,
        which is what a page shows.
    """

    place: str
    changes: Mapping[str, float | Mapping[int, float]] = field(default_factory=dict)
    shocks: tuple[Shock, ...] | None = None
    begins: int | None = None
    name: str = ""
    prediction: Mapping[str, Mapping[int, float]] | None = None

    def __post_init__(self):
        case = case_of(self.place)
        changes = check_plan(self.changes)
        shocks = None if self.shocks is None else check_shocks(self.shocks)
        begins = _first(changes, case.months) if self.begins is None else self.begins
        faults = Faults()
        begins = whole("plan", "begins", begins, 0, faults)
        prediction = _prediction(self.prediction, faults)
        _check_name(self.name, faults)
        _check_months(case, begins, changes, shocks or (), prediction or {}, faults)
        faults.tell()
        values = {
            "changes": freeze(changes),
            "shocks": None if shocks == case.shocks else shocks,
            "begins": begins,
            "prediction": freeze(prediction) or None,
        }
        for key, value in values.items():
            object.__setattr__(self, key, value)

    def __hash__(self):
        return hash((self.place, self.name, self.begins, tuple(self.changes)))

    @property
    def all_shocks(self) -> tuple[Shock, ...]:
        """What happens to the place: the plan's shocks, or the place's own."""
        return case_of(self.place).shocks if self.shocks is None else self.shocks

    def code(self) -> str:
        """The plan as a code of at most 24 characters; whoever types it may part it with hyphens or spaces.

        Place, changes, shocks and beginning are in it; name and prediction are not.

        Raises
        ------
        CaseError
            If the plan is too much for a code, with advice.
        """
        return code_of(case_of(self.place), self)

    def link(self) -> str:
        """The plan as what stands after the address of a page: ``#plan=…``, 118 characters at most.

        Raises
        ------
        CaseError
            If the plan is too much even for a link.
        """
        return f"#plan={code_of(case_of(self.place), self, LINK)}"

    @classmethod
    def from_code(cls, text: str) -> Plan:
        """The plan of a code, or of a link of this edition or an older one.

        Raises
        ------
        CaseError
            With a sentence that says what is wrong: every code with one wrong character is refused.
        """
        linked = isinstance(text, str) and "=" in text
        place, changes, shocks, begins = (read_link if linked else read_code)(text)
        return cls(place, changes, shocks, begins)

    def to_json(self) -> str:
        """The plan as the text of a file, after cases/plan.schema.json."""
        return write_plans([self])

    @classmethod
    def from_json(cls, text: str | bytes) -> Plan:
        """The one plan of a file; see `cases.open_plans` for several.

        Raises
        ------
        CaseError
            If the text is no such file, or holds a plan that is not allowed, or several.
        """
        plans = [cls(**values) for values in read_plans(text)]
        if len(plans) != 1:
            faults = Faults()
            faults.add("file", f"holds {len(plans)} plans; allowed here is one, see cases.open_plans")
            faults.tell()
        return plans[0]


def open_plans(text: str | bytes) -> list[Plan]:
    """The plans of a file that the page or `save_plans` wrote.

    Raises
    ------
    CaseError
        If the text is no such file, or one of its plans is not allowed.
    """
    return [Plan(**values) for values in read_plans(text)]


def save_plans(plans) -> str:
    """The text of a file with several plans, of one place or of many."""
    return write_plans(plans)


def _first(changes, end):
    months = [min(one) if isinstance(one, Mapping) else 0 for one in changes.values()]
    return min(months, default=end)


def _check_name(name, faults):
    if not isinstance(name, str):
        faults.add("plan", f"its name is {name!r}, not text")
    elif len(name) > LONGEST_NAME or UNFIT.search(name):
        allowed = f"one line of at most {LONGEST_NAME} characters without < and >"
        faults.add("plan", f"its name is {name[:LONGEST_NAME]!r}; allowed is {allowed}")


def _check_months(case, begins, changes, shocks, prediction, faults):
    last = case.months + AFTER
    months = {"begins": [begins or 0], "a shock": [one.month for one in shocks]}
    months["the length of a shock"] = [one.length for one in shocks]
    months |= {lever: one for lever, one in changes.items() if isinstance(one, Mapping)}
    months |= {f"the prediction of {key}": curve for key, curve in prediction.items()}
    for subject, found in months.items():
        if max(found, default=0) > last:
            faults.add("plan", f"{subject} has month {max(found)}; the last of {case.key} is {last}")


def check_prediction(prediction) -> dict | None:
    """`prediction` with whole months and plain floats, once it is known to be right.

    Parameters
    ----------
    prediction : mapping or None
        Quantity or dimension to ``{month: value}``.

    Raises
    ------
    CaseError
        With every fault: what is no such mapping, no month or no number of 0 or more. Which
        quantities there are, and how large each can be, only the rooms downstream know.
    """
    faults = Faults()
    clean = _prediction(prediction, faults)
    faults.tell()
    return clean


def _prediction(prediction, faults):
    if prediction is None:
        return None
    if not isinstance(prediction, Mapping) or not all(isinstance(one, Mapping) for one in prediction.values()):
        return faults.add("plan", "its prediction is no mapping from a quantity to {month: value}")
    return {key: _curve(key, curve, faults) for key, curve in prediction.items()}


def _curve(key, curve, faults):
    subject = f"the prediction of {key!r}"
    if not isinstance(key, str) or not re.fullmatch("[a-z_]{1,40}", key):
        faults.add("plan", f"{subject} is of no quantity")
    months = {whole("plan", f"a month of {subject}", month, 0, faults): value for month, value in curve.items()}
    return {month: bounded("plan", subject, value, EXPECTED, faults) for month, value in months.items() if month is not None}

