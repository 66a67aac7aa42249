"""What the page computes is what NumPy computes, for the same plan."""

import random

import numpy
import pytest

from cases import load, names
from model import beats, members, simulate, simulate_many
from model.analyses.better import HEADLINES
from model.analyses.dimensions import dimension_lines
from widgets import Studio

PLANS = 12
RUN = """
    const { simulate } = await load("engine.js");
    const { Store } = await load("store.js");
    const { pageModel } = await load("host.js");
    const { ceilings, dimensionLines } = await load("dimensions.js");
    return given.plans.map(({ plan, shocks }) => {
      const store = new Store(pageModel({ ...given.traits, plan, shocks }), simulate, (paint) => paint());
      store.set({ plan: { ...plan } });
      const { own, run } = store.frame();
      const { quantities } = given.traits.state;
      const full = ceilings(quantities, own);
      return { run, lines: dimensionLines(quantities, run, full) };
    });
"""


def plans(case, months, seed):
    """Random plans of every form that a reader can make: constants, changes from a month, schedules, shocks."""
    chance = random.Random(seed)
    for _ in range(PLANS):
        plan = {}
        for lever in chance.sample(case.levers, chance.randint(0, 6)):
            steps = {chance.randint(0, months): chance.uniform(lever.low, lever.high) for _ in range(chance.randint(1, 3))}
            plan[lever.lever] = chance.choice([chance.uniform(lever.low, lever.high), steps])
        extra = [{"shock": "conflict", "month": chance.randint(0, months), "length": 6, "size": chance.uniform(0, 3)}]
        yield {"plan": plan, "shocks": chance.choice([[], extra])}


@pytest.mark.parametrize("place", names())
def test_the_page_computes_what_numpy_computes(place, javascript):
    """Every quantity of the studio, in every month, for random plans and shocks."""
    case, studio = load(place), Studio(place)
    traits = {name: getattr(studio, name) for name in ("state", *studio.moving)}
    chosen = list(plans(case, studio.months, seed=place))
    answers = javascript(RUN, {"traits": traits, "plans": chosen})
    own = simulate(case, months=studio.months, shocks=case.shocks)
    for given, answer in zip(chosen, answers, strict=True):
        run = simulate(case, plan=given["plan"], months=studio.months, shocks=given["shocks"])
        for one in studio.state["quantities"]:
            expected = run[one["key"]].to_numpy()
            scale = max(1e-300, abs(expected).max())
            numpy.testing.assert_allclose(answer["run"][one["key"]], expected, rtol=1e-9, atol=1e-9 * scale, err_msg=one["key"])
        lines = dimension_lines(run, own)
        for name, values in answer["lines"].items():
            numpy.testing.assert_allclose(values, lines[name], rtol=1e-9, atol=1e-12, err_msg=name)


def test_python_sees_what_the_page_shows(javascript):
    """`studio.run` is the run of the plan and the shocks that the page has."""
    studio = Studio("tianjin", plan={"recognition": {393: 0}})
    studio.shocks = [{"shock": "epidemic", "month": 400, "length": 3, "size": 2}]
    traits = {name: getattr(studio, name) for name in ("state", *studio.moving)}
    (answer,) = javascript(RUN, {"traits": traits, "plans": [{"plan": studio.plan, "shocks": studio.shocks}]})
    numpy.testing.assert_allclose(answer["run"]["volunteers"], studio.run["volunteers"], rtol=1e-9)


SPREADS = """
    const { Communities } = await load("communities.js");
    const { simulate } = await load("engine.js");
    const { ceilings } = await load("dimensions.js");
    const { place, plans, from, keys } = given;
    const full = ceilings(place.quantities, simulate(place));
    const work = new Communities(place, full).spreads(plans, from, keys);
    let step = work.next();
    while (!step.done) step = work.next();
    return step.value.map((spread) => keys.map((key) => ({ ...spread.band(key), last: spread.at(key, place.months) })));
"""


@pytest.mark.parametrize(("place", "begins"), [("tianjin", 408), ("nanjing", 0)])
def test_the_plausible_communities_of_the_page_are_those_of_python(place, begins, javascript):
    """The same numbers are drawn, the same runs made, and the band holds the same middle four fifths in every month."""
    case, state = load(place), Studio(place).state
    plan, keys = {case.levers[0].lever: {begins: case.levers[0].high}}, ["volunteers", "unmet_need"]
    plans = [{"plan": plan, "shocks": state["shocks"]}, {"plan": {}, "shocks": state["shocks"]}]
    found = javascript(SPREADS, {"place": state, "plans": plans, "from": begins, "keys": keys})
    sets = {name: values.to_numpy() for name, values in members(case).items()}
    for answer, given in zip(found, plans, strict=True):
        runs = simulate_many(case, given["plan"], sets, months=state["months"], shocks=case.shocks, quantities=keys)
        for key, lines in zip(keys, answer, strict=True):
            low, high = numpy.quantile(runs[key], [0.1, 0.9], axis=0)
            numpy.testing.assert_allclose(lines["low"], low, rtol=1e-9)
            numpy.testing.assert_allclose(lines["high"], high, rtol=1e-9)
            numpy.testing.assert_allclose(lines["last"], runs[key][:, -1], rtol=1e-9)


