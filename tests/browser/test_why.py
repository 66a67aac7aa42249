"""Why? in the browser: what the panel says is what Python says, and it lets the reader look into it."""

import json
from types import SimpleNamespace

import pytest
from hands import Hands
from pages import SITE, cut_off, wake
from playwright.sync_api import expect
from test_access import FURTHER, findings

from cases import load
from model import explain
from model.generated.probe import ENTRANCES
from widgets import Studio
from widgets.loops import map_loops
from widgets.why import paragraph
from widgets.words import Speaker

PLACE = "tianjin"
CASE = load(PLACE)
MONTHS = Studio(PLACE).months
PLAN = {"recognition": 0, "consultation_effort": 80, "assigned_tasks": 20}
FROM = {lever: {CASE.months: value} for lever, value in PLAN.items()}
OUTCOME = "participation"
LANGUAGES = {"en": "en", "zh": "zh_CN"}
TABS = {"en": "Why?", "zh": "为什么？"}


class Why(Hands):
    """What a reader does with the panel that says why."""

    def open(self, language="en"):
        self.root.get_by_role("tab", name=TABS[language]).click()
        self.panel = self.root.locator(".gt-why")
        return self

    def plan(self, plan):
        for lever, value in plan.items():
            self.slide(lever, value)
        return self

    def outcome(self, name):
        self.panel.locator("select").first.select_option(name)

    def said(self):
        """The paragraph, when it has been worked out for the plan in the studio."""
        self.page.wait_for_timeout(400)
        expect(self.root.locator(".gt-why-old")).to_have_count(0)
        self.page.wait_for_timeout(200)
        return self.panel.locator(".gt-why-said").inner_text()

    def offered(self):
        """The loops on the chips."""
        return [chip.get_attribute("data-loop") for chip in self.panel.locator(".gt-why-chip").all()]

    def lit(self):
        """The arrows that are lit on the map."""
        self.panel.locator(".gt-diagram").scroll_into_view_if_needed()
        arrows = self.panel.locator(".gt-edge.gt-lit[data-from]").all()
        return sorted((arrow.get_attribute("data-from"), arrow.get_attribute("data-to")) for arrow in arrows)


@pytest.fixture
def why_at(page_at):
    return lambda language, **options: Why(page_at(language, PLACE, awake=False, **options))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paragraph_is_the_one_that_python_writes(why_at, language):
    why = why_at(language).plan(PLAN).open(language)
    why.outcome(OUTCOME)
    found = explain(CASE, FROM, outcome=OUTCOME, month=MONTHS)
    assert why.said() == paragraph(found, LANGUAGES[language])
    assert why.watched.errors == [] and why.watched.foreign == []


def test_the_bars_sum_to_the_difference(why_at):
    why = why_at("en").plan(PLAN).open()
    why.outcome(OUTCOME)
    why.said()
    parts = why.panel.locator(".gt-why-table").first.locator("tbody data")
    values = [float(part.get_attribute("value")) for part in parts.all()]
    whole = float(why.panel.locator("tfoot data").get_attribute("value"))
    change = explain(CASE, FROM, outcome=OUTCOME, month=MONTHS).change
    assert len(values) == 3 and sum(values) == pytest.approx(whole) == pytest.approx(change)


def test_another_month_is_told_without_another_run_and_before_the_changes_nothing_differs(why_at):
    why = why_at("en").plan(PLAN).open()
    why.outcome(OUTCOME)
    why.said()
    why.put("clock", MONTHS - 12)
    assert why.said() == paragraph(explain(CASE, FROM, outcome=OUTCOME, month=MONTHS - 12), "en")
    why.put("clock", CASE.months - 5)
    assert why.said().startswith("Until ") and why.panel.locator(".gt-why-figure").is_hidden()


def test_with_nothing_changed_it_says_what_to_do(why_at):
    assert why_at("en").open().said().startswith("The two do not differ yet.")


def pairs(path):
    """The arrows of a closed path."""
    return sorted(zip(path, [*path[1:], path[0]]))


def test_the_loops_of_the_month_are_offered_and_the_one_chosen_by_keyboard_is_lit_on_the_map(why_at):
    """At every width the whole map is there, and nothing scrolls sideways."""
    loops = {loop["key"]: loop for loop in map_loops("en")}
    why = why_at("en", width=360).plan(PLAN).open()
    why.outcome(OUTCOME)
    for month in (MONTHS, MONTHS - 24):
        why.put("clock", month)
        why.said()
        found = explain(CASE, FROM, outcome=OUTCOME, month=month)
        assert why.offered() == list(found.loops.index[:4])
        assert why.lit() == pairs(loops[found.loops.index[0]]["path"])
    assert why.panel.locator(".gt-diagram .gt-node").count() == 28
    chip = why.panel.locator(".gt-why-chip").nth(1)
    key = chip.get_attribute("data-loop")
    chip.focus()
    why.page.keyboard.press("Enter")
    expect(why.panel.locator(f"[data-loop={key}]")).to_have_attribute("aria-pressed", "true")
    expect(why.panel.locator(f"[data-loop={key}]")).to_be_focused()
    assert why.lit() == pairs(loops[key]["path"])
    signs = why.panel.locator(".gt-edge-sign").all_text_contents()
    assert sorted(signs) == sorted(sign.replace("-", "−") for sign in loops[key]["signs"])
    assert why.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert cut_off(why.page) == []


