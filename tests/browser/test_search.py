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


@pytest.mark.parametrize("words", ["community governance", "volunteers", "trust"])
def test_english_search_finds(page_at, words):
    assert search(page_at("en", "index", awake=False).page, words)


def test_what_is_not_in_the_book_is_not_found(page_at):
    page = page_at("zh", "index", awake=False).page
    assert search(page, "量子纠缠") == []
    assert "没有找到" in page.locator("#search-results").inner_text()


def test_results_come_with_an_excerpt_that_has_the_word(page_at):
    page = page_at("zh", "index", awake=False).page
    search(page, "志愿者")
    page.locator("#search-results .context").first.wait_for()
    assert any("志愿者" in text for text in page.locator("#search-results .context").all_inner_texts())
