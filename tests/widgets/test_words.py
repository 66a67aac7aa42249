"""Every word that a widget asks for is there, in both languages."""

import re
from pathlib import Path

import pytest

import widgets
from widgets import Studio
from widgets.words import LANGUAGES, Speaker, grouped, language_of_book, number, typeset, words

ROOM = Path(widgets.__file__).parent
ASKED = re.compile(r"""\b(?:t|say)\(\s*f?(["'`])(.+?)\1""")
CHOSEN = re.compile(r"""\?\s*"([a-z_]+(?:\.[a-z_]+)+)"\s*:\s*"([a-z_]+(?:\.[a-z_]+)+)\"""")
FILLED = re.compile(r"\$?\{[^{}]*\}")
KINDS = ("studio", "network", "causal_map", "timeline", "evidence")


def asked_for():
    """Every key in the code, with .* where the code fills something in."""
    for path in [*ROOM.glob("js/**/*.js"), *ROOM.glob("*.py")]:
        text = path.read_text(encoding="utf-8")
        keys = [key for _, key in ASKED.findall(text)] + [key for pair in CHOSEN.findall(text) for key in pair]
        for key in keys:
            yield path.name, re.escape(FILLED.sub("\0", key)).replace("\0", ".+")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_is_asked_for_is_there(language):
    """A key in the code is a row of the table; where the code fills a part in, some row fits."""
    asked = set(asked_for())
    assert len(asked) > 80
    missing = [(file, key) for file, key in asked if not any(re.fullmatch(key, row) for row in words(language))]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_shows_the_bands_is_not_called_like_a_tab(language):
    """Two buttons of a name do one thing."""
    tabs = {text for key, text in words(language).items() if key.startswith("studio.further.")}
    assert words(language)["studio.sure"] not in tabs


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty(language):
    """Both languages are complete."""
    assert [key for key, text in words(language).items() if not text] == []


def test_both_languages_fill_the_same_slots():
    """A number or a name that stands in one language stands in the other."""
    slots = {language: {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in words(language).items()} for language in LANGUAGES}
    assert slots["en"] == slots["zh_CN"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_widget_brings_the_words_that_its_script_asks_for(kind, language, widget):
    """What a widget hands to the page is enough for every kind of thing that it shows."""
    state = widget(kind, language).state
    given = state["words"]
    for quantity in state.get("quantities", []):
        assert f"quantity.{quantity['key']}" in given
        assert f"unit.{quantity['unit']}" in given
    for lever in state.get("levers", []):
        assert {f"unit.{lever['unit']}", f"group.{lever['group']}", f"badge.{lever['badge']}"} <= given.keys()
    for tie in state.get("ties", []):
        assert {f"tie.{tie['kind']}", f"badge.{tie['stated']}"} <= given.keys()
    for event in state.get("events", []):
        assert f"event.{event['kind']}" in given
    for edge in state.get("edges", []):
        assert {f"delay.{edge['delay']}", f"badge.{edge['stated']}"} <= given.keys()
    for row in [*state.get("facts", []), *state.get("values", [])]:
        assert f"badge.{row.get('badge', row.get('kind'))}" in given
        assert f"unit.{row.get('unit', '1')}" in given
    assert all(text == words(language)[key] for key, text in given.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_of_anything_is_told_in_the_singular(language):
    say = Speaker(language)
    units = {key.removeprefix("unit.") for key in words(language) if key.startswith("unit.") and ".one." not in key} - {"1"}
    assert len(units) > 20
    for unit in units:
        assert say.united("1", unit) == say("number.with_unit", number="1", unit=say(f"unit.one.{unit}"))
    assert Speaker("en").measure(1, "person") == "1 person"
    assert Speaker("en").measure(2, "person") == "2 people"


def test_a_word_that_is_missing_is_named():
    """The error says which row of which table."""
    with pytest.raises(KeyError, match="locale/words.csv has no row studio.nonsense"):
        Speaker("en")("studio.nonsense")


def test_another_language_is_refused():
    """Only the two languages of the book exist."""
    with pytest.raises(ValueError, match="allowed are en and zh_CN"):
        words("fr")


def test_the_book_says_its_language(monkeypatch):
    """A chapter's cells need not name the language."""
    monkeypatch.setenv("BOOK_LANGUAGE", "zh_CN")
    assert language_of_book() == "zh_CN"
    assert Studio("tianjin").language == "zh_CN"
    monkeypatch.delenv("BOOK_LANGUAGE")
    assert Studio("tianjin").language == "en"


def test_months_are_named_in_the_calendar():
    """Month 393 of a story that begins in January 1988 is October 2020."""
    assert Speaker("en").month("1988-01", 393) == "October 2020"
    assert Speaker("zh_CN").month("1988-01", 393) == "2020年10月"


@pytest.mark.parametrize(("text", "shown"), [
    ("999", "999"), ("2300", "2,300"), ("12159.22", "12,159.22"), ("1370000000", "1,370,000,000"), ("36.93", "36.93"),
    ("1988-01", "1988-01"), ("", ""), ("-4.57", "−4.57"), ("-2300", "−2,300"), ("-0.00", "0.00"), ("--", "--"),
])
def test_a_number_in_a_table_has_commas_between_its_thousands(text, shown):
    assert grouped(text) == shown


@pytest.mark.parametrize(("text", "shown"), [
    ("-0.00", "0.00"), ("+0", "0"), ("−0.0%", "0.0%"), ("-1,517.49", "−1,517.49"), ("+3", "+3"), ("12", "12"), ("-", "-"), ("1-2", "1-2"), ("-3 to 4", "-3 to 4"),
])
def test_a_number_has_a_minus_and_nothing_has_no_sign(text, shown):
    assert typeset(text) == shown


def test_what_is_printed_as_nothing_has_no_sign():
    assert (number(-0.001, "1"), number(-0.0, "person"), number(-0.006, "1")) == ("0.00", "0", "−0.01")
