"""The best plans of a place, handed to the panel about money: found when the book is built, in JupyterLab when it is opened."""

from model import pareto, simulate
from model.analyses.front import AFTER, choices
from model.analyses.onward import onward
from model.analyses.progress import Parts, teller

AS_MUCH, MORE = 1.02, 1.5
"""Limits, as parts of what the place spends as it goes on: where the slider rests, which rounds up; and a wide one."""
SEARCHES = ((MORE, 1), (AS_MUCH, 1), (AS_MUCH, 2), (AS_MUCH, 4))
"""Limits, and how fine levers are set: at named levels; also half the way between two; at a quarter too."""
SHOWN, PLANS = 100, 150
"""So many plans the panel shows; and so many a search hands over, since others may better some of them."""
GENERATIONS, ONWARD = 8, 3
"""Of the search from nothing, and of those that go on from what the one before found."""


def offers(case, progress=False):
    """Return the best plans as signs: for each lever which of its values in ``choices(case, 4)``, from ``0``.

    Parameters
    ----------
    case : cases.Case
    progress : bool or callable
        As `model.pareto` takes it.

    Returns
    -------
    list of str
        A few hundred, none twice; some 12 signs each.
    """
    there = onward(case, case.months, case.shocks)
    spent = simulate(there, months=AFTER, shocks=there.shocks)["money_spent"].iloc[-1]
    told, table, found = Parts(teller(progress, "offers"), len(SEARCHES)), None, {}
    for step, (within, parts) in enumerate(SEARCHES):
        generations = GENERATIONS if table is None else ONWARD
        table = pareto(case, within * spent, plans=PLANS, levers=choices(case, parts), generations=generations,
                       first=table, progress=told.part(step))
        found |= dict.fromkeys(_signs(case, table))
        if (table["cost"] <= AS_MUCH * spent).sum() >= SHOWN:
            break
    told.part(len(SEARCHES) - 1)(1, 1)
    return list(found)


def _signs(case, table):
    """Plans as signs: 0 to 9, then what follows them in Unicode; widgets/js/more/stands.js reads them."""
    values = choices(case, SEARCHES[-1][1])
    return ["".join(chr(ord("0") + values[name].index(row[name])) for name in values) for _, row in table.iterrows()]
