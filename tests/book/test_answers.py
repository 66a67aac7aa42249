"""What the build says before it builds: a bad cell, answers being worked out, a question that failed, words of a child."""

import csv
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from _theme import build, freshness, kept

CASES = Path(__file__).resolve().parents[2] / "cases"


@pytest.fixture
def no_work(monkeypatch):
    """Nothing is built, and whoever would ask the model fails."""
    def fail(*_):
        raise AssertionError("something is worked out")

    monkeypatch.setattr(build, "work_out", fail)
    monkeypatch.setattr(build, "build_languages", fail)


def test_a_bad_cell_of_a_place_stops_the_build_at_once_with_its_sentence(tmp_path, monkeypatch, capsys, no_work):
    shutil.copytree(CASES, tmp_path / "cases", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    file = tmp_path / "cases" / "tianjin" / "parameters.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    rows[1][rows[0].index("value")] = "many"
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows(rows)
    monkeypatch.setenv("GOVERNING_CASES", str(tmp_path / "cases"))
    assert build.main() == 1
    told = capsys.readouterr().err
    assert told.startswith("cases/tianjin/parameters.csv, line 2: ") and "'many'" in told and "Traceback" not in told


def test_a_wrong_question_stops_the_build_at_once_with_its_sentence(monkeypatch, capsys, no_work):
    def wrong():
        raise ValueError("book/questions.csv, autumn: no.")

    monkeypatch.setattr(build, "questions", wrong)
    assert build.main() == 1
    assert capsys.readouterr().err == "book/questions.csv, autumn: no.\n"


@pytest.fixture
def question(tmp_path, monkeypatch):
    """A kept function that answers with what it is asked, but for two words."""
    monkeypatch.setattr(freshness, "HOUSE", tmp_path)
    monkeypatch.setattr(kept, "KEPT", tmp_path / "kept")

    @kept.kept("cases")
    def lesson(word):
        if word == "winter":
            raise ValueError("the plan has no month.")
        return {"autumn": 1, "summer": 2}[word]

    return lesson


def test_only_what_has_to_be_worked_out_is_told(question, capsys):
    question("autumn")
    assert build.work_out([(question, "autumn"), (question, "summer")], ThreadPoolExecutor) == []
    first, second = capsys.readouterr().out.splitlines()
    assert first == "Answers of the model to work out: 1; kept from before: 1." and second == "1 of 1: lesson summer"
    assert build.work_out([(question, "autumn"), (question, "summer")], ThreadPoolExecutor) == []
    assert capsys.readouterr().out == ""


def test_a_question_that_fails_is_named_with_its_reason_and_the_others_are_kept(question, monkeypatch, capsys):
    asked = [(question, word) for word in ("winter", "autumn", "spring")]
    monkeypatch.setattr(build, "answers", lambda: build.work_out(asked, ThreadPoolExecutor))
    assert build.main() == 1
    told = capsys.readouterr().err.splitlines()
    assert sorted(told) == ["Not worked out: lesson spring: KeyError: 'spring'", "Not worked out: lesson winter: the plan has no month."]
    assert question.is_kept("autumn")


def test_what_a_child_writes_is_read_whatever_the_encoding_of_the_system(tmp_path, monkeypatch, capsys):
    """A Chinese Windows is told to write UTF-8; bytes that are none, as of a program of its own, harm no other line."""
    code = "import sys; print('成功'); sys.stdout.flush(); sys.stdout.buffer.write(bytes([0xb3, 0xc9]) + b'\\n'); print('done')"
    monkeypatch.setattr(build, "HOUSE", tmp_path)
    monkeypatch.setattr(build, "sphinx_command", lambda language: [sys.executable, "-c", code])
    monkeypatch.setenv("PYTHONUTF8", "0")
    monkeypatch.setenv("PYTHONIOENCODING", "gbk")
    assert build.build_languages(["en"]) == ([], [])
    assert capsys.readouterr().out.splitlines() == ["[en] 成功", "[en] \ufffd\ufffd", "[en] done"]
