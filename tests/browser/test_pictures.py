"""The network, the causal map, the timeline and the evidence on the built pages."""

import re

import pytest
from hands import LOCALES
from playwright.sync_api import expect

from cases import load
from model import simulate
from widgets.causal_map import map_loops
from widgets.words import Speaker


@pytest.fixture
def widget_at(page_at):
    """`widget_at(lang, page, kind)`: the widget's root; the page has had nothing to complain about at the end."""
    opened = []

    def find(lang, page, kind, **context):
        opened.append(page_at(lang, page, awake=False, **context))
        root = opened[-1].page.locator(f"[data-widget={kind}]").first
        root.scroll_into_view_if_needed()
        expect(root).to_have_attribute("data-live", "true")
        return root

    yield find
    for watched in opened:
        assert watched.errors == [] and watched.foreign == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_touch_on_a_tie_gives_its_meaning_and_source(widget_at, width):
    """The answer is that of the table, in the reader's language, and stays in sight."""
    root = widget_at("zh", "tianjin", "network", width=width)
    ties = load("tianjin").ties
    row = ties.iloc[3]
    edge = root.locator(".gt-edge").nth(3)
    edge.locator(".gt-edge-reach").dispatch_event("click")
    answer = root.locator(".gt-answer")
    expect(answer).to_contain_text(row["meaning_zh_CN"])
    assert row["flow_zh_CN"] in answer.inner_text()
    assert row["source"].split(":")[1] in answer.locator("cite").inner_text()
    edge.evaluate("(node) => node.scrollIntoView({ block: 'center' })")
    box = answer.bounding_box()
    assert 0 <= box["y"] and box["y"] + box["height"] <= 800


def test_ties_thicken_and_thin_with_the_months(widget_at):
    """A tie that follows the volunteers is as thick as they are many."""
    root = widget_at("en", "tianjin", "network")
    case = load("tianjin")
    at = [index for index, tie in enumerate(case.ties.to_dict("records")) if tie["quantity"] == "volunteers"][0]
    line, slider = root.locator(".gt-edge-line").nth(at), root.locator(".gt-month input")
    run = simulate(case, months=case.months, shocks=case.shocks)["volunteers"]

    def thickness(month):
        slider.evaluate("(node, value) => { node.value = value; node.dispatchEvent(new Event('input', { bubbles: true })); }", str(month))
        root.page.wait_for_timeout(50)
        return line.evaluate("(node) => parseFloat(getComputedStyle(node).strokeWidth)")

    early, late = thickness(0), thickness(case.months)
    assert late > 3 * early
    share = (thickness(180) - 0.8) / (9 - 0.8)
    assert share == pytest.approx(run.iloc[180] / run.max(), abs=0.01)


@pytest.mark.parametrize("lang, language", [("en", "en"), ("zh", "zh_CN")])
def test_a_loop_lights_up_with_its_story(widget_at, lang, language):
    """Every named loop lights exactly its arrows; the rest steps back."""
    root = widget_at(lang, "framework", "causal_map")
    for loop in map_loops(language):
        root.locator("select").select_option(loop["key"])
        lit = root.locator(".gt-edge.gt-lit[data-from]")
        assert {(edge.get_attribute("data-from"), edge.get_attribute("data-to")) for edge in lit.all()} == set(
            zip(loop["path"], [*loop["path"][1:], loop["path"][0]])
        )
        assert loop["story"] in root.locator(".gt-answer").inner_text()
    root.locator("select").select_option("")
    assert root.locator(".gt-edge.gt-lit, .gt-edge.gt-far").count() == 0


def test_hovering_an_arrow_tells_sign_source_and_delay(widget_at):
    """A mouse needs no click."""
    root = widget_at("en", "framework", "causal_map")
    expect(root.locator("svg.gt-diagram")).to_have_attribute("viewBox", re.compile(r"\d"))  # it is laid out
    edge = root.locator(".gt-edge[data-from=absorption][data-to=social_organisations]")
    edge.dispatch_event("pointerenter", {"pointerType": "mouse"})
    for words in ("Absorption →(−) Social organisations", "Kong 2019; Xu 2021", "over years"):
        expect(root.locator(".gt-answer")).to_contain_text(words)


def test_the_timeline_shows_one_kind_or_all(widget_at):
    """A filter hides the other events; a dot finds its event."""
    root = widget_at("en", "tianjin", "timeline")
    events = load("tianjin").timeline
    assert root.locator(".gt-event:visible").count() == len(events)
    root.get_by_role("button", name="honour", exact=True).click()
    assert root.locator(".gt-event:visible").count() == int((events.kind == "honour").sum())
    root.get_by_role("button", name="honour", exact=True).click()
    root.locator(".gt-dot").last.dispatch_event("click")
    assert root.locator(".gt-event.gt-lit").count() == 1


@pytest.mark.parametrize("lang, word, found", [("en", "yuan a quarter", None), ("zh", "1163", None), ("zh", "志愿者", None)])
def test_the_evidence_is_found_by_words(widget_at, lang, word, found):
    """Every row that is shown holds every word; the count is said."""
    root = widget_at(lang, "tianjin", "evidence")
    total = root.locator(".gt-row").count()
    root.get_by_role("searchbox").fill(word)
    root.page.wait_for_timeout(300)
    rows = root.locator(".gt-row")
    assert 0 < rows.count() < total
    assert str(rows.count()) in root.locator(".gt-sentence").inner_text()


@pytest.mark.parametrize("lang", LOCALES)
def test_what_is_not_found_in_the_evidence_is_told(widget_at, lang):
    """No empty table stands below, and the rows come back."""
    root = widget_at(lang, "tianjin", "evidence")
    total = root.locator(".gt-row").count()
    root.get_by_role("searchbox").fill("qwertyuiop")
    expect(root.locator(".gt-sentence")).to_have_text(Speaker(LOCALES[lang])("evidence.nothing", total=total))
    expect(root.locator("table")).to_be_hidden()
    root.get_by_role("searchbox").fill("")
    expect(root.locator(".gt-row:visible")).to_have_count(total)


@pytest.mark.parametrize(("lang", "name"), [("en", "tianjin"), ("zh", "comparison")])
def test_without_scripts_the_words_of_a_picture_are_legible_on_a_phone(page_at, lang, name):
    """The picture goes on sideways, not the page, and its sentence stays."""
    page = page_at(lang, name, 360, java_script_enabled=False).page
    sizes = page.locator(".gt-still-svg text").evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)")
    assert len(sizes) > 10 and min(sizes) >= 10
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    figure = page.locator(".gt-still-figure").last
    figure.evaluate("one => { one.scrollLeft = 999; }")
    assert figure.evaluate("one => one.scrollLeft") > 200
    box = figure.locator("figcaption").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 360


def test_without_scripts_a_picture_and_a_sentence_stand(page_at):
    """What a printer, a search engine or an old phone gets."""
    page = page_at("en", "tianjin", java_script_enabled=False).page
    for kind in ("studio", "network", "timeline", "evidence"):
        root = page.locator(f"[data-widget={kind}]").first
        assert root.locator(".gt-sentence").first.is_visible()
        assert root.locator("svg, ol").first.bounding_box()["height"] > 100
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
