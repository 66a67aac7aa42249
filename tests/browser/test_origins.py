"""A touch on a number tells where it comes from, in the page as readers have it."""

import pytest
from hands import PLACE
from pages import LANGUAGES
from playwright.sync_api import expect

from widgets.evidence import fact_rows
from widgets.words import Speaker

CODES = {"en": "en", "zh": "zh_CN"}
FACT, NAME = "fu041", "residents"


def claim(lang):
    return next(row["claim"] for row in fact_rows("fu-2023", CODES[lang]) if row["id"] == FACT)


def number(page, name):
    return page.locator(f"a.number[data-number={name}]").first


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stated_number_tells_its_fact_beside_it_and_leads_to_its_row(page_at, lang, width, scheme):
    page = page_at(lang, "tianjin", width, scheme).page
    link, box = number(page, NAME), page.get_by_role("dialog")
    link.focus()
    page.keyboard.press("Enter")
    expect(box).to_be_visible()
    assert claim(lang) in box.inner_text() and FACT in box.inner_text()
    seen, told = link.bounding_box(), box.bounding_box()
    assert seen["y"] >= 0 and (seen["y"] + seen["height"] <= told["y"] + 1 or told["y"] + told["height"] <= seen["y"] + 1)
    assert told["x"] >= 0 and told["x"] + told["width"] <= width and told["y"] + told["height"] <= page.viewport_size["height"]
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(link).to_be_focused()
    link.click()
    box.get_by_role("link").click()
    expect(page.locator(f"#{FACT} button")).to_have_attribute("aria-expanded", "true")
    expect(page.locator(f"#{FACT}")).to_be_in_viewport()


def test_a_computed_number_shows_what_went_in_and_the_lines(page_at):
    page = page_at("en", "tianjin").page
    number(page, "per_entrance").click()
    box = page.get_by_role("dialog")
    expect(box).to_contain_text("fu040")
    expect(box).to_contain_text("fu039")
    box.locator("summary").click()
    expect(box.locator("pre")).to_contain_text('number["households"] / number["entrances"]')
    page.mouse.click(5, 400)
    expect(box).to_be_hidden()


def test_a_result_of_the_model_leads_to_its_equations(page_at):
    page = page_at("en", "tianjin").page
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    number(page, "thanks_services_lost").click()
    page.get_by_role("dialog").get_by_role("link").click()
    page.wait_for_url("**/model.html")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_a_number_leads_to_the_row_of_its_fact(page_at, lang):
    page = page_at(lang, "index", java_script_enabled=False).page
    number(page, "founders").click()
    page.wait_for_url("**/tianjin.html#fu075")
    expect(page.locator("#fu075")).to_be_in_viewport()


def test_from_another_page_the_row_is_open_when_the_reader_arrives(page_at):
    page = page_at("zh", "index").page
    number(page, "founders").click()
    page.get_by_role("dialog").get_by_role("link").click()
    page.wait_for_url("**/tianjin.html#fu075")
    expect(page.locator("#fu075 button")).to_have_attribute("aria-expanded", "true")


def test_the_row_opens_though_the_studio_writes_the_address_at_the_same_moment(page_at):
    page = page_at("en", PLACE).page
    page.evaluate("(row) => { const now = location.href; location.hash = row; history.replaceState(null, '', now); }", FACT)
    expect(page.locator(f"#{FACT} button")).to_have_attribute("aria-expanded", "true")


def test_an_address_that_is_no_text_harms_nothing(page_at):
    watched = page_at("en", PLACE)
    watched.page.evaluate("location.hash = '%'")
    watched.page.wait_for_timeout(100)
    assert watched.errors == []


def test_the_number_of_a_fact_in_a_tie_and_in_the_timeline_leads_to_its_row(page_at):
    page = page_at("en", "tianjin").page
    for widget in ("timeline", "network"):
        box = page.locator(f"[data-widget={widget}]").first
        box.scroll_into_view_if_needed()
        expect(box).to_have_attribute("data-live", "true")
        if widget == "network":
            box.locator(".gt-diagram [role=button], svg [role=button]").first.focus()
            page.keyboard.press("Enter")
        link = box.locator("cite a").first
        id = link.inner_text()
        link.click()
        expect(page.locator(f"#{id} button")).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_headline_is_one_touch_from_its_picture_and_two_from_its_equation(page_at, lang):
    page = page_at(lang, "tianjin").page
    say = Speaker(CODES[lang])
    page.locator(".gt-tile[data-quantity=volunteers] button").click()
    large = page.locator(".gt-one")
    expect(large.locator("select")).to_have_value("volunteers")
    large.get_by_role("link", name=say("studio.equation", name=say("quantity.volunteers"))).click()
    page.wait_for_url("**/model.html#equation-volunteers")
    expect(page.locator("#equation-volunteers")).to_be_in_viewport()
