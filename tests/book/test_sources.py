"""A source is cited in the language of the page."""

import re

from pybtex.database import Entry, Person
from _theme.sources import in_language, name_studies

from cases import load, names

ENTRY = Entry(
    "misc",
    fields={"title": "互动", "title_en": "Interaction", "note": "A copy", "note_zh_CN": "副本", "year": "2023"},
    persons={"author": [Person("傅利平")]},
)
ENTRY.fields["author_en"] = "Fu, Liping and Chen, Qin"


def test_in_english_names_and_title_are_english_with_the_original_beside():
    entry = in_language(ENTRY, "en")
    assert [str(person) for person in entry.persons["author"]] == ["Fu, Liping", "Chen, Qin"]
    assert dict(entry.fields) == {"title": "{Interaction} (互动)", "note": "A copy", "year": "2023"}


def test_in_chinese_no_english_field_is_left():
    entry = in_language(ENTRY, "zh_CN")
    assert [str(person) for person in entry.persons["author"]] == ["傅利平"]
    assert dict(entry.fields) == {"title": "互动", "note": "副本", "year": "2023"}


def test_a_list_of_the_studies_holds_the_source_of_every_place():
    text = [':filter: key % "STUDIES"']
    name_studies(None, "sources", text)
    pattern = text[0].split('"')[1]
    assert all(re.search(pattern, load(name).source) for name in names())
    assert not re.search(pattern, "monks-2019")
