"""Nothing appears from nowhere: what can be counted balances at every step."""

import numpy as np
import pytest
from sympy import simplify

from model.as_python import scalar_source
from model.equations import MODEL
from model.inputs import held_inputs, monthly_rows
from model.language import DT

MONTHS = 72
SHOCKS = [("epidemic", 6, 9, 3.0), ("conflict", 20, 6, 2.0), ("budget_cut", 30, 12, 0.5),
          ("honour", 44, 2, 1.0)]
FLOWS = {
    "volunteers": (("joining", "reporting"), ("leaving", "going_home")),
    "deployed_serving": (("reporting",), ("standing_down",)),
    "social_funds": (("donations",), ("fund_spending",)),
    "social_organisations": (("founding",), ("closing",)),
    "tasks_waiting": (("tasks_arriving",), ("tasks_done",)),
    "unmet_need": (("needs_arising",), ("needs_met", "needs_lapsed")),
    "working_residents": (("succession",), ("retiring",)),
    "retired_residents": (("retiring",), ("becoming_frail",)),
    "frail_residents": (("becoming_frail",), ("succession",)),
    "money_spent": (("public_cost",), ()),
}
COUNTED = {"person", "organisation", "task", "hour", "yuan"}


def test_every_stock_that_can_be_counted_has_a_balance_here():
    assert set(FLOWS) == {name for name in MODEL.stocks if MODEL.unit(name) in COUNTED}


def test_residents_pass_from_age_to_age_and_none_is_lost():
    flows = dict(MODEL.flows)
    people = ("working_residents", "retired_residents", "frail_residents")
    assert simplify(sum(flows[name] for name in people)) == 0


@pytest.fixture
def steps(place, random_settings, one_of, run_source):
    """Return {name: its value at every step} of one eventful run."""
    plan = one_of(random_settings(place, 1, seed=11, months=MONTHS), 0)
    plan["deployed_members"] = {0: 0.0, 6: 200.0, 15: 0.0, 40: 20.0}
    held = held_inputs(place, plan, shocks(), MONTHS)
    run = run_source(scalar_source(MODEL, every_step=True))["run"]
    rows = np.array(run(place.parameters, place.start, monthly_rows(held, MODEL.inputs, MONTHS)))
    found = dict(zip(MODEL.quantities, rows.T))
    stay = place.parameters["members_who_stay"]
    return {**found, "going_home": (1 - stay) * found["standing_down"]}


def shocks():
    from cases import check_shocks
    return check_shocks(SHOCKS)


@pytest.mark.parametrize("stock", FLOWS)
def test_each_step_adds_what_came_and_takes_what_went(steps, stock):
    came, went = (sum((steps[flow] for flow in flows), np.zeros(len(steps[stock])))
                  for flows in FLOWS[stock])
    net = DT * (came - went)[:-1]
    scale = np.abs(steps[stock]).max() + 1e-12
    assert np.abs(np.diff(steps[stock]) - net).max() <= 1e-9 * scale
    assert np.abs(steps[stock][1:] - steps[stock][0] - np.cumsum(net)).max() <= 1e-9 * scale
    assert (came >= 0).all() and (went >= 0).all()


def test_the_number_of_residents_stays(steps):
    assert np.abs(steps["residents"] / steps["residents"][0] - 1).max() <= 1e-9


def test_volunteers_are_residents_and_members_on_duty_are_volunteers(steps):
    assert (steps["deployed_serving"] <= steps["volunteers"] + 1e-9).all()
    assert (steps["volunteers"] <= steps["residents"] + 1e-9).all()
    own = steps["own_volunteers"] + steps["deployed_serving"]
    assert np.abs(own - steps["volunteers"]).max() <= 1e-9 * steps["volunteers"].max()


def test_no_more_needs_are_met_than_are_ready_or_than_services_allow(steps):
    assert (steps["needs_met"] <= steps["needs_ready"] * (1 + 1e-12)).all()
    assert (steps["needs_met"] <= steps["services"] * (1 + 1e-12)).all()


def test_no_more_money_is_spent_from_the_fund_than_it_holds(steps):
    assert (DT * steps["fund_spending"] <= steps["social_funds"]).all()
