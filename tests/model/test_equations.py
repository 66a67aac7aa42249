"""What single equations promise in words."""

import numpy as np
import pytest

from cases import load, names
from model.analyses.communities import ranges
from model.equations import MODEL
from model.sampling import evaluated

TAPER = "push_taper"


def withdrawal_rate(months, floor):
    return evaluated(dict(MODEL.auxiliaries)["withdrawal_rate"], {TAPER: months, "taper_floor": floor})


@pytest.mark.parametrize("place", names())
def test_from_one_month_on_the_fewer_the_months_the_quicker_push_is_withdrawn_and_0_is_never(place):
    """As the hint of the lever says, in every plausible community; no slider stands between 0 and 1."""
    case = load(place)
    lever = case.lever(TAPER)
    positions = np.arange(lever.low, lever.high + lever.step, lever.step)
    assert positions[0] == 0 and positions[1] == 1
    for floor in (*ranges(case)["taper_floor"], case.parameters["taper_floor"]):
        rates = withdrawal_rate(positions, floor)
        assert rates[0] == 0 and (np.diff(rates[1:]) < 0).all() and rates[1] > 0.6
    assert "from 1 month on" in lever.hint["en"] and "从1个月起" in lever.hint["zh_CN"]
