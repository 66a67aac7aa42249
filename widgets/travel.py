"""One plan in every place: the same levers, sized by residents, against each place's own course."""

from math import floor, log10

import traitlets

from cases import CaseError, check_plan, load, names
from model import simulate
from model.analyses.dimensions import quantities
from widgets.base import Widget
from widgets.page import element, escape
from widgets.picture import figure
from widgets.scaling import held_at, per_head, sized, thousands
from widgets.state import COMMON_WORDS, shocks_as_rows
from widgets.words import number

LEVERS = ("self_help_grants", "recognition", "assigned_tasks", "delegation")
AFTER = 60
"""A plan is followed for this many months after the end of a place's own history."""
BEFORE = 12
"""The picture begins this many months before the plan does."""
STEPS = 40
"""A slider of money, hours or tasks has this many steps."""
WIDTH, HEIGHT, GAP, LEFT, TOP, BOTTOM = 320, 130, 16, 48, 24, 12


class Travel(Widget):
    """A few levers, a panel a place, and one quantity in all of them.

    Money, hours, tasks and people are given per 1,000 residents at the start, shares as they are.

    Parameters
    ----------
    levers : sequence of str, or str, optional
        Which levers the reader can move, in every place there is.
    language : str, optional
        en or zh_CN; the language of the book where it is left out.

    Attributes
    ----------
    plan : dict
        Lever to the value that it takes everywhere, from the end of each place's own history on.
    quantity : str
        What is drawn.
    month : int
        The month, 0 to 60 after the plan begins, of which the sentences speak.
    cases : dict
        The places, by name: all that `cases.names` finds.

    Raises
    ------
    CaseError
        For a lever, plan or quantity that is not allowed.
    """

    plan = traitlets.Dict().tag(sync=True)
    quantity = traitlets.Unicode("participation").tag(sync=True)
    month = traitlets.Int(AFTER, min=0, max=AFTER).tag(sync=True)
    moving = ("plan", "quantity", "month")

    def __init__(self, levers=LEVERS, language=None, plan=None, **values):
        self.cases = {name: load(name) for name in names()}
        self.levers = self._known(levers)
        super().__init__(language, kind="travel", plan=plan or {}, **values)
        self.state = {
            "after": AFTER,
            "before": BEFORE,
            "levers": [self._lever(name) for name in self.levers],
            "quantities": [
                {"key": row.name, "name": self.say(f"quantity.{row.name}"), "dimension": row.dimension, **self._size(row.unit)}
                for row in quantities().itertuples()
                if row.named == "yes"
            ],
            "places": [self._place(case) for case in self.cases.values()],
            "words": self.say.chosen(*COMMON_WORDS, "travel.", "dimension.", "landscape.table"),
        }

    def __repr__(self):
        return f"Travel({self.levers!r}, plan={self.plan!r})"

    def _known(self, levers):
        """Return levers as a tuple; one may stand by itself."""
        several = hasattr(levers, "__iter__") and not isinstance(levers, str)
        levers = tuple(levers) if several else (levers,)
        allowed = [one.lever for one in next(iter(self.cases.values())).levers]
        if unknown := [lever for lever in levers if lever not in allowed]:
            found = ", ".join(map(repr, unknown))
            raise CaseError(f"levers has {found}; allowed are {', '.join(allowed)}. Every place is shown.")
        return levers

    def _lever(self, name):
        cases = list(self.cases.values())
        rows = [case.lever(name) for case in cases]
        unit, scaled = rows[0].unit, per_head(rows[0].unit)
        heads = [thousands(case) if scaled else 1 for case in cases]
        high = min(row.highest / head for row, head in zip(rows, heads, strict=True))
        step = rows[0].step
        if scaled:
            wanted = max(row.high / head for row, head in zip(rows, heads, strict=True))
            step = _round(min(high, wanted) / STEPS)
            high = min(high, step * STEPS)
        own = sum(held_at(case, name, case.months) / head for case, head in zip(cases, heads, strict=True)) / len(cases)
        middle = round(own / step) * step
        return {"key": name, "name": self.say(f"lever.{name}"), "high": high, "step": step, "middle": middle, **self._size(unit)}

    def _size(self, unit):
        """What counts something is per 1,000 residents, and written with decimals; said and one hold a {value} of many and of 1."""
        scaled, words = per_head(unit), "" if unit == "1" else self.say(f"unit.{unit}")
        said = {name: self._said(unit, many) for name, many in (("said", ""), ("one", "one."))}
        return {"scaled": scaled, "unit": "" if scaled else unit, "words": self.say("travel.per", unit=words) if scaled else words, **said}

    def _said(self, unit, many):
        """Where a number stands among the words of its unit: in Chinese behind what it is counted by."""
        if unit == "1":
            return "{value}"
        if not per_head(unit):
            return self.say("number.with_unit", number="{value}", unit=self.say(f"unit.{many}{unit}"))
        counted = unit.removesuffix("/month")
        kind = "travel.said" if counted == unit else "travel.said.month"
        return self.say(kind, value="{value}", unit=self.say(f"unit.{many}{counted}"))

    def _place(self, case):
        return {
            "key": case.key,
            "name": case.name[self.language],
            "begins": case.begins,
            "months": case.months,
            "thousands": thousands(case),
            "parameters": dict(case.parameters),
            "start": dict(case.start),
            "plan": {name: dict(held) if hasattr(held, "items") else held for name, held in case.plan.items()},
            "rest": {lever.lever: lever.value for lever in case.levers},
            "shocks": shocks_as_rows(case.shocks),
        }

    @traitlets.validate("plan")
    def _plan_is_allowed(self, proposal):
        unknown = [lever for lever in proposal.value if lever not in self.levers]
        if unknown:
            raise CaseError(f"plan has {', '.join(unknown)}; allowed are {', '.join(self.levers)}.")
        for case in self.cases.values():
            check_plan(sized(case, proposal.value))
        return proposal.value

    @traitlets.validate("quantity")
    def _quantity_is_known(self, proposal):
        known = [row.name for row in quantities().itertuples() if row.named == "yes"]
        if proposal.value not in known:
            raise CaseError(f"quantity is {proposal.value!r}; allowed are {', '.join(known)}.")
        return proposal.value

    def runs(self, plan=None):
        """Return {place: frame} of `model.simulate` under a plan, the one that is shown where it is left out."""
        plan = self.plan if plan is None else plan
        return {
            name: simulate(
                case,
                plan={lever: {case.months: value} for lever, value in sized(case, plan).items()},
                months=case.months + AFTER,
                shocks=case.shocks,
            )
            for name, case in self.cases.items()
        }

    def lines(self, plan=None):
        """Return {place: values} of the quantity shown, from the month the plan begins, sized as it is drawn."""
        heads = {name: thousands(case) if self._quantity()["scaled"] else 1 for name, case in self.cases.items()}
        return {
            name: run[self.quantity].to_numpy()[self.cases[name].months :] / heads[name]
            for name, run in self.runs(plan).items()
        }

    def _quantity(self):
        return next(one for one in self.state["quantities"] if one["key"] == self.quantity)

    def picture(self):
        """Return a panel a place, two by two, and what they show."""
        own, run = self.lines({}), self.lines()
        most = max(line.max() for line in [*own.values(), *run.values()]) or 1
        panels = [
            element(
                "g",
                _panel(case.name[self.language], own[name], run[name], most, self._quantity()["unit"]),
                transform=f"translate({index % 2 * (WIDTH + GAP)} {index // 2 * (HEIGHT + GAP)})",
                data_tone=self._quantity()["dimension"],
            )
            for index, (name, case) in enumerate(self.cases.items())
        ]
        size = (2 * WIDTH + GAP, -(-len(panels) // 2) * (HEIGHT + GAP))
        return figure("".join(panels), size, self._sentence(own, run))

    def _sentence(self, own, run):
        unit = self._quantity()["unit"]
        parts = [
            self.say(
                "travel.part",
                place=case.name[self.language],
                own=number(own[name][self.month], unit),
                mine=number(run[name][self.month], unit),
            )
            for name, case in self.cases.items()
        ]
        name = self.say(f"quantity.{self.quantity}")
        return self.say("travel.picture", quantity=name, count=self.month, parts=self.say("travel.and").join(parts))


def _round(step):
    """The largest 1, 2 or 5 times a power of ten at or below a step."""
    power = 10 ** floor(log10(step))
    return max(one * power for one in (1, 2, 5) if one * power <= step)


def _panel(name, own, run, most, unit):
    bottom, height = HEIGHT - BOTTOM, HEIGHT - TOP - BOTTOM

    def path(line):
        points = (f"{LEFT + (WIDTH - LEFT - 8) * at / AFTER:.1f} {bottom - height * value / most:.1f}" for at, value in enumerate(line))
        return "M" + "L".join(points)

    parts = [element("text", escape(name), x=LEFT, y=14, class_="gt-still-name")]
    for value in (0, most):
        y = f"{bottom - height * value / most:.1f}"
        parts += [
            element("line", x1=LEFT, x2=WIDTH - 8, y1=y, y2=y, class_="gt-still-grid"),
            element("text", number(value, unit), x=LEFT - 6, y=y, class_="gt-still-mark gt-still-left"),
        ]
    return "".join([*parts, element("path", d=path(own), class_="gt-own"), element("path", d=path(run), class_="gt-run")])
