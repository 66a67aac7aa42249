"""What chapters ask of the model and have to wait for: the answers know no language, so both languages share them.

`book/questions.csv` holds the questions.  In a row of the kind ``lesson`` two plans begin in a month and are compared in
a later one; the last columns name a conclusion in which the one wins, and one in which the other does, with the outcome.
"""

import pandas

from _theme.freshness import HOUSE
from _theme.kept import kept
from cases import load, names
from model import beats, explain, sensitivity

MEMBERS, STARTS = 500, 10
"""So many communities are asked, and at so many points Morris's method begins."""

_TABLE = "book/questions.csv"
_ROOMS = ("cases", "model", "book/_theme/questions.py", _TABLE)


def asked(kind):
    """Return the rows of one kind, a DataFrame of text with the names of the questions as index."""
    table = pandas.read_csv(HOUSE / _TABLE, index_col="question", dtype=str, keep_default_na=False)
    return table[table["kind"] == kind]


def _pairs(text):
    return dict(pair.split("=") for pair in text.split())


@kept(*_ROOMS)
def lesson(question):
    """Return a row of `model.beats` for each conclusion of a lesson, told by whoever wins."""
    row = asked("lesson").loc[question]
    plans = [{lever: {int(row.begin): float(value)} for lever, value in _pairs(row[one]).items()} for one in ("one", "other")]
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
    """
    case = load(asked("levers").loc[question].place)
    ends = {one.lever: one.high if one.value < one.high else one.low for one in case.levers if one.shown}
    found = {lever: explain(case, {lever: {case.months: end}}, progress=False) for lever, end in ends.items()}
    return pandas.DataFrame({lever: {"loop": one.loops["share"].abs().max(), "stock": one.mediators["share"].abs().max()}
                             for lever, one in found.items()}).T


@kept(*_ROOMS)
def numbers_that_matter(place):
    """Return what `model.sensitivity` says of a place when nothing more is changed."""
    return sensitivity(load(place), samples=STARTS, progress=False)


def questions():
    """Return (function, argument) for everything that is asked."""
    return [(ask, one) for ask, those in ((lesson, asked("lesson").index), (levers_explained, asked("levers").index),
                                          (numbers_that_matter, names())) for one in those]
