"""Which assumptions a result hangs on: Morris's screening and Sobol's shares, as SALib keeps them.

Every parameter that is not certain moves over its own range, all of them at once; the runs are
made many together, in pieces that any executor may share out.
"""

import numpy as np
import pandas
from SALib.analyze import morris as morris_of, sobol as sobol_of
from SALib.sample import morris as morris_points, sobol as sobol_points

from model.analyses.better import HEADLINES
from model.analyses.communities import SEED, ranges
from model.many import side_by_side
from model.analyses.plans import case_of_plans, horizon, quantity, terms
from model.analyses.progress import teller
from model.analyses.workers import workers

SLICE = 2000
"""Runs in one piece of work; fewer take hardly less time (measured).  The same for every executor, so that all give
the same numbers."""
LEVELS = 4
SAMPLES = {"morris": 10, "sobol": 64}
MEASURES = {"morris": ("mu_star", "mu_star_conf", "mu", "sigma"), "sobol": ("ST", "ST_conf", "S1", "S1_conf")}


@case_of_plans
def sensitivity(case, plan=None, outcomes=HEADLINES, method="morris", samples=None, executor=None, progress=True,
                against=None, parameters=None, month=None, shocks=None, seed=SEED):
    """Return how much each parameter matters for each outcome, the one that matters most first.

    Parameters
    ----------
    case : cases.Case, optional
        The place of the plans if left out: ``sensitivity(plan)``.
    plan : mapping, cases.Plan or str, optional
        The place's own history if left out.
    outcomes : iterable of str
        Quantities, read in ``month``.
    method : str
        ``morris`` (elementary effects, Morris 1991, Campolongo et al. 2007) asks for few runs and
        puts parameters in order; ``sobol`` (shares of variance, Saltelli et al. 2010) asks for many.
    samples : int, optional
        Trajectories of Morris (10; each takes a run for every parameter and one more) or base
        samples of Sobol (64, a power of 2; each takes two runs more than parameters).
    executor : concurrent.futures.Executor or distributed.Client, optional
        Runs pieces of work side by side: threads where left out; processes, or a Dask client, for
        larger work.  It is not shut down.  The numbers are the same with all.
    progress : bool or callable
        As ``model.analyses.progress.teller`` takes it: told after each piece.
    against : mapping, cases.Plan or str, optional
        If given, the outcomes are differences: the plan less this one ({}: less the place's own).
    parameters : iterable of str, optional
        Only these move; all that are not certain if left out.
    month : int, optional
        The end of the place's own history and five years if left out.
    shocks : iterable, optional
        As for ``model.ensemble``.
    seed : int

    Returns
    -------
    pandas.DataFrame
        A row a pair of ``outcome`` and ``parameter``.  Morris: ``mu_star``, by how much the outcome
        changes on average, in its own unit, when the parameter goes through its whole range, with
        ``mu_star_conf``, half of a 95 % interval; ``mu``, the same with its sign; ``sigma``, how
        much that differs with the other parameters.  Sobol, without unit: ``ST``, the share of
        variance that the parameter has a part in, ``S1``, the share it has by itself, each with
        its ``_conf``.  Then ``low``, ``high``, ``unit`` and ``badge`` of the parameter.

    Raises
    ------
    TypeError, ValueError
        If ``case`` is no Case, or anything else is not allowed.
    """
    names, month = [quantity(name).name for name in outcomes], horizon(case, month)
    problem = _problem(case, parameters)
    points = _points(problem, method, samples, seed)
    jobs = [(case, plan, against, shocks, month, names, problem["names"], points[begin:begin + SLICE])
            for begin in range(0, len(points), SLICE)]
    for given in (plan, against):
        terms(case, given, shocks)
    found = np.concatenate(_gone_through(jobs, executor, teller(progress, "sensitivity")))
    parts = [_measured(problem, method, points, values, seed).assign(outcome=name) for name, values in zip(names, found.T)]
    return _tidy(case, pandas.concat(parts), method, names)


def _problem(case, parameters):
    horizon(case)
    bounds = ranges(case)
    chosen = list(bounds if parameters is None else parameters)
    for name in chosen:
        if name not in bounds:
            raise ValueError(f"parameters: {name!r} has no range in {case.key}; allowed are {', '.join(bounds)}.")
    if len(chosen) < 2 or len(set(chosen)) < len(chosen):
        raise ValueError(f"parameters are {chosen}; allowed are at least two, each once.")
    return {"num_vars": len(chosen), "names": chosen, "bounds": [bounds[name] for name in chosen]}


def _points(problem, method, samples, seed):
    if method not in SAMPLES:
        raise ValueError(f"method is {method!r}; allowed are {', '.join(SAMPLES)}.")
    count = SAMPLES[method] if samples is None else samples
    power = method == "sobol" and isinstance(count, int) and count & (count - 1)
    if isinstance(count, bool) or not isinstance(count, int) or count < 2 or power:
        allowed = "a power of 2" if method == "sobol" else "a whole number"
        raise ValueError(f"samples is {samples!r}; allowed for {method} is {allowed}, at least 2.")
    if method == "morris":
        return morris_points.sample(problem, count, num_levels=LEVELS, seed=seed)
    return sobol_points.sample(problem, count, calc_second_order=False, seed=seed)


def outcomes_at(case, plan, against, shocks, month, names, parameters, points):
    """Return what the outcomes come to at some points: an array (points, outcomes).

    A piece of work that an executor may send elsewhere; its arguments are those of ``sensitivity``.
    """
    given = dict(zip(parameters, points.T))
    plans = [terms(case, one, shocks) for one in ([plan] if against is None else [plan, against])]
    found = side_by_side(case, plans, given, month, names)
    values, *less = [np.stack([one[name][:, -1] for name in names], axis=1) for one in found]
    return values - less[0] if less else values


def _gone_through(jobs, executor, tell):
    with workers(executor) as pool:
        waiting = [pool.submit(outcomes_at, *job) for job in jobs]
        found = []
        for one in waiting:
            found.append(one.result())
            tell(len(found), len(jobs))
        return found


def _measured(problem, method, points, values, seed):
    if method == "morris":
        result = morris_of.analyze(problem, points, values, num_levels=LEVELS, seed=seed)
    elif np.ptp(values) == 0:
        result = dict.fromkeys(MEASURES[method], np.zeros(problem["num_vars"]))  # no variance to share
    else:
        result = sobol_of.analyze(problem, values, calc_second_order=False, seed=seed)
    return pandas.DataFrame({"parameter": problem["names"], **{name: result[name] for name in MEASURES[method]}})


def _tidy(case, found, method, names):
    about = pandas.DataFrame([(one.name, one.low, one.high, one.unit, one.badge) for one in case.evidence
                              if one.kind == "parameter"], columns=["parameter", "low", "high", "unit", "badge"])
    first = MEASURES[method][0]
    found = found.assign(order=found["outcome"].map(names.index)).sort_values(
        ["order", first], ascending=[True, False], kind="stable").drop(columns="order")
    columns = ["outcome", "parameter", *MEASURES[method], "low", "high", "unit", "badge"]
    return found.merge(about, on="parameter", how="left")[columns]
