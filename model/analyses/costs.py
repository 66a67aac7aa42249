"""What a plan costs the public purse: month by month, by what is paid for and by who pays."""

import numpy as np
import pandas

from cases.columns import RUNNING, SPENDING
from model.inputs import held_inputs, monthly_rows
from model.analyses.plans import case_of_plans, horizon, terms
from model.run import simulate

NOT_KNOWN = "not known"


@case_of_plans
def cost(case, plan=None, months=None, shocks=None):
    """Return what is spent in each month, in yuan, by spending and payer.

    Parameters
    ----------
    case : cases.Case, optional
        The place of the plans if left out: ``cost(plan)``.
    plan : mapping, cases.Plan or str, optional
        Lever to a number or {month: number}, a plan or its code; None is the place as it was.
    months : int, optional
        1 or more: the place's own history and five years if left out.
    shocks : iterable, optional
        Left out, what the plan says, or else the place's own.

    Returns
    -------
    pandas.DataFrame
        Index ``month`` from 0 to months - 1: the month that begins then.  Columns are pairs
        (``spending``, ``payer``).  A spending is a lever that costs money, or ``running``: rooms,
        staff and support of the administration, less what volunteers, platform and funds save.  A
        payer is an actor of the place, or ``not known``.  All columns of all months together are
        the quantity ``money_spent`` of the run.

    Raises
    ------
    TypeError, ValueError
        If ``case`` is no Case, or a plan, shock or month is not allowed.
    """
    changes, happening = terms(case, plan, shocks)
    months = horizon(case, months)
    if months == 0:
        raise ValueError("months is 0; allowed is a whole number of 1 or more.")
    run = simulate(case, changes, months, happening)
    return by_payer(case, spending(case, run, _levers(case, changes, months)))


def spending(case, run, levers):
    """Return what is spent in each month of a run, one column for each of ``SPENDING``, in yuan.

    What levers spend stands still for a month, so it is exact; what is left of ``money_spent``
    is the running of the place.

    Parameters
    ----------
    case : cases.Case
        Its ``trainer_wage`` is used.
    run, levers : pandas.DataFrame
        The run, and the levers that hold from each of its months on.
    """
    held = run.iloc[:-1]
    spent = pandas.DataFrame(index=held.index)
    for name in SPENDING[:-1]:
        spent[name] = held["money_left"] * levers[name]
    spent["service_contracts"] = held["contracts"] * held["cheapness"]
    spent["training"] = case.parameters["trainer_wage"] * levers["training"]
    spent[RUNNING] = np.diff(run["money_spent"]) - spent.sum(axis=1)
    return spent


def payers(case, name):
    """Return {payer: share} of one spending; the shares add up to 1, what no one is named for too."""
    table = case.payers
    named = table[table["spending"] == name].set_index("payer")["share"].to_dict()
    rest = 1 - sum(named.values())
    return {**named, NOT_KNOWN: rest} if rest > 1e-6 else named


def by_payer(case, spent):
    """Return a table of spendings with each column shared out among its payers."""
    parts = {(name, payer): spent[name] * share
             for name in spent for payer, share in payers(case, name).items()}
    return pandas.DataFrame(parts).rename_axis(columns=["spending", "payer"])


def _levers(case, plan, months):
    """The levers that hold from each month on."""
    names = [lever.lever for lever in case.levers]
    return pandas.DataFrame(monthly_rows(held_inputs(case, plan, (), months), names, months - 1), columns=names)
