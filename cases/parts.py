"""The pieces that a case is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, NamedTuple

LANGUAGES = ("en", "zh_CN")


class Shock(NamedTuple):
    """Something that happens to a place: data, not code.

    `month` counts from the first month of the run; `length` is in months; `size` is a multiple
    of the usual size of such a shock (1 is the usual one).
    """

    shock: str
    month: int
    length: int
    size: float


class Level(NamedTuple):
    """A named position of a lever: its value in the lever's unit and its name by language."""

    value: float
    name: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of the model with its range, its bounds and where it comes from.

    `kind` is ``parameter`` or ``start`` (the start value of the stock of that name).
    `low` to `high` is how uncertain the number is, `lowest` to `highest` what is possible at all.
    `badge` is ``source``, ``derived`` or ``judged``; ``place`` where each place must give its own.
    """

    name: str
    kind: str
    value: float | None
    low: float | None
    high: float | None
    lowest: float
    highest: float
    unit: str
    badge: str
    source: str
    reason: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LeverRule:
    """What is true of a lever in every place: unit, hard bounds, step of a slider, group."""

    lever: str
    unit: str
    lowest: float
    highest: float
    step: float
    group: str


@dataclass(frozen=True, slots=True)
class ShockRule:
    """What is true of a kind of shock in every place: bounds of its size, usual length and size."""

    shock: str
    unit: str
    lowest: float
    highest: float
    length: int
    size: float


class Quantity(NamedTuple):
    """What the model has of this name and unit; actors and ties of a place may grow and shrink with it."""

    quantity: str
    unit: str


@dataclass(frozen=True, slots=True)
class Lever:
    """A lever as one place has it: local name, hint, range of the slider, own value, named levels.

    `name`, `hint` and `reason` map ``en`` and ``zh_CN`` to words; `shown` says whether the place
    really had it. `low`, `high`, `value`, `step` are in `unit`; `lowest`, `highest` are the hard
    bounds of every place.
    """

    lever: str
    name: Mapping[str, str]
    hint: Mapping[str, str]
    shown: bool
    low: float
    high: float
    value: float
    levels: tuple[Level, ...]
    unit: str
    step: float
    group: str
    lowest: float
    highest: float
    badge: str
    source: str
    reason: Mapping[str, str]
