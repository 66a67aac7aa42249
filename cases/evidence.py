"""Where a number or a statement comes from: badges, sources and facts of the room `data`."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from cases.columns import BADGES
from cases.errors import Faults
from cases.say import unknown
from cases.tables import read_records

DATA = Path(__file__).parent.parent / "data"
LONGEST_ANCHOR = 15
_ENTRY = re.compile(r"^@\w+\s*\{\s*([^,\s]+)\s*,", re.MULTILINE)


def known_sources() -> tuple[str, ...]:
    """The keys of ``data/sources.bib``; empty where the room `data` is not beside this one."""
    return _sources(*_stamp(DATA / "sources.bib"))


def known_facts() -> dict[str, str]:
    """Fact id to source key, from ``data/facts.csv``; empty where that is not beside this room.

    Raises
    ------
    CaseError
        If the file cannot be read, or has no column id or source.
    """
    return _facts(*_stamp(DATA / "facts.csv"))


def _stamp(path):
    """The path and when it last changed, so that what is read once is read again when edited."""
    return path, path.stat().st_mtime_ns if path.is_file() else None


@lru_cache(maxsize=1)
def _sources(path, changed):
    return tuple(_ENTRY.findall(path.read_text(encoding="utf-8"))) if changed else ()


@lru_cache(maxsize=1)
def _facts(path, changed):
    if not changed:
        return {}
    faults = Faults()
    (_, header), *lines = read_records(path, "data/facts.csv", faults) or [(1, [])]
    missing = [name for name in ("id", "source") if header and name not in header]
    if missing:
        faults.add("data/facts.csv, line 1", f"column {', '.join(missing)} is missing; found {','.join(header)}")
    faults.tell()
    return {(row := dict(zip(header, cells)))["id"]: row["source"] for _, cells in lines}


def check_source(row, text: str | None) -> None:
    """Note in `row` each key of `text`, such as ``fu-2023`` or ``fu-2023:F012``, that is unknown.

    Several are parted by spaces. Nothing is noted where the room `data` is not there to ask.
    """
    for part in (text or "").split():
        key, _, fact = part.partition(":")
        if known_sources() and key not in known_sources():
            row.fault(unknown("source", key, known_sources()))
        elif fact:
            check_fact(row, fact, key)


def check_fact(row, fact: str | None, source: str | None) -> None:
    """Note in `row` that `fact` is not a fact of `source` in ``data/facts.csv``."""
    facts = known_facts()
    if fact and facts and facts.get(fact) != source:
        found = f"a fact of {facts[fact]}" if fact in facts else "not in data/facts.csv"
        row.fault(f"fact {fact} is {found}; allowed is the id of a fact of {source}")


def read_badge(row, allowed=BADGES) -> tuple[str | None, str | None, dict]:
    """Badge, source and reason of `row`, as its badge asks for them.

    ``source`` needs a key of ``data/sources.bib``; ``derived`` and ``judged`` need a reason, the
    calculation or the argument, in both languages.
    """
    badge = row.choice("badge", allowed)
    source = row.text("source", blank=badge != "source")
    check_source(row, source)
    return badge, source, row.words("reason", blank=badge not in ("derived", "judged"))


def read_anchor(row, blank: bool) -> str | None:
    """The few characters by which a statement is found again in its source."""
    anchor = row.text("anchor", blank)
    if anchor and len(anchor) > LONGEST_ANCHOR:
        row.fault(f"anchor has {len(anchor)} characters; allowed are {LONGEST_ANCHOR} at most")
    return anchor
