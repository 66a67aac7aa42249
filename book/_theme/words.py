"""The words of the page around the text, from locale/page.csv."""

import csv
from functools import cache
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "locale" / "page.csv"
LANGUAGES = ("en", "zh_CN")


@cache
def page_words(language):
    """The words of the page's frame in one language, as a dict from key to text.

    Raises
    ------
    ValueError
        If the table has no column for the language, or a word of it is empty.
    """
    if language not in LANGUAGES:
        raise ValueError(f"{TABLE.name}: language is {language!r}; allowed are {', '.join(LANGUAGES)}.")
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for number, row in enumerate(rows, start=2):
        if not row[language]:
            raise ValueError(f"{TABLE.name}, line {number}: {row['key']} has no word in {language}.")
    return {row["key"]: row[language] for row in rows}
