"""The best plans for a sum of money: those that no other plan betters in everything at once.

The search is NSGA-II (Deb et al. 2002) as pymoo keeps it, on many runs computed together.  Every
plan sets the place's levers from one month on, each at one of the values that ``choices`` allows.
"""

import numpy as np
import pandas
from pymoo.algorithms.moo.nsga2 import NSGA2
from pymoo.core.population import Population
from pymoo.core.problem import Problem
from pymoo.operators.crossover.sbx import SBX
from pymoo.operators.mutation.pm import PM
from pymoo.operators.repair.rounding import RoundingRepair
from pymoo.operators.sampling.rnd import IntegerRandomSampling
from pymoo.operators.survival.rank_and_crowding import RankAndCrowding
from pymoo.util.nds.non_dominated_sorting import NonDominatedSorting

from model.analyses.better import LESS
from model.many import simulate_many
from model.analyses.onward import onward
from model.analyses.plans import AFTER
from model.analyses.progress import teller
from model.analyses.workers import workers
from model.run import require_case, whole_months

OUTCOMES = ("satisfaction", "participation")
SLICE = 50
"""Plans in one piece of work; the same for every executor, so that all give the same numbers."""
ALIKE = 6
"""Plans whose cost and outcomes agree to so many decimals come to the same."""
POPULATION = 100
GENERATIONS = 40
SEED = 2023


def pareto(case, budget, outcomes=OUTCOMES, plans=100, executor=None, seed=SEED, progress=True,
           begins=None, months=AFTER, levers=None, generations=GENERATIONS):
    """Return the best plans found that cost no more than a budget, the cheapest first.

    Parameters
    ----------
    case : cases.Case
    budget : float
        The most that may be spent in all ``months``, in yuan: levers and running together.
    outcomes : sequence of str
        Quantities, read at the end.  More of them is better, or less where ``model.analyses.better`` says so.
    plans : int
        The most plans to return; where more were found, those that lie apart.
    executor : concurrent.futures.Executor or distributed.Client, optional
        Runs pieces of work side by side: threads where left out; processes, or a Dask client, for
        larger work.  It is not shut down.  The plans are the same with all.
    seed : int
    progress : bool or callable
        As ``model.analyses.progress.teller`` takes it: told after each generation.
    begins, months : int, optional
        The plans hold from month ``begins`` (the end of the place's own history) for ``months``.
    levers : mapping of str to sequence of float, optional
        The levers that move and the values that each may take; ``choices(case)`` where left out.
    generations : int
        How long to search: each has 100 plans.

    Returns
    -------
    pandas.DataFrame
        Index ``plan`` from 1.  One column for each lever (in its unit), ``cost`` (yuan in all), one
        for each outcome (in its unit).  No plan in it betters another in cost and all outcomes.

    Raises
    ------
    TypeError, ValueError
        For what ``simulate_many`` refuses, a budget that is no number above 0, and one that no
        plan found keeps; the sentence names the cheapest.
    """
    require_case(case)
    if not np.isfinite(budget) or budget <= 0:
        raise ValueError(f"budget is {budget!r}; allowed is a number of yuan above 0.")
    begins = case.months if begins is None else whole_months(begins)
    levers = {name: [float(value) for value in values]
              for name, values in (levers or choices(case)).items()}
    work = _Work(onward(case, begins, case.shocks), levers, tuple(outcomes), whole_months(months))
    with workers(executor) as pool:
        problem = _Plans(work, budget, pool)
        tried = _search(problem, generations, seed, teller(progress, "pareto"))
    return _table(work, _best(problem, tried, plans))


def choices(case):
    """Return {lever: values of its named levels} for the levers that the place really had."""
    return {lever.lever: [level.value for level in lever.levels] for lever in case.levers if lever.shown}


def as_plan(case, row, begins=None):
    """Return a row of ``pareto`` as a plan: {lever: {month: value}} of what differs from the place's own."""
    begins = case.months if begins is None else begins
    own = onward(case, begins, case.shocks).plan
    return {name: {begins: float(row[name])} for name in row.index if name in own and row[name] != own[name]}


