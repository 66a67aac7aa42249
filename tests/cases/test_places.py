"""What holds for every place of the book, whichever places there are."""

import csv
import os
from pathlib import Path

import pytest

import cases
from cases import load, names
from cases.common import read_common
from cases.evidence import known_facts, known_sources
from cases.say import spell_unit

ROOM = Path(cases.__file__).parent
SOURCES = os.environ.get("GOVERNING_SOURCES")
PLACES = names()
TABLES = sorted(ROOM.glob("*/*.csv"))


def rows(path):
    """Line number and row of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(enumerate(csv.DictReader(file), 2))


@pytest.fixture(scope="module", params=PLACES)
def case(request):
    return load(request.param)


def test_there_is_a_place():
    assert PLACES


def test_the_room_of_evidence_is_there_to_be_asked():
    assert known_sources() and known_facts()


def test_every_place_has_people_ties_and_events(case):
    assert len(case.actors) >= 15 and len(case.ties) >= 20 and len(case.timeline) >= 20
    assert not set(case.actors["actor"]) - set(case.ties["from"]) - set(case.ties["to"])
    assert {"administration", "society"} <= set(case.actors["side"])


def test_every_lever_has_steps_to_choose_from(case):
    for lever in case.levers:
        assert 4 <= len(lever.levels) <= 5, lever.lever
    assert any(lever.shown for lever in case.levers)


def test_the_last_step_of_a_lever_s_history_is_its_own_value(case):
    for lever in case.levers:
        setting = case.plan[lever.lever]
        last = setting[max(setting)] if isinstance(setting, dict) else setting
        assert last == lever.value, lever.lever


def test_shocks_and_events_lie_in_the_place_s_own_time(case):
    for shock in case.shocks:
        assert 0 <= shock.month < shock.month + shock.length <= case.months
    honours = case.timeline[case.timeline["kind"] == "honour"]
    shocks = [case.date(shock.month) for shock in case.shocks if shock.shock == "honour"]
    assert {date[:4] for date in shocks} <= set(honours["date"].str[:4])


def test_an_event_and_its_fact_are_of_the_same_year(case):
    with (ROOM.parent / "data" / "facts.csv").open(encoding="utf-8", newline="") as file:
        years = {row["id"]: row["year"] for row in csv.DictReader(file)}
    for event in case.timeline.itertuples():
        if event.fact and years[event.fact]:
            assert event.date[:4] == years[event.fact], event


def test_a_number_that_stands_in_the_source_is_that_of_its_fact(case):
    """Who corrects a fact corrects what the model takes from it."""
    with (ROOM.parent / "data" / "facts.csv").open(encoding="utf-8", newline="") as file:
        facts = {row["id"]: row for row in csv.DictReader(file) if row["kind"] == "number"}
    taken = [*((one.name, one.value, one.source) for one in case.evidence if one.badge == "source"),
             *((one.lever, one.value, one.source) for one in case.levers if one.badge == "source"),
             *((one.lever, one.value, one.source) for one in case.history.itertuples() if one.badge == "source")]
    for name, value, source in taken:
        _, _, fact = source.partition(":")
        advice = f"cases/{case.key}: {name} is {value:g} by its source, but {fact} of data/facts.csv says {facts.get(fact, {}).get('value')}"
        assert fact not in facts or float(facts[fact]["value"]) == value, advice


def test_the_tables_have_a_start_for_every_stock_and_nothing_else(case):
    stocks = {row["name"] for _, row in rows(ROOM / "_common" / "quantities.csv") if row["kind"] == "stock"}
    assert set(case.start) == stocks


def test_no_cell_of_a_place_is_a_reminder():
    for path in TABLES:
        for line, row in rows(path):
            waiting = {"to come", "待写", "TODO", "tbd"} & set(row.values())
            assert not waiting, f"{path.parent.name}/{path.name}, line {line}"


def test_every_unit_can_be_spelled():
    common = read_common()
    for item in (*common.parameters.values(), *common.levers.values()):
        assert "/" not in spell_unit(item.unit), item


@pytest.mark.skipif(not SOURCES, reason="GOVERNING_SOURCES is not set: anchors cannot be checked")
def test_every_anchor_occurs_in_its_source(case):
    for table in (case.actors, case.ties, case.timeline):
        for row in table.itertuples():
            text = source_text(row.source.partition(":")[0]) if row.anchor else ""
            assert row.anchor in text, row.anchor


def source_text(key):
    """The text of the source with that key, whose file name begins with it."""
    (path,) = Path(SOURCES).glob(f"{key}*.txt")
    return path.read_text(encoding="utf-8")
