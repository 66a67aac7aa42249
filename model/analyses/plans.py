"""What an analysis is given: plans as mappings or as ``cases.Plan``, months, and inputs month by month."""

import numpy as np

from cases import check_plan, check_shocks
from model.generated import scalar
from model.inputs import held_inputs, monthly_rows
from model.run import require_case, whole_months
from model.tables import quantities

AFTER = 60
"""An analysis looks this many months beyond the place's own history: five years, as the studio does."""


def terms(case, plan=None, shocks=None):
    """Return (changes, shocks) of a plan, checked.

    Parameters
    ----------
    case : cases.Case
    plan : mapping or cases.Plan, optional
        As a mapping: lever to a number or {month: number}; None changes nothing.
    shocks : iterable, optional
        What happens; None: what the plan says, or else the place's own shocks.

    Raises
    ------
    TypeError, ValueError
        If ``case`` is no Case, or (as CaseError) a plan or shock is not allowed; also if a
        ``cases.Plan`` is of another place.
    """
    require_case(case)
    if hasattr(plan, "changes"):
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
    """Return the row of ``model/quantities.csv`` of this name, or raise ValueError with those that are allowed."""
    table = quantities()
    if name not in table:
        allowed = ", ".join(one.name for one in table.values() if one.named)
        raise ValueError(f"{name!r} is no quantity of the model; allowed are {allowed}, "
                         "and the others of model/quantities.csv.")
    return table[name]
