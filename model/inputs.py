"""Turns a plan and shocks into what holds in each month.

A plan maps a lever to a number or to a schedule ``{month: number}``; a schedule
holds each number from its month on.  Where a plan says nothing, and before the
first month of a schedule, the place's own course holds.
"""

from collections.abc import Mapping

from cases.rules import course


def complete_plan(case, plan=None):
    """Return {lever: number or {month: number}} for every lever, as a case would run it.

    A schedule in the result always begins with month 0.  This is the form that
    the generated JavaScript takes.

    Parameters
    ----------
    case : cases.Case
    plan : mapping, optional
        Overrides of the case's own plan, already checked.
    """
    return {lever.lever: _one_if_constant(_course(case, lever, plan or {}))
            for lever in case.levers}


def held_inputs(case, plan, shocks, months):
    """Return {month: {input: value}} for month 0 and each month in which one changes.

    Parameters
    ----------
    case : cases.Case
    plan : mapping
        Lever to number, array or schedule of them.
    shocks : iterable of (shock, month, length, size)
    months : int
        Changes after this month are left out.
    """
    courses = {lever.lever: _course(case, lever, plan) for lever in case.levers}
    turns = {0}.union(*courses.values())
    for shock in shocks:
        turns |= {shock.month, shock.month + shock.length}
    return {month: {**{lever: _at(course, month) for lever, course in courses.items()},
                    **_shocks_at(shocks, month)}
            for month in sorted(turns) if month <= months}


def monthly_rows(held, names, months):
    """Return one tuple of inputs a month, in the order of names; an absent shock is 0."""
    rows = []
    for month in range(months + 1):
        if month in held:
            row = tuple(held[month].get(name, 0.0) for name in names)
        rows.append(row)
    return rows


def _course(case, lever, plan):
    own = case.plan[lever.lever]
    found = course(own, plan.get(lever.lever, own))
    return dict(sorted(found.items())) if isinstance(found, Mapping) else {0: found}


def _one_if_constant(course):
    return course[0] if len(course) == 1 else course


def _at(course, month):
    return course[max(turn for turn in course if turn <= month)]


def _shocks_at(shocks, month):
    sizes = {}
    for shock in shocks:
        if shock.month <= month < shock.month + shock.length:
            sizes[f"shock_{shock.shock}"] = sizes.get(f"shock_{shock.shock}", 0.0) + shock.size
    return sizes
