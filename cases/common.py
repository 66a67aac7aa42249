"""What all places share: the model's parameters, the levers and the shocks, with their bounds."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Mapping

from cases.columns import BADGES, BY_PLACE, COMMON, LEVER_GROUPS, NUMBER_KINDS
from cases.errors import Faults
from cases.evidence import read_badge
from cases.frozen import Frozen
from cases.parts import LeverRule, Parameter, ShockRule
from cases.say import HARD, SOFT, outside
from cases.tables import read_table

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Common:
    """The shared tables: parameters by (kind, name), levers and shocks by name, in table order."""

    parameters: Mapping[tuple[str, str], Parameter]
    levers: Mapping[str, LeverRule]
    shocks: Mapping[str, ShockRule]


def places_folder(folder=None) -> Path:
    """The folder that holds the places.

    In this order: `folder`, the environment variable GOVERNING_CASES, the folder of this file.
    """
    return Path(folder or os.environ.get("GOVERNING_CASES") or HERE)


def read_common(folder=None) -> Common:
    """The tables of `_common` in `folder`, or this package's own where `folder` has none.

    Raises
    ------
    CaseError
        With every fault of the three tables.
    """
    own = places_folder(folder) / "_common"
    path = own if own.is_dir() else HERE / "_common"
    files = tuple(path / f"{table}.csv" for table in COMMON)
    return _read(files, tuple(file.stat().st_mtime_ns if file.is_file() else 0 for file in files))


@lru_cache(maxsize=8)
def _read(files, _changed) -> Common:
    """The three tables, read again only when a file has changed."""
    faults = Faults()
    readers = {
        "parameters": (_parameter, lambda item: (item.kind, item.name)),
        "levers": (_lever, lambda item: item.lever),
        "shocks": (_shock, lambda item: item.shock),
    }
    tables = [_keyed(file, *readers[file.stem], faults) for file in files]
    faults.tell()
    return Common(*tables)


def _keyed(file, build, key, faults):
    found = {}
    for row in read_table(file, COMMON[file.stem], faults) or []:
        item = build(row)
        if item and key(item) in found:
            row.fault(f"{next(iter(row.cells.values()))} stands here a second time")
        elif item:
            found[key(item)] = item
    return Frozen(found)


def _parameter(row):
    badge, source, reason = read_badge(row, (*BADGES, BY_PLACE))
    name, kind = row.text("name"), row.choice("kind", NUMBER_KINDS)
    bounds = row.number("lowest"), row.number("highest")
    given = badge != BY_PLACE
    numbers = [row.number(column) if given else None for column in ("value", "low", "high")]
    unit = row.text("unit")
    if None in (name, kind, badge, unit, *bounds) or (given and None in numbers):
        return None
    item = Parameter(name, kind, *numbers, *bounds, unit, badge, source, Frozen(reason))
    if given:
        check_range(row, item)
    return item


def check_range(row, item: Parameter) -> None:
    """Note in `row` where a value leaves low to high, or low or high leave the hard bounds."""
    for subject, value, ends, words in (
        (item.name, item.value, (item.low, item.high), SOFT),
        (f"{item.name}, low,", item.low, (item.lowest, item.highest), HARD),
        (f"{item.name}, high,", item.high, (item.lowest, item.highest), HARD),
    ):
        fault = outside(subject, value, *ends, item.unit, words)
        if fault:
            row.fault(fault)


def _lever(row):
    numbers = row.number("lowest"), row.number("highest"), row.number("step")
    words = row.text("lever"), row.text("unit"), row.choice("group", LEVER_GROUPS)
    if None in numbers or None in words:
        return None
    lowest, highest, step = numbers
    if not (lowest < highest and 0 < step <= highest - lowest):
        return row.fault(
            "lowest, highest and step do not fit; allowed is lowest < highest, step > 0"
        )
    lever, unit, group = words
    return LeverRule(lever, unit, lowest, highest, step, group)


def _shock(row):
    bounds = row.number("lowest"), row.number("highest")
    words = row.text("shock"), row.text("unit")
    length, size = row.whole("length"), row.number("size")
    if None in (*bounds, *words, length, size):
        return None
    fault = outside(f"{words[0]}, size,", size, *bounds, words[1], HARD)
    if fault or length == 0:
        return row.fault(fault or "length is 0; allowed is 1 month or more")
    return ShockRule(*words, *bounds, length, size)
