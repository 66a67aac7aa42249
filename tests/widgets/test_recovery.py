"""What each shock did, on the page and in Python: the same lines, months and gaps."""

import random

import pytest

from cases import load, names
from model import recovery
from widgets import Studio

FOUND = """
    const { simulate } = await load("engine.js");
    const { Store } = await load("store.js");
    const { pageModel } = await load("host.js");
    const { recoveries } = await load("more/recovery.js");
    const { resolve } = await load("plan.js");
    const run = (steps) => { let step = steps.next(); while (!step.done) step = steps.next(); return step.value; };
    return given.plans.map(({ plan, shocks }) => {
      const store = new Store(pageModel({ ...given.traits, plan, shocks }), simulate, (paint) => paint());
      const { parameters, start, plan: own, quantities, months } = store.place;
      const input = { parameters, plan: resolve(own, plan, store.rest), shocks, months };
      return run(recoveries(simulate, input, store.run, { quantities, full: store.full, stocks: Object.keys(start) }));
    });
"""


def plans(case, months, seed):
    """The place's own, and some with several shocks of every kind at once, some of no size, some that outlast the run."""
    chance = random.Random(seed)
    yield {"plan": {}, "shocks": [one._asdict() for one in case.shocks]}
    for _ in range(4):
        shocks = [{"shock": chance.choice(["epidemic", "conflict", "honour", "budget_cut"]), "month": chance.randint(0, months),
                   "length": chance.randint(1, 36), "size": chance.choice([0, 0.25, 1, 3])} for _ in range(4)]
        lever = chance.choice(case.levers)
        yield {"plan": {lever.lever: {chance.randint(0, months): lever.high}}, "shocks": shocks}


@pytest.mark.parametrize("place", names())
def test_the_page_finds_what_python_finds(place, javascript):
    case, studio = load(place), Studio(place)
    traits = {name: getattr(studio, name) for name in ("state", *studio.moving)}
    chosen = list(plans(case, studio.months, place))
    for given, answer in zip(chosen, javascript(FOUND, {"traits": traits, "plans": chosen}), strict=True):
        table = recovery(case, given["plan"], given["shocks"], studio.months, every=True)
        page = [line for lines in answer for line in lines]
        assert [one["dimension"] for one in page] == list(table["dimension"])
        assert [one["month"] for one in page] == list(table["gap_month"])
        assert [one["recovered"] for one in page] == [None if months != months else months for months in table["recovered"]]
        for key in ("gap", "left"):
            assert [one[key] for one in page] == pytest.approx(list(table[key]), abs=1e-9)
