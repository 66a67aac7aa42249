"""What the reason of a value says of a run is so in the run."""

import re

import pytest

from cases import load
from model import simulate


def test_the_donors_of_chaoyangli_are_counted_as_their_reason_says():
    place = load("tianjin")
    share = place.values.set_index("name").loc["donor_share"]
    row = simulate(place, months=place.months, shocks=place.shocks).loc[place.month("2003-12")]
    cost = row.donors / (share.value * row.residents * row.participation * row.joint_action)
    for reason in (share.reason_en, share.reason_zh_CN):
        said = [float(text.replace(",", "")) for text in re.findall(r"(?<![\d-])\d[\d,]*(?:\.\d+)?", reason)]
        for value, digits in [(row.residents, 0), (row.participation, 2), (row.joint_action, 2), (cost, 2), (share.value, 2), (row.donors, 0)]:
            assert any(one == pytest.approx(round(value, digits)) for one in said), (value, reason)
