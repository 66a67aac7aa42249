"""All generated texts of a set of equations, by file name."""

from model.as_numpy import vector_source
from model.as_python import scalar_source

WRITERS = {"scalar.py": scalar_source, "vector.py": vector_source}


def generated(equations):
    """Return {file name: text} of everything that ``model/generated`` holds.

    Raises
    ------
    EquationError
        If the equations are incomplete, go in a circle, or use what is not shared.
    """
    return {name: write(equations) for name, write in WRITERS.items()}
