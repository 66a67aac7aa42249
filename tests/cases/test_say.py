"""Numbers, units and ranges in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.say import outside, plain, spell_unit, unknown


@pytest.mark.parametrize(
    "unit, words",
    [
        ("hour/month", "hours per month"),
        ("yuan/month/person", "yuan per month per person"),
        ("person", "persons"),
        ("1/month", "per month"),
        ("yuan", "yuan"),
        ("1", ""),
    ],
)
def test_a_unit_is_spelled_as_a_person_says_it(unit, words):
    assert spell_unit(unit) == words


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_in_a_sentence_is_the_number_itself(number):
    assert float(plain(number)) == number


def test_a_sentence_about_a_range_names_the_end_that_was_passed():
    assert outside("x", 3, 0, 2, "1") == "x is 3, above its high of 2"
    assert outside("x", -1, 0, 2, "yuan") == "x is -1, below its low of 0 (yuan)"
    assert outside("x", 2, 0, 2, "1") is None and outside("x", 0, 0, 2, "1") is None


def test_a_name_far_from_all_others_gets_no_guess():
    assert (
        unknown("lever", "zzz", ["training"]) == "there is no lever called 'zzz'. Allowed: training"
    )
