"""No sentence of ours shares more than twelve consecutive Chinese characters with a source."""

import csv
import re

import pytest

LONGEST = 12
ROOMS = ("data", "cases", "model", "widgets", "locale", "book")
SKIPPED_COLUMNS = {"anchor"}  # an anchor is by design the source's own words, 15 characters at most


def is_chinese(character):
    return "\u4e00" <= character <= "\u9fff"


def windows(text):
    """Stretches of LONGEST + 1 Chinese characters; punctuation and spaces do not count, digits may stand between."""
    kept = [character for character in text if character.isalnum()]
    places = [place for place, character in enumerate(kept) if is_chinese(character)]
    return {
        "".join(kept[start : end + 1])
        for start, end in zip(places, places[LONGEST:])
    }


def passages(path):
    """Texts of a file that are read one by one: cells, messages, or whole Markdown paragraphs."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        rows = csv.DictReader(text.splitlines())
        return [cell for row in rows for column, cell in row.items() if cell and column not in SKIPPED_COLUMNS]
    if path.suffix == ".po":
        joined = re.sub(r'"\n"', "", text)
        return re.findall(r'^msg\w+(?:\[\d+\])? "(.*)"$', joined, flags=re.M)
    if path.suffix == ".bib":
        return re.findall(r"^  note\w* = \{(.*)\},$", text, flags=re.M)
    return re.split(r"\n\s*\n", text)


def ours(root):
    """Every file of ours that may hold Chinese sentences."""
    for room in ROOMS:
        for suffix in ("md", "csv", "po", "bib", "py", "json"):
            yield from sorted((root / room).rglob(f"*.{suffix}"))


def copied(passage, borrowed, allowed):
    """Stretches of a passage that stand in a source, after the allowed names are taken out."""
    for phrase in sorted(allowed, key=len, reverse=True):
        passage = passage.replace(phrase, "\n§\n")
    return sorted({stretch for part in passage.split("§") for stretch in windows(part)} & borrowed)


@pytest.fixture(scope="module")
def borrowed(source_texts):
    """All stretches of the sources that may not be ours."""
    return {stretch for text in source_texts.values() for stretch in windows(text)}


@pytest.fixture(scope="module")
def names(allowed, bibliography):
    """Titles of the bibliography and the names of the allow-list."""
    titles = {entry["title"].strip("{}") for entry in bibliography[1].values() if "title" in entry}
    return allowed["name"] | titles


def test_we_write_our_own_words(data_folder, borrowed, names):
    found = {}
    for path in ours(data_folder.parent):
        for passage in passages(path):
            for stretch in copied(passage, borrowed, names):
                found.setdefault(str(path.relative_to(data_folder.parent)), set()).add(stretch)
    assert found == {}


def test_a_copied_sentence_would_be_found(source_texts, borrowed, names):
    for key, text in source_texts.items():
        sentence = max(re.findall(r"[\u4e00-\u9fff]{16,}", text), key=len)
        assert copied(f"我们说{sentence}。", borrowed, names), key
        assert copied("，".join(re.findall(".{1,5}", sentence)), borrowed, names), f"{key}: commas hide a copy"


def test_twelve_characters_may_be_shared_and_thirteen_may_not(borrowed):
    stretch = next(text for text in sorted(borrowed) if text.isalpha() and all(map(is_chinese, text)))
    assert copied(stretch[:LONGEST], borrowed, set()) == []
    assert copied(stretch, borrowed, set()) == [stretch]


def test_every_allowed_phrase_stands_in_a_source_and_says_why(source_texts, allowed_rows):
    corpus = "\n".join(source_texts.values())
    for row in allowed_rows:
        assert row["phrase"] in corpus and row["reason"], row
