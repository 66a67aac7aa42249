"""A run that goes on from a month is the same run."""

import pytest

from cases import load, names
from model import simulate
from model.analyses.onward import onward


@pytest.mark.parametrize("part", [0, 0.4, 1])
@pytest.mark.parametrize("name", names())
def test_going_on_from_a_month_changes_nothing_that_follows(name, part):
    case = load(name)
    month, months = int(part * case.months), case.months + 24
    whole = simulate(case, months=months, shocks=case.shocks).iloc[month:].reset_index(drop=True)
    there = onward(case, month, case.shocks)
    rest = simulate(there, months=months - month, shocks=there.shocks)
    whole["money_spent"] -= whole["money_spent"][0]
    assert (whole - rest).abs().max().max() < 1e-6


def test_a_shock_that_is_under_way_goes_on_for_what_is_left_of_it():
    there = onward(load(names()[0]), 10, [("epidemic", 4, 9, 1), ("honour", 2, 3, 1), ("conflict", 12, 2, 1)])
    assert [tuple(shock) for shock in there.shocks] == [("epidemic", 0, 3, 1), ("conflict", 2, 2, 1)]
