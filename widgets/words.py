"""The reader's language: every word a widget shows is a row of ``locale/words.csv``."""

import csv
import os
import re
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent.parent / "locale" / "words.csv"
LANGUAGES = ("en", "zh_CN")


@cache
def words(language):
    """Return {key: text} of every row in one language.

    Raises
    ------
    ValueError
        If the language is not one of en and zh_CN.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language is {language!r}; allowed are {' and '.join(LANGUAGES)}.")
    with WORDS.open(encoding="utf-8", newline="") as file:
        return {row["key"]: row[language] for row in csv.DictReader(file)}


def language_of_book():
    """Return the language that is being read: BOOK_LANGUAGE, or en where it is not set."""
    return os.environ.get("BOOK_LANGUAGE", "en")


class Speaker:
    """Looks words up in one language and fills their {slots}.

    Parameters
    ----------
    language : str
        en or zh_CN.
    """

    def __init__(self, language):
        self.language = language
        self._words = words(language)

    def __call__(self, key, /, **slots):
        """Return the text of a row; KeyError names a row that is missing."""
        if key not in self._words:
            raise KeyError(f"locale/words.csv has no row {key}")
        text = self._words[key]
        return text.format(**slots) if slots else text

    def chosen(self, *beginnings):
        """Return {key: text} of the rows that begin in one of these ways."""
        return {key: text for key, text in self._words.items() if key.startswith(beginnings)}

    def measure(self, value, unit):
        """Return a number with its unit; a pure share stands alone."""
        return self.united(number(value, unit), unit)

    def united(self, text, unit):
        """Return a written number with its unit, which is another word for one than for many."""
        many = "one." if text == "1" else ""
        return text if unit == "1" else self("number.with_unit", number=text, unit=self(f"unit.{many}{unit}"))

    def month(self, begins, month):
        """Return the name of a month of a run that begins in, say, 1988-01."""
        year, first = (int(part) for part in begins.split("-"))
        years, index = divmod(first - 1 + month, 12)
        name = self("date.months").split("|")[index]
        return self("date.month", name=name, year=year + years)

    def date(self, text):
        """Return a date of the data (1988, 2015-02, 2020-01-24, or --03-18 for every year) as a reader meets it."""
        year, month, day = (*text.replace("--", "-", 1).split("-"), "", "")[:3]
        if not month:
            return self("date.year", year=year)
        name = self("date.months").split("|")[int(month) - 1]
        kind = "date.day" if year and day else "date.month" if year else "date.every_year"
        return self(kind, year=year, name=name, day=day.lstrip("0"))

    def phrase(self, parts):
        """Return a list as a phrase."""
        *most, last = parts
        return self("list.comma").join(most) + (self("list.and") if most else "") + last


WHOLE = {"person", "task", "household", "organisation", "month"}


def decimals(size, unit):
    """Return how many decimals a number of this size and unit deserves; the twin of scale.js."""
    return 2 if unit == "1" else 0 if unit in WHOLE or size >= 100 else 1 if size >= 10 else 2


def number(value, unit):
    """Return a number as a reader meets it, without its unit; the twin of scale.js."""
    return typeset(f"{value:,.{decimals(abs(value), unit)}f}")


NUMBER = re.compile(r"([+\-−]?)(\d[\d,]*(?:\.\d+)?)(%?)")


def typeset(text):
    """Return a number that stands as text as a reader meets it; other text as it is.

    The hyphen before it becomes a minus, −4.57, and what is printed as nothing has no sign: 0.00.
    """
    found = NUMBER.fullmatch(text)
    if not found:
        return text
    sign, size, percent = found.groups()
    sign = sign.replace("-", "−") if float(size.replace(",", "")) else ""
    return sign + size + percent


def grouped(text):
    """Return a number that stands as text in a table as a reader meets it, with commas between its thousands; other text as it is."""
    whole, point, rest = text.partition(".")
    digits = whole.lstrip("-")
    return typeset(f"{int(whole):,}{point}{rest}" if whole in (digits, f"-{digits}") and digits.isdecimal() else text)
