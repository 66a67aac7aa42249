"""English and Chinese are complete and in step: sentences, headings, figures, numbers, names of levers."""

import csv
import re
from pathlib import Path

import pytest
from _theme.catalogues import extract
from babel.messages.pofile import read_po
from parity import chinese_faults, number_faults, pair_faults, shared_faults

HOUSE = Path(__file__).resolve().parents[2]
CATALOGUES = HOUSE / "locale" / "zh_CN" / "LC_MESSAGES"
WORDS = ("words.csv", "page.csv")
# Words that are the same in both languages: names of units, formats and the like carry this note.
SAME = "same in both"


@pytest.mark.parametrize(("english", "chinese", "faults"), [
    ("6,000 people since 1988", "1988年以来6000人", []),
    ("10,000 yuan", "1万元", []),
    ("In February 2015", "2015年2月", []),
    ("13 founders", "12位发起人", ["13 only in English", "12 only in Chinese"]),
    ("After 1 May, COVID-19", "“五一”之后，新冠疫情", []),
    ("about {glue:text}`share1`", "约{glue:text}`share1`", []),
    ("in 2020", "后来", ["2020 only in English"]),
])
def test_numbers_agree_or_are_named(english, chinese, faults):
    assert number_faults(english, chinese) == faults


@pytest.mark.parametrize(("chinese", "rule"), [
    ("共有 13 人", "a space between Chinese and Latin letters or digits"),
    ("社区 治理", "a space between Chinese characters"),
    ("居民,志愿者", "half-width punctuation after Chinese"),
    ("社区(邻里)", "half-width brackets around Chinese"),
    ('所谓"共治"', "straight quotes around Chinese"),
    ("**运行。**比较的对象是它", "asterisks that make nothing bold"),
    ("**运行**。比较的对象是**它**。", None),
    ("[图一](#fig)共有13人，见`a b`。", None),
])
def test_chinese_is_as_it_is_printed_or_the_place_is_named(chinese, rule):
    assert [fault.split(":")[0] for fault in chinese_faults(chinese)] == ([rule] if rule else [])


def test_a_lost_reference_is_named():
    assert shared_faults("see {numref}`fig-a`", "见图") == ["['{numref}`fig-a`'] became []"]


def messages(file):
    """The sentences of a catalogue as a dict from English to its message, and the obsolete ones."""
    with file.open("rb") as lines:
        catalogue = read_po(lines, abort_invalid=True)
    return {message.id: message for message in catalogue if message.id}, list(catalogue.obsolete)


@pytest.fixture(scope="module")
def chapters(tmp_path_factory):
    """The catalogues of the chapters as they stand, freshly extracted: name to sentences."""
    folder = extract(tmp_path_factory.mktemp("gettext") / "pot")
    return {file.relative_to(folder).with_suffix(".po").as_posix(): set(messages(file)[0]) for file in folder.rglob("*.pot")}


def test_every_chapter_has_its_catalogue_and_no_catalogue_is_left_over(chapters):
    assert {file.relative_to(CATALOGUES).as_posix() for file in CATALOGUES.rglob("*.po")} == set(chapters)


def test_no_sentence_is_missing_fuzzy_or_stale(chapters):
    faults = []
    for name, wanted in chapters.items():
        present, obsolete = messages(CATALOGUES / name)
        faults += [f"{name}: not in the catalogue (run `make locale`): {sentence!r}" for sentence in wanted - set(present)]
        faults += [f"{name}: stale: {sentence!r}" for sentence in set(present) - wanted]
        faults += [f"{name}: obsolete: {sentence!r}" for sentence in obsolete]
        faults += [f"{name}: not translated: {key!r}" for key, message in present.items() if not message.string]
        faults += [f"{name}: fuzzy: {key!r}" for key, message in present.items() if message.fuzzy]
    assert not faults, "\n".join(faults)


def test_sentences_agree_in_numbers_references_and_print():
    faults = []
    for file in sorted(CATALOGUES.rglob("*.po")):
        for english, message in messages(file)[0].items():
            faults += [f"{file.name}: {fault}" for fault in pair_faults(english, message.string or "")]
    assert not faults, "\n".join(faults)


def rows(table):
    """The rows of a CSV file, each with its line number."""
    with table.open(encoding="utf-8", newline="") as lines:
        return list(enumerate(csv.DictReader(lines), start=2))


@pytest.mark.parametrize("name", WORDS)
def test_every_word_of_widgets_and_page_is_there_once_in_both_languages(name):
    faults, keys = [], set()
    for line, row in rows(HOUSE / "locale" / name):
        where = f"{name}, line {line}"
        if row["key"] in keys:
            faults.append(f"{where}: {row['key']} stands twice")
        keys.add(row["key"])
        faults += [f"{where}: {fault}" for fault in pair_faults(row["en"], row["zh_CN"])]
        latin = re.search(r"[A-Za-z]", re.sub(r"[{$].*?}", "", row["zh_CN"]))
        if latin and not re.search(r"[\u3400-\u9fff]", row["zh_CN"]) and SAME not in row["note"]:
            faults.append(f"{where}: {row['key']} is Latin letters in Chinese too, and no note says that it is {SAME}")
    assert keys and not faults, "\n".join(faults)


def column_pairs(header):
    """Pairs of column names that hold the same text in both languages: `en` and `zh_CN`, `name_en` and `name_zh_CN`."""
    return [(column, re.sub(r"en$", "zh_CN", column)) for column in header if re.fullmatch(r"en|.+_en", column)]


@pytest.mark.parametrize("table", sorted((HOUSE / "cases").glob("*/*.csv")), ids=lambda table: f"{table.parent.name}/{table.name}")
def test_every_table_of_a_place_says_the_same_in_both_languages(table):
    faults = []
    for line, row in rows(table):
        for english, chinese in column_pairs(row):
            faults += [f"{table.name}, line {line}, {english}: {fault}" for fault in pair_faults(row[english], row[chinese])]
    assert not faults, "\n".join(faults)


def test_a_figure_with_words_has_a_picture_for_each_language():
    figures = HOUSE / "book" / "figures"
    english = {file for file in figures.glob("*.svg") if ".zh_CN" not in file.name and "<text" in file.read_text(encoding="utf-8")}
    assert english and all(file.with_suffix(".zh_CN.svg").exists() for file in english)
