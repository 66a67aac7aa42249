"""Many runs are the single runs, side by side."""

import numpy as np
import pandas
import pytest

from cases import check_shocks, load, names
from model import many, simulate, simulate_many
from model.generated import scalar

PLACE = load(names()[0])
CLOSE = {"rtol": 1e-9, "atol": 1e-9}


def as_table(found, run):
    return pandas.DataFrame({name: rows[run] for name, rows in found.items()})


def same(found, table):
    scale = table.abs().max() + 1e-12
    np.testing.assert_allclose((found[table.columns] / scale).to_numpy(), (table / scale).to_numpy(), **CLOSE)


def test_plain_numbers_give_one_run(place):
    found = simulate_many(place, shocks=place.shocks)
    assert list(found) == list(scalar.QUANTITIES)
    assert {rows.shape for rows in found.values()} == {(1, 121)}
    same(as_table(found, 0), simulate(place, shocks=place.shocks))


def test_each_run_is_what_it_would_be_alone(place):
    training, trust = np.array([0.0, 30.0, 60.0]), np.array([0.1, 0.5, 0.9])
    delay = np.array([6.0, 24.0, 60.0])
    found = simulate_many(place, {"training": {0: training, 7: training / 2}, "delegation": 0.5},
                          {"trust_delay": delay}, {"trust": trust}, months=24)
    for run in range(3):
        alone = place.replace(parameters={"trust_delay": delay[run]}, start={"trust": trust[run]})
        plan = {"training": {0: training[run], 7: training[run] / 2}, "delegation": 0.5}
        same(as_table(found, run), simulate(alone, plan, months=24))


def test_plans_side_by_side_are_what_each_is_alone(place):
    """They may differ in levers, in the month of a change and in what happens; the communities are the same."""
    delays, lever = {"trust_delay": np.array([6.0, 24.0, 60.0])}, place.levers[0]
    plans = [({}, place.shocks), ({lever.lever: {7: lever.low, 12: lever.high}}, check_shocks([("epidemic", 5)]))]
    found = many.side_by_side(place, plans, delays, 24, ["trust", "services"])
    for one, (plan, shocks) in zip(found, plans, strict=True):
        alone = simulate_many(place, plan, delays, months=24, shocks=shocks, quantities=["trust", "services"])
        assert one.keys() == alone.keys()
        for name, rows in alone.items():
            np.testing.assert_allclose(one[name], rows, **CLOSE)


def test_plans_that_part_late_never_or_at_the_end_are_what_each_is_alone(place):
    """Until they part one course is run for all of them."""
    delays, lever = {"trust_delay": np.array([6.0, 60.0])}, place.levers[0]
    for month in (23, 24, 30):
        plans = [({lever.lever: {5: lever.high, month: value}}, place.shocks) for value in (lever.low, lever.high)]
        for (plan, shocks), one in zip(plans, many.side_by_side(place, plans, delays, 24, ["trust", "services"])):
            alone = simulate_many(place, plan, delays, months=24, shocks=shocks, quantities=["trust", "services"])
            for name, rows in alone.items():
                np.testing.assert_allclose(one[name], rows, **CLOSE)


def test_runs_in_several_chunks_are_all_filled(monkeypatch):
    monkeypatch.setattr(many, "CHUNK", 7)
    training = np.linspace(0, 60, 20)
    found = simulate_many(PLACE, {"training": training}, months=12, quantities=["professional_skill"])
    monkeypatch.undo()
    whole = simulate_many(PLACE, {"training": training}, months=12, quantities=["professional_skill"])
    np.testing.assert_array_equal(found["professional_skill"], whole["professional_skill"])


@pytest.mark.parametrize("asked", [["trust"], "trust", ("services", "trust")])
def test_only_the_quantities_asked_for_come_back(asked):
    wanted = [asked] if isinstance(asked, str) else list(asked)
    assert list(simulate_many(PLACE, months=1, quantities=asked)) == wanted


def test_a_column_of_a_table_is_an_array_of_runs():
    plan = pandas.DataFrame({"training": [0.0, 40.0]})
    found = simulate_many(PLACE, {"training": plan["training"]}, months=12, quantities="professional_skill")
    as_array = simulate_many(PLACE, {"training": plan["training"].to_numpy()}, months=12, quantities="professional_skill")
    np.testing.assert_array_equal(found["professional_skill"], as_array["professional_skill"])


REFUSED = {
    "an unknown quantity": ({"quantities": ["trusst"]}, "quantities: 'trusst' is no quantity of the model; allowed are"),
    "two lengths": (
        {"plan": {"training": np.ones(2)}, "start": {"trust": np.full(3, 0.5)}},
        "arrays have the lengths [2, 3]; allowed is one length for all, the number of runs, at least 1."),
    "no runs": ({"plan": {"training": np.ones(0)}}, "arrays have the lengths [0]"),
    "a table of runs": (
        {"plan": {"training": np.ones((2, 2))}},
        "plan: training is an array of shape (2, 2) and type float64; allowed is a flat array of finite numbers."),
    "words": ({"plan": {"training": np.array(["a", "b"])}}, "plan: training is an array of shape (2,) and type <U1"),
    "truth": ({"plan": {"training": np.array([True, False])}}, "plan: training is an array of shape (2,) and type bool"),
    "one nan": ({"plan": {"training": np.array([1.0, np.nan])}}, "plan: training is nan in run 1; allowed is a flat array of finite numbers."),
    "one nan in a schedule": (
        {"plan": {"training": {3: np.array([1.0, np.nan])}}}, "plan, training: 3 is nan in run 1"),
    "rows of different lengths": ({"plan": {"training": [[1], [1, 2]]}}, "plan: training is [[1], [1, 2]]; allowed is a flat array"),
    "a plan that is no mapping": ({"plan": "training"}, "plan is of type str; allowed is a mapping from a name to a number"),
    "parameters that are no mapping": ({"parameters": [1]}, "parameters is of type list; allowed is a mapping"),
    "starts that are no mapping": ({"start": 5}, "start is of type int; allowed is a mapping"),
    "quantities that are no list": ({"quantities": 5}, "quantities is 5; allowed is a list of names"),
    "one lever too high": ({"plan": {"delegation": np.array([0.5, 1.5])}}, "plan: delegation is 1.5"),
    "one lever too low": ({"plan": {"delegation": np.array([0.5, -0.5])}}, "plan: delegation is -0.5"),
    "one parameter too low": ({"parameters": {"trust_delay": np.array([12.0, -1.0])}}, "parameter: trust_delay is -1"),
    "one start too high": ({"start": {"trust": np.array([0.5, 2.0])}}, "start: trust is 2"),
    "an unknown parameter": ({"parameters": {"trust_dela": np.ones(2)}}, "parameter: "),
    "an unknown stock": ({"start": {"trus": 0.1}}, "start: "),
    "months in words": ({"months": "1"}, "months is '1'"),
    "an unknown shock": ({"shocks": [("flood", 1)]}, "shock 1: "),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_bad_arrays_are_refused_at_the_door_in_a_sentence(fault):
    arguments, message = REFUSED[fault]
    with pytest.raises((TypeError, ValueError)) as refusal:
        simulate_many(PLACE, **arguments)
    assert str(refusal.value).startswith(message)


def test_what_is_no_case_is_refused():
    with pytest.raises(TypeError, match="case is 'x'; allowed is a Case from cases.load"):
        simulate_many("x")


def test_whole_numbers_are_numbers():
    found = simulate_many(PLACE, {"training": np.array([0, 30])}, months=2, quantities="professional_skill")
    assert found["professional_skill"].dtype == float
