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


def wake(page):
    """Come near every widget of a page, so that each is drawn, and go back to where the page was."""
    seen = page.evaluate("scrollY")
    for widget in page.locator(".gt-widget[data-widget]").all():
        widget.scroll_into_view_if_needed()
        # (wait_for_function would need eval, which the policy forbids)
        expect(widget).to_have_attribute("data-live", "true")
    page.evaluate("(top) => scrollTo(0, top)", seen)
