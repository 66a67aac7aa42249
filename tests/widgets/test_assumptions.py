"""The figures of the assumptions: twenty bars, longest first, a sentence that says what they show."""

import re

import pandas
import pytest

from cases import load
from model import sensitivity
from widgets.assumptions import MOST, assumption_figures
from widgets.words import LANGUAGES, Speaker


@pytest.fixture(scope="module")
def found():
    return sensitivity(load("nanjing"), outcomes=["services", "unmet_need"], samples=2, month=12, progress=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_outcome_has_twenty_bars_and_a_sentence_with_the_first(found, language):
    say = Speaker(language)
    text = assumption_figures(load("nanjing"), found, 12, language)
    folds = text.split("<details>")[1:]
    assert len(folds) == 2 and text.count("<rect") == 2 * MOST
    for outcome, fold in zip(("services", "unmet_need"), folds):
        first = found[found.outcome == outcome].iloc[0]
        sentence = re.search(r"<figcaption[^>]*>(.*?)</figcaption>", fold)[1]
        assert say(f"parameter.{first.parameter}") in sentence and say.month(load("nanjing").begins, 12) in sentence
        assert f'aria-label="{sentence}"' in fold.replace("&quot;", '"')
        lengths = [float(length) for length in re.findall(r'<rect[^>]* width="(\d+)"', fold)]
        assert lengths == sorted(lengths, reverse=True) and lengths[0] > 0


def test_a_number_that_is_not_judged_says_so_beside_its_bar(found):
    one = found[found.outcome == "services"].head(2).assign(badge=["judged", "derived"])
    text = assumption_figures(load("nanjing"), one, 12, "en")
    assert text.count("gt-still-known") == 1 and text.count("· calculated") == 1


def test_an_outcome_that_hangs_on_nothing_has_bars_without_length(found):
    nothing = pandas.concat([found[found.outcome == "services"].head(3).assign(mu_star=0.0)])
    assert re.findall(r'width="(\d+)"', assumption_figures(load("nanjing"), nothing, 12, "en")) == ["0", "0", "0"]
