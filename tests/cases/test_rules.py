"""Plans and shocks: what is right comes back clean, what is wrong is refused in a sentence."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import CaseError, Shock, check_plan, check_shocks
from cases.common import read_common

LEVERS, SHOCKS = read_common().levers, read_common().shocks
LEVER = st.sampled_from(sorted(LEVERS))
MONTHS = st.integers(0, 1200)


@st.composite
def plans(draw):
    """A right plan for the levers of this project, constants and schedules mixed."""
    plan = {}
    for lever in draw(st.sets(LEVER)):
        value = st.floats(LEVERS[lever].lowest, LEVERS[lever].highest)
        plan[lever] = draw(st.one_of(value, st.dictionaries(MONTHS, value, min_size=1, max_size=4)))
    return plan


@given(plans())
def test_a_right_plan_comes_back_with_the_same_numbers(plan):
    clean = check_plan(plan)
    assert clean == plan
    for setting in clean.values():
        assert not isinstance(setting, dict) or list(setting) == sorted(setting)


@given(LEVER, st.floats(0, 1e6, exclude_min=True), MONTHS)
def test_a_value_outside_the_hard_bounds_is_refused(lever, excess, month):
    rule = LEVERS[lever]
    for value in (rule.highest + excess, rule.lowest - excess):
        for setting in (value, {month: value}):
            if not rule.lowest <= value <= rule.highest:
                with pytest.raises(CaseError, match=f"{lever} is .* its (lowest|highest) of"):
                    check_plan({lever: setting})


@given(
    st.one_of(
        st.text(), st.none(), st.booleans(), st.just(math.nan), st.just(math.inf), st.binary()
    )
)
def test_what_is_no_number_is_refused(value):
    with pytest.raises(CaseError, match="not a number; allowed is 0 to 2000"):
        check_plan({"training": value})


@pytest.mark.parametrize(
    "plan, message",
    [
        (
            {"trainig": 3},
            "plan: there is no lever called 'trainig'; did you mean 'training'? Allowed: service_",
        ),
        (
            {"training": 3000},
            "plan: training is 3000, above its highest of 2000 (hours per month).",
        ),
        ({"training": -1}, "plan: training is -1, below its lowest of 0 (hours per month)."),
        ({"delegation": 1.5}, "plan: delegation is 1.5, above its highest of 1."),
        (
            {"training": "9"},
            "training is '9' (str), not a number; allowed is 0 to 2000 (hours per month).",
        ),
        ({"training": math.nan}, "training is nan, not a number"),
        ({"training": 10**400}, "not a number"),
        ({"training": True}, "training is True, not a number"),
        ({"training": [1, 2]}, "training is [1, 2] (list), not a number"),
        ({"training": {}}, "training has an empty schedule; allowed is {month: number, …}."),
        ({"training": {2.5: 1}}, "a month of training is 2.5, not a whole number of 0 or more."),
        ({"training": {-1: 1}}, "a month of training is -1, not a whole number of 0 or more."),
        ({"training": {"3": 1}}, "a month of training is '3', not a whole number of 0 or more."),
        ({"training": {12: 5000}}, "plan, month 12: training is 5000, above its highest of 2000"),
        (
            [("training", 3)],
            "plan: found [('training', 3)] (list); allowed is a mapping from a lever",
        ),
    ],
)
def test_a_wrong_plan_is_refused_in_a_sentence(plan, message):
    with pytest.raises(CaseError) as error:
        check_plan(plan)
    assert message in str(error.value)


def test_all_faults_of_a_plan_are_told_at_once():
    with pytest.raises(CaseError) as error:
        check_plan({"trainig": 3, "training": -1, "delegation": {-2: 3, 4: 5}})
    assert len(error.value.faults) == 4


def test_numpy_numbers_and_whole_floats_are_numbers():
    plan = {"training": np.float64(3), "unit_size": np.int32(50), "delegation": {12.0: 0.5}}
    clean = check_plan(plan)
    assert clean == {"training": 3.0, "unit_size": 50.0, "delegation": {12: 0.5}}
    assert type(clean["training"]) is float and type(next(iter(clean["delegation"]))) is int
    assert check_plan(None) == {} == check_plan({})


@given(st.sampled_from(sorted(SHOCKS)), MONTHS, st.integers(1, 600), st.floats(0, 10))
def test_a_shock_is_the_same_in_all_its_forms(shock, month, length, size):
    right = Shock(shock, month, length, size)
    named = right._asdict()
    other = {"kind": shock, "start": month, "length": length, "size": size}
    assert check_shocks([right, tuple(right), list(right), named, other]) == (right,) * 5


def test_length_and_size_left_out_are_the_usual_ones():
    usual = SHOCKS["epidemic"]
    expected = (Shock("epidemic", 12, usual.length, usual.size),)
    assert check_shocks([{"name": "epidemic", "month": 12}]) == expected
    assert check_shocks([("epidemic", 12)]) == expected
    assert check_shocks(()) == ()


@pytest.mark.parametrize(
    "shocks, message",
    [
        (Shock("epidemic", 1, 1, 1), "shocks: found Shock(shock='epidemic', month=1, length=1, size=1) (Shock)"),
        ("epidemic", "shocks: found 'epidemic' (str); allowed is a list of shocks."),
        (3, "shocks: found 3 (int); allowed is a list of shocks."),
        (["epidemic"], "shock 1: found 'epidemic'; allowed is (shock, month, length, size) or a dict"),
        ([{"shock": "epidemic"}], "shock 1: found {'shock': 'epidemic'}; allowed is"),
        ([{"shock": "epidemic", "month": 1, "end": 3}], "allowed is (shock, month, length, size)"),
        ([{"shock": "epidemic", "kind": "epidemic", "month": 1}], "allowed is (shock, month, length, size)"),
        ([("epidemic", 1, 2, 1, 9)], "allowed is (shock, month, length, size)"),
        ([("flood", 1)], "shock 1: there is no shock called 'flood'. Allowed: epidemic"),
        ([([], 1)], "shock 1: there is no shock called []"),
        ([("epidemic", 0), ("epidemic", -1)], "shock 2: month is -1, not a whole number of 0 or more."),
        ([("epidemic", 1, 0)], "shock 1: length is 0, not a whole number of 1 or more."),
        ([("epidemic", 1, 2.5)], "shock 1: length is 2.5, not a whole number of 1 or more."),
        ([("epidemic", 1, 2, 11)], "shock 1: size is 11, above its highest of 10."),
        ([("epidemic", 1, 2, -1)], "shock 1: size is -1, below its lowest of 0."),
        ([("epidemic", 1, 2, math.nan)], "shock 1: size is nan, not a number; allowed is 0 to 10."),
    ],
)  # fmt: skip
def test_a_wrong_shock_is_refused_in_a_sentence(shocks, message):
    with pytest.raises(CaseError) as error:
        check_shocks(shocks)
    assert message in str(error.value)
