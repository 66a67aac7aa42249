"""What chapters ask of the model and have to wait for: the answers know no language, so both languages share them."""

import pandas

from _theme.kept import kept
from cases import load, names
from model import beats, explain, sensitivity

MEMBERS, STARTS = 500, 10
"""So many communities are asked, and at so many points Morris's method begins."""

_ROOMS = ("cases", "model", "book/_theme/questions.py")


def lessons():
    """Return the comparisons that chapters draw conclusions from, by name.

    Each is a place, the first month of the plans, the month read, two plans, and by conclusion its outcome.
    A second conclusion is one in which the second plan wins.
    """
    thanks, orders, let_go, half = {"recognition": 0}, {"push_taper": 0}, {"push_taper": 12}, load("hangzhou").lever("incubation").value
    relief, made = {"assigned_tasks": 60, "oversight_effort": 40}, {"service_contracts": 3_500, "self_help_grants": 16_400}
    mixed, screens = {"platform_investment": half, "incubation": half}, {"platform_investment": 2 * half, "incubation": 0}
    return {
        "autumn": ("tianjin", 393, 453, orders, thanks, {"thanks": "volunteers", "orders": "services"}),
        "summer": ("nantong", 78, 138, relief, let_go, {"relief": "committee_time", "letting_go": "participation"}),
        "count": ("nanjing", 17, 77, {}, orders, {"never": "services"}),
        "first_look": ("hangzhou", 0, 96, mixed, screens, {"mixed": "services"}),
        "turn": ("national", 96, 156, let_go, made, {"quiet": "dependence"}),
    }


@kept(*_ROOMS)
def numbers_that_matter(place):
    """Return what `model.sensitivity` says of a place when nothing more is changed."""
    return sensitivity(load(place), samples=STARTS, progress=False)


@kept(*_ROOMS)
def lesson(name):
    """Return a row of `model.beats` for each conclusion of one of the lessons, told by whoever wins."""
    place, begin, read, *plans, conclusions = lessons()[name]
    plans = [{lever: {begin: value} for lever, value in plan.items()} for plan in plans]
    rows = beats(load(place), *plans, month=read, outcomes=list(conclusions.values()), members=MEMBERS, progress=False)
    rows.index = list(conclusions)
    swap = {"better": "worse", "worse": "better", "better_then": "worse_then", "worse_then": "better_then"}
    return pandas.DataFrame([rows.iloc[0], *(row.rename(swap) for _, row in rows.iloc[1:].iterrows())])


@kept(*_ROOMS)
def levers_explained(place):
    """Return by lever the largest share of its effect that goes when one loop is cut, and when one stock is held.

    Each lever of the place is moved to an end of its range from the end of the history on.
    """
    case = load(place)
    ends = {one.lever: one.high if one.value < one.high else one.low for one in case.levers if one.shown}
    found = {lever: explain(case, {lever: {case.months: end}}, progress=False) for lever, end in ends.items()}
    return pandas.DataFrame({lever: {"loop": one.loops["share"].abs().max(), "stock": one.mediators["share"].abs().max()}
                             for lever, one in found.items()}).T


def questions():
    """Return (function, argument) for everything that chapters ask."""
    return [*((lesson, name) for name in lessons()), (levers_explained, "tianjin"), *((numbers_that_matter, place) for place in names())]
