"""How a source is called in a picture: surnames and year, in the reader's language."""

import re
from functools import cache
from pathlib import Path

from widgets.words import Speaker

BIBLIOGRAPHY = Path(__file__).parent.parent / "data" / "sources.bib"
MANY = 2
"""More authors than this are called by the first."""
NAMELESS = "Anonymous"


@cache
def labels(language):
    """Return {key: short name} of every source in ``data/sources.bib``."""
    entries = re.findall(r"^@\w+\{([\w-]+),\n(.*?)^\}", BIBLIOGRAPHY.read_text(encoding="utf-8"), re.M | re.S)
    return {key: _label(_fields(body), language) for key, body in entries}


def called(reference, language):
    """Return the name of a reference such as ``fu-2023:fu042`` or ``kong-2019 xu-2021``."""
    parts = []
    for one in reference.split():
        key, _, fact = one.partition(":")
        parts.append(" · ".join(part for part in (labels(language).get(key, key), fact) if part))
    return ("；" if language == "zh_CN" else "; ").join(parts)


def _fields(body):
    return dict(re.findall(r"^\s*(\w+) = \{(.*)\},$", body, re.M))


def _label(fields, language):
    chinese = language == "zh_CN" and not fields["author"].isascii()
    authors = fields["author"] if chinese else fields.get("author_en", fields["author"])
    names = [name.strip("{} ").split(",")[0] for name in authors.split(" and ")]
    if names == [NAMELESS]:
        return Speaker(language)("source.nameless", year=fields["year"])
    if chinese:
        who = f"{names[0]}等" if len(names) > MANY else "、".join(names)
        return f"{who}{fields['year']}"
    who = f"{names[0]} et al." if len(names) > MANY else " & ".join(names)
    return f"{who} {fields['year']}"
