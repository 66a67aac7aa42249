"""Bands, counts and what would turn a comparison round."""

import numpy as np
import pytest

from cases import CaseError, load
from model import beats, ensemble, simulate
from model.analyses.better import HEADLINES, LESS
from model.analyses.communities import members
from model.analyses.ensembles import noticeable

MONTHS, FEW = 40, 60
PLAN = {"recognition": 0}


@pytest.fixture(scope="module")
def place():
    return load("nanjing")


def test_the_band_is_what_the_communities_give_one_by_one(place):
    band = ensemble(place, PLAN, members=9, quantities=["volunteers"], months=MONTHS)["volunteers"]
    runs = [simulate(place.replace(parameters=row.to_dict()), PLAN, MONTHS, place.shocks)["volunteers"]
            for _, row in members(place, 9).iterrows()]
    for part, at in (("low", 0.1), ("median", 0.5), ("high", 0.9)):
        np.testing.assert_allclose(band[part], np.quantile(runs, at, axis=0), rtol=1e-9)


def test_a_band_has_the_vocabulary_and_five_years_unless_asked_otherwise(place):
    band = ensemble(place, members=2)
    assert len(band) == place.months + 61 and band.index.name == "month"
    assert len(band.columns) == 28 * 3 and list(band.columns.names) == ["quantity", "part"]
    assert (band.xs("low", axis=1, level="part") <= band.xs("high", axis=1, level="part")).all(axis=None)


def test_a_plan_against_itself_wins_and_loses_nowhere_and_hangs_on_nothing(place):
    found = beats(place, PLAN, PLAN, month=MONTHS, members=FEW)
    assert (found[["better", "worse"]] == 0).all(axis=None) and (found["same"] == FEW).all()
    assert found["assumption"].isna().all() and not found["turned"].any()


def test_exchanging_two_plans_exchanges_wins_and_losses(place):
    one, other = (beats(place, *pair, month=MONTHS, members=FEW) for pair in ((PLAN, {}), ({}, PLAN)))
    assert (one[["better", "worse", "same"]].to_numpy() == other[["worse", "better", "same"]].to_numpy()).all()
    np.testing.assert_allclose(one["median"], -other["median"], atol=1e-9)
    assert list(one["assumption"]) == list(other["assumption"])


def test_where_less_is_better_less_wins(place):
    found = beats(place, {"service_contracts": 0}, month=MONTHS, members=FEW, outcomes=["public_cost"])
    assert "public_cost" in LESS and found.loc["public_cost", "better"] == FEW
    assert found.loc["public_cost", "high"] < 0


def test_the_assumption_that_is_named_does_what_is_said(place):
    """Setting it in the place and drawing again gives the numbers of the table."""
    plan = {"consultation_effort": 60, "service_contracts": 0}
    row = beats(place, plan, month=MONTHS, members=FEW, outcomes=["administrative_burden"]).iloc[0]
    least = noticeable(place, ["administrative_burden"], MONTHS)["administrative_burden"]
    gains = []
    for _, numbers in members(place, FEW).iterrows():
        there = place.replace(parameters={**numbers, row["assumption"]: row["value"]})
        one, other = (simulate(there, given, MONTHS, place.shocks)["administrative_burden"].iloc[-1] for given in (plan, {}))
        gains.append(other - one)
    gains = np.array(gains)
    assert (row["better_then"], row["worse_then"]) == ((gains >= least).sum(), (gains <= -least).sum())


def test_the_headlines_are_those_of_the_page():
    from pathlib import Path

    script = (Path(__file__).parents[2] / "widgets" / "js" / "outcomes.js").read_text(encoding="utf-8")
    listed = script.split("HEADLINES = [")[1].split("]")[0].replace('"', "").replace(",", " ").split()
    assert listed == list(HEADLINES)


def test_what_is_not_allowed_is_refused(place):
    with pytest.raises(CaseError):
        ensemble(place, {"no_lever": 1})
    with pytest.raises(ValueError, match="'happiness' is no quantity of the model"):
        beats(place, PLAN, outcomes=["happiness"])
