"""Many runs at once: arrays in, arrays out."""

from collections.abc import Mapping

import numpy as np

from cases import check_plan, check_shocks
from cases.columns import PARTS
from model.generated import scalar, vector
from model.inputs import held_inputs
from model.run import require_case, whole_months

CHUNK = 10_000
"""Runs in one chunk: wide enough that calling NumPy costs little beside its work (measured).

Threads were tried: each NumPy call is so short that handing the interpreter over costs more
than a second core brings."""


def simulate_many(case, plan=None, parameters=None, start=None, months=120, shocks=(),
                  quantities=None):
    """Return the courses of many runs, computed together.

    Parameters
    ----------
    case : cases.Case
        The place whose values hold wherever nothing else is given.
    plan, parameters, start : mapping, optional
        As for ``simulate`` and ``Case.replace``, but every number may be an array with one
        number for each run; numbers hold for all runs.
    months : int
    shocks : iterable, optional
        The same in all runs.
    quantities : iterable of str, optional
        Which quantities to return; all of them if left out (for 10,000 runs of 120 months
        each quantity takes 10 MB).

    Returns
    -------
    dict of str to ndarray
        Shape (runs, months + 1), in the quantity's own unit.

    Raises
    ------
    TypeError, ValueError
        As ``simulate``; also for arrays that are not flat or differ in length, and for
        quantities that the model does not have.
    """
    require_case(case)
    months, kept = whole_months(months), _known(quantities)
    plan, parameters, start = (_arrays(where, given) for where, given in (
        ("plan", plan), ("parameters", parameters), ("start", start)))
    runs = _runs([*_leaves(plan), *_leaves(parameters), *_leaves(start)])
    _check(case, plan, parameters, start)
    inputs = _inputs(case, plan, check_shocks(shocks), months)
    found = _in_chunks(case, runs, parameters, start, inputs, months, kept)
    return {name: rows.T for name, rows in found.items()}


def side_by_side(case, plans, parameters, months, quantities, tell=None):
    """Return what ``simulate_many`` gives for each of several plans, all in the same communities.

    For a few hundred runs, calling NumPy costs more than its work: one call for all is cheaper.

    Parameters
    ----------
    case : cases.Case
    plans : sequence of (plan, shocks)
        Checked, as ``model.analyses.plans.terms`` gives them; numbers only.
    parameters : dict of str to ndarray
        At least one; flat, one number for each community.
    months : int
    quantities : iterable of str
    tell : callable, optional
        Called as ``tell(done, all)`` after each month of each chunk of runs.

    Returns
    -------
    list of dict of str to ndarray
        One for each plan; shape (communities, months + 1), in the quantity's own unit.
    """
    runs, kept = _runs([*parameters.values()]), _known(quantities)
    together = _together([_inputs(case, plan, shocks, months) for plan, shocks in plans], runs)

    def told(before, length):
        return tell and (lambda done, steps: tell(before + length * done / steps, months + 1))

    # until the plans part, one course is that of all
    parted = next((month for month, row in together.items() if any(map(np.ndim, row.values()))), months)
    now = max(month for month in together if month <= parted)
    rest = {0: together[now], **{month - parted: row for month, row in together.items() if month > parted}}
    start, past = {}, {name: np.empty((1, runs)) for name in kept}
    if parted:
        common = {month: row for month, row in together.items() if month < parted}
        past = _in_chunks(case, runs, parameters, {}, common, parted, {*kept, *case.start}, told(0, parted))
        start = {name: np.tile(past[name][-1], len(plans)) for name in case.start}
    repeated = {name: np.tile(values, len(plans)) for name, values in parameters.items()}
    found = _in_chunks(case, runs * len(plans), repeated, start, rest, months - parted, kept, told(parted, months + 1 - parted))
    return [{name: np.concatenate([past[name][:-1], rows[:, at * runs : (at + 1) * runs]]).T for name, rows in found.items()}
            for at in range(len(plans))]


def _together(inputs, runs):
    """What holds in all plans, from each month in which it changes in any: arrays where they differ."""
    latest, together = [one[0] for one in inputs], {}
    for month in sorted(set().union(*inputs)):
        latest = [one.get(month, row) for one, row in zip(inputs, latest)]
        together[month] = {name: _joined([row[name] for row in latest], runs) for name in scalar.INPUTS}
    return together


