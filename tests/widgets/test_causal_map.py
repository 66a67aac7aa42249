"""The causal map: its loops, arrows and words."""

import networkx
import pandas
import pytest
import traitlets

from cases import load, names
from widgets import CausalMap
from widgets.causal_map import given_map, map_edges, map_nodes
from widgets.loops import MODEL, map_loops
from widgets.words import LANGUAGES


def test_the_map_shows_every_named_loop_with_the_polarity_of_its_letter():
    """R is reinforcing, B is balancing; that each is a loop of the map is tested in the model's room."""
    shown = {loop["key"]: loop["polarity"][0].upper() for loop in map_loops("en")}
    assert shown == {key: key[0] for key in pandas.read_csv(MODEL / "loops.csv").loop}


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_panel_is_given_holds_every_arrow_of_every_named_loop_with_its_sign(language):
    signs = {(edge["from"], edge["to"]): edge["sign"] for edge in given_map(language)["edges"]}
    loops = map_loops(language)
    assert len(loops) == 28
    for loop in loops:
        assert [signs.get(pair) for pair in zip(loop["path"], [*loop["path"][1:], loop["path"][0]])] == loop["signs"], loop["key"]


def test_every_lever_and_shock_enters_at_quantities_of_the_map():
    given = given_map("en")
    nodes = {node["key"] for node in given["nodes"]}
    place = load(names()[0])
    wanted = {lever.lever for lever in place.levers} | {f"shock_{name}" for name in place._common.shocks}
    assert set(given["enters"]) == wanted
    assert all(found and set(found) <= nodes for found in given["enters"].values())
