"""Undo, replay, kept plans, comparison and prediction on the built page, by hand, by finger and by keyboard."""

import json
import re

import pytest
from playwright.sync_api import expect
from test_access import findings

from cases import load
from model import simulate
from widgets import Studio
from widgets.dimensions import DIMENSIONS, dimension_lines
from widgets.words import Speaker

PLACE = "tianjin"
MONTHS = Studio(PLACE).months
BEGINS = Studio(PLACE).begins
LOCALES = {"en": "en", "zh": "zh_CN"}
KEY = f"governing-together/{PLACE}"


class Hands:
    """What a reader does with a studio and its panels."""

    def __init__(self, watched, lang="en"):
        self.watched, self.page, self.say = watched, watched.page, Speaker(LOCALES[lang])
        self.root = self.page.locator("[data-widget=studio]").first

    def slide(self, lever, value):
        """Put a lever somewhere and let it rest."""
        steps = self.steps()
        self.lever(lever).evaluate("(node, value) => { node.value = value; node.dispatchEvent(new Event('input', { bubbles: true })); }", str(value))
        self.page.wait_for_function("([key, steps]) => JSON.parse(localStorage[key] ?? '{\"at\":0}').at !== steps", arg=[KEY, steps])

    def steps(self):
        """How many steps could be undone, by what the browser keeps."""
        return self.page.evaluate("(key) => JSON.parse(localStorage[key] ?? '{\"at\":0}').at", KEY)

    def lever(self, name):
        """The slider of a lever."""
        return self.root.locator(f"[data-lever={name}] input")

    def value(self, name):
        """Where a lever stands."""
        self.settle()
        return float(self.lever(name).input_value())

    def opening(self, key):
        """What a sentence begins with, before its first number."""
        return self.say(key).split("{")[0]

    def settle(self):
        """Wait until the picture of the last move is painted."""
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def tool(self, name):
        """A button of the row over the levers."""
        return self.root.locator(f".gt-{name}")

    def open(self, panel):
        """Open a panel and return it."""
        self.root.get_by_role("tab", name=self.say(f"studio.further.{panel}"), exact=True).click()
        inside = self.root.locator(f".gt-{panel}")
        expect(inside).to_be_visible()
        return inside

    def again(self, fragment=""):
        """Leave the page and come back to it."""
        address = self.page.url.split("#")[0]
        self.page.goto("about:blank")
        self.page.goto(address + fragment)
        expect(self.root).to_have_attribute("data-live", "true")


@pytest.fixture
def hands(page_at):
    """A studio on a page of the wanted width; the page has had nothing to complain about when the test ends."""
    opened = []

    def open_studio(lang="en", width=1280, **context):
        opened.append(Hands(page_at(lang, PLACE, width=width, **context), lang))
        return opened[-1]

    yield open_studio
    for one in opened:
        assert one.watched.errors == [] and one.watched.foreign == []


