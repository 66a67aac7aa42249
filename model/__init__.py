"""The value–resource–interaction model: written once, run in several languages.

``simulate`` gives one run as a table, ``simulate_many`` thousands of runs as
arrays; ``compare`` sets plans beside each other and ``explain`` says why one
differs from another; ``recovery`` says what each shock did and for how long;
``ensemble``, ``beats`` and ``sensitivity`` say how sure that is.  The equations stand in ``model/equations.py``; ``python -m model``
writes everything under ``model/generated`` from them.
"""

from importlib import import_module

_ROOMS = {
    "simulate": "model.run",
    "simulate_many": "model.many",
    "compare": "model.analyses.comparison",
    "explain": "model.analyses.explanation",
    "recovery": "model.analyses.recoveries",
    "cost": "model.analyses.costs",
    "pareto": "model.analyses.front",
    "as_plan": "model.analyses.front",
    "ensemble": "model.analyses.ensembles",
    "beats": "model.analyses.ensembles",
    "members": "model.analyses.communities",
    "sensitivity": "model.analyses.sensitivities",
}
"""Where each name is at home; no room bears the name of what it holds, which would hide it."""

__all__ = sorted(_ROOMS)


def __getattr__(name):
    # Read late, so that ``python -m model`` can write what these need, and one run needs no NumPy.
    if name in _ROOMS:
        return getattr(import_module(_ROOMS[name]), name)
    raise AttributeError(f"module 'model' has no attribute {name!r}")
