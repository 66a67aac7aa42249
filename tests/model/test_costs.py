"""What a plan costs: every yuan of the run is put down once, to a spending and to a payer."""


import numpy as np
import pytest

from cases import Plan, load, names
from cases.columns import RUNNING, SPENDING
from model import cost, simulate
from model.analyses.costs import NOT_KNOWN, payers

PLAN = {"price_weight": 0.6, "service_contracts": 20_000, "self_help_grants": 5_000, "training": {10: 40},
        "recognition": {5: 300, 30: 900}}
CUT = [("budget_cut", 20, 10, 0.4)]


@pytest.fixture(params=names())
def case(request):
    return load(request.param)


def test_all_parts_together_are_the_money_that_the_run_spends(case):
    spent = cost(case, PLAN, 60, CUT).to_numpy().sum()
    assert spent == pytest.approx(simulate(case, PLAN, 60, CUT)["money_spent"].iloc[-1], rel=1e-12)


def test_what_levers_spend_is_the_lever_spending_of_the_equations(case):
    by_lever = cost(case, PLAN, 60, CUT).T.groupby("spending").sum().T.drop(columns=RUNNING)
    equations = simulate(case, PLAN, 60, CUT)["lever_spending"].iloc[:-1]
    assert np.allclose(by_lever.sum(axis=1), equations, rtol=1e-12)


def test_nothing_costs_less_than_nothing(case):
    assert (cost(case, PLAN, 60, CUT) >= 0).all(axis=None)


def test_the_shares_of_a_spending_add_up_to_one(case):
    for name in SPENDING:
        assert sum(payers(case, name).values()) == pytest.approx(1)
        assert set(payers(case, name)) <= {*case.actors["actor"], NOT_KNOWN}


def test_a_cut_budget_spends_less_on_levers_and_a_lever_costs_what_it_says(case):
    grants = cost(case, {"self_help_grants": 5_000}, 60, CUT)["self_help_grants"].sum(axis=1)
    assert grants[19] == 5_000 and grants[20] == pytest.approx(3_000) and grants[30] == 5_000


def test_some_place_names_payers_and_some_spending_has_none():
    known = {payer for name in names() for _, payer in cost(load(name), months=1).columns}
    assert NOT_KNOWN in known and len(known) > 3


def test_left_to_itself_it_counts_the_place_s_own_history_and_five_years(case):
    own = simulate(case, months=case.months + 60, shocks=case.shocks)["money_spent"].iloc[-1]
    assert cost(case).to_numpy().sum() == pytest.approx(own, rel=1e-12)


def test_a_plan_that_travels_costs_what_its_changes_and_shocks_cost():
    place = names()[0]
    plan = Plan(place, changes=PLAN, shocks=CUT)
    assert cost(load(place), plan, 60).equals(cost(load(place), PLAN, 60, CUT))


@pytest.mark.parametrize("months", [0, -1, 1.5])
def test_months_that_cannot_be_spent_are_refused(case, months):
    with pytest.raises(ValueError, match="months is"):
        cost(case, months=months)
