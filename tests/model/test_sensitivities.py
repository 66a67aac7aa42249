"""Which assumptions a result hangs on: the same numbers however the work is shared out."""

import re
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from cases import load
from model import sensitivity, simulate
from model.analyses.communities import ranges

MONTHS = 24
FEW = ("public_hours", "market_hours", "trust_delay", "points_from_epidemic")


@pytest.fixture(scope="module")
def place():
    return load("nanjing")


def test_a_parameter_that_plays_no_part_has_no_effect_and_the_others_stand_in_order(place):
    """There is no epidemic, so what an epidemic would do matters nothing."""
    found = sensitivity(place, outcomes=["services", "trust"], samples=4, parameters=FEW, month=MONTHS, progress=False)
    assert list(found["outcome"].unique()) == ["services", "trust"] and len(found) == 8
    for _, rows in found.groupby("outcome", sort=False):
        assert rows["mu_star"].is_monotonic_decreasing and rows["mu_star"].iloc[0] > 0
        assert rows.set_index("parameter").loc["points_from_epidemic", "mu_star"] == 0


def test_the_effect_of_a_parameter_is_in_the_unit_of_the_outcome_over_its_whole_range(place):
    """Market hours add to services one by one: their effect is the difference between the ends of the range."""
    row = sensitivity(place, outcomes=["services"], samples=4, parameters=FEW, month=0, progress=False)
    row = row.set_index("parameter").loc["market_hours"]
    low, high = ranges(place)["market_hours"]
    ends = [simulate(place.replace(parameters={"market_hours": end}), months=0)["services"].iloc[0] for end in (low, high)]
    assert row["mu_star"] == pytest.approx(ends[1] - ends[0], rel=0.05)
    assert (row["low"], row["high"], row["badge"]) == (low, high, "judged")


def test_against_another_plan_the_difference_is_what_counts(place):
    given = {"outcomes": ["services"], "samples": 2, "parameters": FEW, "month": MONTHS, "progress": False}
    same = sensitivity(place, {"training": 9}, against={"training": 9}, **given)
    assert (same["mu_star"] == 0).all()
    assert (sensitivity(place, {"service_contracts": 0}, against={}, **given)["mu_star"] > 0).any()


def test_shares_of_variance_add_up_to_about_one(place):
    found = sensitivity(place, outcomes=["services"], method="sobol", samples=64, parameters=FEW, month=0, progress=False)
    assert list(found.columns[2:6]) == ["ST", "ST_conf", "S1", "S1_conf"]
    assert found["S1"].sum() == pytest.approx(1, abs=0.15) and found["ST"].is_monotonic_decreasing
    assert (sensitivity(place, outcomes=["mobility"], method="sobol", samples=2, parameters=FEW[:2], month=0, progress=False)["ST"] == 0).all()


def test_threads_and_a_dask_client_give_the_same_numbers(place):
    from distributed import Client, LocalCluster

    given = {"outcomes": ["services"], "samples": 4, "parameters": FEW, "month": 3}
    told = []
    alone = sensitivity(place, progress=lambda done, all: told.append((done, all)), **given)
    with ThreadPoolExecutor(2) as threads:
        assert alone.equals(sensitivity(place, executor=threads, progress=False, **given))
        assert threads.submit(int, "1").result() == 1, "an executor that was lent is not shut down"
    with LocalCluster(n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None) as cluster, Client(cluster) as client:
        for executor in (client, client.get_executor()):
            assert alone.equals(sensitivity(place, executor=executor, progress=False, **given))
    assert told == [(1, 1)]


def test_many_runs_are_cut_into_pieces_that_make_no_difference(place, monkeypatch):
    given = {"outcomes": ["trust"], "samples": 4, "parameters": FEW, "month": 3, "progress": False}
    whole = sensitivity(place, **given)
    monkeypatch.setattr("model.analyses.sensitivities.SLICE", 3)
    np.testing.assert_allclose(sensitivity(place, **given)["mu_star"], whole["mu_star"], rtol=1e-9)


@pytest.mark.parametrize(("given", "sentence"), [
    ({"method": "guess"}, "method is 'guess'; allowed are morris, sobol."),
    ({"samples": 1}, "samples is 1; allowed for morris is a whole number, at least 2."),
    ({"method": "sobol", "samples": 6}, "samples is 6; allowed for sobol is a power of 2, at least 2."),
    ({"parameters": ["trust_delay"]}, "parameters are ['trust_delay']; allowed are at least two, each once."),
    ({"parameters": ["luck", "trust_delay"]}, "parameters: 'luck' has no range in nanjing; allowed are recognition_half,"),
    ({"outcomes": ["luck"]}, "'luck' is no quantity of the model"),
    ({"plan": {"luck": 1}}, "luck"),
])
def test_what_cannot_be_asked_is_refused_in_a_sentence(place, given, sentence):
    with pytest.raises(ValueError, match=re.escape(sentence)):
        sensitivity(place, progress=False, **given)
