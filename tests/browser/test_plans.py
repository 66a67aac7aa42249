"""Kept plans, comparison and prediction on the built page, by hand, by finger and by keyboard."""

import re

import pytest
from hands import BEGINS, LOCALES, MONTHS, PLACE, near
from pages import cut_off
from playwright.sync_api import expect
from test_access import FURTHER, STUDIO, findings

from cases import load
from model import simulate
from model.analyses.dimensions import DIMENSIONS, dimension_lines


def keep(panel, name):
    """Keep the present plan under a name, with the keyboard."""
    panel.locator(".gt-keep input").fill(name)
    panel.locator(".gt-keep input").press("Enter")


@pytest.mark.parametrize("lang", LOCALES)
def test_plans_are_kept_renamed_copied_deleted_and_put_back(hands, lang):
    """By keyboard; after a reload they are there, in either language."""
    studio = hands(lang)
    studio.move("recognition", 0)
    panel = studio.open("compare")
    names = panel.locator(".gt-kept:not([data-plan=now]) label")
    keep(panel, "<b>x</b>")
    keep(panel, "")
    expect(names).to_contain_text(["b x /b", studio.say("more.plans.nth", number=1)])
    panel.locator("[data-plan=p1] [data-act=rename]").press("Enter")
    panel.locator("[data-plan=p1] input").fill("不表彰 & no thanks")
    panel.locator("[data-plan=p1] input").press("Enter")
    assert panel.locator("[data-plan=p1] [data-act=rename]").evaluate("(node) => node === document.activeElement")
    panel.locator("[data-plan=p1] [data-act=rename]").press("Enter")
    panel.locator("[data-plan=p1] input").fill("given up")
    panel.locator("[data-plan=p1] input").press("Escape")
    panel.locator("[data-plan=p1] [data-act=copy]").press("Enter")
    expect(names).to_have_count(3)
    panel.locator("[data-plan=p2] [data-act=remove]").press("Enter")
    expect(names).to_have_count(2)
    studio.page.keyboard.press("Enter")  # the focus stands on what puts it back
    expected = ["不表彰 & no thanks", studio.say("more.plans.nth", number=1), studio.say("more.plans.copy_of", name="不表彰 & no thanks")]
    expect(names).to_contain_text(expected)
    studio.again()
    expect(studio.open("compare").locator(".gt-kept:not([data-plan=now]) label")).to_contain_text(expected)


def test_a_kept_plan_is_opened_and_what_stood_there_can_be_brought_back(hands):
    studio = hands()
    studio.move("recognition", 0)
    panel = studio.open("compare")
    keep(panel, "no thanks")
    studio.move("delegation", 0)
    panel.locator("[data-plan=p1] [data-act=open]").click()
    assert studio.value("recognition") == 0 and studio.value("delegation") != 0
    studio.tool("undo").click()
    assert studio.value("recognition") == 0 and studio.value("delegation") == 0


def compared(studio):
    """Two kept plans and the present one, side by side."""
    panel = studio.open("compare")
    studio.move("recognition", 0)
    keep(panel, "one")
    expect(panel.locator(".gt-legend .gt-plan-mark")).to_have_count(1)  # the present plan is that one, not another
    studio.move("push_taper", 0)
    keep(panel, "two")
    studio.move("delegation", 0)
    return panel


PLANS = [{"recognition": 0}, {"recognition": 0, "push_taper": 0}, {"recognition": 0, "push_taper": 0, "delegation": 0}]


@pytest.mark.parametrize("lang", LOCALES)
def test_the_comparison_says_what_numpy_says(hands, lang):
    """Every cell of the table, at the month shown and at the end; a sentence for each headline; no plan by colour alone."""
    studio = hands(lang)
    panel = compared(studio)
    case, month = load(PLACE), 440
    studio.root.locator(".gt-month input").fill(str(month))
    own = simulate(case, months=MONTHS, shocks=case.shocks)
    runs = [simulate(case, {lever: {BEGINS: value} for lever, value in plan.items()}, MONTHS, case.shocks) for plan in PLANS]
    expect(panel.locator("tbody")).to_have_count(len(DIMENSIONS) + 6)
    expect(panel.locator("tbody tr")).to_have_count(2 * (len(DIMENSIONS) + 6))
    for body in panel.locator("tbody").all():
        name = body.get_attribute("data-row")
        lines = [dimension_lines(run, own) if name in DIMENSIONS else run for run in runs]
        cells = [float(cell.get_attribute("value")) for cell in body.locator("data").all()]
        assert cells == near([line[name].iloc[at] for at in (month, MONTHS) for line in lines])
    sentences = panel.locator(".gt-told li").all_inner_texts()
    volunteers = [run["volunteers"].iloc[month] for run in runs]
    most = "ABC"[volunteers.index(max(volunteers))]
    assert len(sentences) == 6 and most in sentences[2] and f"{max(volunteers):,.0f}" in sentences[2]
    dashes = {panel.locator(f"path.gt-plan-{slot}.gt-plan").first.evaluate("(node) => getComputedStyle(node).strokeDasharray") for slot in range(3)}
    assert len(dashes) == 3
    letters = panel.locator("svg.gt-chart").first.locator(".gt-plan-letter")
    assert sorted(text for text in letters.all_text_contents() if text) == ["A", "B", "C"]


