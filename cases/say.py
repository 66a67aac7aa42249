"""How numbers, units, ranges and near misses are put into words for an error."""

from __future__ import annotations

HARD, SOFT = ("lowest", "highest"), ("low", "high")
UNCHANGED = {"yuan", "1"}


def plain(number: float) -> str:
    """`number` as a person writes it: no exponent where it can be helped, no trailing zero."""
    whole = number == int(number) if abs(number) < 1e15 else False
    return str(int(number)) if whole else repr(float(number))


def spell_unit(unit: str) -> str:
    """`unit` of the tables in words: ``hour/month`` becomes ``hours per month``.

    A pure number (``1``) is the empty string; what is divided by nothing keeps its one word.
    """
    first, *rest = unit.split("/")
    counted = first if first in UNCHANGED or not first.isalpha() else first + "s"
    words = ([] if counted == "1" else [counted]) + [f"per {part}" for part in rest]
    return " ".join(words)


def with_unit(text: str, unit: str) -> str:
    """`text` followed by the unit in brackets, where there is one."""
    words = spell_unit(unit)
    return f"{text} ({words})" if words else text


def outside(subject, value, low, high, unit, ends=SOFT) -> str | None:
    """The sentence that `value` lies outside `low` to `high`, or None where it lies inside.

    None as well where one of the three could not be read: that has been told already.

    Parameters
    ----------
    subject : str
        What the value belongs to, such as ``training``.
    value, low, high : float
        In `unit`; both ends are inside.
    unit : str
        As in the tables, such as ``hour/month``.
    ends : tuple of str
        What the two ends are called in their table.
    """
    if None in (value, low, high) or low <= value <= high:
        return None
    side, end, bound = ("below", ends[0], low) if value < low else ("above", ends[1], high)
    return with_unit(f"{subject} is {plain(value)}, {side} its {end} of {plain(bound)}", unit)


def unknown(what: str, found, allowed) -> str:
    """The sentence that there is no `what` called `found`, with the nearest name if one is near."""
    from difflib import get_close_matches  # only when something is wrong

    near = get_close_matches(str(found), list(allowed), n=1)
    hint = f"; did you mean {near[0]!r}?" if near else "."
    return f"there is no {what} called {found!r}{hint} Allowed: {', '.join(allowed) or 'none'}"
