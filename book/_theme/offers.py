"""The best plans of every place, found once for a state of the rooms upstream and kept in build/offers."""

import json
import os
from pathlib import Path

from _theme.freshness import HOUSE, fingerprint
from cases import load, names
from widgets.offers import offers

KEPT = HOUSE / "build" / "offers"


def offered(folder=KEPT):
    """Return {place: {"offers": plans as digits}} for every place."""
    return {place: {"offers": kept(place, folder)} for place in names()}


def kept(place, folder=KEPT):
    """Return the plans of one place; what an earlier build found is read, not searched again."""
    folder = Path(folder) / place
    upstream = (f"cases/{place}", "cases/_common", "cases/*.*", "model", "widgets/offers.py")
    file = folder / f"{fingerprint(upstream)}.json"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}")  # two languages may be built at once
        draft.write_text(json.dumps(offers(load(place))), encoding="utf-8")
        draft.replace(file)
        for older in set(folder.glob("*.json")) - {file}:
            older.unlink(missing_ok=True)
    return json.loads(file.read_text(encoding="utf-8"))