def test_four_plans_are_compared_and_a_fifth_waits(hands):
    studio = hands()
    panel = compared(studio)
    panel.locator("[data-plan=p1] [data-act=copy]").click()
    panel.locator("[data-plan=p3] input").check()
    panel.locator("[data-plan=p1] [data-act=copy]").click()
    expect(panel.locator("[data-plan=p4] input")).to_be_disabled()
    expect(panel.locator(".gt-note", has_text=studio.say("more.plans.four"))).to_be_visible()
    panel.locator("[data-plan=p2] input").uncheck()
    panel.locator("[data-plan=p4] input").check()
    expect(panel.locator("[data-plan=p4] .gt-plan-mark b")).to_have_text("B")


@pytest.mark.parametrize("lang", LOCALES)
def test_the_table_of_a_single_plan_has_room_for_names_on_a_phone(hands, lang):
    """Chinese may break after every character, and a column of single characters cannot be read."""
    studio = hands(lang, width=360)
    studio.move("recognition", 0)
    names = studio.open("compare").locator("tbody th[rowspan]")
    expect(names).to_have_count(len(DIMENSIONS) + 6)
    assert min(names.evaluate_all("(all) => all.map((node) => node.clientWidth / parseFloat(getComputedStyle(node).fontSize))")) >= 5
    assert studio.page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(("lang", "scheme", "width"), [("en", "light", 1280), ("zh", "dark", 360)])
def test_the_panels_are_accessible_and_fit(hands, lang, scheme, width):
    """axe finds nothing serious in either panel nor in a studio whose levers have moved, and nothing scrolls sideways."""
    studio = hands(lang, width=width, scheme=scheme)
    compared(studio)
    assert findings(studio.page, STUDIO) == []
    assert studio.page.evaluate("document.documentElement.scrollWidth") == width
    assert cut_off(studio.page) == []
    studio.open("predict")
    assert findings(studio.page, FURTHER) == []
    assert studio.page.evaluate("document.documentElement.scrollWidth") == width
    assert cut_off(studio.page) == []


def test_a_prediction_is_drawn_with_the_keyboard_and_compared(hands):
    """Points are sliders with names and values in words; the sentence says direction, size and time."""
    studio = hands()
    panel = studio.open("predict")
    panel.get_by_role("combobox").select_option("volunteers")
    points = panel.get_by_role("slider")
    studio.root.locator(".gt-begins input").fill(str(BEGINS - 12))
    expect(points).to_have_count(12)
    studio.root.locator(".gt-begins input").fill(str(BEGINS))
    expect(points).to_have_count(10)
    own = simulate(load(PLACE), months=MONTHS, shocks=load(PLACE).shocks)["volunteers"]
    first = points.first
    assert first.get_attribute("aria-label") == f"Volunteers, {studio.say.month(load(PLACE).begins, BEGINS + 6)}"
    assert float(first.get_attribute("aria-valuenow")) == near(own.iloc[BEGINS + 6])
    assert first.get_attribute("aria-orientation") == "vertical"
    first.focus()
    studio.page.keyboard.press("ArrowRight")
    assert points.nth(1).evaluate("(node) => node === document.activeElement")
    for _ in range(2):
        studio.page.keyboard.press("ArrowDown")
    studio.page.keyboard.press("PageUp")
    assert re.fullmatch(r"[\d,]+ people \(▲ \d+; as it was [\d,]+\)", points.nth(1).get_attribute("aria-valuetext"))
    assert float(points.last.get_attribute("aria-valuenow")) > own.iloc[-1], "the points after it go along"
    panel.get_by_role("button", name=studio.say("more.predict.show")).click()
    expect(points).to_have_count(0)
    expect(panel.locator(".gt-sentence")).to_have_text(studio.say("more.predict.wait"))
    studio.move("recognition", 0)
    expect(panel.locator(".gt-sentence")).to_contain_text("It went the other way")
    panel.get_by_role("button", name=studio.say("more.predict.again")).click()
    points.nth(1).press("Home")
    panel.get_by_role("button", name=studio.say("more.predict.show")).click()
    expect(panel.locator(".gt-sentence")).to_contain_text(f"{studio.say('more.predict.right')} {studio.opening('more.predict.size.large')}")


