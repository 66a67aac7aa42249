"""facts.csv is well formed, each anchor stands in its source, and no number of a source is left out."""

import csv
import re
from pathlib import Path

import pytest

DATE = re.compile(r"(\d{4})(-\d\d(-\d\d)?)?|--\d\d-\d\d")
CHINESE = "\u4e00-\u9fff"
with (Path(__file__).resolve().parents[2] / "data" / "copies.csv").open(encoding="utf-8", newline="") as table:
    COPIES = {row["source"]: row for row in csv.DictReader(table)}
# Notes stand inside the text: a number in brackets, then a reference up to its pages or full stop.
NOTE = re.compile(r"\(\d{1,2}\)(?:[^。]*?pp\.\d+-\d+\.|[^。]*。)")
HEADING = re.compile(r"^(?:\d\.|\([一二三四五六]\)|[一二三四五六]、).*$", re.M)
MEASURE = "个|种|类|名|位|人|年|月|日|天|户|座|条|项|元|次|届|批|世|号|家|大|方面"
COUNTED = re.compile(rf"[二两三四五六七八九十百千几]+(?:{MEASURE})")
QUOTED = re.compile("“([^”]{2,20})”|《([^》]{2,30})》")


def spans(facts, text):
    """Where the anchors of the facts stand in a text."""
    return [(text.find(fact["anchor"]), fact["anchor"]) for fact in facts]


def body(key, text):
    """The article as (start, text of equal length), notes and headings blanked out."""
    first, last = (text.index(COPIES[key][mark]) for mark in ("begins", "ends"))

    def blank(match):
        return " " * len(match.group())

    return first, HEADING.sub(blank, NOTE.sub(blank, text[first:last]))


def uncovered(pattern, key, text, facts, known):
    """Matches of a pattern in the body that no anchor touches and `known` does not hold."""
    first, article = body(key, text)
    anchors = [(start, start + len(anchor)) for start, anchor in spans(facts, text) if start >= 0]
    missed = []
    for match in re.finditer(pattern, article):
        start, end = match.start() + first, match.end() + first
        words = next(filter(None, match.groups()), match.group())
        if not any(a < end and start < b for a, b in anchors) and words not in known:
            missed.append(article[max(0, match.start() - 8) : match.end() + 8])
    return missed


@pytest.fixture(scope="module", params=sorted(COPIES))
def read(request, facts, source_texts):
    """(key, text, facts) of one source."""
    assert request.param in source_texts, f"the text of {request.param} is not in the folder"
    return request.param, source_texts[request.param], [f for f in facts if f["source"] == request.param]


def test_every_fact_names_a_source_of_the_bibliography(facts, bibliography):
    assert {fact["source"] for fact in facts} <= set(bibliography[1])


def test_every_source_of_a_fact_says_where_its_article_begins_and_ends(facts):
    assert {fact["source"] for fact in facts} == set(COPIES)


def test_a_number_is_a_number_and_a_date_is_a_date(facts):
    for fact in facts:
        if fact["kind"] == "number":
            assert float(fact["value"]) > 0 and fact["unit"], fact["id"]
        if fact["kind"] == "date":
            match = DATE.fullmatch(fact["value"])
            assert match, f"{fact['id']}: {fact['value']!r} is not a date"
            title_date_or_none = match.group(1) in (None, fact["year"]) or fact["subject"] == "policy"
            assert title_date_or_none, f"{fact['id']}: year {fact['year']} is not that of {fact['value']}"


def test_a_list_has_at_least_two_members(facts):
    for fact in facts:
        if fact["unit"] == "list":
            members = [member.strip() for member in fact["value"].split(";")]
            assert len(members) >= 2 and all(members) and len(set(members)) == len(members), fact["id"]


def test_claims_are_sentences_in_both_languages(facts, checks):
    sentences = [(f["id"], f["claim_en"], f["claim_zh_CN"]) for f in facts]
    sentences += [(c["id"], c[f"{w}_en"], c[f"{w}_zh_CN"]) for c in checks for w in ("relation", "why")]
    for name, english, chinese in sentences:
        assert re.fullmatch(r"[A-Z0-9][\x20-\x7e]*\.", english), f"{name}: {english}"
        assert chinese.endswith("。") and re.search(f"[{CHINESE}]", chinese), f"{name}: {chinese}"


def test_chinese_has_full_width_punctuation_and_no_space_beside_latin(facts, checks, bibliography):
    texts = [f["claim_zh_CN"] for f in facts] + [c[f"{w}_zh_CN"] for c in checks for w in ("relation", "why")]
    texts += [entry["note_zh_CN"] for entry in bibliography[1].values() if "note_zh_CN" in entry]
    half = re.compile(rf"[{CHINESE}][,:;!?()]|[,:;!?()][{CHINESE}]|[{CHINESE}] [\w]|[\w] [{CHINESE}]")
    assert [text for text in texts if half.search(text)] == []


def test_every_text_of_the_folder_has_an_entry_that_says_what_it_lacks(source_texts, bibliography):
    for key in source_texts:
        entry = bibliography[1][key]
        assert "Missing" in entry["note"] and "缺" in entry["note_zh_CN"], key


def test_every_anchor_stands_in_its_source_once(facts, source_texts):
    for fact in facts:
        count = source_texts[fact["source"]].count(fact["anchor"])
        assert 1 <= count <= int(COPIES[fact["source"]]["printings"]), f"{fact['id']}: {fact['anchor']!r} stands {count} times"


def test_every_arabic_number_of_a_source_is_in_a_fact(read):
    key, text, facts = read
    values = {number for fact in facts for number in re.findall(r"\d+", fact["value"])}
    assert uncovered(r"\d+", key, text, facts, values) == []


def test_every_number_in_chinese_characters_is_in_a_fact(read, allowed):
    assert uncovered(COUNTED, *read, allowed["number"]) == []


def test_every_quoted_name_of_a_source_is_in_a_fact(read, allowed):
    key, text, facts = read
    claims = " ".join(fact["claim_zh_CN"] for fact in facts)
    told = {next(filter(None, found)) for found in QUOTED.findall(claims)}
    assert uncovered(QUOTED, key, text, facts, allowed["quoted"] | told) == []


def test_every_paragraph_of_a_source_has_a_fact(read):
    key, text, facts = read
    first, article = body(key, text)
    anchors = sorted(start for start, _ in spans(facts, text))
    for match in re.finditer(r"[^\n]{40,}", article):
        if match.group().strip():
            held = any(match.start() + first <= start < match.end() + first for start in anchors)
            assert held, f"no fact in: {match.group().strip()[:40]}"
