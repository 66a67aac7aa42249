"""Why one plan ends elsewhere than another: which levers, through which stocks, round which loops."""

from collections import Counter
from dataclasses import dataclass

import networkx
import numpy as np
import pandas

from model.generated import probe, scalar, vector
from model.analyses.lockstep import AT, MINE, OTHER, side_by_side
from model.analyses.plans import case_of_plans, horizon, inputs_of, quantity, terms
from model.analyses.progress import Parts, teller
from model.analyses.scores import link_scores, loop_scores, pairs
from model.analyses.shapley import EXACT, shapley

MEDIATORS = tuple(name for name in probe.STOCKS if name not in ("money_spent", "deployed_serving"))
"""Stocks that can pass a change on.  The money spent so far is only a sum; members on duty are counted among the
volunteers, and if their number alone were held, as many would report again every month."""


@dataclass(frozen=True, eq=False)
class Explanation:
    """Why the outcome of plan a differs from that of plan b at a month: three tables and a graph.

    Attributes
    ----------
    place, outcome, unit : str
        The place's key, the quantity explained and its unit.
    month : int
        Counted from the start of the run.
    mine, other, change : float
        The outcome under plan a and under plan b at the month, and the first less the second.
    causes : pandas.DataFrame
        Shape (causes, 5), index ``cause``: one row for each lever and kind of shock
        (``shock_epidemic``) in which the plans differ, the largest first.  ``effect``: its Shapley
        value, in ``unit``; they sum to ``change``.  ``mine``, ``other``: its mean position in both
        plans from the first difference to the month, in the lever's unit.  ``error``: standard
        error of the effect, in ``unit``.  ``share``: effect by change, without unit.
    exact : bool
        Whether every combination was run; if not, orders were drawn and errors are not 0.
    mediators : pandas.DataFrame
        Shape (stocks, 2), index ``stock``: one row for each stock that differs between the plans,
        but the outcome itself, the largest first.  ``vanishes``: by how much the change is smaller,
        in ``unit``, when plan a is run with the stock held at its course in plan b; ``share`` of
        the change.  Shares overlap and do not sum to 1.
    loops : pandas.DataFrame
        Shape (loops, 4), index ``loop``: one row for each named loop, the largest first.
        ``polarity``: reinforcing or balancing.  ``vanishes``, ``share``: as for mediators, when the loop is cut, so that what
        sets out from its first stock and comes back round it is not passed on.  ``score``: the
        share of the loop in what moves plan a at the month, -1 to 1 with its sign (Schoenberg,
        Davidsen & Eberlein 2020).
    graph : networkx.DiGraph
        The named loops as a graph: nodes are stocks and named auxiliaries, edges the links of all
        loops, with ``score`` (link score at the month, without unit) and ``loops`` (keys of the
        loops through it).
    come, gone : tuple of cases.Shock
        What happens under plan a and not under plan b, and the other way round.
    """

    place: str
    outcome: str
    unit: str
    month: int
    mine: float
    other: float
    causes: pandas.DataFrame
    exact: bool
    mediators: pandas.DataFrame
    loops: pandas.DataFrame
    graph: networkx.DiGraph
    come: tuple = ()
    gone: tuple = ()

    @property
    def change(self):
        """The outcome under plan a less that under plan b."""
        return self.mine - self.other


@case_of_plans
def explain(case, a, b=None, outcome="volunteers", month=None, shocks=None, progress=True):
    """Return why the outcome differs between two plans at a month.

    Parameters
    ----------
    case : cases.Case, optional
        The place of the plans if left out: ``explain(a, b)``.
    a, b : mapping, cases.Plan or str, optional
        Lever to a number or {month: number}, a plan or its code; b is the place as it was if left out.
    outcome : str
        One of the 28 quantities of the vocabulary.
    month : int, optional
        The end of the place's own history and five years if left out.
    shocks : iterable, optional
        What happens under both plans; left out, what each plan says, or the place's own shocks.
    progress : bool or callable
        As ``model.analyses.progress.teller`` takes it: told in hundredths of the work.

    Returns
    -------
    Explanation
        Its ``causes``, ``mediators`` and ``loops`` are tables of pandas, its ``graph`` is a graph
        of networkx; see there for shapes and units.  Exact up to 12 causes, which takes 4096
        runs; beyond, with stated errors.

    Raises
    ------
    TypeError, ValueError
        If ``case`` is no Case, or a plan, shock, month or quantity is not allowed.
    """
    month, one = horizon(case, month), quantity(outcome)
    if outcome not in AT:
        raise ValueError(f"outcome is {outcome!r}; allowed are stocks and the quantities of the vocabulary.")
    both = [terms(case, plan, shocks) for plan in (a, b)]
    mine, other = (inputs_of(case, *plan, month) for plan in both)
    first = _first_difference(mine, other)
    rows = scalar.run(case.parameters, case.start, other[:first + 1])
    start = dict(zip(scalar.QUANTITIES, rows[-1]))
    onward = mine[first:], other[first:]
    parts = Parts(teller(progress, "explain"), 2)
    courses = side_by_side(case.parameters, start, *onward, MEDIATORS, [route for _, route, _ in probe.LOOPS], parts.part(0))
    ends = courses[AT[outcome], :, -1]
    causes = _causes(case.parameters, start, *onward, outcome, parts.part(1))
    links = _links(case.parameters, courses[:, MINE], onward[0])
    change = ends[MINE] - ends[OTHER]
    return Explanation(
        place=case.key, outcome=outcome, unit=one.unit, month=month, mine=ends[MINE], other=ends[OTHER],
        causes=_shared(causes, "effect", change), exact=len(causes) <= EXACT,
        mediators=_shared(_mediators(courses, ends, outcome), "vanishes", change),
        loops=_shared(_loops(ends, links), "vanishes", change), graph=_graph(links),
        **_events(*(shocks for _, shocks in both)))


