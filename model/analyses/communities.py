"""The plausible communities of a place: sets of parameters, each drawn from its range.

The twin of ``widgets/js/ensemble.js``; ``tests/widgets/test_agreement.py`` holds the two together,
so that the five hundred of a page are the five hundred of an analyst.
"""

from numbers import Integral

import numpy as np
import pandas

from model.run import require_case

MEMBERS = 500
"""Enough that a share of them is good to about two in a hundred, and few enough for a phone."""
SEED = 2023
MOST = 100_000


def ranges(case):
    """Return the parameters of a case that are not certain: name to (low, high), in the order of its tables."""
    return {one.name: (one.low, one.high) for one in case.evidence if one.kind == "parameter" and one.low < one.high}


def members(case, count=MEMBERS, seed=SEED):
    """Return the parameters of plausible communities, each number even between its low and its high.

    Parameters
    ----------
    case : cases.Case
    count : int
        How many, 1 to 100,000; a few are the first of many.
    seed : int
        0 to 2³² − 1.

    Returns
    -------
    pandas.DataFrame
        A row a community, a column for each parameter that is not certain, in its own unit.

    Raises
    ------
    TypeError, ValueError
        If ``case`` is no Case, or count or seed is not allowed.
    """
    require_case(case)
    for name, value, least, most in (("members", count, 1, MOST), ("seed", seed, 0, 2**32 - 1)):
        if isinstance(value, bool) or not isinstance(value, Integral) or not least <= value <= most:
            raise ValueError(f"{name} is {value!r}; allowed is a whole number from {least} to {most}.")
    low, high = np.array(list(ranges(case).values()), float).reshape(-1, 2).T
    drawn = low + mulberry32(seed, count * len(low)).reshape(count, -1) * (high - low)
    return pandas.DataFrame(drawn, columns=list(ranges(case)), index=pandas.RangeIndex(count, name="community"))


def mulberry32(seed, count):
    """Return the first so many numbers of the generator Mulberry32, even on 0–1, below 1."""
    state = np.uint32(seed) + np.arange(1, count + 1, dtype=np.uint32) * np.uint32(0x6D2B79F5)
    mixed = (state ^ (state >> np.uint32(15))) * (state | np.uint32(1))
    mixed = (mixed + (mixed ^ (mixed >> np.uint32(7))) * (mixed | np.uint32(61))) ^ mixed
    return (mixed ^ (mixed >> np.uint32(14))) / 2**32
