"""The functions that an equation may use, beside ``+ - * /`` and whole powers.

``Max``, ``Min`` and ``tanh`` are our own: SymPy's extremes compare their
arguments while they are built, which is slow when they are nested, and their
derivatives hold Heaviside steps that no other language knows; its tanh pulls
minus signs out for ever when sums are kept as typed.
"""

import math

from sympy import Float, Function, Integer, S, exp, sqrt
from sympy.core.parameters import global_parameters

__all__ = ["Max", "Min", "Over", "at_least", "clip01", "either", "exp", "logistic", "saturate", "sqrt", "tanh"]

# Keep 2*(x + y) as it was typed: what the reader reads is what runs.
global_parameters.distribute = False


class Over(Function):
    """1 where the first argument is above the second, else 0 (derivatives only)."""

    nargs = 2


class tanh(Function):  # noqa: N801 (named as in every language)
    """The hyperbolic tangent: from -1 to 1, steepest at 0."""

    nargs = 1

    @classmethod
    def eval(cls, argument):
        """Return the value of a number; None, for SymPy to keep the call, of anything else."""
        return Float(math.tanh(argument)) if argument.is_Number else None

    def fdiff(self, argindex=1):
        """Return the derivative: 1 less the square."""
        return 1 - self * self


class _Extreme(Function):
    """Two-argument extreme; more arguments are folded from the left."""

    nargs = 2

    def __new__(cls, *arguments, **options):
        if len(arguments) > 2:
            return cls(cls(*arguments[:-1]), arguments[-1])
        return super().__new__(cls, *arguments, **options)

    @classmethod
    def eval(cls, left, right):
        if left.is_Number and right.is_Number:
            return cls.of_numbers(left, right)
        return left if left == right else None


class Max(_Extreme):
    """The larger of two values."""

    of_numbers = staticmethod(lambda left, right: left if left >= right else right)

    def fdiff(self, argindex=1):
        """Return the derivative by one argument: 1 where that is the larger, else 0."""
        left, right = self.args
        return Over(left, right) if argindex == 1 else S.One - Over(left, right)


class Min(_Extreme):
    """The smaller of two values."""

    of_numbers = staticmethod(lambda left, right: left if left <= right else right)

    def fdiff(self, argindex=1):
        """Return the derivative by one argument: 1 where that is the smaller, else 0."""
        left, right = self.args
        return S.One - Over(left, right) if argindex == 1 else Over(left, right)


def clip01(x):
    """Return x held between 0 and 1."""
    return Min(Max(x, 0), 1)


def saturate(x, half):
    """Return x / (x + half): 0 at nothing, one half at ``half``, 1 at plenty."""
    return x / (x + half)


def logistic(x, x0, k):
    """Return the S-curve that is one half at x0 with steepness k.

    Written with tanh, which overflows in no language: 1/(1+exp(-k(x-x0))).
    """
    return (1 + tanh(k * (x - x0) / 2)) / 2


def at_least(floor, level):
    """floor where the level is 0, rising to 1 where it is 1: some of it is there all the same."""
    return floor + (1 - floor) * level


def either(*shares):
    """Return 1-(1-a)(1-b)…: the share that at least one of several reaches."""
    missed = Integer(1)
    for share in shares:
        missed = missed * (1 - share)
    return 1 - missed


def is_plain(number):
    """Return whether a SymPy number can be printed in every language."""
    return number.is_Rational or isinstance(number, Float)
