"""The language in which the equations are written, once.

How to write equations (``model/equations.py``)::

    from model.language import Equations, Max, Min, clip01, either, exp, logistic, saturate, tanh

    m = Equations()
    q, p, lever, shock = m.symbols()
    joining = m.let("joining", p.join_rate * q.participation * q.retired_residents)
    leaving = m.let("leaving", q.volunteers / p.stay)
    m.change("volunteers", joining - leaving)
    m.let("services", p.hours_each * q.volunteers)
    MODEL = m

``let`` defines an auxiliary and returns its symbol; ``change`` gives a stock's
net flow per month.  A stock, and every quantity that a run returns, stands in
``cases/_common/quantities.csv``; an auxiliary that does not is a helper: it is computed
and printed, but not returned, and the causal map sees through it.  Definitions
may come in any order as long as the symbol is at hand (``q.services`` is there
from the start; a helper's symbol is what ``let`` returned, or ``m["joining"]``
later).  The symbol of ``shock.conflict`` is written ``shock_conflict``, because
a shock and a quantity may share a name.

Allowed are ``+ - * /``, whole powers, and the functions above; numbers are
pure numbers, so anything with a unit is a parameter.
"""

import difflib
from graphlib import CycleError, TopologicalSorter

from sympy import Symbol, preorder_traversal, sympify

from model import tables
from model.functions import (Max, Min, at_least, clip01, either, exp, is_plain, logistic, saturate,
                             sqrt, tanh)
from model.reserved import bad_name

__all__ = ["DT", "EquationError", "Equations", "Max", "Min", "at_least", "clip01", "either", "exp", "logistic",
           "saturate", "sqrt", "tanh"]

DT = 0.25
"""The step, in months: a power of two, so that months are met exactly."""

FUNCTIONS = (exp, tanh, Max, Min)


class EquationError(ValueError):
    """The equations say something that they must not; each fault is a sentence."""


class Names:
    """The symbols of one kind, as attributes; refuses a name that no table has."""

    def __init__(self, kind, table, symbols):
        self._kind, self._table, self._symbols = kind, table, symbols

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name in self._symbols:
            return self._symbols[name]
        near = difflib.get_close_matches(name, self._symbols, 1)
        hint = f"; the nearest is {near[0]}" if near else ""
        raise EquationError(f"{name} is no {self._kind}: {self._table} does not name it{hint}.")

    def __dir__(self):
        return sorted(self._symbols)


