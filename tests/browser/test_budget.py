"""The panel about money in a real browser: what a plan costs, a limit, and the best plans to choose from."""

import re

import pytest
from hands import Hands
from pages import cut_off
from playwright.sync_api import expect
from test_access import FURTHER, findings

from cases import load, names

PLACES = ("tianjin", "nanjing")


@pytest.fixture
def money(page_at):
    """Open the panel: `money(lang, place, **context)` gives the watched page and the panel."""

    def open_panel(lang="en", place="tianjin", **context):
        watched = page_at(lang, place, awake=False, **context)
        studio = Hands(watched, lang).root
        studio.get_by_role("tab", name=re.compile("^(Money|花费)$")).click()
        panel = studio.locator(".gt-budget")
        panel.wait_for()
        expect(panel.locator(".gt-searching")).to_contain_text(re.compile("Plans found|找到"))
        return watched, panel

    return open_panel


def yuan(text):
    """The first sum of money in a sentence."""
    return float(re.search(r"([\d,]{4,})", text)[1].replace(",", ""))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("place", PLACES)
def test_the_panel_opens_without_a_complaint_and_fits_a_phone(money, lang, place):
    watched, panel = money(lang, place, width=360, scheme="dark")
    assert watched.errors == [] and watched.foreign == []
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert cut_off(watched.page) == []
    assert panel.locator(".gt-dot").count() == 100
    assert findings(watched.page, FURTHER) == []


def test_a_lever_changes_what_the_plan_costs_and_the_limit_is_passed(money):
    watched, panel = money()
    whole = panel.get_by_label("At most in all")
    lever = watched.page.locator(".gt-studio [data-lever=incubation] input").first
    lever.focus()
    watched.page.keyboard.press("End")
    told = panel.locator(".gt-part").nth(1).locator(".gt-sentence")
    expect(told).to_contain_text("goes over the limit")
    whole.focus()
    watched.page.keyboard.press("End")
    expect(told).to_have_text("No limit is set.")
    expect(panel.locator(".gt-bill").first).to_contain_text("10,000")


def test_a_plan_is_chosen_by_keyboard_and_tried(money):
    watched, panel = money()
    slider = panel.get_by_label("Choose a plan")
    slider.focus()
    watched.page.keyboard.press("Home")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("^plan 1 of"))
    card = panel.locator(".gt-card")
    expect(card).to_contain_text("Plan 1 of")
    costs = yuan(card.locator("dd").first.inner_text())
    card.get_by_role("button", name="Try this plan").click()
    expect(watched.page.locator(".gt-studio .gt-moved").first).to_be_visible()
    said = panel.locator(".gt-part").first.locator(".gt-sentence")
    expect(said).to_contain_text("my plan spends")
    assert yuan(said.inner_text()[said.inner_text().index("spends"):]) == costs


def test_where_the_named_levels_give_too_few_plans_a_lever_stands_between_two_of_them(money):
    watched, panel = money(place="hangzhou")
    expect(panel.locator(".gt-dot")).to_have_count(100)
    slider, between = panel.get_by_label("Choose a plan"), panel.locator(".gt-changes li", has_text="between “")
    slider.focus()
    for _ in range(100):
        if between.count():
            break
        watched.page.keyboard.press("ArrowLeft")
    low, high = re.search("between “(.+)” and “(.+)”,", between.first.inner_text()).groups()
    name = between.first.locator("strong").inner_text()
    lever = next(one for one in load("hangzhou").levers if one.name["en"] == name)
    values = {level.name["en"]: level.value for level in lever.levels}
    panel.get_by_role("button", name="Try this plan").click()
    stands = watched.page.locator(f".gt-studio [data-lever={lever.lever}] input")
    expect(watched.page.locator(".gt-studio .gt-moved").first).to_be_visible()
    assert values[low] < float(stands.input_value()) < values[high]


def test_a_touch_on_a_dot_chooses_that_plan(money):
    watched, panel = money(width=360, has_touch=True)
    dot = panel.locator(".gt-dot").first
    dot.scroll_into_view_if_needed()
    box = dot.bounding_box()
    watched.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(panel.locator(".gt-card")).to_contain_text("Plan 1 of")


def test_a_thumb_goes_from_plan_to_plan_by_what_they_cost(money):
    watched, panel = money(width=360, has_touch=True)
    card, slider = panel.locator(".gt-card"), panel.get_by_label("Choose a plan")
    cheaper, dearer = (panel.get_by_role("button", name=f"Next {name} plan") for name in ("cheaper", "dearer"))
    slider.fill("0")
    expect(card).to_contain_text("Plan 1 of 100")
    expect(cheaper).to_have_attribute("aria-disabled", "true")
    costs = [yuan(card.locator("dd").first.inner_text())]
    for number in (2, 3):
        dearer.tap()
        expect(card).to_contain_text(f"Plan {number} of 100")
        costs.append(yuan(card.locator("dd").first.inner_text()))
    cheaper.tap()
    expect(slider).to_have_value("1")
    assert costs == sorted(costs)


@pytest.mark.parametrize("place", names())
def test_a_hundred_plans_stand_in_the_chapter_of_every_place(money, place):
    _, panel = money(place=place)
    expect(panel.locator(".gt-dot")).to_have_count(100)
    expect(panel.locator(".gt-searching")).to_contain_text("Plans found: 100,")


def test_other_outcomes_and_a_limit_that_no_plan_keeps(money):
    watched, panel = money()
    panel.get_by_label("Better upwards").select_option("unmet_need")
    expect(panel.locator(".gt-scatter .gt-outcome").last).to_contain_text("Unmet need")
    expect(panel.locator(".gt-searching")).to_contain_text("Plans found")
    whole = panel.get_by_label("At most in all")
    whole.focus()
    watched.page.keyboard.press("Home")
    expect(panel.locator(".gt-searching")).to_contain_text("No plan was found that keeps this limit")
    expect(panel.locator(".gt-card")).to_be_hidden()
    whole.focus()
    watched.page.keyboard.press("End")
    expect(panel.locator(".gt-card")).to_be_visible()


def test_every_plan_that_is_shown_keeps_the_limit(money):
    watched, panel = money(place="nanjing")
    panel.locator("summary", has_text="The numbers behind this picture").click()
    cells = panel.locator(".gt-found table td:nth-child(2)")
    expect(cells.nth(5)).to_be_visible(timeout=60_000)  # the search goes on while the table is open
    costs = [float(text.replace(",", "")) for text in cells.all_inner_texts()]
    limit = float(panel.get_by_label("At most in all").input_value())
    assert len(costs) > 5 and max(costs) <= limit and costs == sorted(costs)
