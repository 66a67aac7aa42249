"""All generated texts of a set of equations, by file name."""

from pathlib import Path

from model.as_javascript import javascript_source
from model.as_json import json_source
from model.as_numpy import vector_source
from model.as_probe import probe_script, probe_source
from model.as_python import scalar_source
from model.as_xmile import xmile_source

WRITERS = {"scalar.py": scalar_source, "vector.py": vector_source, "probe.py": probe_source,
           "model.js": javascript_source, "probe.js": probe_script, "model.xmile": xmile_source,
           "model.json": json_source}

FOLDER = Path(__file__).with_name("generated")


def generated(equations):
    """Return {file name: text} of everything that ``model/generated`` holds.

    Raises
    ------
    EquationError
        If the equations are incomplete, go in a circle, or use what is not shared.
    """
    return {name: write(equations) for name, write in WRITERS.items()}
