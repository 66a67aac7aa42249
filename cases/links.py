"""Plans as codes and links, and back: the numbers of the other files put together."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from urllib.parse import parse_qsl

from cases import general
from cases.codes import CODE, Refused, spell, unspell
from cases.editions import NUMBERS, all_editions, edition
from cases.numbering import Numbering
from cases.parts import Shock

FORMS = 8
"""A number that is odd says which form it has; 0 is general.py, the others are still free."""
BETWEEN_SHOCKS = re.compile(r"(?<=\d)_")
"""A shock ends with a number; the name of another may hold the same mark."""


def code_of(case, plan, longest=CODE) -> str:
    """The letters of a plan, without marks between.

    Parameters
    ----------
    case : cases.Case
    plan : cases.Plan
    longest : int
        The most characters allowed.

    Raises
    ------
    Refused
        If the plan is too much.
    """
    letters = [spell(number) for number in _numbers(edition(case), plan, case.shocks)]
    best = min(letters, key=len, default=None)
    if best is None or len(best) > longest:
        found = "a number that it cannot write" if best is None else f"{len(best)} characters"
        other = "a link() or a file (to_json)" if longest == CODE else "a file (to_json)"
        raise Refused("much", f"plan: too much for {longest} characters, it needs {found}; use {other}.")
    return best


def _numbers(one, plan, own):
    """The numbers that a plan has: that of the sliders where they can set it, and the general one."""
    shocks = own if plan.shocks is None else plan.shocks
    slid = _numbering(json.dumps(one)).number(plan.changes, shocks, plan.begins)
    if slid is not None:
        yield 2 * (one["id"] + NUMBERS * slid)
    any_plan = general.number(one, plan.changes, plan.shocks, plan.begins)
    if any_plan is not None:
        yield 2 * FORMS * (one["id"] + NUMBERS * any_plan) + 1


@lru_cache(maxsize=64)
def _numbering(text):
    return Numbering(json.loads(text))


def read_code(text):
    """The place, changes, shocks and beginning that a code holds.

    Returns
    -------
    tuple
        place, changes, shocks (a list, or None for the place's own), begins; not yet checked
        against the bounds of levers and shocks.

    Raises
    ------
    Refused
        If `text` is no code, or one of a place or of a form that is not known.
    """
    number = unspell(text)
    number, other = divmod(number, 2)
    form = 0
    if other:
        number, form = divmod(number, FORMS)
    if form:
        raise Refused("newer", "code: made by a newer edition of the book; get that edition to open it.")
    number, name = divmod(number, NUMBERS)
    if name not in all_editions():
        raise Refused("place", "code: it belongs to a place, or an edition of one, that is not known here.")
    one = all_editions()[name]
    return one["place"], *(_any_plan if other else _slid)(one, number)


def _slid(one, number):
    numbering = _numbering(json.dumps(one))
    if number >= numbering.total:
        raise _no_plan()
    changes, shocks, begins = numbering.plan(number)
    if numbering.number(changes, shocks, begins) != number:
        raise _no_plan()
    own = shocks == [tuple(shock) for shock in one["shocks"]]
    return changes, None if own else shocks, begins


def _any_plan(one, number):
    try:
        changes, shocks, begins = general.plan(one, number)
        if general.number(one, changes, shocks, begins) != number:
            raise _no_plan()
    except OverflowError:
        raise _no_plan() from None
    return changes, shocks, begins


def _no_plan():
    return Refused("nothing", "code: its characters fit together, but no plan has this code.")


def read_link(text):
    """As `read_code`, from a link of this edition or of an older one.

    Returns
    -------
    tuple
        place, changes, shocks (a list, or None for the place's own), begins.

    Raises
    ------
    Refused
        If `text` is no link, longer than 4000 characters, or its code is refused; and in the older
        form if a number, a month or a shock is none.
    """
    fragment = text.rpartition("#")[2] if isinstance(text, str) else text
    if not isinstance(fragment, str) or len(fragment) > 4000:
        found = len(text) if isinstance(text, str) else type(text).__name__
        raise Refused("long", "link: found no text, or more than 4000 characters.", count=found, most=CODE)
    parts = dict(parse_qsl(fragment.strip(" \t\r\n"), keep_blank_values=True))
    if "plan" in parts:
        return read_code(parts["plan"])
    if "place" not in parts:
        raise _damaged(text, "is neither plan= nor place= after a #")
    return _old(parts)


def _old(parts):
    """The first form of a link: ``place=…&begins=240&month=408&training=240~80&shocks=…``."""
    place, begins = parts.pop("place"), _whole(parts.pop("begins", "0"))
    month = _whole(parts.pop("month", "0"))
    last = max((one["months"] for one in all_editions().values() if one["place"] == place), default=month)
    if month > last:
        raise _damaged(str(month), f"is the month; the last of {place} is {last}")
    shocks = parts.pop("shocks", None)
    changes = {lever: _old_setting(text) for lever, text in parts.items()}
    if shocks is not None:
        shocks = [_old_shock(one) for one in BETWEEN_SHOCKS.split(shocks) if shocks]
    return place, changes, shocks, begins


def _old_setting(text):
    if "~" not in text:
        return _number(text)
    steps = [step.partition("~") for step in text.split("_")]
    return {_whole(month): _number(value) for month, _, value in steps}


def _old_shock(text):
    parts = text.split("~")
    if len(parts) != len(Shock._fields):
        raise _damaged(text, "is no shock; allowed is kind~month~length~size")
    kind, month, length, size = parts
    return kind, _whole(month), _whole(length), _number(size)


def _number(text):
    if not re.fullmatch(r"\d+(\.\d+)?(e[+-]?\d{1,3})?", text, re.ASCII):
        raise _damaged(text, "is no number")
    return float(text)


def _whole(text):
    number = _number(text)
    if not number.is_integer():
        raise _damaged(text, "is no month")
    return int(number)


def _damaged(text, why):
    part = text[:40]
    return Refused("link", f"link: {part!r} {why}.", part=part)
