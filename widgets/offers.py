"""The best plans of a place, handed to the panel about money: found when the book is built, in JupyterLab when it is opened."""

from model import pareto, simulate
from model.analyses.front import AFTER, choices
from model.analyses.onward import onward

WITHIN = 1.5
"""The plans cost at most this many times what the place spends as it goes on: room for a reader's limit."""
GENERATIONS = 15
"""Fifteen take two to four seconds a place; forty find plans that a picture can hardly tell apart."""


def offers(case, progress=False):
    """Return the best plans as digits: for each lever of ``choices(case)`` which named level, from 0.

    Parameters
    ----------
    case : cases.Case
    progress : bool or callable
        As `model.pareto` takes it.

    Returns
    -------
    list of str
        At most 100, the cheapest first; some 12 digits each.
    """
    there = onward(case, case.months, case.shocks)
    spent = simulate(there, months=AFTER, shocks=there.shocks)["money_spent"].iloc[-1]
    table = pareto(case, WITHIN * spent, generations=GENERATIONS, progress=progress)
    levels = choices(case)
    return ["".join(str(levels[name].index(row[name])) for name in levels) for _, row in table.iterrows()]
