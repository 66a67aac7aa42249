"""Plans beside each other: shape, units and differences of the table."""

import pytest

from cases import Plan, load, names
from model import compare, simulate
from model.tables import quantities

MONTHS = 24


@pytest.fixture
def place():
    return load(names()[0])


def test_every_plan_has_a_row_for_each_quantity_of_the_vocabulary(place):
    table = compare(place, {"more": {"delegation": 0.9}, "less": {"delegation": 0.1}}, MONTHS)
    named = [name for name, one in quantities().items() if one.named]
    assert table.index.names == ["plan", "quantity"] and list(table.columns) == ["unit", "start", "end", "own", "change", "percent"]
    assert list(table.index) == [(plan, name) for plan in ("more", "less") for name in named]


def test_the_numbers_are_those_of_the_runs(place):
    row = compare(place, {"plan": {"delegation": 0.9}}, MONTHS).loc["plan", "services"]
    run, own = (simulate(place, plan, MONTHS, place.shocks)["services"] for plan in ({"delegation": 0.9}, {}))
    assert row["start"] == run.iloc[0] and row["end"] == run.iloc[-1] and row["own"] == own.iloc[-1]
    assert row["change"] == run.iloc[-1] - own.iloc[-1] and row["percent"] == pytest.approx(row["change"] / row["own"] * 100)
    assert row["unit"] == "hour/month"


def test_a_plan_that_changes_nothing_differs_in_nothing(place):
    assert (compare(place, {"own": {}}, MONTHS)["change"] == 0).all()


def test_a_plan_brings_its_own_shocks_unless_others_are_given(place):
    plan = Plan(place.key, {}, shocks=[("epidemic", 2, 12, 3.0)])
    assert (compare(place, {"own": plan}, MONTHS)["change"] != 0).any()
    assert (compare(place, {"own": plan}, MONTHS, shocks=place.shocks)["change"] == 0).all()


def test_one_can_ask_for_some_quantities_and_the_usual_months(place):
    table = compare(place, {"plan": {}}, quantities=["joining", "volunteers"])
    assert list(table.loc["plan"].index) == ["joining", "volunteers"]
    assert table.loc[("plan", "volunteers"), "end"] == simulate(place, months=place.months + 60, shocks=place.shocks)["volunteers"].iloc[-1]


@pytest.mark.parametrize("plans", [[{}], {}, None])
def test_plans_without_names_are_refused(place, plans):
    with pytest.raises(TypeError, match="allowed is a mapping from a name to a plan"):
        compare(place, plans)


def test_a_quantity_that_does_not_exist_is_refused(place):
    with pytest.raises(ValueError, match="'joy' is no quantity of the model"):
        compare(place, {"plan": {}}, quantities=["joy"])
