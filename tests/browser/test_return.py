"""A reader leaves the built page and comes back: what was set and chosen is there, in either language."""

import pytest
from hands import LOCALES, PLACE
from playwright.sync_api import expect

from widgets.words import Speaker


def push(slider, value):
    """Put a slider somewhere, as a hand does."""
    slider.evaluate("(node, value) => { node.value = value; node.dispatchEvent(new Event('input', { bubbles: true })); }", str(value))


def limits(studio):
    """The two sliders of the panel about money."""
    return studio.root.locator(".gt-limits input")


def test_the_limits_stand_where_they_were_set_also_in_the_other_language(hands, site):
    studio = hands("en")
    studio.open("budget")
    whole, monthly = limits(studio).all()
    first = whole.input_value()
    push(whole, float(whole.get_attribute("min")))
    push(monthly, float(monthly.get_attribute("min")))
    asked = [one.input_value() for one in limits(studio).all()]
    assert asked[0] != first
    studio.page.goto(f"{site}/zh/{PLACE}.html")
    studio.say = Speaker("zh_CN")
    studio.root.locator(".gt-tabs").scroll_into_view_if_needed()
    studio.say.__init__("zh_CN")
    expect(studio.root.locator(".gt-further [role=tab][aria-selected=true]")).to_have_text(studio.say("studio.further.budget"))
    assert [one.input_value() for one in limits(studio).all()] == asked
    expect(studio.root.locator(".gt-budget .gt-part").nth(1)).to_contain_text("超出")
    push(limits(studio).last, 1e12)
    studio.again()
    expect(studio.root.locator(".gt-limits output").last).to_have_text(studio.say("more.budget.limit.none"))
    assert limits(studio).first.input_value() == asked[0]


@pytest.mark.parametrize("rubbish", ["{", '{"budget.all":"<img src=x>","budget.month":-1,"panel":"constructor","compare.slots":7}', '{"budget.all":1e99,"panel":["budget"]}'])
def test_rubbish_among_the_choices_harms_nothing(hands, rubbish):
    studio = hands()
    studio.open("budget")
    first = [one.input_value() for one in limits(studio).all()]
    studio.root.get_by_role("tab", selected=True).click()
    studio.page.evaluate("([key, text]) => { localStorage[`${key}/choices`] = text; }", [studio.key, rubbish])
    studio.again()
    expect(studio.root.locator(".gt-further [role=tab][aria-selected=true]")).to_have_count(0)
    studio.open("compare")
    studio.open("budget")
    assert [one.input_value() for one in limits(studio).all()] == first


@pytest.mark.parametrize("lang", LOCALES)
def test_outcomes_plans_and_the_open_panel_are_chosen_again(hands, lang):
    studio = hands(lang)
    studio.slide("recognition", 0)
    panel = studio.open("compare")
    for name in ("one", "two"):
        panel.locator(".gt-keep input").fill(name)
        panel.locator(".gt-keep input").press("Enter")
    panel.locator("[data-plan=p1] input").uncheck()
    why = studio.open("why")
    why.get_by_label(studio.say("more.side.against.label")).select_option("p1")
    why.get_by_label(studio.say("more.side.plan.label"), exact=True).select_option("p2")
    studio.root.locator(".gt-one select").select_option("trust")
    studio.open("budget").get_by_label(studio.say("more.budget.axis.up")).select_option("unmet_need")
    sure = studio.open("sure")
    sure.get_by_label(studio.say("more.side.against.label")).select_option("p2")
    sure.get_by_label(studio.say("more.side.plan.label"), exact=True).select_option("")
    studio.again()
    expect(studio.root.get_by_role("tab", selected=True)).to_have_text(studio.say("studio.further.sure"))
    sure = studio.root.locator(".gt-sure")
    expect(sure.get_by_label(studio.say("more.side.against.label"))).to_have_value("p2")
    expect(sure.get_by_label(studio.say("more.side.plan.label"), exact=True)).to_have_value("")
    expect(studio.root.locator(".gt-one select")).to_have_value("trust")
    why = studio.open("why")
    expect(why.get_by_label(studio.say("more.side.against.label"))).to_have_value("p1")
    expect(why.get_by_label(studio.say("more.side.plan.label"), exact=True)).to_have_value("p2")
    expect(studio.open("budget").get_by_label(studio.say("more.budget.axis.up"))).to_have_value("unmet_need")
    chosen = studio.open("compare").locator(".gt-kept input:checked")
    expect(chosen).to_have_count(2)
    assert chosen.evaluate_all("(nodes) => nodes.map((node) => node.closest('[data-plan]').dataset.plan)") == ["now", "p2"]
    studio.root.get_by_role("tab", selected=True).click()
    studio.again()
    expect(studio.root.get_by_role("tab", selected=True)).to_have_count(0)


@pytest.mark.parametrize("lang", LOCALES)
def test_a_curve_that_is_taken_away_comes_back_and_one_without_its_run_stays_so(hands, lang):
    """Drawn and taken away, each is a step, also what was done just before leaving; a reload shows no run yet."""
    studio = hands(lang)
    panel = studio.open("predict")
    panel.get_by_role("slider").last.press("End")
    drawn = studio.drawn()
    assert drawn
    panel.get_by_role("button", name=studio.say("more.predict.away")).click()
    expect(panel).to_contain_text(studio.say("more.predict.gone"))
    assert studio.drawn() is None
    studio.tool("undo").click()
    assert studio.drawn() == drawn
    expect(panel).not_to_contain_text(studio.say("more.predict.gone"))
    studio.slide("recognition", 0)
    studio.again()
    panel = studio.root.locator(".gt-predict")
    expect(panel.get_by_role("button", name=studio.say("more.predict.show"))).to_be_visible()
    expect(panel.get_by_role("slider").last).to_be_visible()
    assert studio.drawn() == drawn
    studio.tool("undo").click()
    studio.tool("undo").click()
    assert studio.drawn() is None
