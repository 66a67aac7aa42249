"""What makes a number mean the same in a community of six thousand and in a sub-district of fifty thousand."""

HEADS = {"person", "yuan", "hour", "task", "organisation"}


def per_head(unit):
    """Return whether a unit counts something of which more residents have more: money, hours, people, tasks."""
    first, *rest = unit.split("/")
    return first in HEADS and "person" not in rest


def thousands(case):
    """Return how many thousand residents a place has at the start."""
    return sum(case.start[f"{group}_residents"] for group in ("working", "retired", "frail")) / 1000


def sized(case, plan):
    """Return a plan that is given per 1,000 residents as the place's own: shares and months stay as they are."""
    head = thousands(case)
    units = {lever.lever: lever.unit for lever in case.levers}
    return {lever: value * head if per_head(units.get(lever, "1")) and _is_number(value) else value for lever, value in plan.items()}


def held_at(case, lever, month):
    """Return what a lever is in a month of a place's own history."""
    held = case.plan[lever]
    if not hasattr(held, "items"):
        return held
    begun = [first for first in held if first <= month]
    return held[max(begun)] if begun else case.lever(lever).value


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)
