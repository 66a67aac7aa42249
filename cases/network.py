"""The actor network of a place and what can be measured on it.

Nothing here is typed in: every figure is computed from the tables actors.csv and ties.csv.
networkx and pandas are imported when first needed, so that importing this room stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx import DiGraph, MultiDiGraph
    from pandas import DataFrame

    from cases.case import Case

ADMINISTRATION = "administration"
NOT_ADMINISTRATION = ("society", "market")


def network(actors, ties) -> MultiDiGraph:
    """A directed graph: a node for each actor, an edge from giver to receiver for each tie.

    Parameters
    ----------
    actors, ties : iterable of mappings
        Rows of the two tables. All columns become attributes of the node or edge; two ties between
        the same actors stay two edges.
    """
    from networkx import MultiDiGraph

    graph = MultiDiGraph()
    for actor in actors:
        graph.add_node(actor["actor"], **actor)
    for tie in ties:
        graph.add_edge(tie["from"], tie["to"], **tie)
    return graph


def measures(case: Case) -> DataFrame:
    """How each actor stands in the network, the most central first.

    Returns
    -------
    DataFrame
        One row an actor. ``ties_in`` and ``ties_out`` count ties; ``neighbours`` counts actors at
        the other end. ``betweenness`` is the share, 0 to 1, of shortest directed paths between two
        others that pass through the actor (Freeman 1977; Brandes 2001). ``bridging`` is the same
        for paths between administration and society or market only. ``reaches`` is the share of the
        others to which something can flow from the actor, over any number of ties. ``lost_without``
        is the share of the pairs of others that can reach each other only through the actor.
    """
    from networkx import betweenness_centrality, descendants
    from pandas import DataFrame

    many, graph = case.network, _simple(case.network)
    between, bridging = betweenness_centrality(graph), _bridging(graph)
    rows = [
        {
            "actor": actor,
            "side": side,
            "ties_in": many.in_degree(actor),
            "ties_out": many.out_degree(actor),
            "neighbours": len(set(graph.pred[actor]) | set(graph.succ[actor])),
            "betweenness": between[actor],
            "bridging": bridging[actor],
            "reaches": len(descendants(graph, actor)) / max(len(graph) - 1, 1),
            "lost_without": _lost(graph, [actor]),
        }
        for actor, side in graph.nodes(data="side")
    ]
    columns = "actor side ties_in ties_out neighbours betweenness bridging reaches lost_without"
    table = DataFrame(rows, columns=columns.split())
    return table.sort_values(["betweenness", "actor"], ascending=[False, True], ignore_index=True)


def summary(case: Case) -> dict:
    """The network as a whole, in figures.

    Returns
    -------
    dict
        ``actors`` and ``ties`` (counts); ``density`` (share of possible directed pairs that are
        tied) and ``reciprocity`` (share of tied directed pairs that are tied the other way too);
        ``central`` and ``bridge`` (keys of the actors with most betweenness and most bridging, or
        None where nobody lies between); ``administration_share`` (share of ties that touch an actor
        of the administration: how much hangs on the government); ``connected`` (share of ordered
        pairs of actors where something can flow from one to the other), ``others_connected`` (the
        same among the actors outside the administration) and ``others_connected_without`` (the same
        once the administration and its ties are taken away); ``alone_without`` (the actors that
        then have no tie left).
    """
    from networkx import density, isolates, overall_reciprocity

    many, graph = case.network, _simple(case.network)
    table = measures(case)
    government = _of_side(graph, (ADMINISTRATION,))
    others = [actor for actor in graph if actor not in government]
    touching = [tie for tie in many.edges() if government & set(tie)]
    rest = graph.subgraph(others)
    return {
        "actors": len(graph),
        "ties": many.number_of_edges(),
        "density": density(graph),
        "reciprocity": overall_reciprocity(graph) if graph.number_of_edges() else 0.0,
        "central": _first(table, "betweenness"),
        "bridge": _first(table, "bridging"),
        "administration_share": len(touching) / max(many.number_of_edges(), 1),
        "connected": _connected(graph, list(graph)),
        "others_connected": _connected(graph, others),
        "others_connected_without": _connected(rest, others),
        "alone_without": sorted(isolates(rest)),
    }


def _simple(many) -> DiGraph:
    """The graph with one edge for all ties in one direction between two actors."""
    from networkx import DiGraph

    graph = DiGraph()
    graph.add_nodes_from(many.nodes(data=True))
    graph.add_edges_from((start, end) for start, end in many.edges() if start != end)
    return graph


def _of_side(graph, sides):
    return {actor for actor, side in graph.nodes(data="side") if side in sides}


def _bridging(graph):
    """Betweenness counted for pairs of which one is administration and one is not."""
    from networkx import betweenness_centrality_subset as between

    inside, outside = _of_side(graph, (ADMINISTRATION,)), _of_side(graph, NOT_ADMINISTRATION)
    pairs = 2 * len(inside) * len(outside)
    down, up = between(graph, inside, outside), between(graph, outside, inside)
    return {actor: (down[actor] + up[actor]) / max(pairs, 1) for actor in graph}


def _connected(graph, actors):
    """Share of ordered pairs of `actors` in which the second can be reached from the first."""
    from networkx import descendants

    wanted, pairs = set(actors), len(actors) * (len(actors) - 1)
    return sum(len(descendants(graph, actor) & wanted) for actor in actors) / max(pairs, 1)


def _lost(graph, taken):
    """Share of the ordered pairs of the other actors that connect only through those `taken`."""
    others = [actor for actor in graph if actor not in taken]
    return _connected(graph, others) - _connected(graph.subgraph(others), others)


def _first(table, measure):
    if table.empty or table[measure].max() == 0:
        return None
    return table.sort_values([measure, "actor"], ascending=[False, True])["actor"].iloc[0]
