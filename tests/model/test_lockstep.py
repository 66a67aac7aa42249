"""Runs side by side: the twins of a plan are what a model with one thing taken out would give."""

import itertools

import numpy as np
import pytest

from cases import load, names
from model import simulate
from model.as_python import scalar_source
from model.derivatives import links
from model.equations import MODEL
from model.generated import probe, scalar
from model.language import Equations
from model.analyses.lockstep import AT, MINE, NODES, OTHER, STOCKS, nodes_of, side_by_side
from model.analyses.plans import inputs_of
from model.routes import nodes, routes
from model.sampling import points
from model.analyses.scores import link_scores, loop_scores, pairs
from model.tables import Name

MONTHS = 36
LOOPS = {key: route for key, route, _ in probe.LOOPS}


@pytest.fixture(scope="module", params=names())
def pair(request):
    """A place, what holds in it as it was, and what holds when every lever is at its highest."""
    place = load(request.param)
    plan = {lever.lever: {6: lever.high} for lever in place.levers}
    return place, *(inputs_of(place, one, place.shocks, MONTHS) for one in (plan, {}))


def beside(pair, **twins):
    place, mine, other = pair
    return side_by_side(place.parameters, place.start, mine, other, **twins)


def test_the_first_two_runs_are_those_of_the_engine(pair):
    courses = beside(pair)
    for run, inputs in ((MINE, pair[1]), (OTHER, pair[2])):
        rows = np.array(scalar.run(pair[0].parameters, pair[0].start, inputs.tolist()))
        wanted = rows[:, [scalar.QUANTITIES.index(name) for name in NODES]].T
        assert courses[:, run] == pytest.approx(wanted, rel=1e-9, abs=1e-12)


def test_a_frozen_stock_stays_on_its_course_in_the_other_plan(pair):
    courses = beside(pair, frozen=probe.STOCKS)
    for at, name in enumerate(probe.STOCKS):
        assert (courses[AT[name], 2 + at] == courses[AT[name], OTHER]).all()


def test_nothing_vanishes_where_the_plans_are_the_same(pair):
    place, _, other = pair
    courses = side_by_side(place.parameters, place.start, other, other, probe.STOCKS, LOOPS.values())
    assert np.allclose(courses, courses[:, [OTHER]], rtol=1e-12, atol=0)


PLACES = itertools.cycle(names())


@pytest.mark.parametrize(("key", "name"), list(zip(list(LOOPS)[::2], PLACES)))
def test_a_cut_loop_is_what_a_model_written_out_with_the_cut_gives(key, name):
    """The cut written as equations: both plans and the loop's shadows in one large model. Every second loop, each place."""
    agrees_with(written_out(LOOPS[key]), name, routes=[LOOPS[key]])


@pytest.mark.parametrize(("stock", "name"), list(zip(["public_spirit", "tasks_waiting", "volunteers", "network_ties", "unmet_need"], PLACES)))
def test_a_frozen_stock_is_what_a_model_written_out_with_the_freeze_gives(stock, name):
    """The freeze written as equations: in the plan the stock flows as it does in the other plan."""
    model = _Copies([])
    model.copy("_zother", {}, everything=True)
    everything = {name: f"{name}_zother" for name in MODEL.sources if name not in MODEL.parameters}
    model.copy("", {stock: _with(MODEL.changes[stock], everything)})
    agrees_with(model.made, name, frozen=[stock])


def agrees_with(written, name, **twin):
    place = load(name)
    mine = inputs_of(place, {lever.lever: lever.high for lever in place.levers}, place.shocks, MONTHS)
    other = inputs_of(place, {}, place.shocks, MONTHS)
    found = side_by_side(place.parameters, place.start, mine, other, **twin)[:, 2]
    space = {}
    exec(scalar_source(written), space)
    begin = {name: place.start[name.partition("_z")[0]] for name in written.stocks}
    held = np.hstack([mine, other])[:, order_of(written)]
    rows = np.array(space["run"](place.parameters, begin, held.tolist()))
    for name in NODES:
        assert rows[:, space["QUANTITIES"].index(name)] == pytest.approx(found[AT[name]], rel=1e-9, abs=1e-12)


def order_of(written):
    """Where each input of the large model stands in the inputs of the plan and then of the other."""
    first = {name: at for at, name in enumerate(scalar.INPUTS)}
    return [first[name.removesuffix("_zother")] + len(first) * name.endswith("_zother") for name in written.inputs]


