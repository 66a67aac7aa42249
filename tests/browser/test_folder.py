"""The archive of the site works where it was unpacked: from a folder or a memory stick, without server or network."""

import re
import zipfile

import pytest
from _theme.pack import ARCHIVE, NAME
from conftest import Watched
from hands import PLACE
from pages import LANGUAGES, SITE, wake
from playwright.sync_api import expect
from sharing import PLAN, Sharing


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where the archive was unpacked, in a folder whose name is not plain."""
    target = tmp_path_factory.mktemp("a folder 邻里")
    with zipfile.ZipFile(SITE / ARCHIVE) as packed:
        packed.extractall(target)
    return target / NAME


@pytest.fixture
def from_folder(browser, folder):
    """Open a file of the folder with the network cut; the page, and what it complained about or asked of a network."""
    frame = browser.new_context(locale="zh-CN")
    frame.set_offline(True)
    page, errors = frame.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.on("request", lambda request: errors.append(request.url) if not request.url.startswith(("file:", "data:", "blob:")) else None)

    def open_file(name):
        page.goto((folder / name).as_uri())
        return page, errors

    yield open_file
    frame.close()


def test_the_root_leads_to_the_language_of_the_reader(from_folder):
    page, errors = from_folder("index.html")
    page.wait_for_url("**/zh/index.html")
    assert errors == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_widget_lives(from_folder, lang):
    pages = [file.relative_to(SITE) for file in (SITE / lang).rglob("*.html") if "gt-widget" in file.read_text(encoding="utf-8")]
    assert pages
    for file in pages:
        page, errors = from_folder(file)
        wake(page)
        assert errors == [], file


@pytest.mark.parametrize(("lang", "words"), [("zh", "社区治理"), ("en", "volunteers")])
def test_search_finds_and_leads_there(from_folder, lang, words):
    """Without excerpts, because a page in a folder may not read another."""
    page, errors = from_folder(f"{lang}/index.html")
    page.locator(".find input").fill(words)
    page.locator(".find input").press("Enter")
    page.locator("#search-results ul.search > li a").first.click()
    expect(page).not_to_have_url(re.compile("search.html"))  # that page has a title too
    expect(page.locator("article h1")).to_be_visible()
    assert errors == []


def test_a_lever_moves_the_numbers_and_the_switch_keeps_it(from_folder):
    page, errors = from_folder("en/tianjin.html")
    lever = page.locator("[data-lever=recognition] input").first
    value = page.locator(".gt-four data").first
    before = value.get_attribute("value")
    lever.evaluate("(node) => { node.value = node.min; node.dispatchEvent(new Event('input', { bubbles: true })); }")
    expect(value).not_to_have_attribute("value", before)
    page.locator(".bar .language").click()
    page.wait_for_url("**/zh/tianjin.html**")
    expect(page.locator("[data-lever=recognition] input").first).to_have_value(lever.get_attribute("min"))
    assert errors == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_reader_asks_for_later_comes_from_the_folder(from_folder, lang):
    """The panels of the studio are fetched when one is opened: as scripts, which a folder may give."""
    page, errors = from_folder(f"{lang}/tianjin.html")
    page.locator(".gt-further [role=tab]").first.click()
    expect(page.locator(".gt-further [role=tabpanel]")).not_to_be_empty()
    page.locator(".gt-happenings > summary").first.click()
    expect(page.locator(".gt-told").first).not_to_be_empty()
    assert errors == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_copy_does_not_offer_itself(from_folder, page_at, lang):
    assert page_at(lang, "index").page.locator(".carry a").count() == 1
    page, _ = from_folder(f"{lang}/index.html")
    expect(page.locator(".carry")).to_have_count(0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_that_leaves_the_page_says_where_the_folder_lies(from_folder, folder, lang):
    """Link, printed page and pictures hold the plan, and no path of this device; what they say opens the plan."""
    page, errors = from_folder(f"{lang}/{PLACE}.html")
    sharing = Sharing(Watched(page, ""), lang)
    expect(sharing.panel).to_contain_text(sharing.text("folder"))
    sharing.bring(PLAN.code())
    expect(sharing.panel.get_by_label(sharing.text("link"))).to_have_value(PLAN.link())
    page.evaluate("window.print = () => {}")
    sharing.button("print").click()
    page.emulate_media(media="print")
    text = page.locator(".gt-report").inner_text()
    assert PLAN.code() in text and sharing.text("report.open_code") in text
    assert "file:" not in text and folder.name not in text and errors == []
