"""Every number that a sentence quotes is the number that its cell computes now.

`test_golden.py` holds that the golden notebooks are what the cells give; this holds that the published pages say the same.
"""

import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup
from goldens import BOOK, HOUSE, LANGUAGES, chapters, glued

SITE = HOUSE / "build" / "site"
FOLDER = {"en": "en", "zh_CN": "zh"}
ROLE = re.compile(r"\{glue:text\}`([^`:]+)(?::([^`]*))?`")


def quoted(name):
    """The names and formats of the numbers that the text of a chapter quotes."""
    return ROLE.findall((BOOK / f"{name}.md").read_text(encoding="utf-8"))


def shown(value, form):
    """A glued value as a sentence shows it."""
    value = value.strip("'\"")
    return f"{float(value):{form}}" if form else value


def said(name, language):
    """What a published page says where a number is quoted."""
    html = BeautifulSoup((SITE / FOLDER[language] / f"{name}.html").read_text(encoding="utf-8"), "html.parser")
    return Counter(span.get_text() for span in html.select("article .pasted-text"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in chapters() if quoted(name)])
def test_a_page_quotes_what_its_cells_compute(name, language):
    values = glued(name, language)
    assert Counter(shown(values[key], form) for key, form in quoted(name)) == said(name, language)


def test_the_chapters_quote_numbers():
    assert sum(len(quoted(name)) for name in chapters()) > 50
