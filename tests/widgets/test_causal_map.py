"""The causal map: its loops, arrows and words."""

import networkx
import pandas
import pytest
import traitlets

from model.map import loops, signed_graph
from widgets import CausalMap
from widgets.causal_map import MODEL, map_edges, map_loops, map_nodes

# The polarity of each named loop as the sources read it.
REINFORCING = {f"R{number}" for number in range(1, 19)}
BALANCING = {f"B{number}" for number in range(1, 11)}


def test_every_named_loop_is_found_in_the_graph():
    """A loop is a closed path of the stated arrows, found by the search for loops and not by hand."""
    graph = signed_graph(pandas.read_csv(MODEL / "causal_map.csv"))
    found = {frozenset(zip(path, (*path[1:], path[0]))): polarity for path, polarity in loops(graph, longest=8)}
    for loop in map_loops("en"):
        arrows = frozenset(zip(loop["path"], [*loop["path"][1:], loop["path"][0]]))
        assert found[arrows] == loop["polarity"], loop["key"]


def test_the_named_loops_have_the_polarity_of_their_letter():
    """R is reinforcing, B is balancing; none is missing."""
    assert {loop["key"] for loop in map_loops("en") if loop["polarity"] == "reinforcing"} == REINFORCING
    assert {loop["key"] for loop in map_loops("en") if loop["polarity"] == "balancing"} == BALANCING


def test_every_arrow_joins_two_quantities_and_says_why():
    """Each has a sentence of its own in both languages."""
    names = {node["key"] for node in map_nodes("en")}
    for language in ("en", "zh_CN"):
        edges = map_edges(language)
        assert all({edge["from"], edge["to"]} <= names for edge in edges)
        assert all(edge["note"] and edge["source"] for edge in edges)
        assert len({edge["note"] for edge in edges}) == len(edges)


def test_the_map_hangs_together():
    """No quantity stands alone."""
    graph = networkx.DiGraph([(edge["from"], edge["to"]) for edge in map_edges("en")])
    assert set(graph) == {node["key"] for node in map_nodes("en")}
    assert networkx.is_weakly_connected(graph)


def test_an_unknown_loop_is_refused():
    """The message says which there are."""
    chosen = CausalMap(loop="R3")
    with pytest.raises(traitlets.TraitError, match="R99.*R1"):
        chosen.loop = "R99"
    assert chosen.loop == "R3"
    chosen.loop = ""


def test_its_name_is_the_same_every_time():
    """nbval compares what is printed."""
    assert repr(CausalMap(loop="R3")) == "CausalMap(loop='R3')"
