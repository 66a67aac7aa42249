"""One plan in every place: the page computes what Python computes, and says it in both languages."""

import json
import re
from xml.etree import ElementTree

import numpy
import pytest

from cases import CaseError, load, names
from model import simulate
from widgets import Travel
from widgets.scaling import held_at, per_head, sized, thousands
from widgets.words import LANGUAGES

PLAN = {"self_help_grants": 1000, "recognition": 100, "assigned_tasks": 4, "delegation": 0.7}
QUANTITIES = ("participation", "volunteers", "services", "public_cost", "dependence")
RUN = """
    const { lineOf, runIn } = await load("travel.js");
    const { places, levers, quantities, after } = given.state;
    return places.map((place) => {
      const run = runIn(place, levers, given.plan, after);
      const lines = quantities.map((one) => [one.key, Array.from(lineOf(place, run, one))]);
      return { key: place.key, lines: Object.fromEntries(lines) };
    });
"""


@pytest.fixture(scope="module")
def answers(javascript):
    """What the page computes for the plan, and for none, in every place."""
    state = Travel(language="en").state
    return {
        moved: {one["key"]: one for one in javascript(RUN, {"state": state, "plan": PLAN if moved else {}})}
        for moved in (True, False)
    }


def by_hand(place, plan):
    """The run of a place, its plan multiplied by its residents here and not in the widget."""
    case = load(place)
    residents = case.start["working_residents"] + case.start["retired_residents"] + case.start["frail_residents"]
    own = {name: {case.months: value if name == "delegation" else value * residents / 1000} for name, value in plan.items()}
    return simulate(case, plan=own, months=case.months + 60, shocks=case.shocks), residents / 1000


def test_every_place_has_a_panel():
    assert [one["key"] for one in Travel().state["places"]] == list(names())


@pytest.mark.parametrize("moved", [True, False])
@pytest.mark.parametrize("place", names())
def test_the_page_computes_what_simulate_computes(place, moved, answers):
    run, head = by_hand(place, PLAN if moved else {})
    for name in QUANTITIES:
        expected = run[name].to_numpy() / (1 if name in ("participation", "dependence") else head)
        numpy.testing.assert_allclose(answers[moved][place]["lines"][name], expected, rtol=1e-9, err_msg=name)


@pytest.mark.parametrize("quantity", QUANTITIES)
def test_the_still_picture_draws_the_same_lines(quantity, answers):
    widget = Travel(plan=PLAN, quantity=quantity)
    for place, line in widget.lines().items():
        drawn = answers[True][place]["lines"][quantity][load(place).months :]
        numpy.testing.assert_allclose(line, drawn, rtol=1e-9)


def test_an_untouched_slider_stands_amid_the_places():
    """It stands at their mean at the end of their histories, per 1,000 residents, to the nearest step."""
    for lever in Travel().state["levers"]:
        cases = [load(place) for place in names()]
        held = [held_at(case, lever["key"], case.months) / (thousands(case) if lever["scaled"] else 1) for case in cases]
        assert min(held) - lever["step"] <= lever["middle"] <= max(held) + lever["step"]
        assert abs(lever["middle"] - numpy.mean(held)) <= lever["step"] / 2 + 1e-9


def test_what_a_lever_is_follows_its_history():
    place = load("tianjin")
    case = place.replace(plan={"delegation": {12: 0.4, 24: 0.9}})
    assert [held_at(case, "delegation", month) for month in (11, 12, 30)] == [place.plan["delegation"][0], 0.4, 0.9]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_form_is_complete_and_well_formed(language):
    """Every panel has its name and two lines; the policy of the page allows no inline style."""
    widget = Travel(language=language, plan=PLAN)
    html = widget.html()
    picture = ElementTree.fromstring(re.search(r"<figure.*?</figure>", html, re.DOTALL)[0])
    texts = [text.text for text in picture.iter("text")]
    assert all(load(place).name[language] in texts for place in names())
    assert len(list(picture.iter("path"))) == 2 * len(names())
    assert " style=" not in html.partition("</script>")[2]
    traits = json.loads(re.search(r'json">(.*?)</script>', html, re.DOTALL)[1])
    assert traits["kind"] == "travel" and traits["plan"] == PLAN


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_widget_brings_its_words(language):
    state = Travel(language=language).state
    given = state["words"]
    for one in state["quantities"]:
        assert f"dimension.{one['dimension']}" in given
    for one in [*state["quantities"], *state["levers"]]:
        assert one["name"] and bool(one["words"]) == (one["unit"] != "1")
        assert bool(re.search("[\u4e00-\u9fff]", one["name"])) == (language == "zh_CN")


@pytest.mark.parametrize(("language", "tasks", "one", "volunteers"), [
    ("en", "{value} tasks a month per 1,000 residents", "{value} task a month per 1,000 residents", "{value} people per 1,000 residents"),
    ("zh_CN", "每1,000名居民每月{value}项", "每1,000名居民每月{value}项", "每1,000名居民{value}人"),
])
def test_a_number_stands_among_its_words_where_its_language_puts_it(language, tasks, one, volunteers):
    state = Travel(language=language).state
    said = {row["key"]: (row["said"], row["one"]) for row in [*state["levers"], *state["quantities"]]}
    assert said["assigned_tasks"] == (tasks, one)
    assert said["volunteers"][0] == volunteers and said["delegation"] == ("{value}", "{value}")


def test_every_value_of_a_slider_is_allowed_in_every_place():
    widget = Travel()
    for lever in widget.state["levers"]:
        assert 0 < lever["step"] < lever["high"]
        widget.plan = {lever["key"]: lever["high"]}


@pytest.mark.parametrize(("plan", "message"), [
    ({"weather": 1}, "plan has weather; allowed are self_help_grants, recognition"),
    ({"self_help_grants": 5000}, "self_help_grants"),
    ({"delegation": 2}, "delegation"),
    ({"delegation": "much"}, "delegation"),
])
def test_a_bad_plan_is_refused_and_the_old_one_stays(plan, message):
    widget = Travel(plan=PLAN)
    with pytest.raises(CaseError, match=message):
        widget.plan = plan
    assert widget.plan == PLAN


def test_a_quantity_that_is_not_there_is_refused():
    with pytest.raises(CaseError, match="quantity is 'weather'; allowed are value_consensus"):
        Travel().quantity = "weather"
    with pytest.raises(CaseError, match="quantity is 'weather'; allowed are value_consensus"):
        Travel(quantity="weather")


@pytest.mark.parametrize(("levers", "found"), [
    ("tianjin", "'tianjin'"), (["delegation", "weather", 3], "'weather', 3"), (5, "5"), (None, "None"),
])
def test_what_is_no_lever_is_refused_whole(levers, found):
    with pytest.raises(CaseError, match=f"^levers has {found}; allowed are service_contracts, .* Every place is shown.$"):
        Travel(levers)


def test_one_lever_may_stand_by_itself():
    assert Travel("delegation").levers == ("delegation",)


@pytest.mark.parametrize(("unit", "counted"), [
    ("yuan/month", True), ("task/month", True), ("person", True), ("hour", True), ("1", False), ("month", False), ("hour/person", False),
])
def test_what_counts_something_is_counted_per_resident(unit, counted):
    assert per_head(unit) is counted


def test_a_plan_is_sized_by_residents_and_shares_are_not():
    case = load("nanjing")
    assert sized(case, {"self_help_grants": 100, "delegation": 0.5}) == {"self_help_grants": 5000, "delegation": 0.5}
