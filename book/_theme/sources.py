"""Sources in the language of the build: data/sources.bib has fields for both, such as title_en and note_zh_CN."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import sphinxcontrib.bibtex.plugin
from pybtex.database import BibliographyData, Entry, Person, parse_file
from pybtex.plugin import register_plugin
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.unsrt import Style
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.template import field as bib_field
from pybtex.style.template import names, optional, optional_field, sentence
from sphinxcontrib.bibtex.style.referencing import BracketStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

from cases import load
from cases import names as names_of_places

LANGUAGES = ("en", "zh_CN")


class KeyLabels(BaseLabelStyle):
    """The key as the label, the same in every list; the page does not show it."""

    def format_labels(self, entries):
        """One label for each entry."""
        return [entry.key for entry in entries]


class EnglishList(Style):
    """A list of sources by author."""

    default_sorting_style = "author_year_title"
    default_label_style = "key_labels"

    def get_misc_template(self, e):
        """As the style has it, but no year behind a date that has one: June 2017, and not June 2017, 2017."""
        if e.fields["year"] not in e.fields.get("howpublished", ""):
            return super().get_misc_template(e)
        return toplevel[
            sentence[self.format_names("author")], optional[self.format_title(e, "title")], sentence[bib_field("howpublished")],
            sentence[optional_field("note")], self.format_web_refs(e),
        ]


class ChineseList(EnglishList):
    """The same list with Chinese commas between the authors."""

    def format_names(self, role, as_sentence=True):
        """The names of one role, joined."""
        joined = names(role, sep="、", sep2="、", last_sep="、")
        return sentence[joined] if as_sentence else joined


def _chinese_brackets():
    return BracketStyle(left="（", right="）", sep="；")


@dataclass
class ChineseReference(AuthorYearReferenceStyle):
    """（傅利平等，2023） in place of (Fu et al., 2023)."""

    bracket_parenthetical: BracketStyle = field(default_factory=_chinese_brackets)
    bracket_textual: BracketStyle = field(default_factory=_chinese_brackets)
    person: PersonStyle = field(default_factory=lambda: PersonStyle(sep="、", sep2="、", last_sep="、", other="等"))
    author_year_sep: str = "，"
    text_reference_sep: str = ""


@dataclass
class EnglishReference(AuthorYearReferenceStyle):
    """(Fu et al., 2023), in round brackets."""

    bracket_parenthetical: BracketStyle = field(default_factory=lambda: BracketStyle(left="(", right=")", sep="; "))
    bracket_textual: BracketStyle = field(default_factory=lambda: BracketStyle(left="(", right=")", sep="; "))


def in_language(entry, language):
    """A source with the fields of one language in place of the plain ones, and no field of another language."""
    fields = dict(entry.fields)
    chosen = {name: value for name, value in fields.items() if not name.endswith(LANGUAGES)}
    own = {name.removesuffix(f"_{language}"): value for name, value in fields.items() if name.endswith(f"_{language}")}
    persons = dict(entry.persons)
    if "author" in own:
        persons["author"] = [Person(name) for name in own.pop("author").split(" and ")]
    if "title" in own:
        own["title"] = "{%s} (%s)" % (own["title"], chosen["title"]) if "title" in chosen else "{%s}" % own["title"]
    return Entry(entry.type, fields=chosen | own, persons=persons)


def choose_sources(app, config):
    """Write the sources of this language beside the build and have Sphinx read those."""
    entries = {}
    for name in config.bibtex_bibfiles:
        for key, entry in parse_file(str(Path(app.srcdir, name))).entries.items():
            entries[key] = in_language(entry, config.language)
    text = BibliographyData(entries).to_string("bibtex")
    target = Path(app.outdir).parent / "sources.bib"
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")
    config.bibtex_bibfiles = [os.path.relpath(target, app.srcdir)]
    chinese = config.language == "zh_CN"
    config.bibtex_default_style = "chinese_list" if chinese else "english_list"
    config.bibtex_reference_style = "chinese_reference" if chinese else "english_reference"


def name_studies(app, docname, text):
    """Put the keys of the studies on which the places rest where a page says STUDIES, as a pattern for its list."""
    if "STUDIES" in text[0]:
        text[0] = text[0].replace("STUDIES", "|".join(sorted({load(name).source for name in names_of_places()})))


def setup(app):
    """Connect to Sphinx."""
    register_plugin("pybtex.style.labels", "key_labels", KeyLabels)
    register_plugin("pybtex.style.formatting", "chinese_list", ChineseList)
    register_plugin("pybtex.style.formatting", "english_list", EnglishList)
    for name, style in (("chinese_reference", ChineseReference), ("english_reference", EnglishReference)):
        sphinxcontrib.bibtex.plugin.register_plugin("sphinxcontrib.bibtex.style.referencing", name, style)
    app.connect("config-inited", choose_sources, priority=200)
    app.connect("source-read", name_studies)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
