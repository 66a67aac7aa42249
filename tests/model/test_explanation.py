"""Why two plans differ: the numbers hold together, and what is named as a reason is one."""

import networkx
import numpy as np
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import Plan, load, names
from model import explain, simulate
from model.analyses.explanation import MEDIATORS
from model.generated import probe
from model.analyses.lockstep import AT, MINE, OTHER, side_by_side
from model.analyses.plans import inputs_of
from model.tables import quantities

LONG = 30
PLACES = {name: load(name) for name in names()}
OUTCOMES = sorted(name for name, one in quantities().items() if one.named)


@st.composite
def plans(draw, most=4):
    """A place, a small plan in it, and an outcome."""
    place = PLACES[draw(st.sampled_from(sorted(PLACES)))]
    levers = draw(st.lists(st.sampled_from([one.lever for one in place.levers]), min_size=1, max_size=most, unique=True))
    plan = {}
    for name in levers:
        lever = place.lever(name)
        value = draw(st.floats(lever.low, lever.high))
        plan[name] = {draw(st.integers(1, LONG - 6)): value} if draw(st.booleans()) else value
    return place, plan, draw(st.sampled_from(OUTCOMES))


@settings(max_examples=12, deadline=None)
@given(plans())
def test_the_effects_sum_to_the_change_that_the_engine_gives(drawn):
    place, plan, outcome = drawn
    found = explain(place, plan, outcome=outcome, month=LONG)
    mine, other = (simulate(place, one, LONG, place.shocks)[outcome].iloc[-1] for one in (plan, {}))
    scale = max(abs(mine), abs(other))
    assert found.change == pytest.approx(mine - other, abs=1e-9 * scale)
    assert found.causes["effect"].sum() == pytest.approx(found.change, abs=1e-9 * scale)


@settings(max_examples=6, deadline=None)
@given(plans(most=2))
def test_a_lever_that_the_outcome_does_not_know_of_gets_nothing(drawn):
    """Nothing that a plan does changes how many people move in and out of a place."""
    place, plan, _ = drawn
    found = explain(place, plan, outcome="mobility", month=LONG)
    assert (found.causes["effect"] == 0).all() and found.change == 0


@settings(max_examples=6, deadline=None)
@given(plans(most=3))
def test_the_other_way_round_every_effect_has_the_other_sign(drawn):
    place, plan, outcome = drawn
    one, other = explain(place, plan, {}, outcome, LONG), explain(place, {}, plan, outcome, LONG)
    wanted = -other.causes["effect"].reindex(one.causes.index)
    assert one.causes["effect"].to_numpy() == pytest.approx(wanted.to_numpy(), rel=1e-6, abs=1e-9 * abs(one.mine))


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_levers_that_do_the_same_get_the_same(place):
    """In the month in which it is spent a yuan costs a yuan, whatever it is spent on."""
    some, none = ({"incubation": money, "platform_investment": money, "recognition": money} for money in (1000, 0))
    found = explain(place, some, none, "public_cost", 0)
    assert found.causes["effect"].to_numpy() == pytest.approx(np.full(3, found.change / 3)) and found.change > 0


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_freezing_the_named_mediator_and_cutting_the_named_loop_change_the_result_as_said(place):
    plan = {lever.lever: {3: lever.high} for lever in place.levers if lever.shown}
    found = explain(place, plan, outcome="participation", month=LONG)
    stock, loop = found.mediators.index[0], found.loops.index[0]
    mine, other = (inputs_of(place, one, place.shocks, LONG) for one in (plan, {}))
    route = {key: way for key, way, _ in probe.LOOPS}[loop]
    ends = side_by_side(place.parameters, place.start, mine, other, [stock], [route])[AT["participation"], :, -1]
    assert ends[MINE] - ends[2] == pytest.approx(found.mediators.loc[stock, "vanishes"], rel=1e-9)
    assert ends[MINE] - ends[3] == pytest.approx(found.loops.loc[loop, "vanishes"], rel=1e-9)
    assert abs(found.mediators.loc[stock, "vanishes"]) > 0.1 * abs(ends[MINE] - ends[OTHER])


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_cutting_a_reinforcing_loop_on_the_outcome_shrinks_the_change_and_a_balancing_one_enlarges_it(place):
    """One lever, one loop through the outcome: what comes back round it has the loop's sign."""
    for lever, outcome, loop, sign in [("recognition", "public_spirit", "R1", 1),
                                       ("service_contracts", "administrative_support", "B3", -1)]:
        found = explain(place, {lever: place.lever(lever).high}, {lever: 0}, outcome, LONG)
        assert found.loops.loc[loop, "share"] * sign > 0


