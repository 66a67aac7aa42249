"""What all places share: the model's parameters, levers, shocks and quantities, with their bounds."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Mapping

from cases.columns import BADGES, BY_PLACE, COMMON, LEVER_GROUPS, NUMBER_KINDS, QUANTITY_KINDS
from cases.errors import Faults
from cases.evidence import read_badge
from cases.frozen import Frozen
from cases.parts import Lever, LeverRule, Parameter, Quantity, ShockRule
from cases.say import HARD, SOFT, outside, plain
from cases.tables import read_table

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Common:
    """The shared tables: parameters by (kind, name), all else by name, in table order."""

    parameters: Mapping[tuple[str, str], Parameter]
    levers: Mapping[str, LeverRule]
    shocks: Mapping[str, ShockRule]
    quantities: Mapping[str, Quantity]


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
        With every fault of the tables.
    """
    own = places_folder(folder) / "_common"
    path = own if own.is_dir() else HERE / "_common"
    files = tuple(path / f"{table}.csv" for table in COMMON)
    return _read(files, tuple(file.stat().st_mtime_ns if file.is_file() else 0 for file in files))


@lru_cache(maxsize=8)
def _read(files, _changed) -> Common:
    """The tables, read again only when a file has changed."""
    faults = Faults()
    readers = {
        "parameters": (_parameter, lambda item: (item.kind, item.name)),
        "levers": (_lever, lambda item: item.lever),
        "shocks": (_shock, lambda item: item.shock),
        "quantities": (_quantity, lambda item: item.quantity),
    }
    tables = [_keyed(file, *readers[file.stem], faults) for file in files]
    faults.tell()
    return Common(*tables)


def _keyed(file, build, key, faults):
    found = {}
    for row in read_table(file, COMMON[file.stem], faults) or []:
        item = build(row)
        name = next(iter(row.cells.values()))
        if name and key(item) in found:
            row.fault(f"{name} stands here a second time")
        found[key(item)] = item
    return Frozen(found)


def _parameter(row):
    badge, source, reason = read_badge(row, (*BADGES, BY_PLACE))
    name, kind = row.text("name"), row.choice("kind", NUMBER_KINDS)
    bounds = row.number("lowest"), row.number("highest")
    given = badge != BY_PLACE
    numbers = [row.number(column) if given else None for column in ("value", "low", "high")]
    unit = row.text("unit")
    item = Parameter(name, kind, *numbers, *bounds, unit, badge, source, Frozen(reason))
    check_range(row, item.name, item)
    return item


def check_range(row, name, item: Parameter | Lever) -> None:
    """Note in `row` where a value leaves low to high, or low and high the hard bounds or their order."""
    for subject, value, ends, words in (
        (name, item.value, (item.low, item.high), SOFT),
        (f"{name}, low,", item.low, (item.lowest, item.highest), HARD),
        (f"{name}, high,", item.high, (item.lowest, item.highest), HARD),
    ):
        row.fault_if(outside(subject, value, *ends, item.unit, words))
    if None not in (item.low, item.high) and item.low > item.high:
        row.fault(f"{name}, low, is {plain(item.low)}, above its high of {plain(item.high)}")


def _lever(row):
    lowest, highest, step = row.number("lowest"), row.number("highest"), row.number("step")
    words = row.text("lever"), row.text("unit"), row.choice("group", LEVER_GROUPS)
    if None not in (lowest, highest, step) and not (lowest < highest and 0 < step <= highest - lowest):
        row.fault("lowest, highest and step do not fit; allowed is lowest < highest, step > 0")
    lever, unit, group = words
    return LeverRule(lever, unit, lowest, highest, step, group)


def _shock(row):
    bounds = row.number("lowest"), row.number("highest")
    words = row.text("shock"), row.text("unit")
    length, size = row.whole("length"), row.number("size")
    row.fault_if(outside(f"{words[0]}, size,", size, *bounds, words[1] or "1", HARD))
    row.fault_if(length == 0 and "length is 0; allowed is 1 month or more")
    return ShockRule(*words, *bounds, length, size)


def _quantity(row):
    row.choice("kind", QUANTITY_KINDS), row.choice("named", ("yes", "no")), row.text("dimension")
    bounds = row.number("lowest"), row.number("highest") if row.cells["highest"] else None
    if None not in bounds and bounds[0] >= bounds[1]:
        row.fault("lowest and highest do not fit; allowed is lowest < highest, or no highest")
    return Quantity(row.text("name"), row.text("unit"))