def _now(case):
    """The value of every lever at month 0."""
    return {name: setting[0] if hasattr(setting, "items") else setting for name, setting in case.plan.items()}


class _Work:
    """What has to be computed of each plan; small enough to be sent to another process."""

    def __init__(self, case, levers, outcomes, months):
        self.case, self.levers, self.outcomes, self.months = case, levers, outcomes, months

    def __call__(self, rows):
        """Return cost and outcomes, one row a plan; ``rows`` holds which value of each lever."""
        plan = {name: np.array(values)[rows[:, at]] for at, (name, values) in enumerate(self.levers.items())}
        run = simulate_many(self.case, plan, months=self.months, shocks=self.case.shocks,
                            quantities=("money_spent", *self.outcomes))
        return np.column_stack([run[name][:, -1] for name in ("money_spent", *self.outcomes)])

    def moves(self, rows):
        """Return how many levers each plan moves."""
        own = _now(self.case)
        return sum(np.array(values)[rows[:, at]] != own[name]
                   for at, (name, values) in enumerate(self.levers.items()))


class _Plans(Problem):
    """The plans as pymoo sees them: whole numbers in, what is to be small out."""

    def __init__(self, work, budget, pool):
        most = [len(values) - 1 for values in work.levers.values()]
        super().__init__(n_var=len(most), n_obj=1 + len(work.outcomes), n_ieq_constr=1, xl=0, xu=np.array(most),
                         vtype=int)
        self.work, self.budget, self.pool = work, budget, pool

    def _evaluate(self, x, out, *args, **kwargs):
        rows = np.round(x).astype(int)
        pieces = [rows[at:at + SLICE] for at in range(0, len(rows), SLICE)]
        values = np.vstack(list(self.pool.map(self.work, pieces)))
        signs = [1.0, *(1.0 if name in LESS else -1.0 for name in self.work.outcomes)]
        out["F"], out["G"] = values * signs, values[:, :1] / self.budget - 1


def _search(problem, generations, seed, tell):
    """Every plan that was tried; of several that come to the same, the one that moves fewest levers."""
    whole = {"vtype": float, "repair": RoundingRepair()}
    algorithm = NSGA2(POPULATION, sampling=IntegerRandomSampling(), crossover=SBX(prob=1.0, eta=3.0, **whole),
                      mutation=PM(prob=1.0, eta=3.0, **whole), eliminate_duplicates=True)
    algorithm.setup(problem, termination=("n_gen", generations), seed=seed)
    tried = []
    while algorithm.has_next():
        asked = algorithm.ask()
        algorithm.evaluator.eval(problem, asked)
        algorithm.tell(infills=asked)
        tried.append(asked)
        tell(len(tried), generations)
    found = Population.merge(Population.new(), *tried)
    found = found[np.argsort(problem.work.moves(_whole(found)), kind="stable")]
    _, first = np.unique(found.get("F").round(ALIKE), axis=0, return_index=True)
    return found[np.sort(first)]


def _best(problem, tried, count):
    kept = tried[tried.get("G")[:, 0] <= 0]
    if not len(kept):
        raise ValueError(f"budget is {problem.budget:,.0f} yuan; the cheapest plan found costs "
                         f"{tried.get('F')[:, 0].min():,.0f} yuan.")
    front = kept[NonDominatedSorting().do(kept.get("F"), only_non_dominated_front=True)]
    return RankAndCrowding().do(problem, front, n_survive=count) if len(front) > count else front


def _whole(found):
    return np.round(found.get("X")).astype(int)


def _table(work, best):
    rows = _whole(best)
    table = pandas.DataFrame({name: np.array(values)[rows[:, at]]
                              for at, (name, values) in enumerate(work.levers.items())})
    table[["cost", *work.outcomes]] = work(rows)
    table = table.sort_values(["cost", *table.columns[:-1]], ignore_index=True)
    return table.set_index(pandas.RangeIndex(1, len(table) + 1, name="plan"))
