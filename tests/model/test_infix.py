"""What is printed is what was meant: random expressions have one value in every form."""

import math
import random

import numpy as np
import pytest
from sympy import Float, Integer, Rational, Symbol

from model.as_python import Python
from model.functions import Max, Min, exp, sqrt, tanh
from model.infix import Infix
from model.lowering import STEP, Lowering

X, Y, Z = (Symbol(name, real=True) for name in "xyz")
VALUES = {"x": 0.7310585786300049, "y": 2.25, "z": 1e-3}


def grown(seed, depth=4):
    """Return a random expression that is finite at VALUES."""
    pick = random.Random(seed)

    def grow(depth):
        if depth == 0:
            return pick.choice([X, Y, Z, Integer(2), Integer(-3), Rational(1, 3), Float(0.1), Float(-2.5)])
        left, right = grow(depth - 1), grow(pick.randrange(depth))
        return pick.choice([
            lambda: left + right, lambda: left - right, lambda: left * right, lambda: -left,
            lambda: left / (1 + right * right), lambda: Max(left, right), lambda: Min(left, right),
            lambda: tanh(left), lambda: exp(-left * left), lambda: left**2, lambda: left**3,
            lambda: sqrt(1 + left * left), lambda: 1 / (2 + tanh(right))])()

    return grow(depth)


def meant(node):
    """Return the value of an expression by SymPy's own arithmetic, not by printing."""
    if node.is_Symbol:
        return VALUES[node.name]
    if node.is_Number:
        return float(node)
    parts = [meant(part) for part in node.args]
    return {"Add": math.fsum, "Mul": math.prod, "Pow": lambda two: two[0] ** two[1],
            "Max": max, "Min": min, "tanh": lambda one: math.tanh(*one),
            "exp": lambda one: math.exp(*one)}[type(node).__name__](parts)


@pytest.mark.parametrize("seed", range(300))
def test_printed_python_has_the_value_that_was_meant(seed):
    expression = grown(seed)
    scope = {**VALUES, "exp": math.exp, "tanh": math.tanh, "sqrt": math.sqrt, "max": max, "min": min}
    assert eval(Python().text(expression), scope) == pytest.approx(meant(expression), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("seed", range(300))
def test_lowered_operations_have_the_value_that_was_meant(seed):
    expression = grown(seed)
    lowering = Lowering(dict.fromkeys("xyz", STEP))
    key = lowering.lower(expression)
    values = dict(VALUES)
    for name, function, operands in lowering.operations:
        values[name] = getattr(np, function)(*(values.get(operand, operand) for operand in operands))
    assert values.get(key, key) == pytest.approx(meant(expression), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("expression, printed", [
    (Float(0.1) + Float(0.2), repr(0.1 + 0.2)),
    (X**3, "x * x * x"),
    (1 / X, "1.0 / x"),
    (X / (Y * Z), "x / (y * z)"),
    (X - (Y - Z), "x - (y - z)"),
    (X * (Y - Z), "x * (y - z)"),
    (-X, "-x"),
    (1 - X, "1.0 - x"),
    (X * Rational(1, 3), "x / 3.0"),
    (X * sqrt(X), "x * sqrt(x)"),
    (exp(-X), "exp(-x)"),
    (Max(X, -2), "max(x, -2.0)"),
])
def test_expressions_are_printed_in_full_precision_and_without_powers(expression, printed):
    assert Infix().text(expression) == printed
