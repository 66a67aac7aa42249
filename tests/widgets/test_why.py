"""Why two plans differ, on the page and in Python: the same numbers and the same sentences."""

import pandas
import pytest

from cases import Plan, load, names
from cases.parts import Shock
from model import explain
from model.analyses.explanation import Explanation
from model.inputs import complete_plan
from widgets.state import given_to_panels, studio_state
from widgets.why import paragraph
from widgets.words import LANGUAGES

AFTER, PLACE = 24, "tianjin"
PLANS = {
    "one lever, later": lambda levers, end: {levers[0].lever: {end - 10: levers[0].high}},
    "some levers": lambda levers, end: {one.lever: one.high for one in levers[:5]},
    "all to their lowest": lambda levers, end: {one.lever: {6: one.low} for one in levers if one.shown},
    "nothing": lambda levers, end: {},
}
OUTCOMES = [{"outcome": "participation", "unit": "1"}, {"outcome": "volunteers", "unit": "person"}]
SIDES = [{"kind": "now", "name": ""}, {"kind": "own", "name": ""}]
"""The reader's plan against the place as it was."""
TOLD = """
    const { explainNow, explainedAt } = await load("more/explain.js");
    const { whySentences } = await load("more/whywords.js");
    const { causeName } = await load("more/whynames.js");
    const { sideWords } = await load("more/sides.js");
    const { translator } = await load("words.js");
    const known = explainNow(given.job);
    return given.outcomes.map(({ outcome, unit }) => {
      const found = explainedAt(known, outcome, given.month);
      const said = given.languages.map(({ words, loops, place }) => {
        const t = translator(words);
        const name = (key) => causeName(t, place, given.job.mine.shocks, given.job.other.shocks, key);
        const stories = Object.fromEntries(loops.map((one) => [one.key, one]));
        return whySentences(t, {
          ...found, ...given, outcome, unit, name: t(`quantity.${outcome}`), ...sideWords(t, ...given.sides),
          causes: found.causes.map((one) => ({ ...one, name: name(one.key) })),
          mediators: found.mediators.map((one) => ({ ...one, name: t(`quantity.${one.key}`) })),
          loops: found.loops.map((one) => ({ ...stories[one.key], ...one })),
        }).reduce((one, other) => t("more.predict.join", { one, other }));
      });
      return { found, said };
    });
"""


def side(case, plan, shocks=None):
    return {"plan": complete_plan(case, plan), "shocks": [one._asdict() for one in (case.shocks if shocks is None else shocks)]}


def in_words(case, language):
    state, given = studio_state(case, language, AFTER), given_to_panels(language)
    return {"words": {**state["words"], **given["words"]}, "loops": given["data"]["loops"], "place": state}


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("place", names())
def test_the_page_finds_and_says_what_python_finds_and_says(place, plan, javascript):
    case = load(place)
    month = min(case.months, 30) + AFTER
    changes = PLANS[plan](case.levers, month)
    job = {"parameters": dict(case.parameters), "start": dict(case.start), "months": month}
    job |= {"mine": side(case, changes), "other": side(case, {})}
    languages = [in_words(case, language) for language in LANGUAGES]
    given = {"job": job, "outcomes": OUTCOMES, "month": month, "begins": case.begins, "sides": SIDES, "languages": languages}
    for one, answer in zip(OUTCOMES, javascript(TOLD, given), strict=True):
        python = explain(case, changes, outcome=one["outcome"], month=month)
        compare_tables(answer["found"], python)
        if plan != "nothing":
            assert answer["said"] == [paragraph(python, language) for language in LANGUAGES]


OWN = load(PLACE).shocks
LATE = Shock("epidemic", OWN[4].month + 20, 9, 1.0)
EVENTS = {
    "one left out": (OWN[:4] + OWN[5:], "COVID-19 left out", "去掉新冠疫情"),
    "one added": ([*OWN, LATE], "Epidemic in September 2021", "2021年9月的疫情"),
    "one at another time": ((*OWN[:4], *OWN[5:], LATE), "Epidemic in September 2021 instead of COVID-19", "以2021年9月的疫情代替新冠疫情"),
    "two of a kind": (OWN[:2] + OWN[4:], "Visit of the General Secretary and National site for learning from Lei Feng left out", "去掉总书记视察和全国学雷锋活动示范点"),
    "many of a kind": (OWN[4:5], "5 × Honour left out", "去掉5次荣誉"),
}


@pytest.mark.parametrize("events", EVENTS)
def test_what_happened_or_did_not_is_named_as_what_it_was(events, javascript):
    shocks, *said = EVENTS[events]
    case = load(PLACE)
    month = case.months + AFTER
    job = {"parameters": dict(case.parameters), "start": dict(case.start), "months": month}
    job |= {"mine": side(case, {}, shocks), "other": side(case, {})}
    languages = [in_words(case, language) for language in LANGUAGES]
    given = {"job": job, "outcomes": OUTCOMES[1:], "month": month, "begins": case.begins, "sides": SIDES, "languages": languages}
    found = explain(case, Plan(PLACE, shocks=shocks), outcome="volunteers", month=month)
    paragraphs = [paragraph(found, language) for language in LANGUAGES]
    [answer] = javascript(TOLD, given)
    assert answer["said"] == paragraphs
    assert all(part in text for part, text in zip(said, paragraphs, strict=True))