class Equations:
    """The equations of one model: what they name and what they say.

    Parameters
    ----------
    quantities, parameters, starts, levers, shocks : dict of str to tables.Name, optional
        The names that may be used; the project's own tables by default.

    Raises
    ------
    EquationError
        If a name is badly formed, reserved in a language, or used for two things.
    """

    def __init__(self, quantities=None, parameters=None, starts=None, levers=None, shocks=None):
        if parameters is None:
            parameters, starts = tables.parameters()
        self.quantities = tables.quantities() if quantities is None else quantities
        self.parameters, self.starts = parameters, starts or {}
        self.levers = tables.levers() if levers is None else levers
        self.shocks = tables.shocks() if shocks is None else shocks
        self.lets, self.changes = {}, {}
        self.sources = {name: "quantity" for name in self.quantities}
        for kind, names in (("parameter", self.parameters), ("lever", self.levers),
                            ("shock", [f"shock_{name}" for name in self.shocks])):
            for name in names:
                self._claim(name, kind)
        for name in self.sources:
            _refuse_bad_name(name)

    def symbols(self):
        """Return the four name spaces: quantities, parameters, levers, shocks."""
        return (self._space("quantity", "cases/_common/quantities.csv", self.quantities),
                self._space("parameter", "cases/_common/parameters.csv", self.parameters),
                self._space("lever", "cases/_common/levers.csv", self.levers),
                self._space("shock", "cases/_common/shocks.csv", self.shocks, "shock_"))

    def __getitem__(self, name):
        """Return the symbol of a quantity or of a helper that was already defined."""
        if name not in self.lets and name not in self.quantities:
            raise EquationError(f"{name} is neither in cases/_common/quantities.csv nor defined above.")
        return _symbol(name)

    def let(self, name, expression):
        """Return the symbol of a newly defined auxiliary.

        Raises
        ------
        EquationError
            If the name is reserved, already defined, a stock, or no free name,
            or if the expression uses what the languages do not share.
        """
        if name in self.lets:
            raise EquationError(f"{name} is defined twice: one let for each auxiliary.")
        if name not in self.quantities:
            _refuse_bad_name(name)
            self._claim(name, "helper")
        elif self.quantities[name].kind == "stock":
            raise EquationError(f"{name} is a stock: give its net flow with change, not let.")
        self.lets[name] = _checked(name, expression)
        return _symbol(name)

    def change(self, name, expression):
        """Give the net flow of a stock, in its unit per month.

        Raises
        ------
        EquationError
            If the name is no stock or has its change already, or if the expression uses what the
            languages do not share.
        """
        if name not in self.quantities or self.quantities[name].kind != "stock":
            raise EquationError(f"{name} is no stock of cases/_common/quantities.csv: use let.")
        if name in self.changes:
            raise EquationError(f"{name} is changed twice: one change for each stock.")
        self.changes[name] = _checked(name, expression)

    @property
    def stocks(self):
        """The names of the stocks, in the table's order."""
        return [name for name, one in self.quantities.items() if one.kind == "stock"]

    @property
    def inputs(self):
        """The symbols' names of levers, then of shocks."""
        return [*self.levers, *(f"shock_{name}" for name in self.shocks)]

    @property
    def auxiliaries(self):
        """Pairs (name, expression) of all auxiliaries, causes before effects.

        Raises
        ------
        EquationError
            If a quantity of the table has no equation, or auxiliaries wait for each other.
        """
        self._refuse_gaps()
        graph = {name: sorted(self._uses(expression) & self.lets.keys())
                 for name, expression in self.lets.items()}
        try:
            return [(name, self.lets[name]) for name in TopologicalSorter(graph).static_order()]
        except CycleError as error:
            path = " -> ".join(reversed(error.args[1]))
            raise EquationError(f"These auxiliaries wait for each other: {path}; "
                                "one of them must be a stock.") from None

    @property
    def flows(self):
        """Pairs (stock, net flow), in the table's order.

        Raises
        ------
        EquationError
            If a quantity of the table has no equation.
        """
        self._refuse_gaps()
        return [(name, self.changes[name]) for name in self.stocks]

    def unit(self, name):
        """Return the unit of a table's name, or None for a helper."""
        for table in (self.quantities, self.parameters, self.levers):
            if name in table:
                return table[name].unit
        return self.shocks[name[6:]].unit if name.startswith("shock_") else None

    def _space(self, kind, table, names, prefix=""):
        return Names(kind, table, {name: _symbol(prefix + name) for name in names})

    def _claim(self, name, kind):
        if name in self.sources:
            raise EquationError(f"{name} names two things: a {self.sources[name]} and a {kind}.")
        self.sources[name] = kind

    @staticmethod
    def _uses(expression):
        return {symbol.name for symbol in expression.free_symbols}

    def _refuse_gaps(self):
        faults = [f"{name} is a stock without a change." for name in self.stocks
                  if name not in self.changes]
        faults += [f"{name} is an auxiliary of cases/_common/quantities.csv without a let."
                   for name, one in self.quantities.items()
                   if one.kind == "auxiliary" and name not in self.lets]
        for name, expression in [*self.lets.items(), *self.changes.items()]:
            faults += [f"{name} uses {unknown}, which no table names and no let defines."
                       for unknown in sorted(self._uses(expression) - self.sources.keys())]
        if faults:
            raise EquationError("\n".join(faults))


def _symbol(name):
    return Symbol(name, real=True)


def _refuse_bad_name(name):
    fault = bad_name(name)
    if fault:
        raise EquationError(fault)


def _checked(name, expression):
    expression = sympify(expression)
    for node in preorder_traversal(expression):
        fault = _fault(node)
        if fault:
            raise EquationError(f"{name} {fault}")
    return expression


def _fault(node):
    if node.is_Symbol or node.is_Add or node.is_Mul or isinstance(node, FUNCTIONS):
        return None
    if node.is_Pow:
        return None if (2 * node.exp).is_Integer else (
            f"holds the power {node}; allowed are whole powers and sqrt.")
    if node.is_number:
        return None if is_plain(node) else f"holds {node}, which is no finite plain number."
    return (f"uses {type(node).__name__}, which the languages do not share; allowed are "
            "+ - * /, whole powers, exp, tanh, Max, Min, sqrt and what is built from them.")