def _events(mine, other):
    """Return what happens under one plan and not under the other; what happens twice is counted."""
    come, gone = Counter(mine), Counter(other)
    return {"come": tuple((come - gone).elements()), "gone": tuple((gone - come).elements())}


def _first_difference(mine, other):
    differing = np.flatnonzero((mine != other).any(axis=1))
    return int(differing[0]) if len(differing) else len(mine) - 1


def _causes(parameters, start, mine, other, outcome, told):
    columns = np.flatnonzero((mine != other).any(axis=0))

    def results(masks):
        return _ends(parameters, start, mine, other, columns, masks, outcome, told)

    effects, errors = shapley(len(columns), results) if len(columns) else ([], [])
    told(1, 1)
    names = [scalar.INPUTS[column] for column in columns]
    return pandas.DataFrame({
        "effect": effects, "mine": mine[:, columns].mean(axis=0), "other": other[:, columns].mean(axis=0),
        "error": errors}, index=pandas.Index(names, name="cause"))


def _ends(parameters, start, mine, other, columns, masks, outcome, told):
    """Return the outcome of each combination of causes at the last month."""
    months = len(mine) - 1
    turns = np.flatnonzero([True, *(mine[1:] != mine[:-1]).any(axis=1) | (other[1:] != other[:-1]).any(axis=1)])
    held = {}
    for month in turns.tolist():
        held[month] = dict(zip(scalar.INPUTS, other[month].tolist()))
        for column, mask in zip(columns, masks.T):
            held[month][scalar.INPUTS[column]] = np.where(mask, mine[month, column], other[month, column])
    kept = {outcome: np.empty((months + 1, len(masks)))}
    vector.run(len(masks), parameters, start, held, months, kept,
               lambda month: told(month + 1, months + 1))
    return kept[outcome][-1]


def _mediators(courses, ends, outcome):
    differ = (courses[:, MINE] != courses[:, OTHER]).any(axis=1)
    rows = {name: ends[MINE] - ends[2 + at] for at, name in enumerate(MEDIATORS) if differ[AT[name]] and name != outcome}
    return pandas.DataFrame({"vanishes": rows.values()}, index=pandas.Index(rows.keys(), name="stock"), dtype=float)


def _loops(ends, links):
    keys, routes, signs = zip(*probe.LOOPS)
    return pandas.DataFrame({
        "polarity": ["reinforcing" if sign > 0 else "balancing" for sign in signs],
        "vanishes": ends[MINE] - ends[-len(keys):], "score": loop_scores(routes, links)},
        index=pandas.Index(keys, name="loop"))


def _links(parameters, run, inputs):
    """Return the link scores of a run over its last month; before a month has passed, over none."""
    before = max(run.shape[1] - 2, 0)
    return link_scores(parameters, run[:, before], run[:, -1], inputs[before], inputs[-1])


def _shared(table, column, change):
    """Return the table with the share that each row has in the change, the largest first."""
    share = table[column] / change if change else table[column] * 0.0
    order = np.argsort(-table[column].abs().to_numpy(), kind="stable")
    return table.assign(share=share).iloc[order]


def _graph(links):
    graph = networkx.DiGraph()
    for key, route, _ in probe.LOOPS:
        for cause, effect in pairs(route):
            if not graph.has_edge(cause, effect):
                graph.add_edge(cause, effect, score=float(links[AT[effect], AT[cause]]), loops=())
            graph.edges[cause, effect]["loops"] += (key,)
    return graph