def test_two_plans_with_names_are_explained_against_each_other_in_the_same_words(javascript):
    """Neither is the reader's, so nothing is said of theirs."""
    case = load(names()[0])
    month = case.months + AFTER
    one, other = ({lever.lever: {case.months: lever.high if at else lever.low}} for at, lever in enumerate(case.levers[:2]))
    job = {"parameters": dict(case.parameters), "start": dict(case.start), "months": month, "mine": side(case, one), "other": side(case, other)}
    sides = [{"kind": "plan", "name": "More"}, {"kind": "plan", "name": "Less"}]
    given = {"job": job, "outcomes": OUTCOMES[:1], "month": month, "begins": case.begins, "sides": sides}
    given["languages"] = [in_words(case, language) for language in LANGUAGES]
    python = explain(case, one, other, "participation", month)
    [answer] = javascript(TOLD, given)
    english, chinese = answer["said"]
    assert [english, chinese] == [paragraph(python, language, "Less", "More") for language in LANGUAGES]
    assert "under the plan “More”" in english and "“Less”" in english and "my plan" not in english
    assert "在方案“More”下" in chinese and "方案“Less”" in chinese and "我的" not in chinese


def compare_tables(found, python):
    scale = max(abs(python.mine), abs(python.other))
    near = lambda value: pytest.approx(value, abs=1e-9 * scale)  # noqa: E731
    assert (found["mine"], found["other"]) == (near(python.mine), near(python.other)) and found["exact"] == python.exact
    for table, column in (("causes", "effect"), ("mediators", "vanishes"), ("loops", "vanishes")):
        wanted = getattr(python, table)
        assert {one["key"]: one[column] for one in found[table]} == near(wanted[column].to_dict()) or (table == "loops" and not found[table])
    for one in found["loops"]:
        assert one["score"] == pytest.approx(python.loops.loc[one["key"], "score"], abs=1e-6)
    for one in found["causes"]:
        assert one["error"] == pytest.approx(python.causes.loc[one["key"], "error"], rel=1e-6, abs=1e-9 * scale)


def test_with_more_changes_than_can_be_run_in_full_both_draw_the_same(javascript):
    case = load(names()[0])
    changes = {one.lever: one.high if one.value < one.high else one.low for one in case.levers}
    job = {"parameters": dict(case.parameters), "start": dict(case.start), "months": 10}
    job |= {"mine": side(case, changes), "other": side(case, {})}
    code = 'const { explainNow, explainedAt } = await load("more/explain.js"); return { found: explainedAt(explainNow(given), "services", 10) };'
    python = explain(case, changes, outcome="services", month=10)
    assert not python.exact
    compare_tables(javascript(code, job)["found"], python)


STOPS = """
    const { explaining } = await load("more/explain.js");
    const steps = explaining(given);
    const stops = { causes: 0, mediators: 0, loops: 0 };
    let step = steps.next();
    for (; !step.done; step = steps.next()) stops[step.value.name] += 1;
    return { stops, stocks: step.value.mediators.length, loops: step.value.loops.length };
"""


@pytest.mark.parametrize("place", names())
def test_between_two_stops_lies_no_more_than_one_run_or_a_year_of_a_twin(place, javascript):
    """So a page that works a little at a time is never kept long, however many levers have moved."""
    case, years = load(place), 5
    changes = {one.lever: {case.months: one.high if one.value < one.high else one.low} for one in [one for one in case.levers if one.shown][:8]}
    job = {"parameters": dict(case.parameters), "start": dict(case.start), "months": case.months + 12 * years}
    found = javascript(STOPS, job | {"mine": side(case, changes), "other": side(case, {})})
    assert found["stops"] == {"causes": 2 ** len(changes), "mediators": years * (1 + found["stocks"]), "loops": years * found["loops"]}
    assert found["stocks"] > 10 and found["loops"] == 28


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_names_the_other_plan_where_there_is_one(language):
    case = load(names()[0])
    found = explain(case, {"delegation": 1.0}, {"delegation": 0.0}, "service_orientation", 40)
    assert "Plan 7" in paragraph(found, language, "Plan 7") and "Plan 7" not in paragraph(found, language)


def told(mediators, change=0.2):
    """A paragraph about a change of which nothing is known but what passes it on."""
    rows = pandas.DataFrame({"vanishes": [share * change for share in mediators.values()], "share": mediators.values()}, index=list(mediators))
    loops = pandas.DataFrame({"vanishes": [0.0], "share": [0.0]}, index=["R1"])
    causes = pandas.DataFrame({"effect": [change]}, index=["delegation"])
    found = Explanation(names()[0], "satisfaction", "1", 24, 0.5 + change, 0.5, causes, True, rows, loops, None)
    return paragraph(found, "en")


@pytest.mark.parametrize("mediators, said, unsaid", [
    ({"trust": 0.6}, ["It runs mainly through Trust: with that held on its old course, the difference would be +0.08 instead of +0.20."], ["Next", "against"]),
    ({"trust": 0.6, "conflict": 0.3}, ["mainly through Trust", "Next comes Conflict (with that held: +0.14)."], ["against"]),
    ({"trust": 0.6, "conflict": 0.2}, ["mainly through Trust"], ["Conflict", "against"]),
    ({"conflict": -0.8, "trust": 0.4}, ["mainly through Trust", "Conflict works against it: held on its old course, it would leave +0.36."], ["through Conflict", "Next"]),
    ({"conflict": -0.8, "trust": 0.05}, ["the effect on Satisfaction is direct", "Conflict works against it"], ["Trust"]),
    ({"conflict": -0.1}, ["the effect on Satisfaction is direct"], ["Conflict"]),
    ({}, ["the effect on Satisfaction is direct"], ["against"]),
])
def test_what_passes_a_change_on_and_what_works_against_it_are_told_apart(mediators, said, unsaid):
    text = told(mediators)
    assert all(part in text for part in said) and not any(part in text for part in unsaid), text
