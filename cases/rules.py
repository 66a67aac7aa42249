"""What a plan, a shock, a parameter must be; the same rules for files, `replace` and the model."""

from __future__ import annotations

import math
from collections.abc import Mapping
from numbers import Real

from cases.columns import PARTS
from cases.common import read_common
from cases.errors import Faults
from cases.parts import Shock
from cases.say import HARD, outside, plain, unknown, with_unit


def check_plan(plan, folder=None) -> dict:
    """`plan` with plain floats and months in order, once it is known to be right.

    Parameters
    ----------
    plan : mapping or None
        Lever to a number in the lever's unit, or to ``{month: number}``. None is an empty plan.
    folder : path, optional
        Where the places are, when not in this package.

    Raises
    ------
    CaseError
        With every fault: a lever that does not exist, what is no number or not finite, a value
        outside the lever's hard bounds, a month that is not a whole number of 0 or more.
    """
    faults = Faults()
    clean = clean_plan(plan, read_common(folder).levers, faults)
    faults.tell()
    return clean


def check_shocks(shocks, folder=None) -> tuple[Shock, ...]:
    """`shocks` as a tuple of `Shock`, once they are known to be right.

    Parameters
    ----------
    shocks : iterable
        Each a `Shock`, a tuple in that order, or a dict with the keys shock (or kind, or name),
        month (or start), length and size. Length and size may be left out: then they are the
        usual ones of that shock.
    folder : path, optional
        Where the places are, when not in this package.

    Raises
    ------
    CaseError
        With every fault.
    """
    faults = Faults()
    clean = clean_shocks(shocks, read_common(folder).shocks, faults)
    faults.tell()
    return clean


def clean_plan(plan, levers, faults: Faults) -> dict:
    """`plan` in plain floats; every fault is noted in `faults`. `levers` maps names to rules."""
    if plan is None:
        return {}
    if not isinstance(plan, Mapping):
        advice = "; of a Plan write plan.changes, and shocks=plan.all_shocks" if hasattr(plan, "changes") else ""
        faults.add("plan", f"found {kind_of(plan)}; allowed is a mapping from a lever to a number{advice}")
        return {}
    clean = {}
    for lever, setting in plan.items():
        if lever not in levers:
            faults.add("plan", unknown("lever", lever, levers))
        elif isinstance(setting, Mapping):
            clean[lever] = _schedule(setting, levers[lever], faults)
        else:
            clean[lever] = bounded("plan", lever, setting, levers[lever], faults)
    return clean


def course(own, asked):
    """What holds where `asked` is put over `own`, each a number or {month: number} in the order of time.

    Before the first month of a schedule that is asked for, `own` holds.
    """
    if not isinstance(asked, Mapping) or not asked or 0 in asked:
        return asked
    first, own = min(asked), own if isinstance(own, Mapping) else {0: own}
    return {**{month: value for month, value in own.items() if month < first}, **asked}


def _schedule(schedule, rule, faults):
    if not schedule:
        faults.add("plan", f"{rule.lever} has an empty schedule; allowed is {{month: number, …}}")
    clean = {}
    for month, value in schedule.items():
        when = whole("plan", f"a month of {rule.lever}", month, 0, faults)
        if when is not None:
            clean[when] = bounded(f"plan, month {when}", rule.lever, value, rule, faults)
    return dict(sorted(clean.items()))


def bounded(where, subject, value, rule, faults: Faults) -> float | None:
    """`value` as a float inside the hard bounds of `rule`, or None with the fault noted."""
    if not _finite(value):
        span = with_unit(f"{plain(rule.lowest)} to {plain(rule.highest)}", rule.unit)
        found = value if isinstance(value, Real) else kind_of(value)
        return faults.add(where, f"{subject} is {found}, not a number; allowed is {span}")
    fault = outside(subject, float(value), rule.lowest, rule.highest, rule.unit, HARD)
    return faults.add(where, fault) if fault else float(value) + 0.0  # no -0.0, which is written otherwise


def check_parts(where, start, faults: Faults) -> None:
    """Note in `faults` each start value that is more than those which it is a part of together."""
    for part, wholes in PARTS.items():
        values = [start.get(name) for name in (part, *wholes)]
        if None not in values and values[0] > sum(values[1:]):
            found, most = plain(values[0]), plain(sum(values[1:]))
            faults.add(where, f"{part} is {found}, more than the {most} of {' and '.join(wholes)}, of which it is a part")


def whole(where, subject, value, least, faults: Faults) -> int | None:
    """`value` as a whole number of `least` or more, or None with the fault noted."""
    if _finite(value) and value == int(value) and value >= least:
        return int(value)
    return faults.add(where, f"{subject} is {value!r}, not a whole number of {least} or more")


def clean_shocks(shocks, rules, faults: Faults) -> tuple[Shock, ...]:
    """`shocks` as `Shock` tuples; every fault is noted in `faults`. `rules` maps names to rules."""
    if isinstance(shocks, (Shock, Mapping, str)) or not hasattr(shocks, "__iter__"):
        faults.add("shocks", f"found {kind_of(shocks)}; allowed is a list of shocks")
        return ()
    found = [_shock(shock, f"shock {n}", rules, faults) for n, shock in enumerate(shocks, 1)]
    return tuple(shock for shock in found if shock)


def _shock(shock, where, rules, faults):
    named = _named(shock, where, faults)
    if named is None:
        return None
    rule = rules.get(named["shock"]) if isinstance(named["shock"], str) else None
    if rule is None:
        return faults.add(where, unknown("shock", named["shock"], rules))
    length, size = named.get("length"), named.get("size")
    month = whole(where, "month", named["month"], 0, faults)
    length = whole(where, "length", rule.length if length is None else length, 1, faults)
    size = bounded(where, "size", rule.size if size is None else size, rule, faults)
    return None if None in (month, length, size) else Shock(rule.shock, month, length, size)


def _named(shock, where, faults):
    """The shock as a dict with the keys of `Shock`, of which length and size may be missing."""
    shape = "allowed is (shock, month, length, size) or a dict with these keys"
    if isinstance(shock, Mapping):
        aliases = {"kind": "shock", "name": "shock", "start": "month"}
        named = {aliases.get(key, key): value for key, value in shock.items()}
        wrong = [key for key in named if key not in Shock._fields] or len(named) != len(shock)
    elif isinstance(shock, (tuple, list)):
        named = dict(zip(Shock._fields, shock))
        wrong = len(shock) > len(Shock._fields)
    else:
        named, wrong = {}, True
    if wrong or "shock" not in named or "month" not in named:
        return faults.add(where, f"found {shock!r}; {shape}")
    return named


def _finite(value):
    """Whether `value` is a real number, not a truth value, that a float can hold."""
    try:
        return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)
    except OverflowError:
        return False


def kind_of(value) -> str:
    """What was found, with its type, for an error."""
    return f"{value!r} ({type(value).__name__})"
