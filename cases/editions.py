"""What a code counts with: the sliders of a place as they stood when the code was made.

A code says "the fourth step of the second slider". It stays true as long as the sliders do. Whoever
changes a range, a step, the length of a history or the shocks of a place first keeps the old edition
(``python -m cases --keep <place>``), so that every code of every release still opens.
"""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from cases.case import Case
from cases.common import places_folder
from cases.place import load, names

AFTER = 60
"""Months that a studio shows after a place's own history: five years, to see what follows."""
OLD = "editions.json"
NUMBERS = 256
"""So many place numbers there are; a test says when two places meet."""


def edition(case: Case) -> dict:
    """The sliders of a place, in the form that is written to a file and read by the page.

    Returns
    -------
    dict
        place; id, 0 to 255; own and months, the length of its history and of its run; levers, a
        list of [lever, low, high, step] with the place's own first, and shown, how many those are;
        kinds, a list of [shock, usual length, usual size]; shocks, its own.
    """
    shown = [lever for lever in case.levers if lever.shown]
    others = [lever for lever in case.levers if not lever.shown]
    kinds = case._common.shocks.values()
    facts = {
        "place": case.key,
        "own": case.months,
        "months": case.months + AFTER,
        "levers": [[one.lever, one.low, one.high, one.step] for one in shown + others],
        "shown": len(shown),
        "kinds": [[rule.shock, rule.length, float(rule.size)] for rule in kinds],
        "shocks": [list(shock) for shock in case.shocks],
    }
    return {"id": sha256(json.dumps(facts, sort_keys=True).encode()).digest()[0], **facts}


def editions(place: str, folder=None) -> list[dict]:
    """The editions of a place, the one in force first."""
    old = places_folder(folder) / place / OLD
    kept = json.loads(old.read_text(encoding="utf-8")) if old.is_file() else []
    current = edition(load(place, folder))
    return [current, *(one for one in kept if one["id"] != current["id"])]


def all_editions() -> dict[int, dict]:
    """Every edition of every place by its number; read again only when a table has changed."""
    return _all_editions(*_state())


def case_of(place: str) -> Case:
    """As `cases.load`, for plans that are made by the hundred: read again only when a table has changed."""
    return _case(place, *_state()) if isinstance(place, str) else load(place)


def _state():
    """Where the places are, and when their tables changed."""
    folder = places_folder()
    files = sorted(folder.glob("[!.]*/*.[cj]s*"))
    return folder, tuple(file.stat().st_mtime_ns for file in files)


@lru_cache(maxsize=2)
def _all_editions(_folder: Path, _changed) -> dict[int, dict]:
    return {one["id"]: one for place in names() for one in editions(place)}


@lru_cache(maxsize=16)
def _case(place, _folder: Path, _changed) -> Case:
    return load(place)


def keep(place: str) -> Path:
    """Add the edition in force to those that the place keeps; return the file."""
    file = places_folder() / place / OLD
    rows = [json.dumps(one, ensure_ascii=False) for one in editions(place)]
    file.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")
    return file
