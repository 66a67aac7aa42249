"""What the tests of the model share: the places, small models, random plans."""

import numpy as np
import pytest

from cases import load, names
from model.language import Equations
from model.tables import Name


def quantity(name, kind="stock", unit="1", lowest=0.0, highest=None, named=True):
    return Name(name, kind, unit, lowest, highest, dimension="resource", named=named)


def parameter(name, unit="1", low=0.1, high=1.0):
    return Name(name, "parameter", unit, low, high, low, high, (low + high) / 2)


@pytest.fixture(params=names())
def place(request):
    """Each place in turn."""
    return load(request.param)


@pytest.fixture
def small():
    """Return a maker of models: quantities, parameters, levers and shocks as Name tuples."""

    def make(quantities=(), parameters=(), levers=(), shocks=()):
        tables = [{one.name: one for one in table} for table in (quantities, parameters, levers, shocks)]
        return Equations(tables[0], tables[1], {}, tables[2], tables[3])

    return make


@pytest.fixture
def names_of():
    """The two makers of a Name: of a quantity and of a parameter."""
    return quantity, parameter


@pytest.fixture
def run_source():
    """Return a function that runs a generated scalar text and returns its module's names."""

    def load_text(text):
        space = {}
        exec(compile(text, "generated", "exec"), space)
        return space

    return load_text


@pytest.fixture
def random_settings():
    """Return a function that draws plans within the levers' ranges at a place.

    The numbers of each lever are arrays with one for each run; a third of the
    levers have a schedule, whose later months are common to all runs.
    """

    def draw(place, runs, seed, months):
        random = np.random.default_rng(seed)
        plan = {}
        for lever in place.levers:
            def values(lever=lever):
                return random.uniform(lever.low, lever.high, runs)
            turns = sorted({0, *random.integers(1, months, 2).tolist()})
            plan[lever.lever] = ({turn: values() for turn in turns} if random.random() < 1 / 3
                                 else values())
        return plan

    return draw


@pytest.fixture
def one_of():
    """Return a function that takes the plan of one run out of a plan of arrays."""

    def pick(plan, run):
        return {lever: {month: float(values[run]) for month, values in setting.items()}
                if isinstance(setting, dict) else float(setting[run])
                for lever, setting in plan.items()}

    return pick
