"""Whoever waits longer than two seconds is told how far the work has come."""

import pytest

from cases import load, names
from model import beats, ensemble, explain, many
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


def test_parts_are_told_in_hundredths_and_only_when_there_is_news():
    told = []
    parts = progress.Parts(lambda *at: told.append(at), 2)
    parts.part(0)(1, 3), parts.part(0)(100, 300), parts.part(0)(3, 3), parts.part(1)(1, 1), parts.part(1)(1, 1)
    assert told == [(16, 100), (50, 100), (100, 100)]


PLACE = load(names()[0])
ONE, OTHER = ({lever.lever: getattr(lever, end) for lever in PLACE.levers[:3]} for end in ("low", "high"))
WORK = {
    "ensemble": lambda **how: ensemble(PLACE, ONE, members=3, months=6, **how),
    "beats": lambda **how: beats(PLACE, ONE, OTHER, members=3, month=6, **how),
    "beats, nothing to try": lambda **how: beats(PLACE, ONE, ONE, members=3, month=6, **how),
    "explain": lambda **how: explain(PLACE, ONE, OTHER, month=6, **how),
    "explain, nothing to explain": lambda **how: explain(PLACE, ONE, ONE, month=6, **how),
}


@pytest.mark.parametrize("name", WORK)
def test_analyses_tell_how_far_they_have_come_to_the_end(name):
    told = []
    WORK[name](progress=lambda *at: told.append(at))
    assert told == sorted(set(told)) and told[0][0] < told[-1][0] and told[-1] == (100, 100)


@pytest.mark.parametrize("name", WORK)
def test_analyses_show_a_line_unless_they_are_asked_not_to(name, capsys, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0)
    WORK[name](progress=False)
    assert capsys.readouterr().err == ""
    WORK[name]()
    said = capsys.readouterr().err
    assert said.startswith(f"\r{name.partition(',')[0]}: ") and said.endswith(": 100 of 100\n") and said.count("\n") == 1


def test_many_chunks_are_told_as_one_work(monkeypatch):
    told = []
    monkeypatch.setattr(many, "CHUNK", 2)
    ensemble(PLACE, members=5, months=9, progress=lambda done, all: told.append(done))
    # three chunks of ten months, and the last month of each, at which other plans would part
    assert told == sorted(told) and told[-1] == 100 and len(told) == 33
