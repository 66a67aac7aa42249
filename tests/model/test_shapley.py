"""Who did how much: the laws of Shapley values, exact and drawn."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.analyses.shapley import EXACT, orders_of, shapley

numbers = st.floats(-100, 100)


@st.composite
def games(draw, most=6):
    """How many causes, and a result for each combination of them."""
    count = draw(st.integers(1, most))
    return count, np.array(draw(st.lists(numbers, min_size=2 ** count, max_size=2 ** count)))


def by_table(table):
    return lambda masks: table[masks @ (1 << np.arange(masks.shape[1]))]


@given(games())
def test_the_values_sum_to_the_whole_change(game):
    count, table = game
    values, errors = shapley(count, by_table(table))
    assert values.sum() == pytest.approx(table[-1] - table[0], abs=1e-9) and not errors.any()


@given(games(), st.data())
def test_a_cause_without_effect_gets_nothing(game, data):
    count, table = game
    idle = data.draw(st.integers(0, count - 1))
    masks = np.arange(2 ** count)
    values, _ = shapley(count, by_table(table[masks & ~(1 << idle)]))
    assert values[idle] == pytest.approx(0, abs=1e-9)


@given(st.integers(2, 6), st.lists(numbers, min_size=7, max_size=7))
def test_causes_that_do_the_same_get_the_same(count, by_size):
    values, _ = shapley(count, lambda masks: np.array(by_size)[masks.sum(axis=1)])
    assert values == pytest.approx(np.full(count, values[0]), abs=1e-9)


def test_a_glove_game_is_as_in_the_textbook():
    """One left glove, two right gloves, a pair is worth 1: 2/3, 1/6, 1/6 (Shapley 1953)."""
    values, _ = shapley(3, lambda masks: masks[:, 0] & (masks[:, 1] | masks[:, 2]))
    assert values == pytest.approx([2 / 3, 1 / 6, 1 / 6])


@settings(max_examples=10)
@given(st.integers(EXACT + 1, 19), st.integers(0, 1000))
def test_drawn_values_sum_to_the_change_and_lie_within_their_errors(count, seed):
    random = np.random.default_rng(seed)
    alone, together = random.normal(size=count), random.normal(size=(count, count)) / count

    def value(masks):
        return masks @ alone + np.einsum("mi,ij,mj->m", masks, together, masks)

    values, errors = shapley(count, value)
    exact = alone + np.diag(together) + ((together + together.T).sum(axis=1) - 2 * np.diag(together)) / 2
    assert values.sum() == pytest.approx(value(np.ones((1, count)))[0])
    assert (np.abs(values - exact) <= 5 * errors + 1e-9).all()


def test_drawn_orders_hold_every_cause_once_and_are_always_the_same():
    orders = orders_of(15, 4)
    assert all(sorted(order) == list(range(15)) for order in orders) and orders == orders_of(15, 4)
