"""What axe-core would find, it finds; the frame of the page works by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from pages import SCHEMES

HEEDED = ("serious", "critical")
STUDIO, FURTHER = "[data-widget=studio]", ".gt-further"
"""The studio, and of it the panels and their tabs."""
# A button that becomes live passes through paler colours; what waits for a hand to rest is dimmed.
CALM = """async () => {
    const turning = () => document.getAnimations().some((one) => one.effect.getComputedTiming().endTime !== Infinity);
    do await new Promise((done) => setTimeout(done, 150));
    while (turning() || document.querySelector(".gt-late"));
}"""


# Judging the colours of each letter of each equation took longer than all the rest.
PLAIN_FORMULAS = """() => [...document.querySelectorAll("math, math *")].every((part) => {
    const [style, around] = [part, part.parentElement].map((node) => getComputedStyle(node));
    return style.color === around.color && style.backgroundColor === "rgba(0, 0, 0, 0)" && style.opacity === "1";
})"""


def findings(page, part="html"):
    """The serious and critical findings of axe-core on a page or a part of it: rule, first element, and why.

    Formulas, which are plain text to it, are left out; they have to have the colour of the text around them.
    """
    page.evaluate(CALM)
    assert page.evaluate(PLAIN_FORMULAS)
    where = {"include": [[part]], "exclude": [["math"]]}
    violations = Axe().run(page, where, {"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for violation in violations if violation["impact"] in HEEDED for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_would_find_pale_words(page_at, scheme):
    page = page_at("en", "index", scheme=scheme).page
    page.evaluate("document.querySelector('article p').style.setProperty('color', 'gray')")
    page.evaluate("document.querySelector('article p').style.setProperty('background', 'dimgray')")
    assert any(finding.startswith("color-contrast") for finding in findings(page, "article"))


def test_a_pale_formula_would_be_found(page_at):
    page = page_at("en", "model").page
    page.evaluate("document.querySelector('math mi').style.setProperty('color', 'gray')")
    with pytest.raises(AssertionError):
        findings(page, ".gt-widget, h1")


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
