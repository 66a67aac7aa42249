"""What each shock did, and when the place had got over it."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from cases import Plan, load, names
from model import recovery, simulate
from model.analyses.dimensions import DIMENSIONS, NOTICEABLE, dimension_lines
from model.analyses.recoveries import COLUMNS, EQUAL, recovered

PLACES = {name: load(name) for name in names()}
PLACE = PLACES["tianjin"]
END = 3


def found(*gap):
    return recovered(np.array(gap), END)


@pytest.mark.parametrize("gap, deepest, months", [
    ([0, -0.02, -0.03, -0.01, -0.006, -0.004, 0], (-0.03, 2), 2),
    ([0, -0.02, -0.03, -0.001, -0.001, -0.006, -0.001, -0.001], (-0.03, 2), 3),
    ([0, -0.02, 0, 0, 0], (-0.02, 1), 0),
    ([0, -0.01, -0.01, -0.02, -0.04, -0.01, 0], (-0.04, 4), 3),
    ([0, 0.03, 0.03 + 1e-15, 0], (0.03, 1), 0),
    ([0, 0, 0, 0], (0, 0), 0),
], ids=["comes back", "comes back twice", "before its end", "worst after its end", "equal but for rounding", "nothing"])
def test_a_line_is_back_when_its_gap_stays_too_small_to_be_seen(gap, deepest, months):
    one = found(*gap)
    assert (one["gap"], one["gap_month"]) == deepest and one["recovered"] == months and one["left"] == gap[-1]


def test_nobody_knows_when_a_line_is_back_if_the_run_ends_before():
    assert math.isnan(found(0, -0.02, -0.03, 0.01, 0.02)["recovered"])
    assert math.isnan(found(0, 0, 0)["recovered"])


@given(some.lists(some.floats(-1, 1), min_size=5, max_size=40), some.integers(0, 50))
def test_from_when_it_is_back_no_gap_is_seen_and_just_before_one_is(gap, end):
    one = recovered(np.array(gap), end)
    assert abs(one["gap"]) >= max(map(abs, gap)) - EQUAL and gap[one["gap_month"]] == one["gap"]
    if math.isnan(one["recovered"]):
        assert end >= len(gap) or abs(gap[-1]) >= NOTICEABLE
        return
    back = end + int(one["recovered"])
    assert all(abs(value) < NOTICEABLE for value in gap[back:])
    assert back == end or abs(gap[back - 1]) >= NOTICEABLE


def gaps(case, plan, shocks, at, months):
    """The gaps of one shock, worked out by hand from two runs."""
    own = simulate(case, months=months, shocks=case.shocks)
    with_it, without = (dimension_lines(simulate(case, plan, months, some), own) for some in (shocks, shocks[:at] + shocks[at + 1:]))
    return with_it - without


@pytest.mark.parametrize("case", PLACES.values(), ids=PLACES)
def test_each_shock_is_taken_away_alone(case):
    months = case.months + 60
    shocks = [("epidemic", 4, 6, 2.0), ("conflict", 8, 3, 1.0), ("epidemic", 8, 6, 1.0)]
    table = recovery(case, {"training": 40}, shocks, every=True)
    assert tuple(table.columns) == COLUMNS and list(table["dimension"]) == [*DIMENSIONS] * 3
    for at in range(3):
        by_hand = gaps(case, {"training": 40}, shocks, at, months)
        for row in table.iloc[4 * at:4 * at + 4].itertuples():
            assert row.gap == by_hand[row.dimension].iloc[row.gap_month]
            assert abs(row.gap) == pytest.approx(by_hand[row.dimension].abs().max(), abs=1e-9)
            assert row.left == by_hand[row.dimension].iloc[-1]


def test_one_row_a_shock_names_the_line_that_it_moved_furthest():
    every, told = recovery(PLACE, every=True), recovery(PLACE)
    assert [tuple(row) for row in told[["shock", "month", "length", "size"]].itertuples(index=False)] == [tuple(one) for one in PLACE.shocks]
    furthest = every["gap"].abs().to_numpy().reshape(-1, 4).max(axis=1)
    assert told["gap"].abs().to_numpy() == pytest.approx(furthest)


def test_a_shock_of_no_size_does_nothing_and_one_that_outlasts_the_run_is_not_over():
    nothing, long = recovery(PLACE, shocks=[("conflict", 12, 6, 0)]), recovery(PLACE, shocks=[("conflict", 12, 40, 1)], months=36)
    assert (nothing.loc[0, "gap"], nothing.loc[0, "recovered"]) == (0, 0)
    assert long.loc[0, "gap"] != 0 and math.isnan(long.loc[0, "recovered"])


def test_a_plan_brings_its_shocks_and_without_any_the_table_is_empty():
    plan = Plan(PLACE.key, {"training": 40}, shocks=[("epidemic", 12, 6, 1.0)])
    assert list(recovery(PLACE, plan)["month"]) == [12]
    empty = recovery(PLACE, shocks=[])
    assert empty.empty and tuple(empty.columns) == COLUMNS


@settings(max_examples=10, deadline=None)
@given(some.sampled_from(sorted(PLACES)), some.floats(0.5, 2))
def test_a_larger_shock_leaves_no_shallower_mark(place, size):
    case = PLACES[place]
    small, large = (recovery(case, shocks=[("conflict", 6, 6, one)], months=24).loc[0, "gap"] for one in (size, size + 0.5))
    assert abs(large) > abs(small)


@pytest.mark.parametrize("bad, message", [
    ({"months": -1}, "months is -1"),
    ({"shocks": [("flood", 1, 1, 1)]}, "flood"),
    ({"plan": {"volunteers": 1}}, "volunteers"),
])
def test_what_is_not_allowed_is_refused_with_a_sentence(bad, message):
    with pytest.raises(ValueError, match=message):
        recovery(PLACE, **bad)


def test_a_name_is_no_case():
    with pytest.raises(TypeError, match="load"):
        recovery("tianjin")