def near(expected):
    """Equal up to what engines of different makers may differ by."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_steps_are_undone_and_done_again_by_buttons_and_by_keys(hands):
    """Plan, begin and shocks; a button that can do nothing says so and stays where it is."""
    studio = hands()
    was = studio.value("delegation")
    expect(studio.tool("undo")).to_be_disabled()
    studio.slide("delegation", 0)
    studio.lever("delegation").focus()
    studio.page.keyboard.press("ArrowRight")
    studio.page.keyboard.press("Control+z")
    assert studio.value("delegation") == 0
    studio.page.keyboard.press("Control+z")
    assert studio.value("delegation") == was
    studio.page.keyboard.press("Control+Shift+z")
    assert studio.value("delegation") == 0
    studio.tool("reset").click()
    assert studio.value("delegation") == was
    studio.tool("undo").click()
    assert studio.value("delegation") == 0
    studio.tool("undo").click()
    expect(studio.tool("undo")).to_be_disabled()
    assert studio.tool("undo").evaluate("(node) => node === document.activeElement")
    expect(studio.tool("redo")).to_be_enabled()


def test_keys_elsewhere_on_the_page_undo_nothing(hands):
    """The shortcut holds while the focus is inside the studio."""
    studio = hands()
    studio.slide("delegation", 0)
    studio.page.locator(".scheme").focus()
    studio.page.keyboard.press("Control+z")
    studio.settle()
    assert studio.value("delegation") == 0


def test_a_begin_and_a_shock_are_steps_too(hands):
    studio = hands()
    begins = studio.root.locator(".gt-begins input")
    begins.focus()
    studio.page.keyboard.press("Home")
    studio.root.locator(".gt-happenings > summary").click()
    box = studio.root.locator(".gt-shock input").first
    box.uncheck()
    studio.tool("undo").click()
    expect(box).to_be_checked()
    expect(begins).not_to_have_value(str(BEGINS))
    studio.tool("undo").click()
    expect(begins).to_have_value(str(BEGINS))


def test_a_drag_is_one_step_however_long_the_thumb_is_held(hands):
    studio = hands()
    slider = studio.lever("delegation")
    slider.scroll_into_view_if_needed()
    was, box = studio.value("delegation"), slider.bounding_box()
    y = box["y"] + box["height"] / 2
    mouse = studio.page.mouse
    mouse.move(box["x"] + 30, y)
    mouse.down()
    mouse.move(box["x"] + 60, y, steps=5)
    studio.page.wait_for_timeout(800)  # a hand that hesitates is what this is about
    mouse.move(box["x"] + 120, y, steps=5)
    mouse.up()
    assert studio.value("delegation") != was
    studio.tool("undo").click()
    assert studio.value("delegation") == was


RECORD = """(node) => {
  globalThis.seen = [];
  const look = () => { if (seen.at(-1) !== node.value) seen.push(node.value); requestAnimationFrame(look); };
  look();
}"""


def test_the_last_change_is_replayed_and_ends_where_it_was(hands):
    """The lever glides from before to after; what is kept does not change."""
    studio = hands()
    was = studio.value("delegation")
    studio.slide("delegation", 0)
    kept = studio.page.evaluate("JSON.stringify(localStorage)")
    studio.lever("delegation").evaluate(RECORD)
    studio.tool("replay").click()
    studio.page.wait_for_function("(was) => seen.length > 3 && Number(seen[1]) === was && seen.at(-1) === '0'", arg=was)
    path = [float(value) for value in studio.page.evaluate("seen")][1:]
    assert path == sorted(path, reverse=True)
    assert studio.page.evaluate("JSON.stringify(localStorage)") == kept


def test_with_reduced_motion_the_replay_has_two_pictures(hands):
    studio = hands(reduced_motion="reduce")
    was = studio.value("delegation")
    studio.slide("delegation", 0)
    studio.lever("delegation").evaluate(RECORD)
    studio.tool("replay").click()
    studio.page.wait_for_function("() => seen.length > 2 && seen.at(-1) === '0'")
    assert [float(value) for value in studio.page.evaluate("seen")] == [0, was, 0]


def test_nothing_is_lost_when_the_page_is_left(hands):
    """Without a position in the address the last one stands, with its steps, and a sentence says so."""
    studio = hands("zh")
    was = studio.value("delegation")
    studio.slide("recognition", 0)
    studio.slide("delegation", 0)
    studio.again()
    expect(studio.root.get_by_role("status").first).to_have_text(studio.say("studio.kept.back"))
    assert studio.value("delegation") == 0 and studio.value("recognition") == 0
    studio.tool("undo").click()
    assert studio.value("delegation") == was and studio.value("recognition") == 0


def test_a_link_stands_before_what_was_kept_and_can_be_undone(hands):
    studio = hands()
    studio.slide("delegation", 0)
    studio.again(f"#place={PLACE}&begins=408&month=468&delegation=408~0.9")
    assert studio.value("delegation") == 0.9
    studio.tool("undo").click()
    assert studio.value("delegation") == 0


@pytest.mark.parametrize("rubbish", ["{", '{"steps":["<img src=x>"],"at":0}', '{"steps":["place=tianjin&delegation=7"],"at":0}', "x" * 1_000_000])
def test_rubbish_in_the_browsers_memory_is_refused_with_a_sentence(hands, rubbish):
    studio = hands()
    was = studio.value("delegation")
    studio.page.evaluate("([key, text]) => { localStorage[key] = text; localStorage[`${key}/plans`] = text; localStorage[`${key}/prediction`] = text; }", [KEY, rubbish])
    studio.again()
    expect(studio.root.get_by_role("status").first).to_have_text(studio.say("studio.kept.bad"))
    assert studio.value("delegation") == was
    panel = studio.open("compare")
    expect(panel.get_by_role("status")).to_have_text(studio.say("more.plans.broken"))
    assert panel.locator(".gt-kept").count() == 1
    studio.open("predict")


def keep(panel, name):
    """Keep the present plan under a name, with the keyboard."""
    panel.locator(".gt-keep input").fill(name)
    panel.locator(".gt-keep input").press("Enter")


@pytest.mark.parametrize("lang", LOCALES)
def test_plans_are_kept_renamed_copied_deleted_and_put_back(hands, lang):
    """By keyboard; after a reload they are there, in either language."""
    studio = hands(lang)
    studio.slide("recognition", 0)
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
    studio.slide("recognition", 0)
    panel = studio.open("compare")
    keep(panel, "no thanks")
    studio.slide("delegation", 0)
    panel.locator("[data-plan=p1] [data-act=open]").click()
    assert studio.value("recognition") == 0 and studio.value("delegation") != 0
    studio.tool("undo").click()
    assert studio.value("recognition") == 0 and studio.value("delegation") == 0


def compared(studio):
    """Two kept plans and the present one, side by side."""
    panel = studio.open("compare")
    studio.slide("recognition", 0)
    keep(panel, "one")
    studio.slide("push_taper", 0)
    keep(panel, "two")
    studio.slide("delegation", 0)
    panel.locator("[data-plan=now] input").check()
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


@pytest.mark.parametrize(("lang", "scheme", "width"), [("en", "light", 1280), ("zh", "dark", 360)])
def test_the_panels_are_accessible_and_fit(hands, lang, scheme, width):
    """axe finds nothing serious in either panel, and nothing scrolls sideways."""
    studio = hands(lang, width=width, scheme=scheme)
    compared(studio)
    assert findings(studio.page) == []
    assert studio.page.evaluate("document.documentElement.scrollWidth") == width
    studio.open("predict")
    assert findings(studio.page) == []
    assert studio.page.evaluate("document.documentElement.scrollWidth") == width


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
    studio.slide("recognition", 0)
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
    drawn = json.loads(studio.page.evaluate("(key) => localStorage[`${key}/prediction`]", KEY))["volunteers"]
    values = list(drawn.values())
    assert values[3:] == sorted(values[3:], reverse=True) and values[3] > values[-1]
    panel = studio.open("compare")
    keep(panel, "画过")
    expect(panel.locator("[data-plan=p1] small")).to_contain_text(studio.say("more.plans.predicted"))
    panel = studio.open("predict")
    panel.get_by_role("button", name=studio.say("more.predict.away")).click()
    studio.again()
    studio.open("compare").locator("[data-plan=p1] [data-act=open]").click()
    kept = json.loads(studio.page.evaluate("(key) => localStorage[`${key}/prediction`]", KEY))
    assert kept == {"volunteers": drawn}


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