def test_the_line_of_a_dimension_is_the_mean_of_its_members_in_every_community(javascript):
    """A community with the place's own numbers has the place's own line, run in parts or in one."""
    state = Studio("tianjin").state
    given = {**state, "ranges": {}}
    code = SPREADS.replace("return step.value", """
        const { dimensionLines, DIMENSIONS } = await load("dimensions.js");
        const lines = dimensionLines(place.quantities, simulate(place), full);
        return DIMENSIONS.map((key) => [lines[key], step.value[0].band(key).low]); //""")
    keys = ["value", "resource", "interaction", "outcome"]
    for line, low in javascript(code, {"place": given, "plans": [{"plan": {}, "shocks": state["shocks"]}], "from": 400, "keys": keys}):
        numpy.testing.assert_allclose(low, line, rtol=1e-9)


def test_numbers_are_written_alike_on_both_sides(javascript):
    """The picture without scripts and the live one write a number in the same way."""
    from widgets.words import number

    pairs = [(value, unit) for value in (0, 0.004, 0.617, 4.256, 12.345, 99.94, 100.4, 1163.4, 74240.2, -0.2, -3.3)
             for unit in ("1", "person", "hour/month", "yuan")]
    written = javascript("const { number } = await load('scale.js'); return given.map(([v, u]) => number(v, u));", pairs)
    assert written == [number(value, unit) for value, unit in pairs]


def test_histories_that_go_on_from_earlier_ones_are_the_same_histories(javascript):
    """Readers move the month in which their changes begin; what is known of the months before is used again."""
    state = Studio("nanjing").state
    code = SPREADS.split("const work")[0] + """
        const through = (work) => { let step; do step = work.next(); while (!step.done); return step.value; };
        const own = [{ plan: {}, shocks: place.shocks }];
        const fresh = () => new Communities({ ...place, months: 60 }, full);
        const used = fresh();
        for (const month of [5, 30, 12, 31, 47]) through(used.spreads(own, month, keys));
        const [[a], [b]] = [used, fresh()].map((one) => through(one.spreads(own, 53, keys)));
        return keys.every((key) => ["low", "high"].every((end) => a.band(key)[end].every((value, at) => value === b.band(key)[end][at])))
          && used.known.size <= 4;
    """
    assert javascript(code, {"place": state, "keys": ["outcome", "volunteers"], "plans": [], "from": 0}) is True


def test_the_page_and_python_say_alike_who_wins_where_and_what_would_turn_it_round(javascript):
    """The same counts, the same assumption, the same counts when it is at the end of its range."""
    case, studio = load("nanjing"), Studio("nanjing")
    plan, month = {"consultation_effort": {17: 60}, "service_contracts": {17: 0}}, studio.months
    wanted = beats(case, plan, month=month)
    code = """
        const { Communities } = await load("communities.js");
        const { Contest } = await load("more/contest.js");
        const { WeakPoints } = await load("more/weakpoints.js");
        const { simulate } = await load("engine.js");
        const { ceilings } = await load("dimensions.js");
        const { HEADLINES } = await load("outcomes.js");
        const { place, plans, from, month } = given;
        const full = ceilings(place.quantities, simulate(place));
        const through = (work) => { let step; do step = work.next(); while (!step.done); return step.value; };
        const contest = new Contest({ place, full, communities: new Communities(place, full) }, plans, from, HEADLINES);
        through(contest.play());
        const weak = new WeakPoints(contest);
        return HEADLINES.map((key) => ({ key, ...contest.counts(key, month), ...through(weak.search(key, month)) }));
    """
    shocks = studio.state["shocks"]
    given = {"place": studio.state, "plans": [{"plan": plan, "shocks": shocks}, {"plan": {}, "shocks": shocks}], "from": 17, "month": month}
    found = javascript(code, given)
    assert [one["key"] for one in found] == list(wanted.index) == list(HEADLINES)
    for one in found:
        row = wanted.loc[one["key"]]
        for part in ("better", "worse", "same", "better_then", "worse_then", "turned", "others", "assumption", "value"):
            assert one[part] == row[part], (one["key"], part)
