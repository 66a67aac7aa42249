"""What is kept is read until something upstream changes."""

import pandas
import pytest
from _theme import freshness, kept


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A project with one room, and what was asked of a function that is kept."""
    monkeypatch.setattr(freshness, "HOUSE", tmp_path)
    monkeypatch.setattr(kept, "KEPT", tmp_path / "build" / "kept")
    for place in ("one", "other"):
        (tmp_path / "cases" / place).mkdir(parents=True)
        (tmp_path / "cases" / place / "levers.csv").write_text("1")
    return tmp_path


@pytest.fixture
def asked():
    return []


@pytest.fixture
def count(house, asked):
    @kept.kept("cases/{0}")
    def count(place):
        asked.append(place)
        return pandas.DataFrame({"place": [place], "values": [0.1 + 0.2]})
    return count


def test_what_was_worked_out_once_is_read_as_it_was(count, asked):
    first, second = count("one"), count("one")
    pandas.testing.assert_frame_equal(first, second, check_exact=True)
    assert asked == ["one"]


def test_each_argument_has_an_answer_of_its_own_and_only_what_is_upstream_of_it_counts(house, count, asked):
    count("one"), count("other")
    (house / "cases" / "one" / "levers.csv").write_text("2")
    count("one"), count("other")
    assert asked == ["one", "other", "one"]


def test_whether_an_answer_is_kept_can_be_asked_without_working_it_out(house, count, asked):
    assert not count.is_kept("one")
    count("one")
    assert count.is_kept("one") and not count.is_kept("other") and asked == ["one"]
    (house / "cases" / "one" / "levers.csv").write_text("2")
    assert not count.is_kept("one")


def test_another_environment_asks_again(house, count, asked):
    count("one")
    (house / "requirements.lock").write_text("pandas==4")
    count("one")
    assert asked == ["one", "one"]


def test_an_answer_that_is_out_of_date_goes(house, count):
    count("one")
    (house / "cases" / "one" / "levers.csv").write_text("2")
    count("one")
    assert len(list((house / "build" / "kept").rglob("*.*"))) == 1


def test_what_failed_is_not_kept(house):
    @kept.kept("cases")
    def fail():
        raise ValueError("no")
    for _ in range(2):
        with pytest.raises(ValueError):
            fail()
    assert not any(path.is_file() for path in (house / "build").rglob("*"))
