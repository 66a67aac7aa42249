"""The timeline from Python."""

import re

from cases import load
from widgets import Timeline


def test_events_stand_in_the_order_of_time():
    """As the table has them, sorted by date."""
    dates = [event["date"] for event in Timeline("tianjin").state["events"]]
    assert dates == sorted(dates) and len(dates) == len(load("tianjin").timeline)


def test_dates_are_written_as_far_as_they_are_known():
    """A year stays a year; nothing is invented."""
    for event in Timeline("tianjin", language="zh_CN").state["events"]:
        parts = event["date"].count("-")
        first = event["when"].split("至")[0]
        assert bool(re.search("月", first)) == (parts >= 1)
        assert bool(re.search("日", first)) == (parts == 2)


def test_every_event_says_where_it_is_written():
    """Source and number of the fact."""
    assert all(event["source"] for event in Timeline("tianjin").state["events"])


def test_the_sentence_runs_from_the_first_beginning_to_the_last_end():
    """An event that lasts is not said as a span within a span."""
    timeline = Timeline("national")
    assert "1960 to 1969" in timeline.state["events"][0]["when"]
    assert "from 1960 to 24 October 2019." in timeline.picture()
