"""What an analysis is given: plans as mappings, as ``cases.Plan`` or as codes, months, and inputs month by month."""

from collections.abc import Mapping
from functools import wraps
from inspect import signature

import numpy as np

from cases import Case, Plan, check_plan, check_shocks, load, names
from model.generated import scalar
from model.inputs import held_inputs, monthly_rows
from model.run import require_case, whole_months
from model.tables import quantities

AFTER = 60
"""An analysis looks this many months beyond the place's own history: five years, as the studio does."""
PLANS = ("plan", "plans", "a", "b", "against")
"""What the analyses call the plans that they are given."""


def case_of_plans(analysis):
    """Return an analysis whose ``case`` may be left out: it is then the place of its plans.

    ``explain(a, b)`` is ``explain(load(a.place), a, b)`` where ``a`` is a ``cases.Plan``; its code
    does as well.  With a case first, or by its name, the analysis is called as it stands.

    Parameters
    ----------
    analysis : callable
        With ``case`` as its first parameter, and plans by the names in ``PLANS``.

    Raises
    ------
    TypeError
        When called without a case and without a plan that says of which place it is.
    ValueError
        When called without a case and with plans of several places, or (as CaseError) with a code
        that cannot be opened.
    """
    form = signature(analysis)

    @wraps(analysis)
    def asked(*given, **named):
        if "case" in named or _is_place(*given[:1]):
            return analysis(*given, **named)
        known = form.bind_partial(None, *given, **named).arguments
        return analysis(_place_of(analysis.__name__, [known.get(name) for name in PLANS]), *given, **named)

    return asked


def _is_place(first=None):
    """Whether this is a case, or the name of one, which an analysis refuses with advice."""
    return isinstance(first, Case) or isinstance(first, str) and first in names()


def _place_of(analysis, given):
    places = sorted({plan.place for plan in _plans_in(given)})
    if not places:
        raise TypeError(f"{analysis}: nothing says of which place; allowed is a Case from cases.load, "
                        "or plans of which one is a cases.Plan or its code.")
    if len(places) > 1:
        raise ValueError(f"{analysis}: the plans are of {' and '.join(places)}; allowed are plans of one place.")
    return load(places[0])


def _plans_in(given):
    """Yield the plans that say of which place they are, out of lists and mappings too."""
    for one in given:
        if isinstance(one, (str, Plan)):
            yield opened(one)
        elif isinstance(one, (list, tuple, Mapping)):
            yield from _plans_in(one.values() if isinstance(one, Mapping) else one)


def opened(plan):
    """Return the ``cases.Plan`` of a code or a link; anything else as it is.

    Raises
    ------
    CaseError
        If the text is no code or link that can be opened.
    """
    return Plan.from_code(plan) if isinstance(plan, str) else plan


def terms(case, plan=None, shocks=None):
    """Return (changes, shocks) of a plan, checked.

    Parameters
    ----------
    case : cases.Case
    plan : mapping, cases.Plan or str, optional
        As a mapping: lever to a number or {month: number}; None changes nothing.  Text is a
        plan's code or link.
    shocks : iterable, optional
        What happens; None: what the plan says, or else the place's own shocks.

    Raises
    ------
    TypeError, ValueError
        If ``case`` is no Case, or (as CaseError) a plan or shock is not allowed; also if a
        ``cases.Plan`` is of another place.
    """
    require_case(case)
    plan = opened(plan)
    if isinstance(plan, Plan):
        if plan.place != case.key:
            raise ValueError(f"the plan {plan.name!r} is of {plan.place}; allowed are plans of {case.key}.")
        shocks = plan.shocks if shocks is None else shocks
        plan = plan.changes
    return check_plan(plan), case.shocks if shocks is None else check_shocks(shocks)


def horizon(case, months=None):
    """Return how many months an analysis runs: as asked, or the place's own history and AFTER."""
    require_case(case)
    return case.months + AFTER if months is None else whole_months(months)


def inputs_of(case, changes, shocks, months):
    """Return what holds in each month as an array (months + 1, inputs), in the order of INPUTS."""
    return np.array(monthly_rows(held_inputs(case, changes, shocks, months), scalar.INPUTS, months))


def quantity(name):
    """Return the row of ``cases/_common/quantities.csv`` of this name.

    Raises
    ------
    ValueError
        If there is none, with those that are allowed.
    """
    table = quantities()
    if name not in table:
        allowed = ", ".join(one.name for one in table.values() if one.named)
        raise ValueError(f"{name!r} is no quantity of the model; allowed are {allowed}, "
                         "and the others of cases/_common/quantities.csv.")
    return table[name]
