"""A plan is checked when it is made, and cannot be changed."""

import dataclasses

import pytest

from cases import CaseError, Plan, load, names


@pytest.mark.parametrize("place", names())
def test_an_empty_plan_is_the_place_as_it_was(place):
    plan, case = Plan(place), load(place)
    assert (plan.changes, plan.shocks, plan.all_shocks, plan.begins) == ({}, None, case.shocks, case.months)


def test_a_plan_begins_with_its_first_change():
    assert Plan("tianjin", {"training": {240: 80}, "recognition": {120: 0}}).begins == 120
    assert Plan("tianjin", {"training": {240: 80}, "recognition": 0}).begins == 0
    assert Plan("tianjin", {"training": {240: 80}}, begins=100).begins == 100


def test_the_places_own_shocks_are_not_kept_twice():
    shocks = [tuple(one) for one in load("tianjin").shocks]
    assert Plan("tianjin", shocks=shocks) == Plan("tianjin")
    assert Plan("tianjin", shocks=[]).all_shocks == ()


def test_a_plan_cannot_be_changed():
    plan = Plan("tianjin", {"training": {240: 80}})
    with pytest.raises(TypeError):
        plan.changes["training"] = 3
    with pytest.raises(dataclasses.FrozenInstanceError):
        plan.begins = 3
    assert {plan: 1}[Plan("tianjin", {"training": {240: 80}})] == 1


@pytest.mark.parametrize(("wrong", "message"), [
    ({"place": "atlantis"}, "no place called 'atlantis'"),
    ({"place": ["tianjin"]}, "no place called"),
    ({"changes": {"weather": 1}}, "no lever called 'weather'"),
    ({"changes": {"training": -1}}, "training is -1, below its lowest of 0"),
    ({"changes": {"training": float("nan")}}, "training is nan, not a number"),
    ({"shocks": [("flood", 3)]}, "no shock called 'flood'"),
    ({"begins": 1.5}, "begins is 1.5, not a whole number of 0 or more"),
    ({"name": "<b>"}, "without < and >"),
    ({"name": "two\nlines"}, "one line"),
    ({"name": "x" * 81}, "at most 80 characters"),
    ({"name": 7}, "its name is 7, not text"),
])
def test_a_bad_plan_is_refused_with_a_sentence(wrong, message):
    with pytest.raises(CaseError, match=message):
        Plan(**{"place": "tianjin", **wrong})
