"""The studio on the built page: what a reader moves, and that NumPy says the same."""

import re

import numpy
import pytest
from hands import MONTHS, PLACE, Hands
from playwright.sync_api import expect

from cases import load
from model import simulate
from model.analyses.dimensions import DIMENSIONS, dimension_lines
from widgets.words import number

pytestmark = pytest.mark.bands
TILES = ["services", "satisfaction", "volunteers", "administrative_burden", "unmet_need", "public_cost"]


def own_run(**changes):
    """The place as it was, over the months of the studio."""
    case = load(PLACE)
    return simulate(case, months=MONTHS, **{"shocks": case.shocks, **changes})


def near(expected):
    """Equal up to what engines of different makers may differ by."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("width", [360, 1280])
def test_levers_move_the_numbers_that_numpy_gives(hands, width):
    """Two levers, one of them in the rest behind 'more'; six headlines and four lines."""
    studio = hands(width=width)
    begins = int(studio.root.locator(".gt-begins input").input_value())
    studio.slide("recognition", 0)
    studio.click(studio.root.locator(".gt-more > summary"))
    studio.slide("price_weight", 0.5)
    run = own_run(plan={"recognition": {begins: 0}, "price_weight": {begins: 0.5}})
    assert run["volunteers"].iloc[-1] != own_run()["volunteers"].iloc[-1]
    for name in TILES:
        assert studio.tile(name) == near(run[name].iloc[-1])
    lines = dimension_lines(run, own_run())
    for name in DIMENSIONS:
        assert studio.line(name) == near(lines[name].iloc[-1])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_number_on_the_screen_is_the_rounded_one(hands, lang):
    """What is read is what was computed, with its difference to the place as it was."""
    studio = hands(lang)
    studio.slide("recognition", 0)
    begins = int(studio.root.locator(".gt-begins input").input_value())
    run, own = own_run(plan={"recognition": {begins: 0}})["volunteers"].iloc[-1], own_run()["volunteers"].iloc[-1]
    studio.tile("volunteers")
    assert studio.root.locator("[data-quantity=volunteers] data").inner_text() == number(run, "person")
    assert studio.root.locator("[data-quantity=volunteers] .gt-difference").inner_text() == f"▼ {number(own - run, 'person')}"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_month_in_the_numbers_behind_a_picture_stands_on_one_line(hands, lang):
    """On a phone too, where the table goes on sideways."""
    studio = hands(lang, width=360)
    for part in (".gt-below", ".gt-one"):
        table = studio.root.locator(f"{part} .gt-table").first
        table.locator("summary").click()
        months = table.locator("tbody th")
        expect(months.nth(20)).to_be_attached()
        lines = months.evaluate_all("all => all.map(one => { const text = document.createRange(); text.selectNodeContents(one); return text.getClientRects().length; })")
        assert set(lines) == {1}


def test_changes_begin_when_the_reader_says(hands):
    """The begin moves all changes; before it nothing differs."""
    studio = hands()
    studio.slide("delegation", 0)
    studio.put("begins", 393)
    run = own_run(plan={"delegation": {393: 0}})
    assert studio.tile("services") == near(run["services"].iloc[-1])
    studio.put("month", 390)
    assert studio.tile("services") == near(own_run()["services"].iloc[390])
    expect(studio.root.locator(".gt-below .gt-sentence").first).to_contain_text("October 2020")


def test_the_scrubber_shows_each_month(hands):
    """All numbers and the sentence are those of the month in view."""
    studio = hands()
    studio.click(studio.root.get_by_role("button", name="All years"))
    own = own_run()
    for month in (0, 180, 384):
        studio.put("month", month)
        assert studio.tile("volunteers") == near(own["volunteers"].iloc[month])
    assert studio.root.locator(".gt-month input").get_attribute("aria-valuetext") == "January 2020"


def test_the_months_pass_year_by_year_for_those_who_want_calm(hands):
    """With reduced motion the picture steps once a second by a year, and stops when told."""
    studio = hands(reduced_motion="reduce")
    button, slider = studio.root.locator(".gt-play"), studio.root.locator(".gt-month input")
    start = int(slider.get_attribute("min"))
    studio.put("month", start)
    studio.click(button)
    studio.page.wait_for_function("([node, from]) => Number(node.value) > from", arg=[slider.element_handle(), start])
    assert int(slider.input_value()) == start + 12
    studio.click(button)
    assert button.get_attribute("data-playing") == "false"


def test_shocks_can_be_switched_off_added_sized_and_removed(hands):
    """The place's own are on at first; the reader's have a begin, a length and a size."""
    studio, case = hands(), load(PLACE)
    studio.click(studio.root.locator(".gt-happenings > summary"))
    boxes = studio.root.locator(".gt-shock input[type=checkbox]")
    assert boxes.count() == len(case.shocks)
    at = next(index for index, shock in enumerate(case.shocks) if shock.shock == "epidemic")
    boxes.nth(at).uncheck()
    calm = tuple(shock for shock in case.shocks if shock.shock != "epidemic")
    assert studio.tile("services") == near(own_run(shocks=calm)["services"].iloc[-1])
    studio.root.locator(".gt-add select").select_option("conflict")
    studio.click(studio.root.locator(".gt-add button"))
    mine = studio.root.locator(".gt-shock-mine")
    for slider, value in zip(mine.locator("input").all(), (400, 12, 2), strict=True):
        studio._put(slider, value)
    shocks = (*calm, ("conflict", 400, 12, 2.0))
    studio.put("month", 408)
    assert studio.tile("satisfaction") == near(own_run(shocks=shocks)["satisfaction"].iloc[408])
    studio.click(mine.locator("button"))
    boxes.nth(at).check()
    assert studio.tile("services") == near(own_run()["services"].iloc[408])


def test_how_sure_a_line_is_is_shown_and_said(hands):
    """A band around the line, a sentence that counts; both go with a press of the button."""
    studio = hands()
    studio.slide("recognition", 0)
    picture = studio.root.locator(".gt-one")
    picture.scroll_into_view_if_needed()
    counted = picture.locator(".gt-sentence").nth(1)
    studio.page.wait_for_function("(node) => /500/.test(node.textContent)", arg=counted.element_handle(), timeout=60_000)
    assert "0 show more than as it was and 499 show less" in counted.inner_text()
    assert picture.locator(".gt-band").get_attribute("d").startswith("M")
    studio.click(studio.root.get_by_role("button", name="Show bands"))
    picture.scroll_into_view_if_needed()
    studio.settle()
    assert picture.locator(".gt-band").get_attribute("d") == ""
    assert counted.inner_text() == ""


def test_starting_again_brings_the_place_back_as_it_was(hands):
    """Levers, shocks and numbers; one lever alone can be put back too."""
    studio = hands()
    studio.slide("recognition", 0)
    studio.slide("delegation", 1)
    studio.click(studio.root.locator("[data-lever=recognition] .gt-back"))
    assert studio.root.locator(".gt-moved").count() == 1
    studio.click(studio.root.locator(".gt-reset"))
    assert studio.root.locator(".gt-moved").count() == 0
    assert studio.tile("volunteers") == near(own_run()["volunteers"].iloc[-1])
    expect(studio.root.locator(".gt-reset")).to_be_disabled()


def test_named_levels_put_the_lever_where_they_say(hands):
    """A level is a position by name; the slider says number, unit and level."""
    studio = hands()
    lever = studio.root.locator("[data-lever=training]")
    studio.click(lever.get_by_role("button", name="strong"))
    assert lever.locator("input").get_attribute("aria-valuetext") == "40 hours a month · strong"
    assert lever.get_by_role("button", name="strong").get_attribute("aria-pressed") == "true"


PICTURE = """(node) => ({
  line: node.querySelector(".gt-run").getAttribute("d"),
  marks: [...node.querySelectorAll(".gt-grid text")].map((mark) => [Number(mark.getAttribute("y")) - 4, mark.textContent]),
  own: [...node.querySelectorAll("tbody tr td:nth-child(2) data")].map((cell) => Number(cell.value)),
  run: [...node.querySelectorAll("tbody tr td:nth-child(3) data")].map((cell) => Number(cell.value)),
})"""
"""What a picture and the table behind it hold, read at one moment: when bands arrive, the marks at its edge move."""


def test_the_table_equals_the_chart(hands):
    """Each point of the drawn line, turned back into a value, is the table's number of that month."""
    studio = hands()
    studio.slide("recognition", 0)
    large = studio.root.locator(".gt-one")
    large.locator("select").select_option("volunteers")
    studio.click(large.locator(".gt-table > summary"))
    expect(large.locator(".gt-difference")).not_to_be_empty()  # a picture out of sight is drawn once the browser says that it is seen
    seen = large.evaluate(PICTURE)
    points = numpy.array([pair.split() for pair in re.split("[ML]", seen["line"])[1:]], float)
    (y0, low), (y1, high) = [(y, float(text.replace(",", ""))) for y, text in (seen["marks"][0], seen["marks"][-1])]
    values = low + (points[:, 1] - y0) * (high - low) / (y1 - y0)
    begins = int(studio.root.locator(".gt-begins input").input_value())
    run = own_run(plan={"recognition": {begins: 0}})["volunteers"]
    assert seen["own"] == near([*own_run()["volunteers"].iloc[::12]])
    assert seen["run"] == near([*run.iloc[::12]])
    half_pixel = (high - low) / abs(y1 - y0) / 2
    since = int(studio.root.locator(".gt-month input").get_attribute("min"))
    months = numpy.linspace(since, MONTHS, len(points)).round().astype(int)
    numpy.testing.assert_allclose(values, run.to_numpy()[months], atol=half_pixel + abs(run.diff()).max())