def test_the_map_is_one_stop_of_the_keyboard_and_answers_and_gives_the_loop_back(why_at):
    why = why_at("en").plan(PLAN).open()
    why.outcome(OUTCOME)
    why.said()
    loop = why.lit()
    press = why.page.keyboard.press
    why.panel.locator(".gt-why-chip").last.focus()
    press("Tab")
    expect(why.panel.locator(".gt-diagram [tabindex='0']")).to_be_focused()
    press("ArrowRight")
    press("Enter")
    named = why.page.evaluate("document.activeElement.getAttribute('aria-label')")
    expect(why.panel.locator(".gt-answer h4")).to_have_text(named.partition(" (")[0])
    assert why.lit() != loop
    press("Enter")
    assert why.lit() == loop


def test_marks_say_where_changes_enter_what_passes_them_on_and_what_is_explained(why_at):
    """In the names that a screen reader reads as well as in the picture."""
    why = why_at("en").plan({"recognition": 0}).open()
    why.outcome(OUTCOME)
    why.said()
    found = explain(CASE, {"recognition": FROM["recognition"]}, outcome=OUTCOME, month=MONTHS)
    say = Speaker("en")
    labels = {node.get_attribute("data-node"): node.get_attribute("aria-label") for node in why.panel.locator(".gt-diagram .gt-node").all()}
    marked = {kind: {key for key, label in labels.items() if say(f"more.why.map.{kind}") in label} for kind in ("enters", "passes", "outcome")}
    assert marked["enters"] == set(ENTRANCES["recognition"]) and marked["outcome"] == {OUTCOME}
    much = found.mediators[:4].query("share.abs() >= 0.1").index
    assert marked["passes"] == set(much) & set(labels) != set()
    why.panel.locator("[data-node=public_spirit]").click()
    lever = next(one.name["en"] for one in CASE.levers if one.lever == "recognition")
    expect(why.panel.locator(".gt-answer")).to_contain_text(say("more.why.map.acting", changes=lever))


def test_the_map_is_fetched_when_a_difference_is_explained_and_not_before(why_at):
    why = why_at("en").plan(PLAN)
    asked = []
    why.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    why.root.get_by_role("tab", name="Keep and compare").click()
    expect(why.root.locator(".gt-compare")).to_be_visible()
    assert "more.js" in asked and "causal-map.js" not in asked
    why.open().said()
    expect(why.panel.locator(".gt-diagram")).to_be_visible()
    assert asked.count("causal-map.js") == 1


@pytest.mark.parametrize(("lang", "scheme", "width"), [("en", "dark", 1280), ("zh", "light", 360)])
def test_axe_finds_nothing_serious_in_the_panel(why_at, lang, scheme, width):
    why = why_at(lang, width=width, scheme=scheme).plan(PLAN).open(lang)
    why.said()
    expect(why.panel.locator(".gt-diagram")).to_be_visible()
    assert findings(why.page, FURTHER) == []


def test_a_plan_is_set_against_a_plan_that_was_kept(why_at):
    why = why_at("en").plan({"recognition": 0})
    why.root.get_by_role("tab", name="Keep and compare").click()
    why.root.get_by_label("Name of the plan").fill("No thanks")
    why.root.get_by_role("button", name="Keep my plan", exact=True).click()
    why.plan({"assigned_tasks": 20}).open()
    why.outcome(OUTCOME)
    why.panel.locator("select").last.select_option(label="No thanks")
    other = {"recognition": FROM["recognition"]}
    found = explain(CASE, {**other, "assigned_tasks": FROM["assigned_tasks"]}, other, OUTCOME, MONTHS)
    assert why.said() == paragraph(found, "en", "No thanks") and list(found.causes.index) == ["assigned_tasks"]


