"""Where levers and shocks enter the causal map: what one of them changes at once, and nothing else."""

import numpy as np
import pytest

from cases import load, names
from model import simulate
from model.generated import probe
from model.tables import quantities

NAMED = {name for name, one in quantities().items() if one.named}
NODES = [*probe.STOCKS, *probe.AUXILIARIES]
MONTHS = (6, 24)
PLACES = {name: load(name) for name in names()}


def says(place, month, moved=None, size=0.0):
    """What every equation says of a place's own run in a month, with one lever, shock or node moved by a part of itself."""
    row = simulate(place, months=month, shocks=place.shocks).iloc[-1]
    held = {name: 0.2 if name.startswith("shock_") else max(place.lever(name).high / 2, 0.1) for name in probe.INPUTS}
    values = {name: float(row[name]) for name in NODES} | held
    if moved:
        values[moved] = values[moved] * (1 + size) + size
    state, given, inputs = ([values[name] for name in group] for group in (probe.STOCKS, probe.AUXILIARIES, probe.INPUTS))
    auxiliaries, flows = probe.probe(place.parameters, state, given, inputs)
    return dict(zip(NODES, [*flows, *auxiliaries]))


def changed(place, month, moved):
    """The nodes whose equation says something else when one thing moves up or down."""
    base = says(place, month)
    return {name for size in (0.1, -0.1) for name, value in says(place, month, moved, size).items()
            if name != moved and not np.isclose(float(value), float(base[name]), rtol=1e-9, atol=1e-15)}


def first_named(place, month, moved, passed=()):
    """The named ones among them, and those that are reached through what has no name."""
    found = changed(place, month, moved)
    for hidden in found - NAMED - set(passed):
        found |= first_named(place, month, hidden, {*passed, *found})
    return found & NAMED


@pytest.mark.parametrize("cause", probe.INPUTS)
def test_a_lever_or_shock_acts_at_once_where_it_is_said_to_enter_and_nowhere_else(cause):
    found = set().union(*(first_named(place, month, cause) for place in PLACES.values() for month in MONTHS))
    assert found == set(probe.ENTRANCES[cause])
