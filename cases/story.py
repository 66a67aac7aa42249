"""Reading what is told of a place: its words, its actors, the ties among them, its timeline."""

from __future__ import annotations

import re

from cases.columns import ACTOR_KINDS, EVENT_KINDS, FACTS, LONGEST_HISTORY, PLACE, SIDES, TIE_KINDS, WORDS
from cases.dates import earliest, read_date
from cases.evidence import check_fact, check_source, read_anchor
from cases.frozen import Frozen
from cases.say import unknown
from cases.tables import read_whole

_KEY = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


def read_key(text: str) -> str:
    """`text`, which must be a name of small letters, digits and _.

    Raises
    ------
    ValueError
        If it is not.
    """
    if not _KEY.fullmatch(text):
        raise ValueError(f"{text!r}; allowed are small letters a to z, digits and _")
    return text


def read_begins(text: str) -> str:
    """`text`, which must be a calendar month such as 1988-01.

    Raises
    ------
    ValueError
        If it is not.
    """
    if len(read_date(text)) != 2:
        raise ValueError(f"{text!r}, not a month such as 1988-01")
    return text


def read_months(text: str) -> int:
    """The number of months that `text` writes, from 1 to LONGEST_HISTORY.

    Raises
    ------
    ValueError
        If it writes no such number.
    """
    months = read_whole(text)
    if not 1 <= months <= LONGEST_HISTORY:
        raise ValueError(f"{months}; allowed is a whole number from 1 to {LONGEST_HISTORY}")
    return months


def read_place(rows, faults, label) -> dict:
    """The rows of place.csv: words by language, and the plain facts source, begins and months."""
    found = {}
    for row in rows or []:
        key = row.choice("key", WORDS + FACTS)
        if key in found:
            row.fault(f"{key} stands here a second time")
        elif key in WORDS:
            found[key] = Frozen(row.words(""))
        elif key:
            found[key] = _plain_fact(row, key)
    missing = [key for key in WORDS + FACTS if key not in found]
    if rows is not None and missing:
        faults.add(label, f"{', '.join(missing)} missing; allowed is one row for each")
    return found


def _plain_fact(row, key):
    if row.cells["en"] != row.cells["zh_CN"]:
        return row.fault(f"{key} differs between en and zh_CN; allowed is the same in both")
    if key == "source":
        check_source(row, row.cells["en"])
        return row.text("en")
    return row.read(read_begins if key == "begins" else read_months, "en")


def read_actors(rows, quantities) -> tuple[Frozen, ...]:
    """Who is who, one mapping of all columns for each actor; `quantities` are the names of the model's."""
    found = {}
    for row in rows or []:
        actor = row.read(read_key, "actor")
        row.words("name"), row.words("meaning")
        row.choice("side", SIDES), row.choice("kind", ACTOR_KINDS)
        _tell_source(row, blank=False)
        _tell_quantity(row, quantities, blank=True)
        if actor in found:
            row.fault(f"{actor} stands here a second time")
        found[actor] = _whole(row, "actors")
    return tuple(found.values())


def read_ties(rows, actors, quantities) -> tuple[Frozen, ...]:
    """The ties, one mapping of all columns for each.

    Both ends must be known actors, unless `actors` is None: then that table could not be read.
    `quantities` are the names of the model's.
    """
    known, seen = [actor["actor"] for actor in actors or []], set()
    for row in rows or []:
        ends = [row.text(column) for column in ("from", "to")]
        for end in ends:
            if end and actors is not None and end not in known:
                row.fault(unknown("actor", end, known))
        if ends[0] and ends[0] == ends[1]:
            row.fault(f"{ends[0]} has a tie to itself; allowed is a tie between two actors")
        row.words("flow"), row.words("meaning"), row.choice("kind", TIE_KINDS)
        stated = row.choice("stated", ("yes", "inferred"))
        _tell_source(row, blank=stated == "inferred")
        _tell_quantity(row, quantities, blank=False)
        tie = (*ends, row.cells["flow_en"])
        if None not in tie and tie in seen:
            row.fault(f"the tie from {ends[0]} to {ends[1]} with this flow stands here a second time")
        seen.add(tie)
    return tuple(_whole(row, "ties") for row in rows or [])


def _tell_source(row, blank):
    check_source(row, row.text("source", blank))
    read_anchor(row, blank)


def _tell_quantity(row, quantities, blank):
    name = row.text("quantity", blank)
    if name and name not in quantities:
        row.fault(unknown("quantity", name, quantities))


def read_timeline(rows) -> tuple[Frozen, ...]:
    """The events in the order of time, one mapping of all columns for each."""
    for row in rows or []:
        date, end = row.read(read_date, "date"), row.cells["end"] and row.read(read_date, "end")
        row.words(""), row.choice("kind", EVENT_KINDS)
        source = row.text("source")
        check_source(row, source)
        check_fact(row, row.text("fact", blank=True), source)
        read_anchor(row, blank=True)
        if date and end and earliest(row.cells["end"]) < earliest(row.cells["date"]):
            row.fault(
                f"end {row.cells['end']} is before date {row.cells['date']}; allowed is after"
            )
    events = [_whole(row, "timeline") for row in rows or []]
    return tuple(sorted(events, key=lambda event: event["date"] or ""))


def _whole(row, table):
    return Frozen((column, row.cells[column]) for column in PLACE[table])
