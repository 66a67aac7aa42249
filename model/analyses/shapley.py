"""Who did how much, when several things were done at once: Shapley values.

The Shapley value of a cause is what it adds to the result, averaged over all orders in which the
causes could have been put in place one after the other.  The values of all causes sum to the whole
change; causes that do the same get the same; one that does nothing gets 0 (Shapley 1953).
"""

from math import factorial

import numpy as np

EXACT = 12
"""Up to this many causes every combination is run (4096 of them); beyond, orders are drawn."""
PAIRS = 64
"""How many orders are drawn, each together with its reverse, which halves the error (judged)."""
SEED = 2023


def shapley(count, value):
    """Return (values, errors): how much each cause adds.

    Parameters
    ----------
    count : int
        How many causes.
    value : callable
        Takes an array (combinations, count) of booleans, true where a cause is in place, and
        returns one result for each combination.

    Returns
    -------
    values, errors : array (count,)
        In the unit of the result.  The values sum to the result with all causes less the result
        with none.  Errors are standard errors; 0 for at most EXACT causes.
    """
    return _exact(count, value) if count <= EXACT else _drawn(count, value)


def _exact(count, value):
    masks = (np.arange(2 ** count)[:, None] >> np.arange(count) & 1).astype(bool)
    results = np.asarray(value(masks), float)
    sizes = masks.sum(axis=1)
    joined = np.array([factorial(max(size - 1, 0)) * factorial(count - max(size, 1)) for size in range(count + 1)])
    left = np.array([factorial(size) * factorial(max(count - size - 1, 0)) for size in range(count + 1)])
    weights = np.where(masks, joined[sizes][:, None], -left[sizes][:, None]) / factorial(count)
    return results @ weights, np.zeros(count)


def _drawn(count, value):
    orders = [order for drawn in orders_of(count, PAIRS) for order in (drawn, drawn[::-1])]
    masks = np.zeros((len(orders), count + 1, count), bool)
    for row, order in enumerate(orders):
        for place, cause in enumerate(order, start=1):
            masks[row, place:, cause] = True
    combinations, which = np.unique(masks.reshape(-1, count), axis=0, return_inverse=True)
    results = np.asarray(value(combinations), float)[which.reshape(masks.shape[:2])]
    added = np.empty((len(orders), count))
    np.put_along_axis(added, np.array(orders), np.diff(results, axis=1), axis=1)
    pairs = added.reshape(PAIRS, 2, count).mean(axis=1)
    return pairs.mean(axis=0), pairs.std(axis=0, ddof=1) / np.sqrt(PAIRS)


def orders_of(count, orders):
    """Return random orders of the numbers below ``count``: those that the page draws."""
    chance = _mulberry32(SEED)
    found = []
    for _ in range(orders):
        order = list(range(count))
        for last in range(count - 1, 0, -1):
            other = int(next(chance) * (last + 1))
            order[last], order[other] = order[other], order[last]
        found.append(order)
    return found


def _mulberry32(seed):
    """Yield the numbers from 0 to 1 that ``chance`` of widgets/js/ensemble.js gives."""
    state, whole = seed, 0xFFFFFFFF
    while True:
        state = (state + 0x6D2B79F5) & whole
        mixed = (state ^ state >> 15) * (1 | state) & whole
        mixed = mixed ^ mixed + ((mixed ^ mixed >> 7) * (61 | mixed) & whole) & whole
        yield (mixed ^ mixed >> 14) / 2 ** 32
