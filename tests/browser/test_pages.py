"""What holds on every page, in both languages, on a phone and on a desk, in light and in dark."""

import pytest
from hands import PLACE
from pages import LANGUAGES, SITE, cut_off, page_names
from playwright.sync_api import expect
from test_access import findings

PAGES = [*page_names(), "search"]
PHONE, DESK = (360, "dark"), (1280, "light")
# Each language is looked at in both ways; a page is loaded in the first of them.
WAYS = {"en": [DESK, PHONE], "zh": [PHONE, DESK]}


@pytest.mark.parametrize("lang", WAYS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_no_other_host_breaks_no_policy_fits_and_is_for_everyone(page_at, name, lang):
    """Its widgets drawn, seen to its foot, then the window changed: one title, nothing too wide with folds closed or open, nothing serious for axe."""
    watched = page_at(lang, name, *WAYS[lang][0])
    page = watched.page
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    for width, scheme in WAYS[lang]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert (width, too_wide(page, width), findings(page)) == (width, [], [])
        page.evaluate("document.querySelectorAll('details:not([open])').forEach((fold) => { fold.open = true; fold.dataset.opened = ''; })")
        assert (width, too_wide(page, width)) == (width, [])
        page.evaluate("document.querySelectorAll('[data-opened]').forEach((fold) => { fold.open = false; delete fold.dataset.opened; })")
    assert watched.foreign == [] and watched.errors == []
    assert page.locator("h1").count() == 1


def too_wide(page, width):
    """What makes a page wider than its window, or is cut off by it."""
    return ["the page"] * (page.evaluate("document.documentElement.scrollWidth") > width) + cut_off(page)


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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_line_of_the_contents_for_what_is_read_is_always_in_sight(page_at, lang):
    """The list is longer than the window."""
    page = page_at(lang, "builders/decisions").page
    contents = page.locator("#contents")
    in_sight = "list => { const [a, b] = [list, [...list.querySelectorAll('[aria-current]')].pop()].map(one => one.getBoundingClientRect());" \
               "return list.scrollHeight > a.height && a.top <= b.top && b.bottom <= a.bottom; }"
    rest(page)
    assert contents.evaluate(in_sight)
    assert page.evaluate("scrollY") == 0
    last = page.locator("article h2").last
    last.evaluate("heading => heading.scrollIntoView()")
    expect(contents.locator('[aria-current="location"]')).to_have_count(1)
    assert contents.evaluate(in_sight)
    contents.hover()
    contents.evaluate("list => { list.scrollTop = 0; }")
    page.evaluate("scrollTo(0, 0)")
    rest(page)
    assert contents.evaluate("list => list.scrollTop") < 5


@pytest.mark.parametrize("keeps", ["auto", "none"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_read_stays_in_its_place_when_widgets_above_it_are_drawn_late(page_at, lang, keeps):
    """Their still pictures are thousands of pixels higher, and not every browser keeps the place by itself."""
    page = page_at(lang, PLACE, 360, awake=False).page
    held, free = [], []
    page.route("**/states/*.js*", lambda route: route.continue_() if free else held.append(route))
    page.reload()
    page.evaluate("(keeps) => { document.documentElement.style.overflowAnchor = keeps; }", keeps)
    late = page.locator(".gt-widget[data-state]")
    line = late.first.locator("xpath=following::h2[1]")
    for widget in page.locator(".gt-widget[data-widget]").all():
        widget.scroll_into_view_if_needed()
    soon = page.locator(".gt-widget[data-widget]:not([data-state])")
    expect(soon.and_(page.locator("[data-live]"))).to_have_count(soon.count())
    line.evaluate("(node) => node.scrollIntoView()")
    rest(page)
    top, height = line.bounding_box()["y"], page.evaluate("document.body.scrollHeight")
    free.append(True)
    held[0].continue_()  # the next is asked for when this one has come
    expect(late.and_(page.locator("[data-live]"))).to_have_count(late.count())
    rest(page)
    assert page.evaluate("document.body.scrollHeight") < height - 2000
    assert line.bounding_box()["y"] == pytest.approx(top, abs=1)


def rest(page):
    """Let the page be laid out and painted a few times: what is out of sight is measured when it is missed."""
    page.evaluate("async () => { for (let frame = 0; frame < 6; frame += 1) await new Promise((done) => requestAnimationFrame(done)); }")
