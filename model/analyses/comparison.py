"""Plans beside each other and beside what the place did itself."""

import pandas

from cases import Plan
from model.analyses.plans import case_of_plans, horizon, quantity, terms
from model.run import simulate
from model.tables import quantities as table


@case_of_plans
def compare(case, plans, months=None, shocks=None, quantities=None):
    """Return where each plan begins and ends, and what it changes against the place's own history.

    Parameters
    ----------
    case : cases.Case, optional
        The place of the plans if left out: ``compare([a, b])``.
    plans : mapping of str to plan, or sequence of cases.Plan or str
        A name for each plan; a plan is a mapping from a lever to a number or {month: number}, a
        ``cases.Plan`` or its code.  In a sequence a plan is called by its own name, and one
        without a name by its place in it, from 1 on.
    months : int, optional
        How long to run: the place's own history and five years if left out.
    shocks : iterable, optional
        What happens under every plan; left out, what each plan says, or else the place's own.
    quantities : iterable of str, optional
        Which quantities; the 28 of the vocabulary if left out.

    Returns
    -------
    pandas.DataFrame
        Index (plan, quantity): for each plan in turn a row a quantity.  Columns: ``unit``;
        ``start`` and ``end``, the plan's first and last month; ``own``, the last month of the
        place's own history with its own shocks; ``change``, end less own; ``percent``, change in
        per cent of own (NaN where own is 0).  All but ``percent`` are in the quantity's own unit.

    Raises
    ------
    TypeError, ValueError
        If ``case`` is no Case, ``plans`` is neither mapping nor sequence of plans, or a plan,
        shock, month or quantity is not allowed.
    """
    plans, months = _named(plans), horizon(case, months)
    chosen = [quantity(name) for name in quantities or (one.name for one in table().values() if one.named)]
    own = simulate(case, months=months, shocks=case.shocks)
    parts = {name: _against(own, _run(case, plan, shocks, months), chosen) for name, plan in plans.items()}
    return pandas.concat(parts, names=["plan", "quantity"])


def _named(plans):
    """Return {name: plan}, or raise TypeError or ValueError with what is allowed."""
    if isinstance(plans, (list, tuple)) and all(isinstance(plan, (Plan, str)) for plan in plans):
        called = [getattr(plan, "name", "") or str(at) for at, plan in enumerate(plans, start=1)]
        if len(set(called)) < len(called):
            raise ValueError(f"plans are called {', '.join(called)}; allowed is each name once, or a mapping from a name to a plan.")
        plans = dict(zip(called, plans))
    if not hasattr(plans, "items") or not plans:
        raise TypeError(f"plans is {plans!r}; allowed is a mapping from a name to a plan, or a list of cases.Plan "
                        "or codes, with at least one.")
    return plans


def _run(case, plan, shocks, months):
    changes, happening = terms(case, plan, shocks)
    return simulate(case, changes, months, happening)


def _against(own, run, chosen):
    names = [one.name for one in chosen]
    end, was = run[names].iloc[-1], own[names].iloc[-1]
    return pandas.DataFrame({
        "unit": [one.unit for one in chosen], "start": run[names].iloc[0], "end": end, "own": was,
        "change": end - was, "percent": (end - was) / was.where(was != 0) * 100}, index=names)
