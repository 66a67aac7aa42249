"""The chain rule over named helpers gives the slopes that differences give."""

import numpy as np
import pytest

from model.derivatives import is_helper, links
from model.equations import MODEL
from model.sampling import evaluated, points, with_auxiliaries

NUDGE = 1e-6


@pytest.fixture(scope="module")
def sample():
    found = points(MODEL, 60, seed=7)
    # Away from the lowest values, where roots are steep and extremes have corners.
    inside = {name: np.maximum(found[name], 1e-3) for name in found}
    return with_auxiliaries(MODEL, {name: inside[name] for name in inside if name not in MODEL.lets})


@pytest.fixture(scope="module")
def slopes(sample):
    return {pair: total for pair, (total, _) in links(MODEL, sample).items()}


@pytest.mark.parametrize("cause", [name for name in MODEL.stocks if not is_helper(MODEL, name)])
def test_links_are_the_slopes_of_the_equations(sample, slopes, cause):
    step = NUDGE * np.maximum(np.abs(sample[cause]), 1.0)
    moved = [hidden(sample, cause, sign * step) for sign in (1, -1)]
    for name, expression in MODEL.flows:
        if name != cause:
            up, down = (evaluated(expression, scope) for scope in moved)
            difference, slope = (up - down) / (2 * step), slopes.get((cause, name), np.zeros(1))
            allowed = 1e-4 * np.abs(slope).max() + 1e-7 * np.abs(up).max()
            assert np.median(np.abs(difference - slope)) <= allowed, name


def hidden(sample, cause, step):
    """Return the sample with a cause moved and only helpers computed anew."""
    scope = {**sample, cause: sample[cause] + step}
    for name, expression in MODEL.auxiliaries:
        if is_helper(MODEL, name):
            scope[name] = evaluated(expression, scope)
    return scope
