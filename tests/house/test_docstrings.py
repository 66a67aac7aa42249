"""Whoever reads the code is told what everything public gives back, and what it raises."""

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
ROOMS = ("cases", "model", "widgets", "book", "benchmarks")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def public(node, path=""):
    """Yield (name, node) of the classes, functions and methods that others may use."""
    for one in node.body:
        if isinstance(one, (ast.ClassDef, *FUNCTIONS)) and not one.name.startswith("_"):
            yield f"{path}{one.name}", one
            if isinstance(one, ast.ClassDef):
                yield from public(one, f"{path}{one.name}.")


def sets_a_property(node):
    """Whether this is what is called when a property is set: its words are those of the property."""
    return any(isinstance(one, ast.Attribute) and one.attr == "setter" for one in getattr(node, "decorator_list", ()))


def raised(node):
    """The names of the errors that a function itself raises; what a subclass has to write is none."""
    made = [one.exc for one in ast.walk(node) if isinstance(one, ast.Raise) and isinstance(one.exc, ast.Call)]
    return {ast.unparse(one.func) for one in made}


def faults(source):
    """The sentences that say what in a Python text is not explained."""
    tree = ast.parse(source)
    found = [] if ast.get_docstring(tree) else ["the module has no docstring"]
    for name, node in public(tree):
        said = ast.get_docstring(node) or ""
        if not said and not sets_a_property(node):
            found.append(f"{name} has no docstring")
        elif said and isinstance(node, FUNCTIONS) and raised(node) and "Raises\n" not in said:
            found.append(f"{name} raises {', '.join(sorted(raised(node)))}, and no section Raises says so")
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_everything_public_says_what_it_gives_back_and_what_it_raises(room):
    files = [file for file in sorted((HOUSE / room).rglob("*.py")) if not {"__pycache__", ".ipynb_checkpoints"} & set(file.parts)]
    found = {str(file.relative_to(HOUSE)): told for file in files if (told := faults(file.read_text(encoding="utf-8")))}
    assert files and not found


@pytest.mark.parametrize(("source", "told"), [
    ("x = 1", ["the module has no docstring"]),
    ("'''m'''\ndef f(): pass\ndef _g(): pass", ["f has no docstring"]),
    ("'''m'''\nclass A:\n  '''a'''\n  def f(self): pass\n  def __init__(self): pass", ["A.f has no docstring"]),
    ("'''m'''\nclass A: pass", ["A has no docstring"]),
    ("'''m'''\nclass A:\n  '''a'''\n  @x.setter\n  def x(self, value): raise E(1)", []),
    ("'''m'''\ndef f():\n  '''a'''\n  def g(): pass\n  raise E(1)", ["f raises E, and no section Raises says so"]),
    ("'''m'''\ndef f():\n  '''a\n\n  Raises\n  ------\n  E\n  '''\n  raise E(1)", []),
    ("'''m'''\ndef f():\n  '''a'''\n  raise NotImplementedError", []),
])
def test_what_is_not_explained_is_seen(source, told):
    assert faults(source) == told
