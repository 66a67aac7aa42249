"""Derivatives of the equations: local partials and the chain rule, never substitution.

Substituting every helper and differentiating the result takes minutes; the
partial derivatives of each short equation take seconds, and the chain rule puts
them together, number by number, at as many sample points as one likes.
"""

import numpy as np

from model.sampling import evaluated


def links(equations, values):
    """Return {(cause, effect): (total, size)} with helper auxiliaries seen through.

    Causes are named quantities, stocks, levers and shocks; effects are named
    auxiliaries and all stocks.  ``total`` is the derivative of the effect's
    equation (of a stock: its net flow per month) at each sample point; ``size``
    is the sum of the absolute contributions, against which rounding is judged.

    Parameters
    ----------
    equations : Equations
    values : mapping of str to array
        Every name at the sample points (``model.sampling.points``).
    """
    seen_through, found = {}, {}
    for name, expression in equations.auxiliaries:
        reached = _total(equations, expression, values, seen_through)
        if is_helper(equations, name):
            seen_through[name] = reached
        else:
            found.update({(cause, name): pair for cause, pair in reached.items()})
    for name, expression in equations.flows:
        reached = _total(equations, expression, values, seen_through)
        found.update({(cause, name): pair for cause, pair in reached.items() if cause != name})
    return found


def jacobian(equations, values):
    """Return the derivatives of all stocks' net flows by all stocks: (points, stocks, stocks).

    Parameters
    ----------
    equations : Equations
    values : mapping of str to array
        Every name at the sample points.
    """
    seen_through = {}
    for name, expression in equations.auxiliaries:
        seen_through[name] = _total(equations, expression, values, seen_through)
    rows = [_total(equations, expression, values, seen_through) for _, expression in equations.flows]
    none = np.zeros(len(next(iter(values.values()))))
    return np.stack([np.stack([row.get(stock, (none, none))[0] for stock in equations.stocks], axis=1)
                     for row in rows], axis=1)


def is_helper(equations, name):
    """Return whether the causal map sees through this quantity."""
    one = equations.quantities.get(name)
    return equations.sources[name] == "helper" or (one is not None and not one.named)


def _total(equations, expression, values, seen_through):
    reached = {}
    for symbol in sorted(expression.free_symbols, key=str):
        if symbol.name in equations.parameters:
            continue
        partial = _partial(expression, symbol, values)
        onward = seen_through.get(symbol.name, {symbol.name: (1.0, 1.0)})
        for cause, (total, size) in onward.items():
            before = reached.get(cause, (0.0, 0.0))
            reached[cause] = before[0] + partial * total, before[1] + np.abs(partial) * size
    return reached


def _partial(expression, symbol, values):
    count = len(next(iter(values.values())))
    with np.errstate(all="ignore"):
        return np.broadcast_to(evaluated(expression.diff(symbol), values), count)
