"""The best plans for a sum of money: none betters another, none costs too much, all repeat."""

from concurrent.futures import ProcessPoolExecutor
from functools import cache
from math import prod

import numpy as np
import pandas
import pytest
from pymoo.indicators.hv import HV

from cases import load, names
from model import cost, pareto, simulate
from model.analyses.onward import onward
from model.analyses.front import AFTER, OUTCOMES, POPULATION, ROUNDS, _Work, as_plan, choices

PLACES = names()
SHORT = 8


@cache
def by_width():
    """The places, the one that can choose among fewest plans first."""
    return sorted(map(load, PLACES), key=lambda case: prod(map(len, choices(case).values())))


def own_cost(case):
    """What the place spends in the years after its own history if nothing changes."""
    there = onward(case, case.months, case.shocks)
    return simulate(there, months=AFTER, shocks=there.shocks)["money_spent"].iloc[-1]


@pytest.fixture(scope="module", params=PLACES)
def found(request):
    case = load(request.param)
    return case, own_cost(case), pareto(case, own_cost(case), generations=SHORT)


def goodness(table, budget):
    """Cost and outcomes as numbers that are to be small, all on one scale."""
    return np.column_stack([table["cost"] / budget, *(1 - table[name] for name in OUTCOMES)])


def test_no_plan_costs_more_than_the_budget(found):
    case, budget, table = found
    assert 0 < len(table) <= 100 and (table["cost"] <= budget).all()


def test_no_plan_is_bettered_by_another(found):
    _, budget, table = found
    points = goodness(table, budget)
    for point in points:
        others = (points <= point).all(axis=1) & (points < point).any(axis=1)
        assert not others.any()


def test_a_plan_costs_and_does_in_a_run_what_the_table_says(found):
    case, _, table = found
    row = table.iloc[len(table) // 2]
    plan, months = as_plan(case, row), case.months + AFTER
    run = simulate(case, plan, months, case.shocks).iloc[-1]
    spent = cost(case, plan, months, case.shocks).iloc[case.months:].to_numpy().sum()
    assert spent == pytest.approx(row["cost"], rel=1e-9)
    assert [run[name] for name in OUTCOMES] == pytest.approx([row[name] for name in OUTCOMES], rel=1e-9)


def test_searching_beats_as_many_plans_drawn_at_random(found):
    """Measured by the volume that the plans dominate, with the budget and no outcome at the corner."""
    case, budget, table = found
    random = np.random.default_rng(1)
    sizes = [len(values) for values in choices(case).values()]
    rows = np.column_stack([random.integers(0, size, POPULATION * SHORT) for size in sizes])
    work = _Work(onward(case, case.months, case.shocks), choices(case), OUTCOMES, AFTER)
    drawn = pandas.DataFrame(work(rows), columns=["cost", *OUTCOMES])
    drawn = drawn[drawn["cost"] <= budget]
    volume = HV(ref_point=np.ones(1 + len(OUTCOMES)))
    assert volume(goodness(table, budget)) > (volume(goodness(drawn, budget)) if len(drawn) else 0)


def test_the_same_seed_finds_the_same_plans_in_threads_and_in_processes():
    case = by_width()[0]
    budget = own_cost(case)
    with ProcessPoolExecutor(2) as pool:
        tables = [pareto(case, budget, generations=3, executor=executor) for executor in (None, None, pool)]
    assert tables[0].equals(tables[1]) and tables[0].equals(tables[2])
    wide = by_width()[-1]
    assert not pareto(wide, own_cost(wide), generations=3).equals(pareto(wide, own_cost(wide), generations=3, seed=7))


def test_a_dask_cluster_finds_the_same_plans():
    distributed = pytest.importorskip("dask.distributed")
    case = by_width()[0]
    budget = own_cost(case)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        with distributed.Client(cluster) as client:
            found = pareto(case, budget, generations=3, executor=client)
    assert found.equals(pareto(case, budget, generations=3))


def test_progress_is_told_after_each_generation_and_each_round():
    case, told = by_width()[0], []
    pareto(case, own_cost(case), generations=2, progress=lambda *at: told.append(at))
    assert told == [(at, 2 + ROUNDS) for at in range(1, 3 + ROUNDS)]


def test_levers_set_more_finely_go_on_from_what_a_coarser_search_found():
    """The named levels are among the finer values, and the plans that are best with them are begun with."""
    case = by_width()[0]
    budget = own_cost(case)
    named, halves, quarters = (choices(case, parts) for parts in (1, 2, 4))
    for name, values in named.items():
        lever = case.lever(name)
        assert set(values) < set(halves[name]) <= set(quarters[name]) and quarters[name] == sorted(quarters[name])
        for value in set(quarters[name]) - set(values):
            steps = (value - lever.low) / lever.step
            assert min(values) < value < max(values) and steps == pytest.approx(round(steps))
    coarse = pareto(case, budget, generations=2)
    fine = pareto(case, budget, levers=quarters, first=coarse, generations=2)
    assert len(coarse) < len(fine) == 100
    points = goodness(fine, budget)
    assert all((points <= point + 0.01).all(axis=1).any() for point in goodness(coarse, budget))


def test_no_plan_is_left_that_one_lever_moved_to_the_next_value_betters(found):
    """Where fewer plans than are returned are best, every one beside them has been tried."""
    case, budget, table = found
    if len(table) == 100:
        return
    levels = choices(case)
    rows = np.column_stack([[levels[name].index(value) for value in table[name]] for name in levels])
    beside = np.vstack([rows + step * np.eye(len(levels), dtype=int)[at] for at in range(len(levels)) for step in (-1, 1)])
    beside = beside[((beside >= 0) & (beside < [len(values) for values in levels.values()])).all(axis=1)]
    work = _Work(onward(case, case.months, case.shocks), levels, OUTCOMES, AFTER)
    near = pandas.DataFrame(work(beside), columns=["cost", *OUTCOMES])
    points = goodness(table, budget)
    for point in goodness(near[near["cost"] <= budget], budget):
        assert (points <= point + 1e-6).all(axis=1).any()


def test_less_of_what_is_bad_is_better():
    case = by_width()[0]
    table = pareto(case, own_cost(case), outcomes=("unmet_need",), generations=SHORT)
    assert table["unmet_need"].is_monotonic_decreasing and len(table) > 2


@pytest.mark.parametrize("budget", [0, -5, float("nan"), float("inf"), "x", "1000", None, True, [1000]], ids=repr)
def test_a_budget_that_is_no_sum_of_money_is_refused(budget):
    with pytest.raises(ValueError, match="budget is .* allowed is a number of yuan above 0"):
        pareto(by_width()[0], budget)


def test_a_budget_that_no_plan_keeps_names_the_cheapest():
    with pytest.raises(ValueError, match=r"budget is 1,000 yuan; the cheapest plan found costs [\d,]+ yuan"):
        pareto(by_width()[0], 1000, generations=2)
