"""Whoever waits longer than two seconds is told how far the work has come."""

import pytest

from model.analyses import progress
from model.analyses.progress import teller


def test_short_work_says_nothing(capsys):
    tell = teller(True, "search")
    tell(1, 2), tell(2, 2)
    assert capsys.readouterr().err == ""


def test_long_work_says_how_far_it_has_come_on_one_line(capsys, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0)
    tell = teller(True, "search")
    tell(1, 2), tell(2, 2)
    assert capsys.readouterr().err == "\rsearch: 1 of 2\rsearch: 2 of 2\n"


def test_a_function_is_told_in_place_of_the_line_and_false_tells_nobody(capsys):
    told = []
    teller(lambda done, all: told.append((done, all)), "search")(1, 2)
    teller(False, "search")(1, 2)
    assert told == [(1, 2)] and capsys.readouterr().err == ""


def test_anything_else_is_refused():
    with pytest.raises(TypeError, match="progress is 3; allowed is True, False or a function"):
        teller(3, "search")
