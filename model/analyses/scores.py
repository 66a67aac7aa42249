"""Which loops drive a run at a month: the loop scores of "Loops that Matter".

The score of a link is the part of its effect's change over the month that comes from the change of
its cause alone, with the sign of the link; the score of a loop is the product of the scores of its
links, and is given as a share of the scores of all named loops (Schoenberg, Davidsen & Eberlein
2020, System Dynamics Review 36(2): 158-190).  Of a stock it is the net flow that is scored.
"""

import numpy as np

from model.analyses.lockstep import AT, NODES, STOCKS, nodes_of


def link_scores(parameters, before, after, inputs, later):
    """Return an array (effects, causes) of link scores over one month; 0 where nothing moved.

    Parameters
    ----------
    parameters : mapping of str to float
    before, after : array (nodes,)
        The nodes of the run at the month before and at the month, in the order of NODES.
    inputs, later : array (inputs,)
        What holds in the two months.
    """
    count = len(NODES)
    seen = np.repeat(before[:, None], count + 2, axis=1)
    seen[np.arange(count), np.arange(count)] = after
    seen[:, -1] = after
    held = np.repeat(inputs[:, None], count + 2, axis=1)
    held[:, -1] = later
    found, flows = nodes_of(parameters, seen[:STOCKS], seen[STOCKS:], held)
    says = np.concatenate([flows, found[STOCKS:]])
    alone, whole = says[:, :count] - says[:, [-2]], says[:, [-1]] - says[:, [-2]]
    moved = (after - before)[None, :]
    # A stock's own decay is part of its net flow's change but no link to another node.
    with np.errstate(divide="ignore", invalid="ignore"):
        scores = np.abs(alone / whole) * np.sign(alone) * np.sign(moved)
    return np.where(np.isfinite(scores), scores, 0.0)


def loop_scores(routes, links):
    """Return the score of each loop as a share of all of them: between -1 and 1; 0 where nothing moves.

    Parameters
    ----------
    routes : sequence of sequences of str
        Loops as ``probe.LOOPS`` has them.
    links : array (effects, causes)
        As ``link_scores`` gives them.
    """
    scores = np.array([np.prod([links[AT[effect], AT[cause]] for cause, effect in pairs(route)]) for route in routes])
    whole = np.abs(scores).sum()
    return scores / whole if whole > 0 else scores


def pairs(route):
    """Return the links of a closed route: (cause, effect) of each."""
    return list(zip(route, [*route[1:], route[0]]))