def test_a_finger_draws_a_prediction_that_stays_with_the_plan(hands):
    """360 px wide: the line follows the finger; kept, opened and reloaded it is the same."""
    studio = hands("zh", width=360, has_touch=True)
    panel = studio.open("predict")
    paper = panel.locator("svg.gt-chart")
    paper.evaluate("(node) => node.scrollIntoView({ block: 'center' })")
    box = paper.bounding_box()
    driver = studio.page.context.new_cdp_session(studio.page)

    def touch(kind, *points):
        driver.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    top = studio.page.evaluate("scrollY")
    touch("touchStart", (box["x"] + box["width"] * 0.6, box["y"] + 60))
    for part in (0.7, 0.8, 0.9, 0.95):
        touch("touchMove", (box["x"] + box["width"] * part, box["y"] + 60 + 100 * part))
    touch("touchEnd")
    assert studio.page.evaluate("scrollY") == top, "drawing does not scroll the page"
    drawn = studio.drawn()["volunteers"]
    values = list(drawn.values())
    assert values[3:] == sorted(values[3:], reverse=True) and values[3] > values[-1]
    panel = studio.open("compare")
    keep(panel, "画过")
    expect(panel.locator("[data-plan=p1] small")).to_contain_text(studio.say("more.plans.predicted"))
    panel = studio.open("predict")
    panel.get_by_role("button", name=studio.say("more.predict.away")).click()
    studio.again()
    studio.open("compare").locator("[data-plan=p1] [data-act=open]").click()
    assert studio.drawn() == {"volunteers": drawn}


def draw(studio, panel):
    """Put the last point to the bottom, and return what is then expected."""
    panel.get_by_role("slider").last.press("Home")
    return studio.drawn()


@pytest.mark.parametrize("lang", LOCALES)
def test_a_plan_without_a_prediction_brings_none(hands, lang):
    """Kept without a curve and opened after one was drawn, it is kept again without one."""
    studio = hands(lang)
    studio.move("recognition", 0)
    keep(studio.open("compare"), "plain")
    assert draw(studio, studio.open("predict"))
    panel = studio.open("compare")
    panel.locator("[data-plan=p1] [data-act=open]").click()
    assert studio.drawn() is None
    keep(panel, "again")
    expect(panel.locator("[data-plan=p2] small")).not_to_contain_text(studio.say("more.plans.predicted"))
    studio.tool("undo").click()
    assert studio.drawn()


@pytest.mark.parametrize("lang", LOCALES)
def test_each_experiment_has_a_paper_of_its_own_from_its_own_month(hands, lang):
    """The third begins empty, in January 1989 and without its run; the first, come back to, is as it was left, also after a reload."""
    studio = hands(lang)
    buttons = studio.page.locator(".predict button")
    begins, panel = studio.root.locator(".gt-begins input"), studio.root.locator(".gt-predict")
    show, again = (panel.get_by_role("button", name=studio.say(f"more.predict.{name}")) for name in ("show", "again"))
    buttons.nth(0).click()
    expect(begins).to_have_value(str(month_at("2020-10")))
    first = draw(studio, panel)
    assert min(map(int, first["volunteers"])) == month_at("2020-10")
    show.click()
    studio.move("recognition", 0)
    buttons.nth(2).click()
    expect(begins).to_have_value(str(month_at("1989-01")))
    expect(show).to_be_visible()
    assert studio.drawn() is None
    third = draw(studio, panel)
    assert min(map(int, third["volunteers"])) == month_at("1989-01")
    for number, drawn, button in ((0, first, again), (2, third, show)):
        buttons.nth(number).click()
        expect(button).to_be_visible()
        assert studio.drawn() == drawn
    studio.again()
    buttons.nth(0).click()
    expect(again).to_be_visible()
    assert studio.drawn() == first
    studio.tool("undo").click()
    assert studio.drawn() == third
    buttons.nth(2).click()
    assert studio.drawn() == third


def month_at(date):
    """The month of the run at a month of the calendar."""
    return load(PLACE).month(date)


@pytest.mark.parametrize("lang", LOCALES)
def test_each_question_of_a_chapter_opens_the_drawing_of_what_it_asks(hands, lang):
    """Three experiments, three buttons; the first asks about volunteers."""
    studio = hands(lang)
    buttons = studio.page.locator(".predict button")
    expect(buttons).to_have_count(3)
    buttons.first.press("Enter")
    panel = studio.root.locator(".gt-predict")
    expect(panel).to_be_visible()
    expect(panel.get_by_role("combobox")).to_have_value("volunteers")
    tab = studio.root.get_by_role("tab", selected=True)
    expect(tab).to_have_text(studio.say("studio.further.predict"))
    assert tab.evaluate("(node) => node === document.activeElement")
    expect(tab).to_be_in_viewport()


def test_without_scripts_there_is_no_button_that_does_nothing(page_at):
    page = page_at("en", PLACE, java_script_enabled=False).page
    assert not page.locator(".predict button").first.is_visible()