def test_any_quantity_can_be_drawn_and_members_are_one_touch_away(hands):
    """A touch on a dimension opens its members; a touch on a member draws it large."""
    studio = hands()
    studio.click(studio.root.get_by_role("button", name="Interaction"))
    members = studio.root.locator(".gt-members .gt-figure")
    assert members.count() == 10
    assert members.filter(has_text="1 minus").count() == 6
    studio.click(members.get_by_role("button", name="Conflict"))
    assert studio.root.locator(".gt-one select").input_value() == "conflict"
    assert float(studio.root.locator(".gt-one data").get_attribute("value")) == near(own_run()["conflict"].iloc[-1])


def test_switching_the_language_keeps_the_levers(hands):
    """The position travels in the address and comes back in the other language."""
    studio = hands()
    studio.slide("delegation", 0.9)
    studio.put("begins", 393)
    expected = studio.tile("services")
    with studio.page.expect_navigation():
        studio.page.locator("a.language[hreflang]").click()
    other = Hands(studio.watched)
    assert other.page.locator("html").get_attribute("lang").startswith("zh")
    assert other.root.locator("[data-lever=delegation] input").input_value() == "0.9"
    assert other.tile("services") == near(expected)


def test_on_a_phone_the_lines_stay_in_sight_while_levers_move(hands):
    """360 px wide: no scrolling sideways, lines above, the lever under the thumb below."""
    studio = hands(width=360, has_touch=True)
    lever = studio.root.locator("[data-lever=assigned_tasks]")
    lever.evaluate("(node) => node.scrollIntoView({ block: 'end' })")
    studio.settle()
    stage, slider = studio.root.locator(".gt-four").bounding_box(), lever.locator("input").bounding_box()
    assert stage["y"] >= 0 and stage["y"] + stage["height"] <= slider["y"] <= 800
    assert slider["height"] >= 44
    assert studio.page.evaluate("document.documentElement.scrollWidth") == 360
    lever.locator(".gt-level").last.tap()
    studio.settle()
    assert studio.root.locator(".gt-moved").count() == 1


