"""The switch of language stays where the reader is, and the first page of all remembers the choice."""

import pytest
from bs4 import BeautifulSoup
from hands import PLACE
from pages import SITE, page_names
from playwright.sync_api import expect


@pytest.mark.parametrize(("folder", "other", "language"), [("en", "zh", "zh-CN"), ("zh", "en", "en")])
@pytest.mark.parametrize("name", page_names())
def test_the_switch_of_every_page_leads_to_the_same_page(name, folder, other, language):
    files = [SITE / one / f"{name}.html" for one in (folder, other)]
    here, there = (BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser") for file in files)
    leads = files[0].parent / here.select_one(".bar .language")["href"]
    assert leads.resolve() == files[1].resolve() and there.html["lang"] == language


@pytest.mark.parametrize("name", ["index", PLACE, "builders/decisions"])
def test_the_switch_stays_on_the_page(page_at, site, name):
    page = page_at("en", name, awake=False).page
    for folder, language in (("zh", "zh-CN"), ("en", "en")):
        page.locator(".bar .language").click()
        assert page.url.partition("#")[0] == f"{site}/{folder}/{name}.html"
        assert page.locator("html").get_attribute("lang") == language


def test_the_switch_keeps_the_place_on_the_page_and_the_query(page_at, site):
    page = page_at("en", "index").page
    target = page.locator("article section[id]").nth(1).get_attribute("id")
    page.goto(f"{site}/en/index.html?q=trust#{target}")
    page.locator(".bar .language").click()
    assert page.url == f"{site}/zh/index.html?q=trust#{target}"


def test_who_turns_to_the_other_language_amid_a_page_reads_on_where_they_were(hands):
    """With a plan in the address, which leaves no room there for the place: in the studio, and in a paragraph further down."""
    studio = hands(lang="en", width=360)
    page = studio.page
    slider, turn = studio.root.locator("[data-lever=recognition] input"), page.locator(".bar .language")
    slider.press("Home")
    page.wait_for_url("**recognition=*")
    slider.evaluate("node => node.scrollIntoView({ block: 'center' })")
    turn.evaluate("link => link.click()")  # a driver would scroll before it clicks
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(slider).to_be_in_viewport()
    assert slider.input_value() == "0" and "recognition=" in page.url
    last = page.locator("article h2").last
    last.evaluate("node => node.scrollIntoView({ block: 'start' })")
    turn.evaluate("link => link.click()")  # a driver would scroll before it clicks
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(last).to_be_in_viewport()


@pytest.mark.parametrize(("locale", "folder"), [
    ("zh-CN", "zh"), ("zh-TW", "zh"), ("en-GB", "en"), ("fr-FR", "en"),
])
def test_the_root_follows_the_language_of_the_browser(page_at, site, locale, folder):
    page = page_at("", "", locale=locale).page
    page.wait_for_url(f"{site}/{folder}/index.html")


def test_the_root_remembers_a_choice(page_at, site):
    page = page_at("", "", locale="zh-CN").page
    page.wait_for_url(f"{site}/zh/index.html")
    page.locator(".bar .language").click()
    page.goto(site)
    page.wait_for_url(f"{site}/en/index.html")


def test_the_root_offers_both_languages_without_scripts(page_at):
    page = page_at("", "", java_script_enabled=False).page
    assert [link.get_attribute("href") for link in page.locator("a").all()] == ["en/index.html", "zh/index.html"]
