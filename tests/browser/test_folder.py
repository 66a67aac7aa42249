"""The site works from a folder or a memory stick, without any server."""

import pytest
from pages import LANGUAGES, SITE, wake


@pytest.fixture
def from_folder(browser, site):
    """Open a file of the site by its path; the page, and the errors that it reported."""
    frame = browser.new_context(locale="zh-CN")
    page, errors = frame.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)

    def open_file(name):
        page.goto((SITE / name).as_uri())
        return page, errors

    yield open_file
    frame.close()


def test_the_root_leads_to_the_language_of_the_reader(from_folder):
    page, errors = from_folder("index.html")
    page.wait_for_url("**/zh/index.html")
    assert errors == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_widget_lives(from_folder, lang):
    pages = [file for file in (SITE / lang).glob("*.html") if "gt-widget" in file.read_text(encoding="utf-8")]
    assert pages
    for file in pages:
        page, errors = from_folder(file.relative_to(SITE))
        wake(page)
        assert errors == [], file.name


def test_search_finds_without_excerpts(from_folder):
    page, errors = from_folder("zh/index.html")
    page.locator(".find input").fill("社区治理")
    page.locator(".find input").press("Enter")
    page.locator("#search-results ul.search > li").first.wait_for()
    assert page.locator("#search-results .context").count() == 0 and errors == []
