"""What chapters ask of the model and have to wait for: the answers know no language, so both languages share them.

`book/questions.csv` holds the questions: ``question`` is the name, ``kind`` is lesson or levers, ``place`` a place.  In a
lesson two plans, ``one`` and ``other`` (pairs lever=number, in the lever's unit), begin in the month ``begin`` and are
compared in the month ``read``; ``one_wins`` and ``other_wins`` hold pairs conclusion=outcome, of the conclusions in which
the one or the other wins.  Pairs stand apart by spaces; a row of the kind levers leaves these columns empty.
"""

import csv
from contextlib import contextmanager
from typing import NamedTuple

import pandas

from _theme.freshness import HOUSE
from _theme.kept import kept
from cases import Case, check_plan, load, names
from cases.say import unknown
from model import beats, explain, sensitivity
from model.analyses.plans import quantity

MEMBERS, STARTS = 500, 10
"""So many communities are asked, and at so many points Morris's method begins."""
KINDS = ("lesson", "levers")
COLUMNS = ("question", "kind", "place", "begin", "read", "one", "other", "one_wins", "other_wins")

_TABLE = "book/questions.csv"
_ROOMS = ("cases", "model", "book/_theme/questions.py", _TABLE)
_OWN_ROOMS = ("cases/{0}", "cases/_common", "cases/*.*", "model", "book/_theme/questions.py")


class _Lesson(NamedTuple):
    case: Case
    plans: tuple  # two mappings of lever to {month: number}
    month: int
    won: dict  # conclusion to outcome
    lost: dict


def asked(kind):
    """Return the rows of one kind, a DataFrame of text with the names of the questions as index.

    Raises
    ------
    ValueError
        If the columns, or the name, the kind or the number of cells of a row, are not as they should be.
    """
    with (HOUSE / _TABLE).open(encoding="utf-8-sig", newline="") as file:
        columns, *rows = [tuple(row) for row in csv.reader(file) if row] or [()]
    if columns != COLUMNS:
        raise ValueError(f"{_TABLE}: the columns are {', '.join(columns)}; allowed are {', '.join(COLUMNS)}.")
    known = set()
    for question, *cells in rows:
        with _told(question):
            if len(cells) + 1 != len(COLUMNS):
                raise ValueError(f"the row has {len(cells) + 1} cells; allowed are {len(COLUMNS)}.")
            if not question or question in known:
                raise ValueError("each row needs a name that no other has.")
            if cells[0] not in KINDS:
                raise ValueError(f"kind: {unknown('kind', cells[0], KINDS)}.")
            known.add(question)
    table = pandas.DataFrame(rows, columns=COLUMNS, dtype=str).set_index("question")
    return table[table["kind"] == kind]


@contextmanager
def _told(question):
    """Say of which row it is that something is wrong."""
    try:
        yield
    except ValueError as error:
        raise ValueError(f"{_TABLE}, {question}: {error}") from None


def _row(kind, question):
    table = asked(kind)
    if question not in table.index:
        raise ValueError(f"{unknown(kind, question, table.index)}.")
    return table.loc[question]


def _pairs(row, column):
    found = {}
    for pair in row[column].split():
        name, sign, value = pair.partition("=")
        if not (name and sign and value) or "=" in value or name in found:
            raise ValueError(f"{column} has {pair!r}; allowed are pairs such as name=value, each name once.")
        found[name] = value
    return found


def _month(row, column):
    if not row[column].isdecimal():
        raise ValueError(f"{column} is {row[column]!r}; allowed is a whole number of months.")
    return int(row[column])


def _plan(row, column, begin):
    plan = {}
    for lever, value in _pairs(row, column).items():
        try:
            plan[lever] = {begin: float(value)}
        except ValueError:
            raise ValueError(f"{column} has {lever}={value}; allowed is a number behind the sign.") from None
    check_plan(plan)
    return plan


def _lesson(question):
    """Read a row, everything in it being checked."""
    with _told(question):
        row = _row("lesson", question)
        case, begin, month = load(row.place), _month(row, "begin"), _month(row, "read")
        if month <= begin:
            raise ValueError(f"read is {month}; allowed is a month after {begin}, in which the plans begin.")
        won, lost = _pairs(row, "one_wins"), _pairs(row, "other_wins")
        for outcome in [*won.values(), *lost.values()]:
            quantity(outcome)
        if not {**won, **lost} or won.keys() & lost.keys():
            raise ValueError("one_wins and other_wins need one conclusion at least, and none in both.")
        return _Lesson(case, tuple(_plan(row, column, begin) for column in ("one", "other")), month, won, lost)


def _place(question):
    """Read the place of a row of the kind levers."""
    with _told(question):
        return load(_row("levers", question).place)


@kept(*_ROOMS)
def lesson(question):
    """Return a row of `model.beats` for each conclusion of a lesson, told by whoever wins.

    Raises
    ------
    ValueError
        If there is no such question, or something in its row is wrong; the sentence names the question.
    """
    case, plans, month, won, lost = _lesson(question)
    outcomes = [*won.values(), *lost.values()]
    rows = beats(case, *plans, month=month, outcomes=outcomes, members=MEMBERS, progress=False)
    rows.index = [*won, *lost]
    turned = {"better": "worse", "worse": "better", "better_then": "worse_then", "worse_then": "better_then"}
    return pandas.concat([rows.loc[list(won)], rows.loc[list(lost)].rename(columns=turned)])


@kept(*_ROOMS)
def levers_explained(question):
    """Return by lever the largest share of its effect that goes when one loop is cut, and when one stock is held.

    Each lever of the place is moved to an end of its range from the end of the history on.

    Raises
    ------
    ValueError
        As `lesson`.
    """
    case = _place(question)
    ends = {one.lever: one.high if one.value < one.high else one.low for one in case.levers if one.shown}
    found = {lever: explain(case, {lever: {case.months: end}}, progress=False) for lever, end in ends.items()}
    return pandas.DataFrame({lever: {"loop": one.loops["share"].abs().max(), "stock": one.mediators["share"].abs().max()}
                             for lever, one in found.items()}).T


@kept(*_OWN_ROOMS)
def numbers_that_matter(place):
    """Return what `model.sensitivity` says of a place when nothing more is changed."""
    return sensitivity(load(place), samples=STARTS, progress=False)


def questions():
    """Return (function, argument) for everything that is asked, each row of the table having been checked.

    Raises
    ------
    ValueError
        As `asked` and `lesson`.
    """
    lessons, levers = asked("lesson").index, asked("levers").index
    for check, those in ((_lesson, lessons), (_place, levers)):
        for question in those:
            check(question)
    return [(ask, one) for ask, those in ((lesson, lessons), (levers_explained, levers), (numbers_that_matter, names()))
            for one in those]
