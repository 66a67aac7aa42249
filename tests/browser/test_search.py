"""Search finds words in both languages, and phrases that the index has cut in two."""

import re

import pytest
from playwright.sync_api import expect


def search(page, words):
    """Type the words into the box at the head of the page, and give the titles found."""
    page.locator(".find input").fill(words)
    page.locator(".find input").press("Enter")
    expect(page.locator(".search-summary")).to_have_text(re.compile(r"\d|没有|Nothing"))
    return page.locator("#search-results ul.search > li > a").all_inner_texts()


@pytest.mark.parametrize("words", ["社区治理", "共同生产", "网格化", "志愿者", "邻里", "志愿者队伍", "volunteers"])
def test_chinese_search_finds(page_at, words):
    watched = page_at("zh", "index", awake=False)
    assert search(watched.page, words)
    assert watched.errors == []


@pytest.mark.parametrize("words", ["community governance", "volunteers", "co-production", "trust (volunteers)* + [?]"])
def test_english_search_finds_and_shows_where(page_at, words):
    """Also words with signs that mean something in a pattern."""
    watched = page_at("en", "index", awake=False)
    titles = search(watched.page, words)
    assert titles
    expect(watched.page.locator("#search-results .context")).to_have_count(len(titles))
    assert watched.errors == []


def test_what_is_not_in_the_book_is_not_found(page_at):
    page = page_at("zh", "index", awake=False).page
    assert search(page, "量子纠缠") == []
    assert "没有找到" in page.locator("#search-results").inner_text()


@pytest.mark.parametrize(("lang", "words", "stem"), [("zh", "志愿者", "志愿者"), ("zh", "社区治理", "社区"), ("en", "volunteers", "volunteer"), ("en", "families", "famil")])
def test_an_excerpt_is_prose_with_the_word_marked(page_at, lang, words, stem):
    """No code, no button that folds it, nothing of a widget that waits for its script."""
    watched = page_at(lang, "index", awake=False)
    page = watched.page
    titles = search(page, words)
    excerpts = page.locator("#search-results .context")
    expect(excerpts).to_have_count(len(titles))
    texts = excerpts.all_inner_texts()
    code = "显示代码|隐藏代码|Show the code|Hide the code|import |glue\\(|启用脚本|with scripts|开始画"
    assert [text for text in texts if re.search(code, text) or not text] == []
    marks = page.locator("#search-results mark").all_inner_texts()
    assert len(marks) >= len(titles) / 2 and all(stem in mark.lower() for mark in marks if len(mark) > 2)
    assert watched.errors == []


def test_a_short_part_of_a_word_marks_no_longer_word(page_at):
    page = page_at("en", "index", awake=False).page
    titles = search(page, "co-production")
    expect(page.locator("#search-results .context")).to_have_count(len(titles))
    assert {mark.lower() for mark in page.locator("#search-results mark").all_inner_texts()} <= {"co-production", "production", "product", "co"}


def test_pages_for_builders_stand_below_the_others(page_at):
    page = page_at("en", "index", awake=False).page
    search(page, "model")
    found = page.locator("#search-results ul.search > li > a").evaluate_all("all => all.map(one => one.getAttribute('href').startsWith('builders/'))")
    assert True in found and found == sorted(found)
