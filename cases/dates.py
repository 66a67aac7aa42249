"""Dates as precise as a source gives them, and the months that a run counts.

A date is ISO 8601 text, as short as what is known: ``1988``, ``2015-02`` or ``2019-01-17``.
"""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def read_date(text: str) -> tuple[int, ...]:
    """Year, or year and month, or year, month and day of `text`.

    Raises
    ------
    ValueError
        With what was found and what is allowed, when `text` is no such date.
    """
    match = _DATE.fullmatch(text)
    parts = tuple(int(part) for part in match.groups() if part) if match else ()
    try:
        date(*(parts + (1, 1))[:3])
    except (TypeError, ValueError):
        raise ValueError(f"{text!r}, not a date such as 1988, 2015-02 or 2019-01-17") from None
    return parts


def earliest(text: str) -> date:
    """First day that `text` may mean: 1 January of a year, the 1st of a month."""
    return date(*(read_date(text) + (1, 1))[:3])


def month_of(text: str, begins: str) -> int:
    """Whole months from the month `begins` to the month of `text` (January of a bare year)."""
    then, start = earliest(text), earliest(begins)
    return (then.year - start.year) * 12 + then.month - start.month


def date_of(month: int, begins: str) -> str:
    """The calendar month, such as ``2020-01``, that lies `month` months after `begins`."""
    start = earliest(begins)
    year, rest = divmod(start.year * 12 + start.month - 1 + month, 12)
    return f"{year:04d}-{rest + 1:02d}"