def written_out(route):
    """Return the equations of plan, other plan (``_zother``) and shadows (``_zshadow1``, …)."""
    model = _Copies(route)
    model.copy("_zother", {}, everything=True)
    shown = {}
    for place, (cause, effect) in enumerate(pairs(route)):
        seen = {cause: f"{cause}_zother" if place == 0 else f"{cause}_zshadow{place}"}
        last = place == len(route) - 1
        own = {} if last or effect not in MODEL.changes else {effect: f"{effect}_zshadow{place + 1}"}
        expression = model.seen_by(effect, f"_zlink{place}", {**seen, **own})
        if last:
            shown[effect] = expression
        elif own:
            model.made.change(f"{effect}_zshadow{place + 1}", expression)
        else:
            model.made.let(f"{effect}_zshadow{place + 1}", expression)
    model.copy("", shown)
    return model.made


class _Copies:
    def __init__(self, route):
        extra = {f"{name}_zother": one for name, one in MODEL.quantities.items()}
        extra |= {f"{name}_zshadow{place}": MODEL.quantities[name] for place, name in enumerate(route) if place}
        named = lambda table: {name: _renamed(name, one) for name, one in table.items()}  # noqa: E731
        levers = {**MODEL.levers, **{f"{name}_zother": one for name, one in MODEL.levers.items()}}
        shocks = {**MODEL.shocks, **{f"{name}_zother": one for name, one in MODEL.shocks.items()}}
        self.made = Equations(named({**MODEL.quantities, **extra}), MODEL.parameters, {}, named(levers), named(shocks))

    def copy(self, suffix, shown, everything=False):
        renames = {name: name + suffix for name in MODEL.sources if name not in MODEL.parameters} if everything else {}
        for name, expression in MODEL.lets.items():
            self.made.let(name + suffix, _with(expression, renames))
        for name, expression in MODEL.flows:
            self.made.change(name + suffix, shown.get(name, _with(expression, renames)))

    def seen_by(self, effect, suffix, seen):
        """Return the effect's equation with its causes replaced, through helpers of its own."""
        helpers = [name for name, _ in MODEL.auxiliaries if name not in nodes(MODEL)]
        renames = {**{name: name + suffix for name in helpers}, **seen}
        for name in helpers:
            self.made.let(name + suffix, _with(MODEL.lets[name], renames))
        return _with(MODEL.changes[effect] if effect in MODEL.changes else MODEL.lets[effect], renames)


def _renamed(name, one):
    return Name(name, one.kind, one.unit, one.lowest, one.highest, dimension=one.dimension, named=one.named)


def _with(expression, renames):
    from sympy import Symbol

    return expression.xreplace({Symbol(name, real=True): Symbol(to, real=True) for name, to in renames.items()})


def test_the_probe_shows_the_derivatives_of_the_equations():
    """A small step of one node, all others held, moves each equation as its derivative says."""
    values = points(MODEL, 40, seed=3)
    known = links(MODEL, values)
    state = np.array([values[name] for name in NODES])
    held = np.array([values[name] for name in probe.INPUTS])
    parameters = {name: values[name] for name in MODEL.parameters}
    for cause in ("participation", "directive_push", "committee_time", "volunteers"):
        step = 1e-6 * (1 + np.abs(state[AT[cause]]))
        ends = []
        for sign in (1, -1):
            seen = state.copy()
            seen[AT[cause]] += sign * step
            found, flows = nodes_of(parameters, seen[:STOCKS], seen[STOCKS:], held)
            ends.append(np.concatenate([flows, found[STOCKS:]]))
        slopes = (ends[0] - ends[1]) / (2 * step)
        for effect in NODES:
            if effect != cause and (cause, effect) in known:
                total, size = known[cause, effect]
                rounding = 1e-15 * np.abs(state).max(axis=0) / step
                near = np.abs(slopes[AT[effect]] - total) <= 1e-4 * np.abs(size) + 1e-9 + rounding
                assert near.mean() > 0.9, (cause, effect)  # the rest lies on an edge of Max or Min


def test_every_loop_is_a_closed_way_through_the_equations():
    assert [key for key, _, _ in routes(MODEL)] == list(LOOPS)
    assert all(route[0] in probe.STOCKS and set(route) <= set(NODES) for route in LOOPS.values())


def test_link_scores_of_a_cause_alone_are_one_and_loops_bear_their_polarity(pair):
    """A loop's score has the sign of its polarity, wherever signs do not hang on the state."""
    courses, inputs = beside(pair)[:, MINE], pair[1]
    found = link_scores(pair[0].parameters, courses[:, -2], courses[:, -1], inputs[-2], inputs[-1])
    scores = loop_scores(LOOPS.values(), found)
    assert np.abs(scores).sum() == pytest.approx(1)
    signs = np.array([sign for _, _, sign in probe.LOOPS])
    assert (scores * signs >= 0).mean() > 0.9
    assert found[AT["committee_time"], AT["administrative_burden"]] == pytest.approx(-1)


def test_a_run_of_the_place_is_the_same_from_both_doors(pair):
    place = pair[0]
    own = simulate(place, months=MONTHS, shocks=place.shocks)
    assert beside(pair)[AT["services"], OTHER] == pytest.approx(own["services"].to_numpy())
