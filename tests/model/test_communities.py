"""The plausible communities: the same for everyone, each number within its range."""

import re

import numpy as np
import pytest

from cases import load, names
from model.analyses.communities import members, mulberry32, ranges

PLACE = load(names()[0])


def test_each_number_lies_in_its_range_and_fills_it(place):
    drawn, bounds = members(place, 500), ranges(place)
    assert list(drawn) == list(bounds) and len(drawn) == 500
    low, high = np.array(list(bounds.values())).T
    along = (drawn.to_numpy() - low) / (high - low)
    assert along.min() >= 0 and along.max() < 1
    assert np.abs(along.mean(axis=0) - 0.5).max() < 0.06


def test_a_few_are_the_first_of_many_and_another_seed_gives_others():
    assert members(PLACE, 7).equals(members(PLACE, 30).head(7))
    assert not members(PLACE, 7, seed=1).equals(members(PLACE, 7))


def test_the_generator_gives_the_numbers_of_its_authors_code():
    """Three numbers that the JavaScript of the page gives for the seed 2023."""
    assert mulberry32(2023, 3).tolist() == [0.346355166984722, 0.5043564201332629, 0.8568998796399683]


@pytest.mark.parametrize(("given", "sentence"), [
    ({"count": 0}, "members is 0; allowed is a whole number from 1 to 100000."),
    ({"count": True}, "members is True; allowed is a whole number from 1 to 100000."),
    ({"count": 2.5}, "members is 2.5; allowed is a whole number from 1 to 100000."),
    ({"seed": -1}, "seed is -1; allowed is a whole number from 0 to 4294967295."),
    ({"seed": 2**32}, "seed is 4294967296; allowed is a whole number from 0 to 4294967295."),
])
def test_what_cannot_be_drawn_is_refused_in_a_sentence(given, sentence):
    with pytest.raises(ValueError, match=re.escape(sentence)):
        members(PLACE, **given)


def test_a_name_instead_of_a_place_is_refused_with_advice():
    with pytest.raises(TypeError, match="write load"):
        members("somewhere")
