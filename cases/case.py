"""One place, as the model and the page receive it: complete, checked and unchangeable."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cases.columns import PLACE
from cases.common import Common
from cases.dates import date_of, month_of
from cases.errors import Faults
from cases.frozen import freeze
from cases.parts import Lever, Parameter, Shock
from cases.rules import bounded, check_parts, clean_plan, clean_shocks, course, kind_of
from cases.say import unknown

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pandas import DataFrame

BY_HAND = freeze({"en": "Set by hand with replace().", "zh_CN": "用replace()手动设定。"})


@dataclass(frozen=True)
class Case:
    """A place: its words, numbers, own history, people and ties. Nothing in it can be changed.

    Attributes
    ----------
    key : str
        Name of its folder.
    name, title, question, summary : Mapping[str, str]
        Words by language (``en``, ``zh_CN``).
    source : str
        Key of its main source in ``data/sources.bib``.
    begins : str
        Calendar month of month 0, such as ``1988-01``.
    months : int
        Length of its own history.
    parameters, start : Mapping[str, float]
        Every parameter of the model, and one start value for each stock.
    plan : Mapping
        Its own history, the reference plan: every lever to a number or to {month: number}, where
        a schedule always begins with month 0.
    shocks : tuple of Shock
        What happened to it.
    levers : tuple of Lever
        In the order of the common table.
    evidence : tuple of Parameter
        Parameters and start values as the tables give them, with range, badge and reason.
    """

    key: str
    name: Mapping[str, str] = field(repr=False)
    title: Mapping[str, str] = field(repr=False)
    question: Mapping[str, str] = field(repr=False)
    summary: Mapping[str, str] = field(repr=False)
    source: str
    begins: str
    months: int
    parameters: Mapping[str, float] = field(repr=False)
    start: Mapping[str, float] = field(repr=False)
    plan: Mapping[str, float | Mapping[int, float]] = field(repr=False)
    shocks: tuple[Shock, ...] = field(repr=False)
    levers: tuple[Lever, ...] = field(repr=False)
    evidence: tuple[Parameter, ...] = field(repr=False)
    _tables: Mapping[str, tuple[Mapping, ...]] = field(repr=False)
    _common: Common = field(repr=False)

    @property
    def actors(self) -> DataFrame:
        """A fresh table of who is who, with the columns of actors.csv."""
        return self._frame("actors")

    @property
    def ties(self) -> DataFrame:
        """A fresh table of ties, with the columns of ties.csv."""
        return self._frame("ties")

    @property
    def timeline(self) -> DataFrame:
        """A fresh table of events in the order of time, with the columns of timeline.csv."""
        return self._frame("timeline")

    @property
    def history(self) -> DataFrame:
        """A fresh table of the place's own changes of levers, with the columns of history.csv."""
        return self._frame("history")

    @property
    def incidents(self) -> DataFrame:
        """A fresh table of the place's own shocks with their names and reasons, as shocks.csv."""
        return self._frame("shocks")

    @property
    def payers(self) -> DataFrame:
        """A fresh table of who pays for what, with the columns of payers.csv.

        `share`, 0 to 1, is the part of a spending that the actor `payer` bears. What no row speaks
        of is paid by somebody whom the place's sources do not name.
        """
        return self._frame("payers")

    def _frame(self, table):
        from pandas import DataFrame  # late, so that importing this room stays quick

        return DataFrame([dict(row) for row in self._tables[table]], columns=PLACE[table])

    @property
    def values(self) -> DataFrame:
        """A fresh table of every parameter, start value and lever with range, unit and badge.

        A number changed with `replace` is shown as it now is, and as judged by hand.
        """
        from pandas import DataFrame

        current = {"parameter": self.parameters, "start": self.start}
        rows = [_value(item, current[item.kind][item.name], item.value) for item in self.evidence]
        rows += [_value(lever, lever.value, lever.value) for lever in self.levers]
        return DataFrame(rows, columns=PLACE["parameters"])

    @property
    def network(self) -> MultiDiGraph:
        """A fresh directed graph of actors (nodes) and ties (edges) with all their columns."""
        from cases.network import network

        return network(self._tables["actors"], self._tables["ties"])

    def lever(self, name: str) -> Lever:
        """The lever called `name`; raises CaseError with the nearest name when there is none."""
        levers = {lever.lever: lever for lever in self.levers}
        if name not in levers:
            faults = Faults()
            faults.add(self.key, unknown("lever", name, levers))
            faults.tell()
        return levers[name]

    def month(self, date: str) -> int:
        """Months from the beginning of this case to `date` (``2020-01`` or ``2020``)."""
        return month_of(date, self.begins)

    def date(self, month: int) -> str:
        """The calendar month, such as ``2020-01``, in which `month` of a run lies."""
        return date_of(month, self.begins)

    def replace(self, parameters=None, start=None, plan=None, shocks=None) -> Case:
        """A new case with some numbers changed; this one stays as it is.

        Parameters
        ----------
        parameters, start, plan : mapping, optional
            Only what changes: a lever, parameter or stock to its new value. A lever may be given
            {month: number}; before its first month the history of this case stays.
        shocks : iterable, optional
            All shocks of the new case; see `cases.check_shocks` for their forms.

        Raises
        ------
        CaseError
            With every unknown name, and every value that is no number, outside the hard bounds, or
            more than those which it is a part of: volunteers are residents, members on duty volunteers.
        """
        faults = Faults()
        changed = {
            "parameters": {**self.parameters, **self._numbers("parameter", parameters, faults)},
            "start": {**self.start, **self._numbers("start", start, faults)},
            "plan": {**self.plan, **self._histories(clean_plan(plan, self._common.levers, faults))},
        }
        if shocks is not None:
            changed["shocks"] = clean_shocks(shocks, self._common.shocks, faults)
        if start:
            check_parts("start", changed["start"], faults)
        faults.tell()
        return dataclasses.replace(self, **freeze(changed))

    def _histories(self, plan):
        return {lever: course(self.plan[lever], setting) for lever, setting in plan.items()}

    def _numbers(self, kind, given, faults):
        rules = {item.name: item for item in self.evidence if item.kind == kind}
        clean = {}
        if given is not None and not isinstance(given, Mapping):
            faults.add(kind, f"found {kind_of(given)}; allowed is a mapping from a name to a number")
            return clean
        for name, value in (given or {}).items():
            if name not in rules:
                faults.add(kind, unknown(kind, name, rules))
            else:
                clean[name] = bounded(kind, name, value, rules[name], faults)
        return clean


def _value(item, value, own):
    kind = getattr(item, "kind", "lever")
    name = item.lever if kind == "lever" else item.name
    badge, source, reason = (
        (item.badge, item.source, item.reason) if value == own else ("judged", "", BY_HAND)
    )
    known = (name, kind, value, item.low, item.high, item.unit, badge, source)
    return dict(zip(PLACE["parameters"], (*known, reason["en"], reason["zh_CN"])))
