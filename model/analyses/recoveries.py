"""What each shock did, and how long the place takes to get over it.

A shock is judged by the run without it, all else the same: the plan, the other shocks, the place.
Each of the four dimension lines then has a gap, with the shock less without it, which is 0 until
the shock begins.  A line is back from the first month after the shock's end on from which its gap
stays below ``NOTICEABLE`` to the last month of the run: the studio calls such a gap "about the
same" wherever it sets two lines beside each other.  A part of the deepest gap would be no better
measure: a tenth of a large gap can be seen, a tenth of a small one cannot.

The twin of ``widgets/js/more/recovery.js``; a test holds the two together.
"""

import numpy as np
import pandas

from cases.parts import Shock
from model.analyses.dimensions import DIMENSIONS, NOTICEABLE, dimension_lines
from model.analyses.plans import case_of_plans, horizon, terms
from model.run import simulate

EQUAL = 1e-9
"""Gaps as near to each other as this are equal, so that rounding never chooses a line or a month."""
COLUMNS = (*Shock._fields, "dimension", "gap", "gap_month", "recovered", "left")


@case_of_plans
def recovery(case, plan=None, shocks=None, months=None, every=False):
    """Return what each shock did to the dimension that it moved furthest, and when that was over.

    Parameters
    ----------
    case : cases.Case, optional
        The place of the plans if left out: ``recovery(plan)``.
    plan : mapping, cases.Plan or str, optional
        Lever to a number or {month: number}, a plan or its code; the place as it was if left out.
    shocks : iterable, optional
        What happens; left out, what the plan says, or else the place's own shocks.
    months : int, optional
        How long to run: the place's own history and five years if left out.
    every : bool
        Whether all four dimensions are returned, in four rows for each shock.

    Returns
    -------
    pandas.DataFrame
        One row a shock, in their order.  ``shock``, ``month`` (in which it begins), ``length``
        (months) and ``size`` (1 is the usual one) as given; ``dimension``, the line of
        ``dimension_lines`` with the deepest gap.  ``gap``: the deepest, on the line's scale from 0
        to 1, positive where the shock lifts the line; ``gap_month``: the first month of it.
        ``recovered``: months from the shock's end until the line is back; 0 where it is not
        noticeably away by then, NaN where the run ends before the shock does or before the line is back.
        ``left``: the gap in the last month.

    Raises
    ------
    TypeError, ValueError
        If ``case`` is no Case, or a plan, shock or month is not allowed.
    """
    changes, happening = terms(case, plan, shocks)
    months = horizon(case, months)
    own = simulate(case, months=months, shocks=case.shocks)

    def lines(shocks):
        return dimension_lines(simulate(case, changes, months, shocks), own).to_numpy().T

    run = lines(happening)
    rows = []
    for at, shock in enumerate(happening):
        gaps = run - lines(happening[:at] + happening[at + 1:])
        found = [{**shock._asdict(), "dimension": name, **recovered(gap, shock.month + shock.length)}
                 for name, gap in zip(DIMENSIONS, gaps)]
        rows += found if every else [furthest(found)]
    return pandas.DataFrame(rows, columns=COLUMNS).astype({"recovered": float})


def recovered(gap, end):
    """Return how deep a gap is, when, how long after the end of a shock it is gone, and what is left.

    Parameters
    ----------
    gap : numpy.ndarray
        One number a month: a line with the shock less the same line without it.
    end : int
        The first month without the shock.
    """
    size = np.abs(gap)
    deepest = np.argmax(size > size.max() - EQUAL)
    away = np.flatnonzero(size >= NOTICEABLE)
    back = max(end, away[-1] + 1) if len(away) else end
    return {"gap": gap[deepest], "gap_month": deepest,
            "recovered": back - end if back < len(gap) else np.nan, "left": gap[-1]}


def furthest(found):
    """Return the first of the rows whose deepest gap is as large as any."""
    most = max(abs(row["gap"]) for row in found)
    return next(row for row in found if abs(row["gap"]) > most - EQUAL)
