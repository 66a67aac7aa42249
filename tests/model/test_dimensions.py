"""The four lines of a run."""

import pandas
import pytest

from cases import load, names
from model import simulate
from model.analyses.dimensions import DIMENSIONS, REVERSED, dimension_lines, members, quantities


def test_every_named_quantity_belongs_to_one_line():
    """The outside driver alone has none."""
    table = quantities()
    named = set(table.name[table.named == "yes"])
    counted = [name for dimension in DIMENSIONS for name in members(dimension)]
    assert len(counted) == len(set(counted))
    assert named - set(counted) == {"mobility"}
    assert REVERSED <= set(counted)


@pytest.mark.parametrize("place", names())
def test_the_lines_stay_between_0_and_1(place):
    """Whatever happens to the place."""
    case = load(place)
    own = simulate(case, months=case.months, shocks=case.shocks)
    run = simulate(case, plan={"price_weight": 1, "delegation": 0}, months=case.months, shocks=[("conflict", 12, 60, 10)])
    for lines in (dimension_lines(own, own), dimension_lines(run, own)):
        assert list(lines) == list(DIMENSIONS)
        assert lines.min().min() >= 0 and lines.max().max() <= 1


def test_a_line_is_the_mean_of_its_members():
    """Worked by hand for the values, which are all shares."""
    case = load("tianjin")
    own = simulate(case, months=24)
    expected = own[["value_consensus", "public_spirit", "service_orientation", "trust"]].mean(axis=1)
    pandas.testing.assert_series_equal(dimension_lines(own, own)["value"], expected, check_names=False)


def test_more_dependence_lowers_its_line():
    """A member of which less is better enters turned round."""
    case = load("tianjin")
    own = simulate(case, months=24)
    worse = own.assign(dependence=1.0)
    assert (dimension_lines(worse, own)["interaction"] < dimension_lines(own, own)["interaction"]).all()