def _joined(values, runs):
    return values[0] if len(set(values)) == 1 else np.repeat(values, runs)


def _inputs(case, plan, shocks, months):
    held = held_inputs(case, plan, shocks, months)
    return {month: {name: row.get(name, 0.0) for name in scalar.INPUTS}
            for month, row in held.items()}


def _in_chunks(case, runs, parameters, start, inputs, months, kept, tell=None):
    parameters, start = {**case.parameters, **parameters}, {**case.start, **start}
    found = {name: np.empty((months + 1, runs)) for name in kept}
    steps = (months + 1) * -(-runs // CHUNK)

    def chunk(begin):
        before = (months + 1) * (begin // CHUNK) + 1
        part = slice(begin, min(begin + CHUNK, runs))
        vector.run(part.stop - begin, _cut(parameters, part), _cut(start, part),
                   {month: _cut(row, part) for month, row in inputs.items()}, months,
                   {name: rows[:, part] for name, rows in found.items()},
                   tell and (lambda month: tell(before + month, steps)))

    for begin in range(0, runs, CHUNK):
        chunk(begin)
    return found


def _cut(values, part):
    return {name: value[part] if isinstance(value, np.ndarray) else value
            for name, value in values.items()}


def _known(quantities):
    if quantities is None:
        return scalar.QUANTITIES
    if not hasattr(quantities, "__iter__"):
        raise TypeError(f"quantities is {quantities!r}; allowed is a list of names of quantities.")
    asked = [quantities] if isinstance(quantities, str) else list(quantities)
    for name in asked:
        if name not in scalar.QUANTITIES:
            raise ValueError(f"quantities: {name!r} is no quantity of the model; allowed are "
                             f"{', '.join(scalar.QUANTITIES)}.")
    return asked or scalar.QUANTITIES


def _arrays(where, given):
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise TypeError(f"{where} is of type {type(given).__name__}; allowed is a mapping from a name to "
                        "a number or to an array with one number for each run.")
    return {name: _arrays(f"{where}, {name}", value) if isinstance(value, Mapping)
            else _array(where, name, value) for name, value in given.items()}


def _array(where, name, value):
    allowed = "allowed is a flat array of finite numbers"
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths
        raise ValueError(f"{where}: {name} is {value!r}; {allowed}.") from None
    if array.ndim == 0:
        return value
    if array.ndim != 1 or array.dtype.kind not in "iuf":
        raise ValueError(f"{where}: {name} is an array of shape {array.shape} and type {array.dtype}; {allowed}.")
    if not np.isfinite(array).all():
        run = int(np.argmin(np.isfinite(array)))
        raise ValueError(f"{where}: {name} is {array[run]} in run {run}; {allowed}.")
    return array.astype(float)


def _leaves(values):
    for value in values.values():
        if isinstance(value, Mapping):
            yield from _leaves(value)
        else:
            yield value


def _runs(values):
    lengths = sorted({len(value) for value in values if isinstance(value, np.ndarray)})
    if len(lengths) > 1 or lengths == [0]:
        raise ValueError(f"arrays have the lengths {lengths}; allowed is one length for all, "
                         "the number of runs, at least 1.")
    return lengths[0] if lengths else 1


def _check(case, plan, parameters, start):
    for extreme in (np.min, np.max):
        check_plan(_reduced(plan, extreme))
        case.replace(parameters=_reduced(parameters, extreme))
    case.replace(start=_of_one(start, 0))  # numbers are numbers, before anything is compared
    for run in _furthest(case, start):
        case.replace(start=_of_one(start, run))


def _of_one(values, run):
    return {name: value[run] if isinstance(value, np.ndarray) else value
            for name, value in values.items()}


def _furthest(case, start):
    """The runs in which a start value is least or most, or has the least room in what it is part of."""
    values = {**case.start, **start}
    rooms = [sum(values[name] for name in wholes) - values[part] for part, wholes in PARTS.items()]
    return {int(find(value)) for value in (*values.values(), *rooms) for find in (np.argmin, np.argmax)}


def _reduced(values, extreme):
    return {name: _reduced(value, extreme) if isinstance(value, Mapping)
            else float(extreme(value)) if isinstance(value, np.ndarray) else value
            for name, value in values.items()}
