"""The tables of a place in a browser: bars, grids, the numbers behind, and Plotly when asked."""

import pytest

from widgets import Landscape

PLACE = "national"


@pytest.fixture
def landscapes(page_at):
    """Open the chapter; its landscapes, and the page with what it complained about."""

    def open_chapter(lang="en", width=1280, **context):
        watched = page_at(lang, PLACE, width, **context)
        return watched, watched.page.locator("[data-widget=landscape]")

    return open_chapter


def of(landscapes, key):
    """The landscape that shows a figure, by the title of its table."""
    title = Landscape(PLACE, [key]).state["figures"][0]["title"]
    return landscapes.filter(has_text=title).first


def test_bars_are_as_long_as_their_numbers(landscapes):
    """The drawn lengths stand in the proportions of the table."""
    _, all_of_them = landscapes()
    root = of(all_of_them, "themes")
    root.scroll_into_view_if_needed()
    lengths = [float(bar.get_attribute("width")) for bar in root.locator("rect.gt-still-bar").all()]
    values = [row["value"] for row in Landscape(PLACE, ["themes"]).state["figures"][0]["choices"][0]["rows"]]
    assert lengths == pytest.approx([lengths[0] * value / values[0] for value in values], abs=0.1)


def test_a_choice_changes_picture_sentence_and_stays_under_the_finger(landscapes):
    """The numbers behind show both."""
    watched, all_of_them = landscapes()
    root = of(all_of_them, "themes")
    shares = root.get_by_role("button", name="Share as printed")
    shares.focus()
    watched.page.keyboard.press("Enter")
    assert "65%" in root.locator(".gt-sentence").inner_text()
    assert root.locator("svg").first.get_attribute("aria-label") == root.locator(".gt-sentence").inner_text()
    assert root.get_by_role("button", name="Share as printed").evaluate("node => node === document.activeElement")
    root.locator(".gt-table summary").click()
    assert root.locator("tbody tr").first.inner_text().split() == ["Community", "services", "180", "hits", "65%"]
    assert watched.errors == []


def test_tabs_turn_by_arrow_keys(landscapes):
    watched, all_of_them = landscapes()
    root = all_of_them.filter(has=watched.page.get_by_role("tab")).first
    root.get_by_role("tab").first.focus()
    watched.page.keyboard.press("ArrowRight")
    assert root.get_by_role("tab").nth(1).get_attribute("aria-selected") == "true"
    assert "59%" in root.locator(".gt-sentence").inner_text()


@pytest.mark.parametrize(("lang", "width", "scheme"), [("en", 1280, "light"), ("zh", 360, "dark")])
def test_plotly_comes_from_the_own_host_when_asked_and_leaves_again(landscapes, lang, width, scheme):
    """No request leaves the host, the policy has nothing to refuse, nothing is loaded before."""
    watched, all_of_them = landscapes(lang, width, scheme=scheme)
    asked = []
    watched.page.on("request", lambda request: asked.append(request.url))
    for index in (0, all_of_them.count() - 2):
        root = all_of_them.nth(index)
        root.scroll_into_view_if_needed()
        before = watched.page.evaluate("document.documentElement.scrollWidth")
        root.locator(".gt-button").click()
        root.locator(".main-svg .points path, .main-svg .point path").first.wait_for(timeout=60_000)
        assert root.locator(".main-svg").first.evaluate("node => node.getBoundingClientRect().width") <= width
        assert watched.page.evaluate("document.documentElement.scrollWidth") == before
        root.locator(".gt-button").click()
        assert root.locator(".main-svg").count() == 0
    assert any("plotly" in address for address in asked)
    assert watched.foreign == [] and watched.errors == []


def test_nothing_of_plotly_is_loaded_by_itself(page_at):
    watched = page_at("en", PLACE)
    loaded = watched.page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    assert not [address for address in loaded if "plotly" in address]


def test_where_plotly_cannot_be_loaded_the_picture_stays(landscapes):
    watched, all_of_them = landscapes()
    watched.page.route("**/plotly.min.js", lambda route: route.abort())
    root = of(all_of_them, "themes")
    root.locator(".gt-button").click()
    root.get_by_role("status").filter(has_text="could not be loaded").wait_for()
    assert root.locator("rect.gt-still-bar").count() == 5
    assert root.locator(".gt-button").is_enabled()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_on_a_phone_a_wide_grid_scrolls_by_itself(landscapes, lang):
    """The page does not grow; the names of the rows stay in sight."""
    watched, all_of_them = landscapes(lang, 360)
    root = all_of_them.filter(has=watched.page.locator(".gt-grid-table")).first
    root.scroll_into_view_if_needed()
    assert watched.page.evaluate("document.documentElement.scrollWidth") == 360
    box = root.locator(".gt-scroll").first
    box.evaluate("node => { node.scrollLeft = node.scrollWidth; }")
    assert root.locator("th[scope=row]").first.bounding_box()["x"] >= box.bounding_box()["x"]