def keep(why, name):
    """Keep the plan that stands in the studio, and come back to the panel."""
    panel = Hands.open(why, "compare")
    panel.locator(".gt-keep input").fill(name)
    panel.locator(".gt-keep input").press("Enter")
    Hands.open(why, "why")


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_kept_plans_are_explained_against_each_other_by_keyboard(why_at, language):
    """What stands in the studio is another plan still, and is neither named nor touched; on a phone the lists fit."""
    why = why_at(language, width=360).plan({"recognition": 0}).open(language)
    say = why.say = Speaker(LANGUAGES[language])
    keep(why, "One")
    why.plan({"assigned_tasks": 20})
    keep(why, "Two")
    why.plan({"consultation_effort": 80})
    why.outcome("administrative_burden")
    press, lists = why.page.keyboard.press, why.panel.locator("select")
    lists.nth(1).focus()
    press("End")
    press("Tab")
    expect(lists.nth(2)).to_be_focused()
    press("End")
    press("ArrowUp")
    assert lists.evaluate_all("all => all.slice(1).map(one => one.selectedOptions[0].text)") == ["Two", "One"]
    one = {"recognition": FROM["recognition"]}
    found = explain(CASE, {**one, "assigned_tasks": FROM["assigned_tasks"]}, one, "administrative_burden", MONTHS)
    assert why.said() == paragraph(found, LANGUAGES[language], "One", "Two")
    expect(why.panel.locator(".gt-why-figure")).to_be_visible()
    told = why.said() + why.panel.locator(".gt-why-figure").inner_text()
    assert say("more.side.now") not in told and say("more.why.course.own") not in told
    assert why.value("consultation_effort") == 80
    boxes = [one.bounding_box() for one in lists.all()]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["height"] >= 44 for box in boxes)
    assert cut_off(why.page) == []


def test_the_place_as_it_was_may_be_explained_and_one_plan_twice_is_told_plainly(why_at):
    why = why_at("en").plan({"recognition": 0}).open()
    why.outcome(OUTCOME)
    plan, against = why.panel.locator("select").nth(1), why.panel.locator("select").nth(2)
    plan.select_option("")
    assert why.said() == why.say("more.side.twice") and why.panel.locator(".gt-why-figure").is_hidden()
    against.select_option("now")
    assert " as it was: " in why.said() and "my plan" in why.said()


def test_a_plan_that_is_deleted_leaves_the_lists_and_the_readers_takes_its_place(why_at):
    why = why_at("en").plan({"recognition": 0}).open()
    why.outcome(OUTCOME)
    mine = why.said()
    keep(why, "One")
    why.panel.locator("select").nth(1).select_option(label="One")
    assert "under the plan “One”" in why.said()
    why.root.get_by_role("tab", name="Keep and compare").click()
    why.root.get_by_role("button", name=why.say("more.plans.act", act=why.say("more.plans.remove"), name="One")).click()
    Hands.open(why, "why")
    assert why.panel.locator("select").nth(1).input_value() == "now" and why.said() == mine


def test_a_loop_says_which_number_is_its_part_in_the_difference_and_which_its_own_strength(why_at):
    why = why_at("en").plan(PLAN).open()
    why.outcome(OUTCOME)
    why.said()
    told = why.panel.locator(".gt-why-loop p")
    expect(told.last).to_contain_text("%")  # the map is drawn a moment after the paragraph
    *_, cut, score = told.all_text_contents()
    assert cut.startswith("Its part in the difference") and score.startswith("Its own strength under my plan") and "%" in score


def many():
    """More changes than are worked out on the page itself, each lever at its other end."""
    levers = [one for one in CASE.levers if one.shown][:10]
    return {one.lever: one.low if CASE.plan[one.lever] != one.low else one.high for one in levers}


def test_many_changes_are_worked_out_by_a_worker(why_at):
    why = why_at("en").open()
    workers = []
    why.page.on("worker", lambda worker: workers.append(worker.url))
    why.plan(many())
    said = why.said()
    assert [url.rpartition("/")[2] for url in workers] == ["explaining.js"]
    assert f"among the {len(many())} changes" in said and why.watched.errors == []


def test_from_a_folder_many_changes_are_worked_out_on_the_page(browser):
    page = browser.new_context().new_page()
    page.goto((SITE / "en" / f"{PLACE}.html").as_uri())
    wake(page)
    why = Why(SimpleNamespace(page=page))
    said = why.open().plan(many()).said()
    assert f"among the {len(many())} changes" in said
    expect(why.panel.locator(".gt-diagram .gt-lit").first).to_be_visible()
    page.context.close()


def test_no_thumb_waits_for_it_on_a_phone(why_at):
    """At a quarter of the speed nothing keeps the page for longer than 200 ms while eight changes are explained."""
    why = why_at("en", width=360).plan(dict(list(many().items())[:8])).open()
    why.said()
    why.page.evaluate("() => { globalThis.long = []; new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => one.duration))).observe({ entryTypes: ['longtask'] }); }")
    processor = why.page.context.new_cdp_session(why.page)
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    why.plan({"recognition": 500})
    why.said()
    processor.detach()
    long = json.loads(why.page.evaluate("() => JSON.stringify(long)"))
    assert max(long, default=0) <= 200, long
