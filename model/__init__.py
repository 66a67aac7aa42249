"""The value–resource–interaction model: written once, run in several languages.

``simulate`` gives one run as a table, ``simulate_many`` thousands of runs as
arrays.  The equations stand in ``model/equations.py``; ``python -m model``
writes everything under ``model/generated`` from them.
"""

from importlib import import_module

__all__ = ["cost", "pareto", "simulate", "simulate_many"]

_ROOMS = {"simulate": "model.run", "simulate_many": "model.many", "cost": "model.costs", "pareto": "model.front"}


def __getattr__(name):
    # Read late, so that ``python -m model`` can write what these need, and one run needs no NumPy.
    if name in _ROOMS:
        return getattr(import_module(_ROOMS[name]), name)
    raise AttributeError(f"module 'model' has no attribute {name!r}")
