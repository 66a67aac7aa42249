"""The front door: one run as a table, many runs as arrays."""

from numbers import Integral

import pandas

from cases import Case, check_plan, check_shocks
from model.generated import scalar
from model.inputs import held_inputs, monthly_rows

LONGEST = 1200
"""The most months of one run: a century (judged; no source reaches further)."""


def simulate(case, plan=None, months=120, shocks=()):
    """Return the course of every quantity, one row a month.

    Parameters
    ----------
    case : cases.Case
        A place, as ``cases.load`` gives it.
    plan : mapping, optional
        Lever to a number in the lever's unit, or to a schedule ``{month: number}`` that
        holds each number from its month on.  What it leaves out stays the place's own.
    months : int
        How long to run, 0 to 1200.
    shocks : iterable, optional
        Shocks as ``cases.check_shocks`` takes them; the place's own are in ``case.shocks``
        and are not added by themselves.

    Returns
    -------
    pandas.DataFrame
        Index ``month`` from 0 to months, one column a quantity in its own unit: first the
        28 of the vocabulary, then the added ones.

    Raises
    ------
    TypeError
        If ``case`` is no Case.
    ValueError
        If months is no whole number from 0 to 1200, or (as CaseError) a lever, number,
        month or shock is not allowed.
    """
    require_case(case)
    months = whole_months(months)
    held = held_inputs(case, check_plan(plan), check_shocks(shocks), months)
    rows = scalar.run(case.parameters, case.start, monthly_rows(held, scalar.INPUTS, months))
    index = pandas.RangeIndex(months + 1, name="month")
    return pandas.DataFrame(rows, index=index, columns=list(scalar.QUANTITIES))


def require_case(case):
    """Let a Case pass.

    Raises
    ------
    TypeError
        If this is no Case, with advice.
    """
    if not isinstance(case, Case):
        advice = f"; write load({case!r})" if isinstance(case, str) else ""
        raise TypeError(f"case is {case!r}; allowed is a Case from cases.load{advice}.")


def whole_months(months):
    """Return months as an int.

    Raises
    ------
    ValueError
        If it is no whole number from 0 to LONGEST, with what is allowed.
    """
    if isinstance(months, bool) or not isinstance(months, Integral) or not 0 <= months <= LONGEST:
        raise ValueError(f"months is {months!r}; allowed is a whole number from 0 to {LONGEST}.")
    return int(months)
