"""One line for each dimension: the equal-weight mean of its members on 0–1.

A share stands as it is.  A counted quantity is full at twice the most that the place's own history
reached, so that it has room to grow and no parameter has to be chosen.  Members of which less is
better enter as 1 minus their value.  The twin of ``widgets/js/dimensions.js``.
"""

from functools import cache

import pandas

from model.analyses.better import LESS as REVERSED
from model.tables import COMMON

DIMENSIONS = ("value", "resource", "interaction", "outcome")
HEADROOM = 2
"""A counted quantity is full at so many times the most of the place's own history."""
NOTICEABLE = 0.005
"""A difference below this part of what counts as full is none, as on the page (``widgets/js/story.js``)."""


@cache
def quantities():
    """Return the table of quantities: name, kind, dimension, unit, lowest, highest, named."""
    return pandas.read_csv(COMMON / "quantities.csv", dtype={"unit": str})


def members(dimension):
    """Return the names of the quantities whose mean is the line of a dimension."""
    table = quantities()
    return list(table.name[(table.dimension == dimension) & (table.named == "yes")])


def dimension_lines(run, own):
    """Return the four lines of a run.

    Parameters
    ----------
    run, own : pandas.DataFrame
        As ``model.simulate`` returns them; ``own`` is the place's own history, which sets what is
        full for counted quantities.

    Returns
    -------
    pandas.DataFrame
        One column a dimension, values on 0–1, index as that of ``run``.
    """
    highest = quantities().set_index("name").highest
    lines = {}
    for dimension in DIMENSIONS:
        names = members(dimension)
        full = (HEADROOM * own[names].max()).replace(0, 1)
        shares = (run[names] / highest[names].fillna(full)).clip(0, 1)
        less = [name for name in names if name in REVERSED]
        shares[less] = 1 - shares[less]
        lines[dimension] = shares.mean(axis=1)
    return pandas.DataFrame(lines)
