"""Where the built site is, and in which ways its pages are looked at."""

from pathlib import Path

from playwright.sync_api import expect

HOUSE = Path(__file__).resolve().parents[2]
SITE = HOUSE / "build" / "site"
LANGUAGES = ("en", "zh")
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")


def page_names():
    """The pages of the book without their ending, such as `builders/index`, in the order of the alphabet."""
    folder = HOUSE / "book"
    sources = (file.relative_to(folder).with_suffix("") for file in folder.rglob("*.md"))
    return sorted(source.as_posix() for source in sources if not source.parts[0].startswith(("_", ".")))


CUT_OFF = """async (part) => {
await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); // what was just unfolded is drawn
return [...document.querySelectorAll(`${part} *`)].filter((node) => {
    const { left, right, width } = node.getBoundingClientRect();
    if (!width || (right <= innerWidth + 1 && left >= -1) || !node.checkVisibility()) return false;
    if (!node.textContent.trim() && !node.closest("svg, img, input, button")) return false; // a space at the end of a line of code
    if (node.closest("svg:not([viewBox])")) return false; // a picture that is drawn when it is seen
    for (let box = node; box; box = box.parentElement) {
        if (box.matches(".gt-hidden") || /auto|scroll/.test(getComputedStyle(box).overflowX)) return false;
    }
    return true;
}).map((node) => `${node.localName}.${node.getAttribute("class")}`);
}"""


def cut_off(page, part="article"):
    """What of a part of a page reaches beyond the window where nobody can scroll to it: the page itself hides it."""
    return page.evaluate(CUT_OFF, part)


def wake(page):
    """Come near every widget of a page, so that each is drawn, and go back to where the page was."""
    seen = page.evaluate("scrollY")
    for widget in page.locator(".gt-widget[data-widget]").all():
        widget.scroll_into_view_if_needed()
        # (wait_for_function would need eval, which the policy forbids)
        expect(widget).to_have_attribute("data-live", "true")
    page.evaluate("(top) => scrollTo(0, top)", seen)
