"""What chapters ask of the model and have to wait for: the answers know no language, so both languages share them.

`book/questions.csv` holds the questions: ``question`` is the name, ``kind`` is lesson or levers, ``place`` a place.  In a
lesson two plans, ``one`` and ``other`` (pairs lever=number, in the lever's unit), begin in the month ``begin`` and are
compared in the month ``read``; ``one_wins`` and ``other_wins`` hold pairs conclusion=outcome, of the conclusions in which
the one or the other wins.  Pairs stand apart by spaces; a row of the kind levers leaves these columns empty.
"""

import pandas

from _theme.freshness import HOUSE
from _theme.kept import OF_A_PLACE, kept
from cases import CaseError, check_plan, load, names
from cases.common import read_common
from cases.errors import Faults
from cases.say import unknown
from cases.tables import read_number, read_table
from model import beats, explain, sensitivity

MEMBERS, STARTS = 500, 10
"""So many communities are asked, and at so many points Morris's method begins."""
KINDS = ("lesson", "levers")
COLUMNS = ("question", "kind", "place", "begin", "read", "one", "other", "one_wins", "other_wins")

_ROOM, _TABLE = "book/_theme/questions.py", "book/questions.csv"
_ROOMS = ("cases", "model", _ROOM, _TABLE)


def asked(kind):
    """Return the rows of one kind, a DataFrame of text with the names of the questions as index.

    Raises
    ------
    CaseError
        With every fault of the table, of whichever kind its row is.
    """
    faults, known = Faults(), set()
    rows = read_table(HOUSE / _TABLE, COLUMNS, faults, _TABLE) or []
    for row in rows:
        question = row.text("question")
        if question in known:
            row.fault(f"{question} stands here a second time")
        known.add(question)
        _check(row)
    faults.tell()
    table = pandas.DataFrame([row.cells for row in rows], columns=COLUMNS).set_index("question")
    return table[table["kind"] == kind]


def _check(row):
    """Note what is wrong in a row."""
    kind, place = row.choice("kind", KINDS), row.text("place")
    if place and place not in names():
        row.fault(unknown("place", place, names()))
    if kind != "lesson":
        return
    begin, read = row.whole("begin"), row.whole("read")
    if None not in (begin, read) and read <= begin:
        row.fault(f"read is {read}; allowed is a month after {begin}, in which the plans begin")
    for column in ("one", "other"):
        try:
            check_plan(_filled(row, _numbers, column))
        except CaseError as error:
            for fault in error.faults:
                row.fault(fault.removesuffix("."))
    won, lost = (_filled(row, _pairs, column) for column in ("one_wins", "other_wins"))
    for outcome in [*won.values(), *lost.values()]:
        if outcome not in read_common().quantities:
            row.fault(unknown("quantity", outcome, read_common().quantities))
    if not {**won, **lost} or won.keys() & lost.keys():
        row.fault("one_wins and other_wins need one conclusion at least, and none in both")


def _filled(row, read, column):
    """A cell that may be empty."""
    return (row.read(read, column) if row.cells[column] else None) or {}


def _pairs(text):
    found = {}
    for pair in text.split():
        name, _, value = pair.partition("=")
        if not (name and value) or "=" in value or name in found:
            raise ValueError(f"{text!r}; allowed are pairs such as name=value, each name once")
        found[name] = value
    return found


def _numbers(text):
    return {name: read_number(value) for name, value in _pairs(text).items()}


def _row(kind, question):
    table = asked(kind)
    if question not in table.index:
        raise ValueError(f"{_TABLE}: {unknown(kind, question, table.index)}.")
    return table.loc[question]


@kept(*_ROOMS)
def lesson(question):
    """Return a row of `model.beats` for each conclusion of a lesson, told by whoever wins.

    Raises
    ------
    ValueError
        If there is no such question, or (CaseError) something is wrong in the table.
    """
    row = _row("lesson", question)
    plans = [{lever: {int(row.begin): value} for lever, value in _numbers(row[one]).items()} for one in ("one", "other")]
    won, lost = _pairs(row.one_wins), _pairs(row.other_wins)
    outcomes = [*won.values(), *lost.values()]
    rows = beats(load(row.place), *plans, month=int(row.read), outcomes=outcomes, members=MEMBERS, progress=False)
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
    case = load(_row("levers", question).place)
    ends = {one.lever: one.high if one.value < one.high else one.low for one in case.levers if one.shown}
    found = {lever: explain(case, {lever: {case.months: end}}, progress=False) for lever, end in ends.items()}
    return pandas.DataFrame({lever: {"loop": one.loops["share"].abs().max(), "stock": one.mediators["share"].abs().max()}
                             for lever, one in found.items()}).T


@kept(*OF_A_PLACE, _ROOM)
def numbers_that_matter(place):
    """Return what `model.sensitivity` says of a place when nothing more is changed."""
    return sensitivity(load(place), samples=STARTS, progress=False)


def questions():
    """Return (function, argument) for everything that is asked.

    Raises
    ------
    CaseError
        As `asked`.
    """
    return [(ask, one) for ask, those in ((lesson, asked("lesson").index), (levers_explained, asked("levers").index),
                                          (numbers_that_matter, names())) for one in those]
