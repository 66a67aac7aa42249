"""Money on the page: the same sums as in Python, and the plans that the book brings."""

import numpy
import pytest

from cases import load, names
from model import cost
from model.analyses.front import AFTER, choices
from widgets import Studio
from widgets.offers import offers

PLAN = {"price_weight": 0.6, "service_contracts": 20_000, "training": {10: 40}, "recognition": {5: 300, 30: 900}}
CUT = [{"shock": "budget_cut", "month": 20, "length": 10, "size": 0.4}]
STORE = """
    const { simulate } = await load("engine.js");
    const { Store } = await load("store.js");
    const { pageModel } = await load("host.js");
    const store = new Store(pageModel(given.traits), simulate, (paint) => paint());
    const { place } = store;
"""
SPENT = STORE + """
    const { sharedOut, spending } = await load("more/cost.js");
    const spent = spending(place, store.changedRun(given.plan, given.shocks), given.plan);
    return Object.entries(spent).flatMap(([name, line]) =>
      sharedOut(place.payers, name).map(([payer, share]) => ({ name, payer, line: line.map((value) => value * share) })));
"""
TRIED = STORE + """
    const { Search, ownDigits, trials } = await load("more/search.js");
    const begins = store.get("begins");
    const attempt = trials({ place, own: store.own, simulate, shocks: place.shocks, begins });
    const limits = { all: attempt(ownDigits(place, begins)).cost, month: Infinity };
    const axes = ["satisfaction", "participation"].map((key) => ({ key, unit: "1", reversed: false }));
    const first = [ownDigits(place, begins), ...given.first];
    const search = new Search({ place, attempt, first, axes, limits });
    for (let step = 0; step < first.length; step += 1) search.step();
    const built = search.best();
    for (let step = 0; step < 700; step += 1) search.step();
    const near = (one, other, fine) => other.cost <= one.cost * (1 + fine) && axes.every(({ key }) => other.values[key] >= one.values[key] - fine);
    const worse = (one, other) => near(one, other, 0);
    const front = search.best();
    const lost = built.filter((one) => !front.some((other) => near(one, other, 0.003))).length;
    return { tried: given.first.map(attempt), built: built.length, lost, front, limit: limits.all,
      worse: front.filter((one) => front.some((other) => other !== one && worse(one, other))).length };
"""


def traits(place):
    """What a page hands to the front end of a studio."""
    studio = Studio(place)
    return {name: getattr(studio, name) for name in ("state", *studio.moving)}


@pytest.mark.parametrize("place", names())
def test_the_page_counts_the_same_yuan_as_python(place, javascript):
    case, given = load(place), traits(place)
    months = given["state"]["months"]
    spent = cost(case, PLAN, months, CUT)
    shown = javascript(SPENT, {"traits": given, "plan": PLAN, "shocks": CUT})
    assert {(one["name"], one["payer"] or "not known") for one in shown} == set(spent.columns)
    for one in shown:
        expected = spent[one["name"], one["payer"] or "not known"]
        numpy.testing.assert_allclose(one["line"], expected, rtol=1e-6, atol=1e-3)


@pytest.mark.parametrize("place", names())
def test_the_plans_of_the_book_are_tried_again_on_the_page_and_bettered(place, javascript):
    """They cost what Python says; the search under another limit keeps it and keeps no plan that is worse."""
    case = load(place)
    first = offers(case)
    levels = choices(case)
    assert 0 < len(first) <= 100 and len(set(first)) == len(first)
    found = javascript(TRIED, {"traits": traits(place), "first": first})
    digits = first[len(first) // 2]
    plan = {name: {case.months: levels[name][int(digit)]} for name, digit in zip(levels, digits, strict=True)}
    spent = cost(case, plan, case.months + AFTER, case.shocks).iloc[case.months:].to_numpy().sum()
    assert found["tried"][len(first) // 2]["cost"] == pytest.approx(spent, rel=1e-9)
    assert found["built"] > 0 and found["lost"] == 0 and found["worse"] == 0
    assert max(one["cost"] for one in found["front"]) <= found["limit"]


def test_in_jupyterlab_the_same_plans_are_found_when_the_panel_asks():
    studio, heard = Studio("nanjing"), []
    studio.observe(lambda change: heard.append(change.new), "offers")
    studio.asked = True
    *parts, last = heard
    assert last == studio.offers == {"plans": offers(load("nanjing"))}
    assert [one["part"] for one in parts] == sorted({one["part"] for one in parts}) and len(parts) > 5 and parts[-1]["part"] == 1