def test_a_finger_can_draw_a_lever_and_the_month(hands):
    """Touches on the slider and on a picture, as a phone sends them."""
    studio = hands(width=360, has_touch=True)
    driver = studio.page.context.new_cdp_session(studio.page)
    slider = studio.root.locator("[data-lever=delegation] input")
    slider.evaluate("(node) => node.scrollIntoView({ block: 'center' })")
    box = slider.bounding_box()

    def touch(kind, *points):
        driver.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    y = box["y"] + box["height"] / 2
    touch("touchStart", (box["x"] + box["width"] * 0.6, y))
    for part in (0.7, 0.8, 0.9, 0.99):
        touch("touchMove", (box["x"] + box["width"] * part, y))
    touch("touchEnd")
    studio.settle()
    assert float(slider.input_value()) > 0.9
    picture = studio.root.locator(".gt-four .gt-chart").first.bounding_box()
    studio.page.touchscreen.tap(picture["x"] + picture["width"] / 2, picture["y"] + picture["height"] / 2)
    studio.settle()
    assert int(studio.root.locator(".gt-month input").input_value()) < MONTHS


def test_a_finger_that_scrolls_the_page_leaves_the_slider_that_it_touched(hands):
    studio = hands(width=360, has_touch=True)
    driver = studio.page.context.new_cdp_session(studio.page)
    slider = studio.root.locator("[data-lever=delegation] input")
    slider.evaluate("(node) => node.scrollIntoView({ block: 'end' })")
    studio.settle()
    box, before = slider.bounding_box(), slider.input_value()
    scrolled = studio.page.evaluate("scrollY")

    def touch(kind, *points):
        driver.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    x, y = box["x"] + box["width"] * 0.97, box["y"] + box["height"] / 2
    touch("touchStart", (x, y))
    for up in range(10, 160, 10):
        touch("touchMove", (x, y - up))
    touch("touchEnd")
    studio.settle()
    assert studio.page.evaluate("scrollY") > scrolled + 50
    assert slider.input_value() == before
    assert studio.root.locator(".gt-moved").count() == 0


def test_beside_each_other_where_there_is_room(hands):
    """1280 px wide: levers left, lines right, both in sight at once."""
    studio = hands(width=1280)
    desk, stage = studio.root.locator(".gt-desk").bounding_box(), studio.root.locator(".gt-stage").bounding_box()
    assert desk["x"] + desk["width"] <= stage["x"]
    assert studio.page.evaluate("document.documentElement.scrollWidth") == 1280
