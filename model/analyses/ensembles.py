"""How sure a run is: the same plan in many plausible communities, and what would turn a comparison round."""

import numpy as np
import pandas

from model.analyses.better import HEADLINES
from model.many import side_by_side
from model.analyses.communities import MEMBERS, SEED, members as plausible, ranges
from model.analyses.dimensions import HEADROOM, NOTICEABLE
from model.analyses.plans import case_of_plans, horizon, quantity, terms
from model.analyses.progress import Parts, teller
from model.analyses.weakpoints import WeakPoints
from model.run import simulate
from model.tables import quantities as table

LOW, HIGH = 0.1, 0.9
"""A band holds four fifths of the communities."""


@case_of_plans
def ensemble(case, plan=None, members=MEMBERS, seed=SEED, quantities=None, months=None, shocks=None,
             progress=True):
    """Return the band in which the plausible communities lie, month by month.

    Parameters
    ----------
    case : cases.Case, optional
        The place of the plans if left out: ``ensemble(plan)``.
    plan : mapping, cases.Plan or str, optional
        Lever to a number or {month: number}, a plan or its code; the place's own history if left out.
    members, seed : int
        How many communities, and where their draws begin; the same seed gives every plan the same
        communities.
    quantities : iterable of str, optional
        The 28 of the vocabulary if left out.
    months : int, optional
        The place's own history and five years if left out.
    shocks : iterable, optional
        What the plan says, or else the place's own, if left out.
    progress : bool or callable
        As ``model.analyses.progress.teller`` takes it: told in hundredths of the work.

    Returns
    -------
    pandas.DataFrame
        Index ``month`` from 0 to months.  Columns (quantity, part) with the parts ``low``,
        ``median`` and ``high``: a tenth, half and nine tenths of the communities lie below, each
        in the quantity's own unit.

    Raises
    ------
    TypeError, ValueError
        If ``case`` is no Case, or a plan, shock, number or quantity is not allowed.
    """
    names = [quantity(name).name for name in quantities or (one.name for one in table().values() if one.named)]
    months, drawn = horizon(case, months), plausible(case, members, seed)
    told = Parts(teller(progress, "ensemble"), 1).part(0)
    (runs,) = side_by_side(case, [terms(case, plan, shocks)], _arrays(drawn), months, names, told)
    parts = {(name, part): np.quantile(values, at, axis=0) for name, values in runs.items()
             for part, at in (("low", LOW), ("median", 0.5), ("high", HIGH))}
    index = pandas.RangeIndex(months + 1, name="month")
    return pandas.DataFrame(parts, index=index).rename_axis(columns=["quantity", "part"])


@case_of_plans
def beats(case, a, b=None, month=None, outcomes=HEADLINES, members=MEMBERS, seed=SEED, shocks=None,
          progress=True):
    """Return in how many plausible communities plan a is better than plan b, and what would turn that round.

    Parameters
    ----------
    case : cases.Case, optional
        The place of the plans if left out: ``beats(a, b)``.
    a, b : mapping, cases.Plan or str
        b is the place's own history if left out.
    month : int, optional
        When they are compared; the end of the place's own history and five years if left out.
    outcomes : iterable of str
        The six headline outcomes if left out.  Where less is better (``model.analyses.better``), less wins.
    members, seed, shocks
        As for ``ensemble``; both plans run in the same communities.
    progress : bool or callable
        As for ``ensemble``.

    Returns
    -------
    pandas.DataFrame
        Index ``outcome``.  Columns: ``better``, ``worse``, ``same``, numbers of communities, where
        a difference below half a hundredth of what counts as full is none; ``low``, ``median``,
        ``high`` of the difference a less b, in the outcome's unit; and the assumption on which it
        hangs most: ``assumption``, a parameter, ``correlation`` of its draws with the ranks of the
        difference, ``value``, an end of its range, ``better_then`` and ``worse_then``, the numbers
        when it has that value in all communities, ``turned``, whether the majority is then gone,
        and ``others``, how many more assumptions are known to take it away by themselves.

    Raises
    ------
    TypeError, ValueError
        As for ``ensemble``.

    Notes
    -----
    Every parameter that is not certain is tried, at either end of its range
    (``model.analyses.weakpoints`` says how); the one named moves the count furthest.  Where none
    turns the majority round, that one comes nearest.
    """
    month, names = horizon(case, month), [quantity(name).name for name in outcomes]
    drawn, plans = plausible(case, members, seed), [terms(case, plan, shocks) for plan in (a, b)]

    parts = Parts(teller(progress, "beats"), 2 + 2 * len(names))

    def differences(given, told):
        one, other = side_by_side(case, plans, given, month, names, told)
        return {name: one[name][:, -1] - other[name][:, -1] for name in names}

    found, least = differences(_arrays(drawn), parts.part(0)), noticeable(case, names, month)
    weak = WeakPoints(drawn, ranges(case), found, least, differences)
    if any(weak.majority(name) for name in names):
        weak.probe(parts.part(1))
    rows = {}
    for at, name in enumerate(names):
        sampling, counting = parts.part(2 + 2 * at), parts.part(3 + 2 * at)
        spread = dict(zip(("low", "median", "high"), np.quantile(found[name], [LOW, 0.5, HIGH])))
        rows[name] = {**weak.counts(name, found[name]), **spread, **weak.search(name, sampling, counting)}
        counting(1, 1)
    return pandas.DataFrame.from_dict(rows, orient="index").rename_axis("outcome")


def noticeable(case, names, months):
    """Return {quantity: the smallest difference that counts as one}, in its own unit."""
    own = simulate(case, months=months, shocks=case.shocks)
    full = {name: table()[name].highest or HEADROOM * own[name].max() or 1.0 for name in names}
    return {name: NOTICEABLE * value for name, value in full.items()}


def _arrays(drawn):
    return {name: values.to_numpy() for name, values in drawn.items()}
