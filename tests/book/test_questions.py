"""A question that is wrongly written is told with its line before anything is worked out."""

import csv
import shutil
from pathlib import Path

import pandas
import pytest
from _theme import questions as room

from cases import CaseError, names

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture
def written(tmp_path, monkeypatch):
    """`written(question, column, cell)` makes one cell of the table another; None leaves out the rest of the row."""
    def write(question, column, cell):
        with (HOUSE / "book" / "questions.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        row, at = next(row for row in rows if row[0] == question), rows[0].index(column)
        row[at:] = [cell, *row[at + 1:]] if cell is not None else []
        (tmp_path / "book").mkdir()
        with (tmp_path / "book" / "questions.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        monkeypatch.setattr(room, "HOUSE", tmp_path)
    return write


@pytest.mark.parametrize(("question", "column", "cell", "fault"), [
    ("autumn", "one", "push_tapper=0", "plan: there is no lever called 'push_tapper'; did you mean 'push_taper'"),
    ("autumn", "one", "push_taper=none", "one is 'none', not a number"),
    ("autumn", "one", "push_taper=-1", "push_taper is -1, below its lowest"),
    ("autumn", "other", "recognition", "other is 'recognition'; allowed are pairs"),
    ("autumn", "other", "recognition=0=1", "other is 'recognition=0=1'; allowed are pairs"),
    ("autumn", "other", "recognition=0 recognition=1", "each name once"),
    ("autumn", "begin", "soon", "begin is 'soon', not a whole number"),
    ("autumn", "read", "39.5", "read is '39.5', not a whole number"),
    ("autumn", "read", "393", "read is 393; allowed is a month after 393"),
    ("autumn", "place", "tianjing", "there is no place called 'tianjing'; did you mean 'tianjin'"),
    ("autumn", "one_wins", "thanks=volunters", "there is no quantity called 'volunters'; did you mean 'volunteers'"),
    ("autumn", "one_wins", "orders=volunteers", "none in both"),
    ("count", "one_wins", "", "need one conclusion at least"),
    ("autumn", "kind", "leson", "kind is 'leson'; allowed is one of lesson, levers"),
    ("autumn", "one_wins", None, "found 7 cells, the header has 9"),
    ("summer", "question", "autumn", "autumn stands here a second time"),
    ("loops", "place", "", "place is empty"),
])
def test_a_wrong_row_is_told_with_its_line(written, question, column, cell, fault):
    line = 2 + list(pandas.read_csv(HOUSE / "book" / "questions.csv")["question"]).index(question)
    written(question, column, cell)
    with pytest.raises(CaseError) as told:
        room.questions()
    assert str(told.value).startswith(f"book/questions.csv, line {line}: ") and fault in str(told.value)


@pytest.mark.parametrize("ask", [room.lesson, room.levers_explained])
def test_a_question_that_is_not_in_the_table_is_told(ask):
    with pytest.raises(ValueError, match="^book/questions.csv: there is no .* called 'winter'"):
        ask.__wrapped__("winter")


def test_columns_that_are_not_known_are_told(written):
    written("question", "begin", "start")
    with pytest.raises(CaseError) as told:
        room.asked("lesson")
    assert [fault.partition(";")[0] for fault in told.value.faults] == [
        "book/questions.csv, line 1: column begin is missing", "book/questions.csv, line 1: column start is not known"]


def test_every_row_of_the_book_is_asked():
    asked = room.questions()
    assert [one for ask, one in asked if ask is room.numbers_that_matter] == names()
    assert {one for _, one in asked} >= {*room.asked("lesson").index, *room.asked("levers").index}


def test_the_numbers_that_matter_in_a_place_hang_on_no_other_place(tmp_path, monkeypatch):
    monkeypatch.setattr("_theme.kept.KEPT", tmp_path / "kept")
    monkeypatch.setattr("_theme.freshness.HOUSE", tmp_path)
    monkeypatch.setattr(room, "sensitivity", lambda case, **_: case.key)
    shutil.copytree(HOUSE / "cases", tmp_path / "cases", ignore=shutil.ignore_patterns("__pycache__"))
    one, other = names()[:2]
    asked = room.numbers_that_matter
    assert (asked(one), asked(other)) == (one, other)
    with (tmp_path / "cases" / other / "parameters.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert asked.is_kept(one) and not asked.is_kept(other)
    with (tmp_path / "cases" / "_common" / "quantities.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert not asked.is_kept(one)
