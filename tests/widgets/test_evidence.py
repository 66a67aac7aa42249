"""The evidence from Python."""

import csv

import pytest

from cases import load
from widgets import Evidence
from widgets.evidence import FACTS


@pytest.fixture(scope="module")
def evidence():
    """The evidence of one place."""
    return Evidence("tianjin")


def test_every_fact_of_the_source_is_there(evidence):
    """No fact is left out, none of another source is in."""
    source = load("tianjin").source
    with FACTS.open(encoding="utf-8", newline="") as file:
        facts = {row["id"]: row for row in csv.DictReader(file) if row["source"] == source}
    assert {fact["id"] for fact in evidence.state["facts"]} == set(facts)
    for fact in evidence.state["facts"]:
        assert fact["claim"] == facts[fact["id"]]["claim_en"]
        if fact["value"] and fact["kind"] != "date":
            assert fact["value"].replace(",", "") == facts[fact["id"]]["value"]


@pytest.mark.parametrize(("language", "dates"), [
    ("en", {"fu169": "every 18 March", "fu170": "every 5 December", "fu030": "1972", "fu046": "September 2020", "fu043": "17 January 2019"}),
    ("zh_CN", {"fu169": "每年3月18日", "fu170": "每年12月5日", "fu030": "1972年", "fu046": "2020年9月", "fu043": "2019年1月17日"}),
])
def test_dates_are_told_as_a_reader_meets_them_in_the_table_and_where_scripts_do_not_run(language, dates):
    evidence = Evidence("tianjin", language=language)
    told = {fact["id"]: fact["value"] for fact in evidence.state["facts"]}
    assert {key: told[key] for key in dates} == dates
    assert all(f">{date}<" in evidence.picture() for date in dates.values())


def test_every_number_of_the_model_is_there(evidence):
    """Parameters, start values and levers, as the case has them."""
    case = load("tianjin")
    rows = {(row["name"], row["value"]) for row in evidence.state["values"]}
    assert rows == {(row["name"], row["value"]) for row in case.values.to_dict("records")}


def test_every_number_has_a_badge_and_a_reason_or_a_source(evidence):
    """Nothing stands without saying where it comes from."""
    for row in evidence.state["values"]:
        assert row["badge"] in {"source", "derived", "judged"}
        assert row["reason"] or row["source"], row["name"]
        assert row["low"] <= row["value"] <= row["high"], row["name"]
