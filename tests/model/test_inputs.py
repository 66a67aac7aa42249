"""A plan and shocks become what holds in each month."""

import pytest

from cases import Shock, load, names
from model.inputs import complete_plan, held_inputs, monthly_rows

PLACE = load(names()[0])
LEVER = PLACE.levers[0]
OWN = 0.5 * (LEVER.lowest + LEVER.highest)


@pytest.fixture
def place():
    """A place whose first lever is constant."""
    return PLACE.replace(plan={LEVER.lever: OWN}, shocks=())


def course(place, plan, months=6, shocks=()):
    held = held_inputs(place, plan, shocks, months)
    return [row[0] for row in monthly_rows(held, [LEVER.lever], months)]


def test_without_a_plan_the_place_keeps_its_own(place):
    assert course(place, {}) == [OWN] * 7


def test_a_number_holds_all_the_time(place):
    assert course(place, {LEVER.lever: 1.0}) == [1.0] * 7


def test_a_schedule_holds_each_number_from_its_month_on(place):
    assert course(place, {LEVER.lever: {0: 1.0, 2: 2.0, 5: 3.0}}) == [1, 1, 2, 2, 2, 3, 3]


def test_before_a_schedule_the_place_keeps_its_own(place):
    assert course(place, {LEVER.lever: {3: 1.0}}) == [OWN] * 3 + [1.0] * 4


def test_the_own_history_holds_until_a_schedule_begins():
    place = PLACE.replace(plan={LEVER.lever: {0: 5.0, 2: 6.0, 4: 7.0}})
    assert course(place, {LEVER.lever: {3: 1.0}}) == [5, 5, 6, 1, 1, 1, 1]


def test_a_history_that_begins_late_starts_from_the_own_value():
    place = PLACE.replace(plan={LEVER.lever: {2: 6.0}})
    assert course(place, {}, months=2) == [LEVER.value, LEVER.value, 6.0]


def test_what_lies_behind_the_end_is_left_out(place):
    assert course(place, {LEVER.lever: {0: 1.0, 99: 2.0}}) == [1.0] * 7


def test_shocks_last_from_their_month_for_their_length_and_add_up(place):
    shocks = (Shock("epidemic", 1, 3, 2.0), Shock("epidemic", 3, 2, 0.5), Shock("honour", 0, 1, 1.0))
    held = held_inputs(place, {}, shocks, 6)
    rows = monthly_rows(held, ["shock_epidemic", "shock_honour", "shock_conflict"], 6)
    assert rows == [(0, 1, 0), (2, 0, 0), (2, 0, 0), (2.5, 0, 0), (0.5, 0, 0), (0, 0, 0), (0, 0, 0)]


def test_a_complete_plan_names_every_lever_and_begins_each_schedule_at_nought(place):
    plan = complete_plan(place, {LEVER.lever: {4: 1.0}})
    assert list(plan) == [lever.lever for lever in place.levers]
    assert plan[LEVER.lever] == {0: OWN, 4: 1.0}
    assert complete_plan(place)[LEVER.lever] == OWN
    assert all(0 in setting for setting in plan.values() if isinstance(setting, dict))
