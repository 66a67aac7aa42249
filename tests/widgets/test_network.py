"""The actor network from Python."""

import pytest

from cases import load, names
from model import simulate
from model.analyses.dimensions import quantities
from widgets import Network


@pytest.mark.parametrize("place", names())
def test_every_tie_joins_actors_of_the_place_and_follows_a_quantity(place):
    """A tie that follows nothing could not thicken."""
    state = Network(place).state
    actors = {actor["key"] for actor in state["actors"]}
    known = set(quantities().name)
    for tie in state["ties"]:
        assert {tie["from"], tie["to"]} <= actors
        assert tie["quantity"] in known and tie["quantity"] in state["series"]


@pytest.mark.parametrize("place", names())
def test_its_values_are_those_of_the_run(place):
    """One value a year, to five digits."""
    case = load(place)
    run = simulate(case, months=case.months, shocks=case.shocks)
    for name, values in Network(place).state["series"].items():
        assert values == pytest.approx(run[name].iloc[::12].tolist(), rel=1e-4, abs=1e-12)


def test_another_run_can_be_shown():
    """A plan's run is handed over as simulate returns it."""
    run = simulate(load("tianjin"), plan={"recognition": 0}, months=60)
    network = Network("tianjin", run=run)
    assert network.month == 60
    assert network.state["series"]["volunteers"][-1] == pytest.approx(run["volunteers"].iloc[-1], rel=1e-4)


def test_every_side_has_a_column():
    """An actor whose side has no column would not be drawn."""
    drawn = Network("tianjin").picture()
    assert drawn.count('class="gt-node"') == len(load("tianjin").actors)