def test_shocks_count_as_causes_kind_by_kind():
    place = next(iter(PLACES.values()))
    plan = Plan(place.key, {}, shocks=[("epidemic", 4, 6, 2.0), ("conflict", 8, 3, 1.0), ("conflict", 20, 3, 1.0)])
    before = Plan(place.key, {}, shocks=[])
    found = explain(place, plan, before, "services", LONG)
    assert set(found.causes.index) == {"shock_epidemic", "shock_conflict"}
    assert found.causes["effect"].sum() == pytest.approx(found.change)


def test_the_same_plan_twice_leaves_nothing_to_explain():
    place = next(iter(PLACES.values()))
    found = explain(place, {}, month=LONG)
    assert found.change == 0 and found.causes.empty and found.mediators.empty and (found.loops["vanishes"] == 0).all()


def test_more_causes_than_can_be_run_in_full_are_drawn_and_say_their_error():
    place = next(iter(PLACES.values()))
    found = explain(place, {lever.lever: lever.high for lever in place.levers}, {lever.lever: lever.low for lever in place.levers}, "services", 12)
    assert not found.exact and (found.causes["error"] > 0).any()
    assert found.causes["effect"].sum() == pytest.approx(found.change)


def test_the_graph_holds_the_links_of_all_loops_with_their_weights():
    place = next(iter(PLACES.values()))
    graph = explain(place, {"delegation": 1.0}, month=LONG).graph
    assert isinstance(graph, networkx.DiGraph)
    for key, route, _ in probe.LOOPS:
        assert all(key in graph.edges[pair]["loops"] for pair in zip(route, [*route[1:], route[0]]))
    assert all(np.isfinite(data["score"]) for *_, data in graph.edges(data=True))


def test_causes_mediators_and_loops_are_tables_of_the_shapes_that_are_promised():
    place = next(iter(PLACES.values()))
    found = explain(place, {"delegation": 1.0, "recognition": 0}, month=LONG)
    tables = {"cause": found.causes, "stock": found.mediators, "loop": found.loops}
    assert all(isinstance(table, pandas.DataFrame) and table.index.name == name for name, table in tables.items())
    assert len(found.causes) and set(found.causes) == {"effect", "mine", "other", "error", "share"}
    assert len(found.mediators) and set(found.mediators) == {"vanishes", "share"}
    assert found.loops.shape == (len(probe.LOOPS), 4) and set(found.loops) == {"polarity", "vanishes", "score", "share"}
    assert set(found.loops.index) == {key for *_, keys in found.graph.edges(data="loops") for key in keys}


def test_what_only_keeps_count_is_no_mediator():
    """Were the members on duty held apart from the volunteers, as many would report again every month."""
    assert set(probe.STOCKS) - set(MEDIATORS) == {"money_spent", "deployed_serving"}


@pytest.mark.parametrize("place", [place for place in PLACES.values() if place.lever("deployed_members").shown], ids=lambda place: place.key)
def test_members_who_are_sent_serve_as_volunteers(place):
    lever = place.lever("deployed_members")
    found = explain(place, {lever.lever: lever.high if lever.value < lever.high else lever.low}, outcome="services", month=LONG)
    assert found.mediators.index[0] == "volunteers" and found.mediators["share"].iloc[0] > 0.5


@pytest.mark.parametrize("bad, message", [
    ({"outcome": "happiness"}, "'happiness' is no quantity of the model; allowed are value_consensus"),
    ({"outcome": "joining"}, "outcome is 'joining'; allowed are stocks and the quantities"),
    ({"month": -1}, "months is -1; allowed is a whole number from 0 to 1200"),
    ({"a": {"volunteers": 1}}, "volunteers"),
])
def test_what_cannot_be_explained_is_refused_with_a_sentence(bad, message):
    place = next(iter(PLACES.values()))
    with pytest.raises(ValueError, match=message):
        explain(place, **{"a": {}, **bad})


def test_a_plan_of_another_place_is_refused():
    one, other = list(PLACES.values())[:2]
    with pytest.raises(ValueError, match=f"is of {other.key}; allowed are plans of {one.key}"):
        explain(one, Plan(other.key, {}))
