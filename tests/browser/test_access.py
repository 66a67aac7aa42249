"""No serious finding of axe-core on any page, in either colour scheme; the frame of the page works by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from pages import LANGUAGES, SCHEMES, page_names

PAGES = [*page_names(), "search"]
HEEDED = ("serious", "critical")
# a wide page in light and a narrow one in dark, and the other way round in the other language: all four are looked at
WIDTH = {("en", "light"): 1280, ("en", "dark"): 360, ("zh", "light"): 360, ("zh", "dark"): 1280}


STUDIO = "[data-widget=studio]"
# To look at the colours of a page takes longer than all the rest, and they are the same in both languages.
COLOURS = {("en", "light"), ("zh", "dark")}


def findings(page, part=None, colours=True):
    """The serious and critical findings of axe-core on a page or a part of it: rule, first element, and why."""
    page.wait_for_timeout(400)  # a button that becomes live passes through paler colours
    options = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": colours}}}
    violations = Axe().run(page, part, options).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for violation in violations if violation["impact"] in HEEDED for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(page_at, name, lang, scheme):
    page = page_at(lang, name, WIDTH[lang, scheme], scheme).page
    assert findings(page, colours=(lang, scheme) in COLOURS) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_would_find_pale_words(page_at, scheme):
    page = page_at("en", "index", scheme=scheme).page
    page.evaluate("document.querySelector('article p').style.setProperty('color', 'gray')")
    page.evaluate("document.querySelector('article p').style.setProperty('background', 'dimgray')")
    assert any(finding.startswith("color-contrast") for finding in findings(page, "article"))


def test_axe_would_find_a_picture_without_words(page_at):
    page = page_at("en", "index").page
    page.evaluate("document.querySelector('article').append(new Image())")
    assert any(finding.startswith("image-alt") for finding in findings(page))


def test_the_contents_open_close_and_give_the_focus_back_by_keyboard(page_at):
    page = page_at("en", "index", 360).page
    page.locator(".menu").focus()
    page.keyboard.press("Enter")
    assert page.locator("#contents a").first.evaluate("link => link === document.activeElement")
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    assert not page.locator("#contents").is_visible()
    assert page.locator(".menu").evaluate("button => button === document.activeElement")


def test_the_first_stop_of_the_keyboard_leads_to_the_text(page_at):
    page = page_at("zh", "index").page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("system", SCHEMES)
def test_the_scheme_follows_the_system_until_chosen_and_is_remembered(page_at, system):
    page = page_at("en", "index", scheme=system).page
    colour = "getComputedStyle(document.body).backgroundColor"
    follows = page.evaluate(colour)
    page.locator(".scheme").click()
    light = page.evaluate(colour)
    page.locator(".scheme").click()
    dark = page.evaluate(colour)
    assert follows == {"light": light, "dark": dark}[system] and light != dark
    page.reload()
    assert page.evaluate(colour) == dark
