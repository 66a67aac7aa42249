"""Measures of the actor network against graphs whose answers are known."""

import networkx as nx
import pytest

from cases.network import _bridging, _connected, _lost, measures, network, summary

SIDES = {"a": "administration", "b": "society", "c": "society", "d": "market"}


class Place:
    """As much of a case as the measures need: its graph."""

    def __init__(self, ties, actors="abcd"):
        rows = [{"actor": actor, "side": SIDES[actor]} for actor in actors]
        self.network = network(rows, [{"from": start, "to": end} for start, end in ties])


def test_in_a_chain_all_flows_pass_through_the_middle():
    table = measures(Place([("b", "a"), ("a", "c")], "abc")).set_index("actor")
    assert table.loc["a", ["ties_in", "ties_out", "neighbours"]].tolist() == [1, 1, 2]
    assert table.loc["a", "betweenness"] == 0.5  # one of the two ordered pairs of the others
    assert table.loc["b", "reaches"] == 1 and table.loc["c", "reaches"] == 0
    assert table.loc["a", "lost_without"] == 0.5 and table.loc["b", "lost_without"] == 0
    assert table.index[0] == "a"


def test_two_ties_between_the_same_actors_are_two_ties_and_one_neighbour():
    table = measures(Place([("a", "b"), ("a", "b"), ("b", "a")], "ab")).set_index("actor")
    assert table.loc["a", ["ties_in", "ties_out", "neighbours"]].tolist() == [1, 2, 1]


def test_a_bridge_stands_between_administration_and_the_others():
    graph = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "d")])
    nx.set_node_attributes(graph, SIDES, "side")
    bridging = _bridging(graph)
    # Of the six ordered pairs of the one office with three others, a to c and a to d pass b.
    assert bridging == pytest.approx({"a": 0, "b": 2 / 6, "c": 1 / 6, "d": 0})


def test_a_star_falls_apart_without_its_centre():
    star = Place([(leaf, "a") for leaf in "bcd"] + [("a", leaf) for leaf in "bcd"])
    figures = summary(star)
    assert (figures["actors"], figures["ties"]) == (4, 6)
    assert figures["density"] == 0.5 and figures["reciprocity"] == 1
    assert figures["central"] == "a" and figures["bridge"] is None
    assert figures["administration_share"] == 1
    assert figures["connected"] == 1 and figures["others_connected"] == 1
    assert figures["others_connected_without"] == 0
    assert figures["alone_without"] == ["b", "c", "d"]


def test_a_ring_of_residents_does_not_need_the_office():
    figures = summary(Place([("b", "c"), ("c", "d"), ("d", "b"), ("a", "b")]))
    assert figures["administration_share"] == 0.25
    assert figures["others_connected"] == figures["others_connected_without"] == 1
    assert figures["alone_without"] == [] and figures["reciprocity"] == 0


def test_a_network_without_ties_has_figures_too():
    figures = summary(Place([]))
    assert figures["density"] == figures["connected"] == figures["administration_share"] == 0
    assert figures["central"] is None and figures["bridge"] is None


@pytest.mark.parametrize("seed", range(5))
def test_measures_agree_with_counting_paths_pair_by_pair(seed):
    graph = nx.gnp_random_graph(8, 0.25, seed=seed, directed=True)
    pairs = [(s, t) for s in graph for t in graph if s != t]
    linked = [pair for pair in pairs if nx.has_path(graph, *pair)]
    assert _connected(graph, list(graph)) == len(linked) / len(pairs)
    for actor in graph:
        rest = graph.subgraph(set(graph) - {actor})
        others = [pair for pair in pairs if actor not in pair]
        lost = [p for p in others if nx.has_path(graph, *p) and not nx.has_path(rest, *p)]
        assert _lost(graph, [actor]) == pytest.approx(len(lost) / len(others))


def test_the_graph_of_a_case_carries_direction_flow_and_source(harbour):
    graph = harbour.network
    assert graph.is_directed() and graph.is_multigraph()
    assert list(graph.edges()) == [("office", "team"), ("team", "neighbours")]
    tie = graph.edges["office", "team", 0]
    assert (tie["flow_zh_CN"], tie["kind"], tie["source"]) == ("空间", "authority", "fu-2023")
    assert graph.nodes["team"]["name_en"] == "Team"
    assert list(measures(harbour)["actor"])[0] == "team"
