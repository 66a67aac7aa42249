"""How sure? in the browser: the counts of the panel and the assumption that it names are those of Python."""

import pytest
from hands import Hands
from pages import cut_off
from playwright.sync_api import expect

from cases import load
from model import beats
from widgets.words import Speaker

PLACE = "nanjing"
CASE, MONTHS = load(PLACE), 120  # as the chapter sets its studio
PLAN = {"push_taper": 0, "consultation_effort": 60}
FROM = {lever: {CASE.months: value} for lever, value in PLAN.items()}
LANGUAGES = {"en": "en", "zh": "zh_CN"}
PARTS = ("better", "worse", "same")


class Sure(Hands):
    """What a reader does with the panel that says how sure a comparison is."""

    def open(self, language):
        self.say = Speaker(LANGUAGES[language])
        for lever, value in PLAN.items():
            self.slide(lever, value)
        self.root.get_by_role("tab", name=Speaker(LANGUAGES[language])("studio.further.sure")).click()
        self.panel = self.root.locator(".gt-sure")
        expect(self.panel.locator(".gt-sure-picture")).to_be_visible(timeout=60_000)
        return self

    def told(self, outcome):
        return self.panel.locator(f"[data-row={outcome}] .gt-sure-told").inner_text()

    def hanging(self):
        """What is said about the assumption, when it has been worked out."""
        found = self.panel.locator(".gt-sure-hanging")
        expect(found.locator("p").first).to_be_visible(timeout=60_000)
        expect(found.locator(".gt-trying")).to_have_count(0, timeout=120_000)
        return found.inner_text()

    def choose(self, side, **option):
        """Choose a plan in one of the two lists."""
        self.panel.get_by_label(self.say(f"more.side.{side}.label"), exact=True).select_option(**option)

    def keep(self, name):
        """Keep the plan that stands in the studio, and come back to the panel."""
        panel = self.open_tab("compare")
        panel.locator(".gt-keep input").fill(name)
        panel.locator(".gt-keep input").press("Enter")
        self.open_tab("sure")

    def open_tab(self, panel):
        return Hands.open(self, panel)


@pytest.fixture(scope="module")
def counted():
    return beats(CASE, FROM, month=MONTHS)


@pytest.fixture
def sure_at(page_at):
    opened = []

    def open_panel(language, **options):
        opened.append(Sure(page_at(language, PLACE, awake=False, **options)).open(language))
        return opened[-1]

    yield open_panel
    for one in opened:
        assert one.watched.errors == [] and one.watched.foreign == []


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_the_bars_have_room_beside_their_words(sure_at, width):
    sure = sure_at("en", width=width)
    bars = [one.bounding_box()["width"] for one in sure.panel.locator(".gt-sure-bar").all()]
    assert min(bars) > 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panel_counts_as_python_counts_and_names_the_same_assumption(sure_at, counted, language):
    sure, say = sure_at(language), Speaker(LANGUAGES[language])
    for outcome, row in counted.iterrows():
        template = "more.sure.counts.same" if row["same"] else "more.sure.counts"
        assert sure.told(outcome) == say(template, **{part: row[part] for part in PARTS})
    row = counted.iloc[0]
    said = sure.hanging()
    assert say(f"parameter.{row['assumption']}") in said
    assert say(f"badge.{next(one.badge for one in CASE.evidence if one.name == row['assumption'])}") in said


def test_another_outcome_is_a_key_press_away(sure_at, counted):
    sure = sure_at("en")
    sure.hanging()
    name = sure.panel.locator("[data-row=unmet_need] button")
    name.focus()
    sure.page.keyboard.press("Enter")
    expect(name).to_have_attribute("aria-pressed", "true")
    assert Speaker("en")(f"parameter.{counted.loc['unmet_need', 'assumption']}") in sure.hanging()
    assert sure.panel.locator("svg[role=img]").get_attribute("aria-label").startswith("Unmet need")


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_kept_plans_are_compared_whatever_stands_in_the_studio(sure_at, language):
    """The counts are those of Python for these two, every sentence names them, and nothing is said of the reader's plan."""
    sure, mine = sure_at(language), Speaker(LANGUAGES[language])("more.side.now")
    sure.keep("Much")
    sure.slide("consultation_effort", 0)
    sure.keep("Little")
    sure.slide("push_taper", CASE.plan["push_taper"])
    sure.choose("plan", label="Much")
    sure.choose("against", label="Little")
    much, little = (sure.say("more.side.plan", name=name) for name in ("Much", "Little"))
    expect(sure.panel.locator(".gt-sure-when, .gt-sentence").first).to_contain_text(much)
    expect(sure.panel.locator(".gt-sure-old")).to_have_count(0)
    hanging = sure.hanging()
    row = beats(CASE, FROM, {**FROM, "consultation_effort": {CASE.months: 0}}, month=MONTHS, outcomes=["services"]).iloc[0]
    template = "more.sure.counts.same" if row["same"] else "more.sure.counts"
    assert sure.told("services") == sure.say(template, **{part: row[part] for part in PARTS})
    keys = sure.panel.locator(".gt-sure-keys").inner_text()
    assert sure.say("more.sure.better", plan=much) in keys and sure.say("more.sure.worse", plan=much) in keys
    label = sure.panel.locator("svg[role=img]").get_attribute("aria-label")
    assert much in label and little in label
    assert all(mine not in text for text in (keys, label, hanging, sure.panel.locator(".gt-sentence").first.inner_text()))


def test_one_plan_on_both_sides_and_a_plan_that_is_deleted_are_told_plainly(sure_at):
    sure = sure_at("en")
    sure.keep("Much")
    sure.choose("plan", label="Much")
    sure.choose("against", label="Much")
    expect(sure.panel.locator(".gt-sure-status")).to_have_text(sure.say("more.side.twice"))
    sure.choose("against", value="now")
    expect(sure.panel.locator(".gt-sure-status")).to_have_text(sure.say("more.why.nothing"))
    sure.choose("against", value="")
    sure.open_tab("compare").get_by_role("button", name=sure.say("more.plans.act", act=sure.say("more.plans.remove"), name="Much")).click()
    sure.open_tab("sure")
    expect(sure.panel.get_by_label(sure.say("more.side.plan.label"), exact=True)).to_have_value("now")
    expect(sure.panel.locator(".gt-sentence").first).to_contain_text(sure.say("more.side.now"))


def test_an_unchanged_plan_is_told_that_there_is_nothing_to_compare(page_at):
    hands = Hands(page_at("en", PLACE, awake=False))
    hands.root.get_by_role("tab", name="How sure?").click()
    expect(hands.root.locator(".gt-sure-status")).to_have_text(Speaker("en")("more.why.nothing"))


def test_the_panel_fits_a_phone(sure_at):
    sure = sure_at("zh", width=360, has_touch=True)
    assert sure.page.evaluate("document.documentElement.scrollWidth") == 360
    assert cut_off(sure.page) == []
