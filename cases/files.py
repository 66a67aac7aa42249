"""Plans as a file: JSON after cases/plan.schema.json, with a version."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from cases.codes import Refused
from cases.parts import Shock

VERSION = 1
SCHEMA = "plan.schema.json"
SCHEMA_FILE = Path(__file__).parent / SCHEMA
"""What such a file may hold; the site serves it beside its scripts."""
LARGEST = 1_000_000
"""Characters of a file; the largest plan there can be has some thousand."""
MOST = 100
KEYS = ("place", "name", "begins", "changes", "shocks", "prediction")


def write_plans(plans) -> str:
    """The text of a file that holds plans."""
    rows = [
        {
            "place": plan.place,
            "name": plan.name,
            "begins": plan.begins,
            "changes": plan.changes,
            "shocks": None if plan.shocks is None else [one._asdict() for one in plan.shocks],
            "prediction": plan.prediction,
        }
        for plan in plans
    ]
    whole = {"$schema": SCHEMA, "version": VERSION, "plans": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read_plans(text) -> list[dict]:
    """What `cases.Plan` takes, for each plan of a file; its numbers are not yet checked.

    Raises
    ------
    Refused
        If the text is too long, no JSON, of another version, or of another shape.
    """
    whole = _parsed(text)
    if not isinstance(whole, dict) or "version" not in whole or "plans" not in whole:
        raise Refused("shape", "file: no plans of this book; allowed is an object with version and plans.")
    version, plans = whole["version"], whole["plans"]
    if isinstance(version, bool) or version != VERSION:
        newer = isinstance(version, (int, float)) and version > VERSION
        why = "a newer edition of the book made it" if newer else "no edition of the book made it"
        raise Refused("newer" if newer else "version", f"file: its version is {version!r:.40}; {why}.")
    if not isinstance(plans, list) or not 0 < len(plans) <= MOST:
        raise Refused("shape", f"file: plans is not a list of 1 to {MOST} plans.")
    if set(whole) - {"$schema", "version", "plans"}:
        raise Refused("shape", f"file: {_names(set(whole) - {'$schema', 'version', 'plans'})} is not known.")
    return [_plan(one, f"file, plan {number}") for number, one in enumerate(plans, 1)]


def _parsed(text):
    if len(text) > LARGEST:
        raise Refused("large", f"file: has {len(text)} characters; allowed are {LARGEST}.")
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Refused("json", f"file: cannot be read as JSON ({str(error)[:80]}).") from None


def _no_constant(name):
    raise ValueError(f"{name} is no number of JSON")


def _plan(one, where):
    if not isinstance(one, dict) or not {"place", "changes"} <= set(one) <= {*KEYS}:
        allowed = f"an object with place and changes; {', '.join(KEYS)} are known"
        raise Refused("shape", f"{where}: found {_names(one)}; allowed is {allowed}.")
    values = {"shocks": None, "begins": None, "name": "", "prediction": None, **one}
    values["changes"] = _settings(values["changes"], where)
    if values["prediction"] is not None:
        values["prediction"] = _settings(values["prediction"], where)
    shocks = values["shocks"]
    named = isinstance(shocks, list) and all(
        isinstance(shock, dict) and set(shock) <= set(Shock._fields) for shock in shocks
    )
    if shocks is not None and not named:
        raise Refused("shape", f"{where}: shocks is not a list of objects with {', '.join(Shock._fields)}.")
    for key in ("place", "name"):
        if not isinstance(values[key], str):
            raise Refused("shape", f"{where}: {key} is not text.")
    return values


def _settings(settings, where):
    """The same with months, which JSON writes as text, as whole numbers."""
    if not isinstance(settings, dict):
        raise Refused("shape", f"{where}: changes or prediction is no object.")
    return {
        name: {_month(key, where): value for key, value in one.items()} if isinstance(one, Mapping) else one
        for name, one in settings.items()
    }


def _month(text, where):
    if not re.fullmatch("0|[1-9][0-9]{0,4}", text):
        raise Refused("shape", f"{where}: {text[:20]!r} is no month.")
    return int(text)


def _names(found):
    return ", ".join(sorted(map(str, found)))[:80] if isinstance(found, (dict, set)) else f"{found!r:.40}"
