"""The communities: tables that a non-programmer can edit, read and checked into a `Case`.

A place is a folder here that does not begin with _ and holds place.csv. Adding one is copying
``_template`` and filling it in; no line of code and no list of names changes.
"""

from cases.case import Case
from cases.errors import CaseError
from cases.network import measures, summary
from cases.parts import Level, Lever, Parameter, Shock
from cases.place import load, names
from cases.plan import Plan, check_prediction, open_plans, save_plans
from cases.rules import check_plan, check_shocks

__all__ = [
    "Case",
    "CaseError",
    "Level",
    "Lever",
    "Parameter",
    "Plan",
    "Shock",
    "check_plan",
    "check_prediction",
    "check_shocks",
    "load",
    "measures",
    "names",
    "open_plans",
    "save_plans",
    "summary",
]
