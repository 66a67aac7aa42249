"""The best plans for a sum of money: those that no other plan betters in everything at once.

The search is NSGA-II (Deb et al. 2002) as pymoo keeps it, on many runs computed together; after it, round
after round, the plans near the best are tried.  Every plan sets the place's levers from one month on, each
at one of the values that ``choices`` allows.
"""

from math import floor, inf
from numbers import Real

import numpy as np
import pandas
from pymoo.algorithms.moo.nsga2 import NSGA2
from pymoo.core.evaluator import Evaluator
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
SLICE = 1000
"""Plans in one piece of work, no more; the same for every executor, so that all give the same numbers.
A few hundred plans take hardly longer than fifty: most of the work is that of calling NumPy."""
EXACT = 6
"""Decimals of a value between two named levels: what arithmetic adds beyond them is dust."""
ALIKE = 6
"""Plans whose cost and outcomes agree to so many decimals come to the same."""
POPULATION = 100
GENERATIONS = 40
ROUNDS, NEAR = 6, 2
"""How often, at most, the plans near the best are tried: one lever moved by one or two of its values."""
SEED = 2023


def pareto(case, budget, outcomes=OUTCOMES, plans=100, executor=None, seed=SEED, progress=True,
           begins=None, months=AFTER, levers=None, generations=GENERATIONS, first=None):
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
        As ``model.analyses.progress.teller`` takes it: told after each generation and each round
        of plans near the best.
    begins, months : int, optional
        The plans hold from month ``begins`` (the end of the place's own history) for ``months``.
    levers : mapping of str to sequence of float, optional
        The levers that move and the values that each may take; ``choices(case)`` where left out.
    generations : int
        How long to search before the plans near the best are tried: each has 100 plans.
    first : pandas.DataFrame, optional
        Plans to begin with, as an earlier search gave them; each lever at one of its values.

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
    if isinstance(budget, bool) or not isinstance(budget, Real) or not 0 < budget < inf:
        raise ValueError(f"budget is {budget!r}; allowed is a number of yuan above 0.")
    begins = case.months if begins is None else whole_months(begins)
    levers = {name: [float(value) for value in values]
              for name, values in (levers or choices(case)).items()}
    work = _Work(onward(case, begins, case.shocks), levers, tuple(outcomes), whole_months(months))
    tell = teller(progress, "pareto")
    with workers(executor) as pool:
        problem = _Plans(work, budget, pool)
        found = _search(problem, work.rows(first), generations, seed, tell)
        found = _go_round(problem, found, lambda turn: tell(generations + turn, generations + ROUNDS))
    return _table(work, _best(problem, _simplest(problem, found), plans))


def choices(case, parts=1):
    """Return {lever: values it may take}, rising, for the levers that the place really had.

    Parameters
    ----------
    case : cases.Case
    parts : int
        1 gives the named levels; 2 also what lies half the way between two of them, 4 the quarters:
        each where the slider of the lever can stand.
    """
    return {lever.lever: _values(lever, parts) for lever in case.levers if lever.shown}


def _values(lever, parts):
    """The named levels of a lever and what lies between them; widgets/js/more/stands.js has its twin."""
    named = [level.value for level in lever.levels]
    between = [low + (high - low) * part / parts for low, high in zip(named, named[1:]) for part in range(1, parts)]
    return sorted({*named, *(_on_slider(lever, value) for value in between)})


def _on_slider(lever, value):
    """The value nearest to another at which the slider of a lever can stand; of two the higher."""
    return round(lever.low + lever.step * floor((value - lever.low) / lever.step + 0.5), EXACT)


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

    def unnamed(self, rows):
        """Return how many levers of each plan stand at no named level."""
        named = {lever.lever: [level.value for level in lever.levels] for lever in self.case.levers}
        return sum(~np.isin(np.array(values)[rows[:, at]], named[name])
                   for at, (name, values) in enumerate(self.levers.items()))

    def rows(self, table):
        """Return plans of a table as rows of numbers, which value of each lever; None for no table."""
        if table is None:
            return None
        return np.column_stack([[values.index(value) for value in table[name]] for name, values in self.levers.items()])


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


def _search(problem, first, generations, seed, tell):
    """Every plan that NSGA-II tried."""
    whole = {"vtype": float, "repair": RoundingRepair()}
    algorithm = NSGA2(POPULATION, sampling=_Sampling(first), crossover=SBX(prob=1.0, eta=3.0, **whole),
                      mutation=PM(prob=1.0, eta=3.0, **whole), eliminate_duplicates=True)
    algorithm.setup(problem, termination=("n_gen", generations), seed=seed)
    tried = []
    while algorithm.has_next():
        asked = algorithm.ask()
        algorithm.evaluator.eval(problem, asked)
        algorithm.tell(infills=asked)
        tried.append(asked)
        tell(len(tried), generations + ROUNDS)
    return Population.merge(Population.new(), *tried)


class _Sampling(IntegerRandomSampling):
    """Plans to begin with, and random ones to fill up."""

    def __init__(self, first):
        super().__init__()
        self.first = first

    def _do(self, problem, n_samples, **kwargs):
        drawn = super()._do(problem, n_samples, **kwargs)
        return drawn if self.first is None else np.vstack([self.first, drawn])[:n_samples]


def _go_round(problem, found, tell):
    """Every plan found, and those near the best: in a few rounds, or until no new plan is near them."""
    known = set(map(bytes, _whole(found)))
    for turn in range(1, ROUNDS + 1):
        rows = [row for row in _near(problem, _whole(_front(problem, found, POPULATION))) if bytes(row) not in known]
        if rows:
            known.update(map(bytes, rows))
            new = Population.new("X", np.array(rows, float))
            Evaluator().eval(problem, new)
            found = Population.merge(found, new)
        tell(turn)
    return found


def _near(problem, rows):
    """Plans that differ from one in rows by one lever, a few of its values up or down; each once."""
    steps = [step for step in range(-NEAR, NEAR + 1) if step]
    lever = np.eye(problem.n_var, dtype=int)
    moved = np.vstack([rows + step * lever[at] for at in range(problem.n_var) for step in steps])
    return np.unique(moved[((moved >= 0) & (moved <= problem.xu)).all(axis=1)], axis=0)


def _simplest(problem, found):
    """Of plans that come to the same, the one that moves fewest levers, and most of them to named levels."""
    rows = _whole(found)
    found = found[np.lexsort((problem.work.unnamed(rows), problem.work.moves(rows)))]
    _, first = np.unique(found.get("F").round(ALIKE), axis=0, return_index=True)
    return found[np.sort(first)]


def _front(problem, found, count):
    """The best plans that keep the budget, no more than a count, far from each other; the cheapest where none does."""
    kept = found[found.get("G")[:, 0] <= 0]
    if not len(kept):
        return found[[found.get("F")[:, 0].argmin()]]
    front = kept[NonDominatedSorting().do(kept.get("F"), only_non_dominated_front=True)]
    return RankAndCrowding().do(problem, front, n_survive=count) if len(front) > count else front


def _best(problem, found, count):
    best = _front(problem, found, count)
    if (best.get("G") > 0).any():
        raise ValueError(f"budget is {problem.budget:,.0f} yuan; the cheapest plan found costs "
                         f"{best.get('F')[0, 0]:,.0f} yuan.")
    return best


def _whole(found):
    return np.round(found.get("X")).astype(int)


def _table(work, best):
    rows = _whole(best)
    table = pandas.DataFrame({name: np.array(values)[rows[:, at]]
                              for at, (name, values) in enumerate(work.levers.items())})
    table[["cost", *work.outcomes]] = work(rows)
    table = table.sort_values(["cost", *table.columns[:-1]], ignore_index=True)
    return table.set_index(pandas.RangeIndex(1, len(table) + 1, name="plan"))
