"""The book builds without a warning in both languages, and builds again only what changed."""

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from _theme.build import UTF8
from _theme.language import SITES
from bs4 import BeautifulSoup
from parity import STYLE

HOUSE = Path(__file__).resolve().parents[2]
BUILD = HOUSE / "build"
CHAPTERS = sorted(file.relative_to(HOUSE / "book").with_suffix("").as_posix()
                  for file in (HOUSE / "book").rglob("*.md") if "_theme" not in file.parts)


def build():
    """What the command that builds and publishes says; it ran without an error."""
    run = subprocess.run([sys.executable, "book/_theme/build.py"], cwd=HOUSE, env=os.environ | UTF8,
                         capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, f"{run.stdout[-6000:]}\n{run.stderr}"
    return run.stdout


@pytest.fixture(scope="module")
def built():
    """What the build said, the first time in these tests."""
    return build()


def test_both_languages_are_built_without_a_warning(built):
    assert "WARNING" not in built
    assert "The site is in build/site, " in built


@pytest.mark.parametrize("language", SITES)
def test_a_second_build_reads_no_page_again(built, language):
    nothing = re.compile(rf"\[{language}\] updating environment:.* 0 added, 0 changed, 0 removed")
    said = built if nothing.search(built) else build()  # where it had been built before, that was the second time
    assert nothing.search(said), said[-2000:]


def page(built, language, name):
    """A published page as it is read by a browser."""
    file = BUILD / "site" / SITES[language][0] / f"{name}.html"
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def shape(html):
    """What a page is made of: its headings by name, and how many figures, tables, formulas, cells and widgets it has."""
    text = html.find("article")
    headings = [(heading.name, heading.find_parent("section")["id"]) for heading in text.find_all(re.compile("^h[1-6]$"))]
    kinds = ("figure", "img", "table", "math", ".cell", ".gt-widget", ".admonition", "details", "li", "sup")
    return headings, {kind: len(text.select(kind)) for kind in kinds}


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_page_has_the_same_headings_figures_and_widgets_in_both_languages(built, name):
    assert shape(page(built, "en", name)) == shape(page(built, "zh_CN", name))


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_heading_caption_or_fold_is_left_in_english_and_chinese_is_set_as_it_is_printed(built, name):
    """Sentences are checked one by one elsewhere; here with the numbers and names that are put into them."""
    html = page(built, "zh_CN", name)
    for mark in html.select(".headerlink, script, style, code, math, .citation"):
        mark.decompose()
    texts = [element.get_text(" ", strip=True) for element in html.select("h1, h2, h3, h4, figcaption, caption, summary, th, #contents a, .steps a")]
    assert [text for text in texts if re.search("[A-Za-z]{3}", text) and not re.search("[\u3400-\u9fff]", text)] == []
    said = [re.sub(r"\s*\n\s*", "", text) for text in html.find("article").find_all(string=True)]
    rules = [STYLE[rule] for rule in ("a space between Chinese and Latin letters or digits", "a space between Chinese characters")]
    assert [text for text in said if any(rule.search(text) for rule in rules)] == []


@pytest.mark.parametrize("language", SITES)
def test_every_code_cell_of_a_chapter_is_folded_or_gone(built, language):
    """Only the workshop is about code, and shows it."""
    for name in (name for name in CHAPTERS if not name.startswith("workshop/")):
        open_cells = page(built, language, name).select(".cell > .cell_input")
        assert open_cells == [], name


def test_no_link_inside_the_site_leads_nowhere(built):
    site = BUILD / "site"
    pages = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    faults = []
    for file, text in pages.items():
        for address in map(unescape, re.findall(r'<(?:a|img|script|link)\s[^>]*?\b(?:href|src)="([^"]*)"', text)):
            target, _, place = address.partition("#")
            if re.match(r"[a-z]+:", target):
                continue
            reached = (file.parent / target.split("?")[0]).resolve() if target else file
            if not reached.exists():
                faults.append(f"{file.relative_to(site)}: {address}")
            elif place and reached in pages and f'id="{place}"' not in pages[reached]:
                faults.append(f"{file.relative_to(site)}: no {place} in {address}")
    assert not faults, "\n".join(faults)
