"""What the page computes is what NumPy computes, for the same plan."""

import random

import numpy
import pytest

from cases import load, names
from model import simulate, simulate_many
from widgets import Studio
from widgets.dimensions import dimension_lines

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


def test_the_band_is_drawn_from_runs_that_numpy_makes_too(javascript):
    """The same other numbers give the same lines, and the same middle four fifths."""
    studio, case = Studio("tianjin"), load("tianjin")
    plan = {"recognition": {393: 0}}
    answer = javascript(
        """
        const { simulate } = await load("engine.js");
        const { band, draws } = await load("ensemble.js");
        const { resolve } = await load("plan.js");
        const { parameters, ranges, start, plan: own, shocks, months } = given.state;
        const sets = draws(parameters, ranges);
        const plan = resolve(own, given.plan, {});
        const lines = sets.map((set) => simulate({ parameters: set, start, plan, shocks, months }).volunteers);
        return { sets, ...band(lines) };
        """,
        {"state": studio.state, "plan": plan},
    )
    sets = {name: numpy.array([one[name] for one in answer["sets"]]) for name in studio.state["ranges"]}
    for name, (low, high) in studio.state["ranges"].items():
        assert low <= sets[name].min() < sets[name].max() <= high
    runs = simulate_many(case, plan, sets, months=studio.months, shocks=case.shocks, quantities=["volunteers"])["volunteers"]
    low, high = numpy.quantile(runs, [0.1, 0.9], axis=0)
    numpy.testing.assert_allclose(answer["low"], low, rtol=1e-9)
    numpy.testing.assert_allclose(answer["high"], high, rtol=1e-9)


def test_numbers_are_written_alike_on_both_sides(javascript):
    """The picture without scripts and the live one write a number in the same way."""
    from widgets.words import number

    pairs = [(value, unit) for value in (0, 0.004, 0.617, 4.256, 12.345, 99.94, 100.4, 1163.4, 74240.2, -0.2, -3.3)
             for unit in ("1", "person", "hour/month", "yuan")]
    written = javascript("const { number } = await load('scale.js'); return given.map(([v, u]) => number(v, u));", pairs)
    assert written == [number(value, unit) for value, unit in pairs]
