"""Runs that go side by side, step by step: a plan, what it is held against, and altered twins of it.

A twin is the plan's run with one thing taken out.  A *frozen* twin has one stock held at its
course in the other plan.  A *cut* twin has one loop cut: whatever sets out from the loop's first
stock and comes back to it round the loop is not passed on, while every other way stays open.  To
that end each member of the loop has a shadow that sees its predecessor in the loop as it would be
had nothing come round, and all else as it is (a path-specific effect: Avin, Shpitser & Pearl 2005).
"""

import numpy as np

from model.generated import probe
from model.generated.scalar import DT

NODES = (*probe.STOCKS, *probe.AUXILIARIES)
STOCKS = len(probe.STOCKS)
AT = {name: at for at, name in enumerate(NODES)}
OTHER, MINE = 0, 1
"""The first two of the runs; frozen twins and then cut twins follow."""


def side_by_side(parameters, start, mine, other, frozen=(), routes=(), tell=None):
    """Return the courses of all nodes in all runs: an array (nodes, runs, months + 1).

    Parameters
    ----------
    parameters, start : mapping of str to float
        Complete.
    mine, other : array (months + 1, inputs)
        What holds in each month in the plan and in what it is held against, in the order of
        ``probe.INPUTS``.
    frozen : sequence of str
        Stocks, each held at its course in the other plan in a twin of its own.
    routes : sequence of sequences of str
        Loops as ``probe.LOOPS`` has them, each cut in a twin of its own.
    tell : callable, optional
        Called as ``tell(done, all)`` after each month.

    Returns
    -------
    array
        Nodes in the order of NODES; runs: the other plan, the plan, frozen twins, cut twins.
    """
    runs = 2 + len(frozen) + len(routes)
    rows = [AT[name] for name in frozen]
    shadows = _Shadows(routes, 2 + len(frozen))
    state = np.repeat(np.array([start[name] for name in probe.STOCKS], float)[:, None], runs, axis=1)
    shadows.begin(state)
    unknown = np.full((len(probe.AUXILIARIES), 1), np.nan)
    kept = np.empty((len(NODES), runs, len(mine)))
    for month, (held, reference) in enumerate(zip(mine, other)):
        inputs = np.column_stack([reference, *[held] * (runs - 1)])
        for part in range(round(1 / DT)):
            values, flows = nodes_of(parameters, state, unknown, inputs)
            if part == 0:
                kept[:, :, month] = values
            shadows.step(parameters, values, flows, held)
            state = state + DT * flows
            state[rows, np.arange(len(rows)) + 2] = state[rows, OTHER]
        if tell:
            tell(month + 1, len(mine))
    return kept


def nodes_of(parameters, state, given, inputs):
    """Return (stocks and what the auxiliaries' equations say, net flows), each as an array of rows."""
    found, flows = probe.probe(parameters, state, given, inputs)
    return np.concatenate([state, _rows(found, state)]), _rows(flows, state)


def _rows(values, like):
    """Return values, each a number or one for each run, as an array as wide as another."""
    rows = np.empty((len(values), like.shape[1]))
    for at, value in enumerate(values):
        rows[at] = value
    return rows


class _Shadows:
    """The shadows of all loops: one column for each link, which shows its effect an altered cause."""

    def __init__(self, routes, first_run):
        links = [(first_run + loop, place, AT[cause], AT[effect]) for loop, route in enumerate(routes)
                 for place, (cause, effect) in enumerate(zip(route, [*route[1:], route[0]]))]
        columns = np.array(links, int).reshape(-1, 4).T
        self.run, self.place, self.cause, self.effect = columns
        self.first = np.flatnonzero(self.place == 0)
        self.closing = np.array([*self.first[1:] - 1, len(links) - 1][:len(self.first)], int)
        self.of_stock = np.setdiff1d(np.flatnonzero(self.effect < STOCKS), self.closing)
        self.after_stock = self.of_stock + 1
        self.of_auxiliary = np.flatnonzero(self.effect >= STOCKS)
        self.rounds = 1 + max((sum(name in probe.AUXILIARIES for name in route) for route in routes), default=-1)

    def begin(self, state):
        """Let the shadows of stocks begin where the stocks do."""
        self.stocks = state[self.effect[self.of_stock], self.run[self.of_stock]]

    def step(self, parameters, values, flows, held):
        """Move the shadows by one step, and replace the flows of the loops' first stocks."""
        if not len(self.run):
            return
        seen = values[:, self.run]
        seen[self.effect[self.of_stock], self.of_stock] = self.stocks
        seen[self.cause[self.first], self.first] = values[self.cause[self.first], OTHER]
        seen[self.cause[self.after_stock], self.after_stock] = self.stocks
        for _ in range(self.rounds):
            found, moves = nodes_of(parameters, seen[:STOCKS], seen[STOCKS:], held[:, None])
            shadow = found[self.effect[self.of_auxiliary], self.of_auxiliary]
            seen[self.cause[self.of_auxiliary + 1], self.of_auxiliary + 1] = shadow
        self.stocks = self.stocks + DT * moves[self.effect[self.of_stock], self.of_stock]
        flows[self.effect[self.closing], self.run[self.closing]] = moves[self.effect[self.closing], self.closing]
