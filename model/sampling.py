"""Random points over the whole ranges, for what must hold everywhere."""

import numpy as np

from model.infix import Infix

OPEN = (1e-2, 1e5)
"""A stock without an upper bound is sampled log-evenly between these (judged)."""

NUMPY = {"exp": np.exp, "tanh": np.tanh, "maximum": np.maximum, "minimum": np.minimum,
         "sqrt": np.sqrt, "over": lambda left, right: (left > right) * 1.0}


class NumPy(Infix):
    """Plain NumPy expressions, for evaluating one expression over arrays."""

    calls = {"exp": "exp", "tanh": "tanh", "Max": "maximum", "Min": "minimum", "sqrt": "sqrt",
             "Over": "over"}


def points(equations, count, seed=0):
    """Return {name: array} of all names at up to ``count`` random possible points.

    Parameters lie evenly within low..high; stocks within lowest..highest, or
    log-evenly within OPEN where there is no highest, one in ten at its lowest;
    levers within lowest..highest, more densely near the lowest and one in four
    at it; every other shock is absent.  Auxiliaries follow from the equations,
    and a point where one leaves its bounds is impossible and dropped.
    """
    random = np.random.default_rng(seed)
    found = {name: _even(random, count, one.low, one.high) if one.low is not None
             else _even(random, count, one.lowest, one.highest)
             for name, one in equations.parameters.items()}
    for name in equations.stocks:
        found[name] = _state(random, count, equations.quantities[name])
    for name, one in equations.levers.items():
        found[name] = _rested(random, one.lowest, one.highest, random.random(count) ** 3, 0.25)
    for name, one in equations.shocks.items():
        found[f"shock_{name}"] = _rested(random, one.lowest, one.highest, random.random(count), 0.5)
    return _possible(equations, with_auxiliaries(equations, found))


def with_auxiliaries(equations, values):
    """Return the values together with every auxiliary, computed in order."""
    scope = dict(values)
    with np.errstate(all="ignore"):
        for name, expression in equations.auxiliaries:
            scope[name] = evaluated(expression, scope)
    return scope


def evaluated(expression, scope):
    """Return the value of a SymPy expression over arrays by name."""
    return eval(NumPy().text(expression), {"__builtins__": {}, **NUMPY}, scope)


def _even(random, count, low, high):
    return random.uniform(low, high, count)


def _state(random, count, one):
    if one.highest is not None:
        spread = random.uniform(one.lowest, one.highest, count)
    else:
        spread = one.lowest + np.exp(random.uniform(*np.log(OPEN), count))
    return np.where(random.random(count) < 0.1, one.lowest, spread)


def _rested(random, lowest, highest, along, share):
    values = lowest + (highest - lowest) * along
    return np.where(random.random(len(along)) < share, lowest, values)


def _possible(equations, values):
    count = max(np.size(value) for value in values.values())
    good = np.ones(count, dtype=bool)
    for name, one in equations.quantities.items():
        value = values[name]
        good &= np.isfinite(value) & (value >= (one.lowest if one.lowest is not None else -np.inf))
        good &= value <= (one.highest if one.highest is not None else np.inf)
    return {name: np.broadcast_to(value, count)[good] for name, value in values.items()}
