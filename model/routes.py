"""The named loops as the equations run them: through every stock and named auxiliary on the way.

An arrow of the causal map may pass a stock that has no name on the map, such as the tasks that
wait; a loop is cut and scored link by link, so its route names those stocks as well.  A lever or a
shock may enter the map through such a stock, too.
"""

import csv
from pathlib import Path

import networkx

from model.map import CAUSAL_MAP

LOOPS = Path(__file__).with_name("loops.csv")


def routes(equations, loops=LOOPS, causal_map=CAUSAL_MAP):
    """Return [(key, route, polarity)] of the named loops.

    A route is a tuple of stocks and named auxiliaries that begins with a stock and whose last
    member acts on its first; polarity is 1 (reinforcing) or -1 (balancing).

    Raises
    ------
    ValueError
        If the equations hold no path for an arrow of a loop.
    """
    graph = steps(equations)
    signs = {(row["cause"], row["effect"]): -1 if row["sign"] == "-" else 1 for row in _rows(causal_map)}
    found = []
    for row in _rows(loops):
        route, polarity = [], 1
        for pair in _pairs(row["path"].split()):
            route += _between(equations, graph, row["loop"], pair)
            polarity *= signs[pair]
        found.append((row["loop"], _from_a_stock(equations, route), polarity))
    return found


def entrances(equations):
    """Return {lever or shock: [the named quantities that it acts on with no other named one between]}."""
    graph = steps(equations)
    unnamed = _unnamed(equations, graph)
    found = {}
    for cause in equations.inputs:
        reached = {cause} | networkx.descendants(graph.subgraph(unnamed | {cause}), cause)
        found[cause] = [name for name in nodes(equations) if name not in unnamed
                        and any(graph.has_edge(one, name) for one in reached)]
    return found


def nodes(equations):
    """Return the names of all stocks, then of the named auxiliaries, each in the table's order."""
    return [*equations.stocks, *(name for name, one in equations.quantities.items()
                                 if one.kind == "auxiliary" and one.named)]


def steps(equations):
    """Return which node, lever or shock acts on which node with no other between, as a networkx.DiGraph."""
    seen_through, graph, known = {}, networkx.DiGraph(), set(nodes(equations))
    graph.add_nodes_from([*known, *equations.inputs])
    for name, expression in [*equations.auxiliaries, *equations.flows]:
        causes = set()
        for symbol in expression.free_symbols:
            causes |= {symbol.name} if symbol.name in graph else seen_through.get(symbol.name, set())
        if name in known:
            graph.add_edges_from((cause, name) for cause in sorted(causes) if cause != name)
        else:
            seen_through[name] = causes
    return graph


def _between(equations, graph, loop, pair):
    """Return the way of one arrow through nameless stocks, without its end."""
    way = _unnamed(equations, graph) | set(pair)
    try:
        return networkx.shortest_path(graph.subgraph(way), *pair)[:-1]
    except (networkx.NetworkXNoPath, networkx.NodeNotFound):
        raise ValueError(f"model/loops.csv, {loop}: the equations hold no way from {pair[0]} to {pair[1]}.") from None


def _unnamed(equations, graph):
    return {name for name in graph if name in equations.quantities and not equations.quantities[name].named}


def _from_a_stock(equations, route):
    first = next(index for index, name in enumerate(route) if equations.quantities[name].kind == "stock")
    return (*route[first:], *route[:first])


def _pairs(path):
    return list(zip(path, [*path[1:], path[0]]))


def _rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
