"""Why? in the browser: what the panel says is what Python says, and it lets the reader look into it."""

import json
import re
from types import SimpleNamespace

import pytest
from hands import Hands
from pages import SITE, wake
from playwright.sync_api import expect

from cases import load
from model import explain
from widgets import Studio
from widgets.why import paragraph

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


@pytest.fixture
def why_at(page_at):
    return lambda language, **options: Why(page_at(language, PLACE, **options))


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


def test_a_loop_that_is_chosen_by_keyboard_lights_up_as_a_ring(why_at):
    why = why_at("en", width=360).plan(PLAN).open()
    why.outcome(OUTCOME)
    why.said()
    chip = why.panel.locator(".gt-why-chip").nth(1)
    key = chip.get_attribute("data-loop")
    chip.focus()
    why.page.keyboard.press("Enter")
    expect(why.panel.locator(f"[data-loop={key}]")).to_have_attribute("aria-pressed", "true")
    expect(why.panel.locator(f"[data-loop={key}]")).to_be_focused()
    expect(why.panel.locator(".gt-why-ring")).to_have_attribute("aria-label", re.compile(f"^{key} "))
    assert why.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


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
    page.context.close()


def test_no_thumb_waits_for_it_on_a_phone(why_at):
    """At a quarter of the speed nothing keeps the page for longer than 200 ms while eight changes are explained."""
    why = why_at("en", width=360).plan(dict(list(many().items())[:8])).open()
    why.said()
    why.page.evaluate("() => { globalThis.long = []; new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => one.duration))).observe({ entryTypes: ['longtask'] }); }")
    why.page.context.new_cdp_session(why.page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    why.plan({"recognition": 500})
    why.said()
    long = json.loads(why.page.evaluate("() => JSON.stringify(long)"))
    assert max(long, default=0) <= 200, long
