"""The causal map, read out of the equations and held against the stated one.

An edge joins two named quantities (or a lever or shock and a named quantity).
Helpers are seen through.  A helper auxiliary adds to the total derivative; a
helper stock makes a path of its own, whose sign is the product along it and
whose own decay is ignored.  While designing::

    python -m model.check            # prints every difference
    from model.map import compare    # the same as a DataFrame
"""

from pathlib import Path

import networkx
import numpy as np
import pandas

from model.derivatives import is_helper, links
from model.sampling import points

CAUSAL_MAP = Path(__file__).with_name("causal_map.csv")
ROUNDING = 1e-9
"""A derivative this small beside the sum of its contributions counts as zero."""


def compare(equations, causal_map=CAUSAL_MAP, count=2000, seed=0):
    """Return one row for every edge that is stated or found, with a verdict.

    Columns: cause, effect, regime, stated (the sign), positive and negative (the
    shares of sample points), verdict (agrees, missing, wrong sign, extra) and
    path (the helpers between).  Edges from levers and shocks are compared as
    soon as the map states one of them; a shock is written ``shock_conflict``.

    Parameters
    ----------
    equations : Equations
    causal_map : path or DataFrame
        Columns cause, effect, sign and, if signs depend on the state, regime:
        a condition such as ``conflict > trust``, empty where the sign always holds.
    count, seed : int
        Number of random points drawn and their seed.
    """
    stated = _stated(causal_map)
    values = points(equations, count, seed)
    found = edges(equations, values)
    rows = [_judged(edge, found, values) for edge in stated.to_dict("records")]
    known = set(zip(stated["cause"], stated["effect"]))
    inputs = set(equations.inputs) if known & _from_inputs(equations, found) else set()
    for pair in sorted(found.keys() - known):
        if pair[0] in equations.quantities or pair[0] in inputs:
            rows.append(_judged({"cause": pair[0], "effect": pair[1]}, found, values))
    network = _dependences(equations)
    table = pandas.DataFrame([row for row in rows if row["verdict"] != "nothing"])
    table["path"] = [_path(equations, network, row.cause, row.effect) for row in table.itertuples()]
    return table


def edges(equations, values):
    """Return {(cause, effect): list of derivative arrays, one for each path}.

    A path leads from a named quantity, lever or shock through helper stocks to
    another named quantity; the arrays hold 0 where a derivative is rounding.
    """
    direct = {pair: np.where(np.abs(total) > ROUNDING * size, total, 0.0)
              for pair, (total, size) in links(equations, values).items()}
    network = networkx.DiGraph(list(direct))
    hidden = {name for name in network if name in equations.quantities and is_helper(equations, name)}
    found = {}
    for effect in network.nodes - hidden - set(equations.inputs):
        for way in _ways(network, hidden, (effect,)):
            if way[0] != effect:
                slope = np.prod([direct[pair] for pair in zip(way, way[1:])], axis=0)
                found.setdefault((way[0], effect), []).append(slope)
    return found


def signed_graph(table):
    """Return the stated edges as a networkx.DiGraph with a sign of +1 or -1.

    Parameters
    ----------
    table : DataFrame
        A causal map with columns cause, effect and sign ('+' or '-').
    """
    graph = networkx.DiGraph()
    for row in table.itertuples():
        graph.add_edge(row.cause, row.effect, sign=1 if row.sign == "+" else -1)
    return graph


def loops(graph, longest=6):
    """Return [(path, polarity)] of the feedback loops with at most ``longest`` edges.

    The path is a tuple of names that starts at its alphabetically first member;
    polarity is ``reinforcing`` or ``balancing``.  Sorted by length, then by name.
    """
    found = []
    for cycle in networkx.simple_cycles(graph, length_bound=longest):
        first = cycle.index(min(cycle))
        path = tuple(cycle[first:] + cycle[:first])
        found.append((path, polarity(graph, path)))
    return sorted(found, key=lambda loop: (len(loop[0]), loop[0]))


def polarity(graph, path):
    """Return ``reinforcing`` or ``balancing`` for a closed path; KeyError if an edge is absent."""
    sign = np.prod([graph.edges[pair]["sign"] for pair in zip(path, (*path[1:], path[0]))])
    return "reinforcing" if sign > 0 else "balancing"


def _stated(causal_map):
    if not isinstance(causal_map, pandas.DataFrame):
        causal_map = pandas.read_csv(causal_map, dtype=str, keep_default_na=False)
    return causal_map if "regime" in causal_map else causal_map.assign(regime="")


def _from_inputs(equations, found):
    return {pair for pair in found if pair[0] in equations.inputs}


def _ways(network, hidden, way):
    for cause in network.predecessors(way[0]):
        if cause in hidden and cause not in way:
            yield from _ways(network, hidden, (cause, *way))
        elif cause not in hidden:
            yield (cause, *way)


def _judged(edge, found, values):
    slopes = np.array(found.get((edge["cause"], edge["effect"]), [[0.0]]))
    if edge.get("regime"):
        slopes = slopes[:, pandas.DataFrame(values).eval(edge["regime"], engine="python")]
    positive = float((slopes > 0).any(axis=0).mean())
    negative = float((slopes < 0).any(axis=0).mean())
    return {"cause": edge["cause"], "effect": edge["effect"], "regime": edge.get("regime", ""),
            "stated": edge.get("sign", ""), "positive": positive, "negative": negative,
            "verdict": _verdict(edge.get("sign", ""), positive, negative)}


def _verdict(sign, positive, negative):
    if not sign:
        return "extra" if positive or negative else "nothing"
    if not positive and not negative:
        return "missing"
    return "wrong sign" if (negative if sign == "+" else positive) else "agrees"


def _dependences(equations):
    network = networkx.DiGraph()
    for name, expression in [*equations.auxiliaries, *equations.flows]:
        network.add_edges_from((symbol.name, name) for symbol in expression.free_symbols)
    return network


def _path(equations, network, cause, effect):
    between = {name for name in network if name in equations.sources
               and name not in equations.parameters and is_helper(equations, name)}
    part = network.subgraph(between | {cause, effect})
    if cause not in part or effect not in part or not networkx.has_path(part, cause, effect):
        return ""
    return " > ".join(networkx.shortest_path(part, cause, effect))
