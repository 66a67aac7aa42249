"""What holds on every page, in both languages, on a phone and on a desk, in light and in dark."""

import pytest
from pages import LANGUAGES, SITE, cut_off, page_names
from test_access import findings

PAGES = [*page_names(), "search"]
# Each language in both widths and both schemes.
WAYS = [("en", 1280, "light"), ("en", 360, "dark"), ("zh", 1280, "light"), ("zh", 360, "dark")]


@pytest.mark.parametrize(("lang", "width", "scheme"), WAYS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_no_other_host_breaks_no_policy_fits_and_is_for_everyone(page_at, name, lang, width, scheme):
    """Its widgets drawn, seen to its foot: one title, nothing too wide with folds closed or open, nothing serious for axe."""
    watched = page_at(lang, name, width, scheme)
    page = watched.page
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    assert findings(page) == []
    assert watched.foreign == [] and watched.errors == []
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width and cut_off(page) == []
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width and cut_off(page) == []


def test_every_page_declares_the_policy_and_a_browser_would_report_a_breach(page_at):
    watched = page_at("en", "index")
    watched.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p><img src=\"https://example.org/x.png\">')")
    watched.page.wait_for_timeout(100)
    assert any("Content Security Policy" in error for error in watched.errors)
    for file in SITE.rglob("*.html"):
        assert 'http-equiv="Content-Security-Policy"' in file.read_text(encoding="utf-8"), file


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_the_contents_lead_to_every_page(page_at, lang):
    page = page_at(lang, "index", 360, java_script_enabled=False).page
    reached = {link.get_attribute("href") for link in page.locator("#contents a").all()}
    assert page.locator("#contents").is_visible()
    assert {f"{name}.html" for name in page_names() if "/" not in name} <= reached | {"index.html"} | {"#"}
