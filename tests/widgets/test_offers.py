"""Money on the page: the same sums as in Python, and the plans that the book brings."""

import numpy
import pytest
from _theme.offers import offered

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
    const { MOST, Search, trials } = await load("more/search.js");
    const { ownSigns } = await load("more/stands.js");
    const { spanOf } = await load("more/limit.js");
    const begins = store.get("begins");
    const attempt = trials({ place, own: store.own, simulate, shocks: place.shocks, begins });
    const spent = attempt(ownSigns(place, begins)).cost;
    const { step } = spanOf(spent);
    const limits = { all: Math.ceil(spent / step) * step, month: Infinity };
    const axes = given.axes.map((key) => place.quantities.find((one) => one.key === key));
    const first = [ownSigns(place, begins), ...given.first];
    const search = new Search({ place, attempt, first, axes, limits });
    for (let step = 0; step < first.length; step += 1) search.step();
    const built = search.best();
    for (let step = 0; step < 700; step += 1) search.step();
    const better = axes.map(({ key, reversed }) => (one) => (reversed ? -1 : 1) * one.values[key]);
    const near = (one, other, fine) => other.cost <= one.cost * (1 + fine) && better.every((of) => of(other) >= of(one) - fine);
    const front = search.best();
    const lost = built.filter((one) => !search.front.some((other) => near(one, other.one, 1e-9))).length;
    return { most: MOST, tried: given.first.map(attempt), built: built.length, lost, front, limit: limits.all,
      worse: front.filter((one) => front.some((other) => other !== one && near(one, other, 0))).length };
"""
AXES = ["satisfaction", "participation"]


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


@pytest.fixture(scope="module", params=names())
def brought(request, javascript):
    """A place, the plans that the book brings for it, and what a page makes of them."""
    case = load(request.param)
    first = offered()[case.key]["offers"]
    return case, first, javascript(TRIED, {"traits": traits(case.key), "first": first, "axes": AXES})


def test_a_plan_of_the_book_costs_on_the_page_what_it_costs_in_python(brought):
    case, first, found = brought
    values = choices(case, 4)
    assert len(set(first)) == len(first)
    for at in (0, len(first) // 2, -1):
        plan = {name: {case.months: values[name][ord(sign) - ord("0")]} for name, sign in zip(values, first[at], strict=True)}
        spent = cost(case, plan, case.months + AFTER, case.shocks).iloc[case.months:].to_numpy().sum()
        assert found["tried"][at]["cost"] == pytest.approx(spent, rel=1e-9)


def test_a_hundred_plans_stand_in_every_place_and_none_is_worse_than_another(brought):
    """For the outcomes and the limit with which the panel opens, from what the book brings and what the page still tries."""
    _, _, found = brought
    assert found["built"] == len(found["front"]) == found["most"] == 100
    assert found["lost"] == 0 and found["worse"] == 0
    assert max(one["cost"] for one in found["front"]) <= found["limit"]


def test_in_jupyterlab_the_same_plans_are_found_when_the_panel_asks():
    studio, heard = Studio("nanjing"), []
    studio.observe(lambda change: heard.append(change.new), "offers")
    studio.asked = True
    *parts, last = heard
    assert last == studio.offers == {"plans": offers(load("nanjing"))}
    assert [one["part"] for one in parts] == sorted({one["part"] for one in parts}) and len(parts) > 5 and parts[-1]["part"] == 1
