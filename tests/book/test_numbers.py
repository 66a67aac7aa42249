"""Every number that a sentence quotes is the number that its cell computes now.

`test_golden.py` holds that the golden notebooks are what the cells give; this holds that the published pages say the same.
"""

import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup
from goldens import BOOK, HOUSE, LANGUAGES, chapters, glued

from widgets.words import typeset

SITE = HOUSE / "build" / "site"
FOLDER = {"en": "en", "zh_CN": "zh"}
ROLE = re.compile(r"\{glue:text\}`([^`:]+)(?::([^`]*))?`")


def quoted(name):
    """The names and formats of the numbers that the text of a chapter quotes."""
    return ROLE.findall((BOOK / f"{name}.md").read_text(encoding="utf-8"))


def shown(value, form):
    """A glued value as a sentence shows it."""
    value = value.strip("'\"")
    return typeset(f"{float(value):{form}}" if form else value)


def said(name, language):
    """What a published page says where a number is quoted."""
    html = BeautifulSoup((SITE / FOLDER[language] / f"{name}.html").read_text(encoding="utf-8"), "html.parser")
    return Counter(span.get_text() for span in html.select("article .pasted-text"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in chapters() if quoted(name)])
def test_a_page_quotes_what_its_cells_compute(name, language):
    values = glued(name, language)
    assert Counter(shown(values[key], form) for key, form in quoted(name)) == said(name, language)


WRONG = re.compile(r"(?<![\w\-–.~/])-\d|(?<![\w,.])[-−+]0(?:\.0+)?(?![\d.:,])")
"""A hyphen before a number, or a sign before nothing; a date, a range and an identifier have neither."""
QUIET = ("script", "style", "pre", "code")


@pytest.mark.parametrize("folder", FOLDER.values())
def test_no_number_has_a_hyphen_for_a_minus_and_nothing_has_no_sign(folder):
    found = []
    for file in (SITE / folder).rglob("*.html"):
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        texts = (text for text in page.find_all(string=WRONG) if not any(one.name in QUIET for one in text.parents))
        found += [f"{file.name}: {text.strip()[:60]}" for text in texts]
    assert found == []


def test_the_chapters_quote_numbers():
    assert sum(len(quoted(name)) for name in chapters()) > 50
