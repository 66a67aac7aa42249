"""The sampled points cover the whole ranges and are all possible."""

import numpy as np
import pytest

from model.equations import MODEL
from model.sampling import points


@pytest.fixture(scope="module")
def sample():
    return points(MODEL, 2000, seed=1)


def test_enough_points_are_possible(sample):
    assert len(sample["trust"]) > 600


def test_every_quantity_lies_within_its_bounds(sample):
    for name, one in MODEL.quantities.items():
        assert np.isfinite(sample[name]).all(), name
        assert one.lowest is None or sample[name].min() >= one.lowest, name
        assert one.highest is None or sample[name].max() <= one.highest, name


def test_every_parameter_covers_its_range(sample):
    for name, one in MODEL.parameters.items():
        low, high = (one.low, one.high) if one.low is not None else (one.lowest, one.highest)
        found = sample[name]
        assert low <= found.min() <= low + 0.05 * (high - low), name
        assert high >= found.max() >= high - 0.05 * (high - low), name


def test_levers_and_shocks_are_met_at_rest_and_at_their_highest(sample):
    inputs = {**MODEL.levers, **{f"shock_{name}": one for name, one in MODEL.shocks.items()}}
    for name, one in inputs.items():
        assert (sample[name] == one.lowest).mean() > 0.15, name
        assert sample[name].max() > one.lowest + 0.95 * (one.highest - one.lowest), name


def test_the_same_seed_gives_the_same_points(sample):
    again = points(MODEL, 2000, seed=1)
    assert all((again[name] == sample[name]).all() for name in sample)
