"""The front door: what it gives, what it refuses and how, and what it does not import."""

import math
import subprocess
import sys

import numpy as np
import pandas
import pytest

from cases import CaseError, load, names
from model import simulate
from model.equations import MODEL
from model.run import LONGEST

PLACE = load(names()[0])
SHOWN = [name for name, one in MODEL.quantities.items() if one.named]


def test_a_run_is_one_row_a_month_and_one_column_a_quantity(place):
    table = simulate(place)
    assert list(table.index) == list(range(121)) and table.index.name == "month"
    assert list(table.columns) == list(MODEL.quantities)
    assert table.dtypes.eq(float).all()


def test_the_twenty_eight_quantities_come_first(place):
    assert len(SHOWN) == 28
    assert list(simulate(place, months=0).columns[:28]) == SHOWN


def test_a_run_begins_with_the_start_values(place):
    first = simulate(place, months=0).iloc[0]
    assert {name: first[name] for name in place.start} == pytest.approx(dict(place.start))


@pytest.mark.parametrize("months", [0, 1, 37, np.int64(12), LONGEST])
def test_a_run_is_as_long_as_asked(months):
    assert len(simulate(PLACE, months=months)) == months + 1


def test_a_longer_run_begins_like_a_shorter_one(place):
    short, long = simulate(place, months=24), simulate(place, months=48)
    pandas.testing.assert_frame_equal(short, long[:25])


def test_the_own_shocks_are_not_added_unasked(place):
    calm = place.replace(shocks=())
    pandas.testing.assert_frame_equal(simulate(place), simulate(calm))
    with_shock = simulate(place, shocks=[{"shock": "epidemic", "month": 3}])
    assert not with_shock.equals(simulate(place))


def test_shocks_may_come_from_a_generator(place):
    shocks = [("epidemic", 2, 4, 1.0), ("honour", 5, 1, 1.0)]
    pandas.testing.assert_frame_equal(simulate(place, shocks=iter(shocks)), simulate(place, shocks=shocks))


def test_a_run_changes_nothing_that_it_is_given(place):
    plan = {"training": {5: 20.0}}
    simulate(place, plan, shocks=[("honour", 5, 1, 1.0)])
    assert plan == {"training": {5: 20.0}}


REFUSED = {
    "a name for a case": (
        {"case": "somewhere"}, TypeError,
        "case is 'somewhere'; allowed is a Case from cases.load; write load('somewhere')."),
    "nothing for a case": ({"case": None}, TypeError, "case is None; allowed is a Case from cases.load."),
    "months below 0": ({"months": -1}, ValueError, f"months is -1; allowed is a whole number from 0 to {LONGEST}."),
    "months above": ({"months": LONGEST + 1}, ValueError, f"months is {LONGEST + 1}; allowed"),
    "part of a month": ({"months": 1.5}, ValueError, "months is 1.5; allowed is a whole number"),
    "months in words": ({"months": "12"}, ValueError, "months is '12'; allowed is a whole number"),
    "months of truth": ({"months": True}, ValueError, "months is True; allowed is a whole number"),
    "a plan that is a list": ({"plan": [1]}, CaseError, "plan: found [1] (list)"),
    "an unknown lever": ({"plan": {"trainin": 1}}, CaseError, "plan: "),
    "a lever without a number": ({"plan": {"training": "much"}}, CaseError, "plan: training is "),
    "a lever at nan": ({"plan": {"training": math.nan}}, CaseError, "plan: training is nan, not a number"),
    "a lever at infinity": ({"plan": {"training": math.inf}}, CaseError, "plan: training is inf, not a number"),
    "a lever below": ({"plan": {"training": -1}}, CaseError, "plan: training is -1"),
    "a lever above": ({"plan": {"delegation": 1.01}}, CaseError, "plan: delegation is 1.01"),
    "an array for one run": ({"plan": {"training": np.ones(3)}}, CaseError, "plan: training is "),
    "an empty schedule": ({"plan": {"training": {}}}, CaseError, "plan: training has an empty schedule"),
    "a month before the start": ({"plan": {"training": {-1: 3}}}, CaseError, "plan: a month of training is -1"),
    "a month in words": ({"plan": {"training": {"3": 3}}}, CaseError, "plan: a month of training is '3'"),
    "an unknown shock": ({"shocks": [("flood", 1, 1, 1)]}, CaseError, "shock 1: "),
    "a shock without a month": ({"shocks": ["epidemic"]}, CaseError, "shock 1: found 'epidemic'"),
    "a shock too large": ({"shocks": [("epidemic", 1, 1, 99)]}, CaseError, "shock 1: size is 99"),
    "a shock of no length": ({"shocks": [("epidemic", 1, 0, 1)]}, CaseError, "shock 1: length is 0"),
    "one shock bare": ({"shocks": {"shock": "epidemic", "month": 1}}, CaseError, "shocks: found "),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_bad_input_is_refused_at_the_door_in_a_sentence(fault):
    arguments, error, message = REFUSED[fault]
    with pytest.raises(error) as refusal:
        simulate(**{"case": PLACE, **arguments})
    assert str(refusal.value).startswith(message)
    assert str(refusal.value).endswith(".")


def test_two_faults_are_told_together():
    with pytest.raises(CaseError) as refusal:
        simulate(PLACE, {"trainin": 1, "delegation": 2})
    assert len(refusal.value.faults) == 2


@pytest.mark.parametrize("lever", [lever.lever for lever in PLACE.levers])
def test_every_lever_is_allowed_on_and_refused_beyond_its_bounds(lever):
    rule = PLACE.lever(lever)
    for value in (rule.lowest, rule.highest):
        assert np.isfinite(simulate(PLACE, {lever: value}, months=1).to_numpy()).all()
    for value in (rule.lowest - 1e-6, rule.highest * (1 + 1e-6) + 1e-6):
        with pytest.raises(CaseError):
            simulate(PLACE, {lever: value}, months=1)


HEAVY = {"sympy", "pint", "pysd", "networkx", "scipy", "anywidget", "plotly", "SALib", "matplotlib"}


def imported(code):
    """Return the top-level modules that a fresh Python holds after running the code."""
    code += "; import sys; print(*{name.partition('.')[0] for name in sys.modules})"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                              check=True).stdout.split())


def test_the_first_result_needs_neither_sympy_nor_anything_else_heavy():
    first = "from cases import load, names; from model import simulate; simulate(load(names()[0]))"
    assert HEAVY & imported(first) <= HEAVY & imported("import pandas")


def test_many_runs_need_neither_sympy_nor_anything_else_heavy():
    first = ("from cases import load, names; from model import simulate_many; "
             "simulate_many(load(names()[0]), months=1)")
    assert HEAVY & imported(first) <= HEAVY & imported("import pandas")
