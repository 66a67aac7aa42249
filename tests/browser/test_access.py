"""What axe-core would find, it finds; the frame of the page works by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from pages import SCHEMES
from playwright.sync_api import expect

HEEDED = ("serious", "critical")
COLOUR = "color-contrast"
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


# A text is as readable as any that looks the same on the same grounds, such as a cell of a long table: one of them is
# judged.  In a drawing, where anything may lie under a word, each is.
ONE_OF_A_KIND = """(part) => {
    const kinds = new Set();
    const words = document.createTreeWalker(document.querySelector(part), NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const own = words.currentNode.parentElement, looks = [];
        if (!words.currentNode.data.trim() || own.closest("math, script, style")) continue;
        for (let node = own; node; node = node.parentElement) {
            const { backgroundColor, backgroundImage, opacity, position, display } = getComputedStyle(node);
            looks.push(node.localName, node.getAttribute("class"), backgroundColor, backgroundImage, opacity, position, display);
        }
        const { color, fill, fontSize, fontWeight, textShadow } = getComputedStyle(own);
        const kind = [color, fill, fontSize, fontWeight, textShadow, ...looks].join();
        if (own.closest("svg") || !kinds.has(kind)) own.setAttribute("data-judged", "");
        kinds.add(kind);
    }
}"""


def findings(page, part="html"):
    """The serious and critical findings of axe-core on a page or a part of it: rule, first element, and why.

    Formulas, which are plain text to it, are left out; they have to have the colour of the text around them.
    """
    expect(page.locator(".gt-late")).to_have_count(0)  # what waits for a hand to rest is pale on purpose
    page.evaluate(CALM)
    assert page.evaluate(PLAIN_FORMULAS)
    page.evaluate(ONE_OF_A_KIND, part)
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    # in one run: what lies under what is found out once
    page.evaluate("(rule) => axe.configure({ rules: [{ id: rule, selector: '[data-judged], [data-judged] *' }] })", COLOUR)
    but_formulas = {"include": [[part]], "exclude": [["math"]]}
    violations = page.evaluate("(context) => axe.run(context, { resultTypes: ['violations'] })", but_formulas)["violations"]
    page.evaluate("document.querySelectorAll('[data-judged]').forEach((node) => node.removeAttribute('data-judged'))")
    return [
        f"{violation['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for violation in violations if violation["impact"] in HEEDED for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_would_find_pale_words(page_at, scheme):
    page = page_at("en", "index", scheme=scheme).page
    page.evaluate("document.querySelector('article p').style.setProperty('color', 'gray')")
    page.evaluate("document.querySelector('article p').style.setProperty('background', 'dimgray')")
    assert any(finding.startswith(COLOUR) for finding in findings(page, "article"))


def test_axe_would_find_one_pale_cell_among_many(page_at):
    """Of cells that look alike one is judged; this one does not look alike."""
    page = page_at("en", "builders/decisions").page
    page.locator("article td").nth(40).evaluate("(cell) => { cell.style.opacity = 0.4; }")
    assert any(finding.startswith(COLOUR) for finding in findings(page))


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
