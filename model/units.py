"""Dimensional consistency of every equation, by a walk with Pint.

The registry knows only the units of the model, and each is a dimension of its
own: an hour of work is not a share of a month.  Numbers have no unit, except
that 0 fits every unit; sums, Max and Min need equal units; exp and tanh need
none; a stock's net flow must be its unit per month.
"""

import pint

BASE = ("person", "organisation", "household", "task", "hour", "yuan", "month")
TIME = "month"


def registry():
    """Return a Pint registry in which each base unit is its own dimension."""
    found = pint.UnitRegistry(None)
    for unit in BASE:
        found.define(f"{unit} = [{unit}]")
    return found


def unit_faults(equations):
    """Return one sentence for each equation whose units do not agree.

    A helper that no table names takes the unit that its equation gives it.

    Parameters
    ----------
    equations : Equations
    """
    walk = _Walk(equations)
    return walk.faults


class UnitError(ValueError):
    """Two parts of an equation have units that do not fit."""


class _Walk:
    def __init__(self, equations):
        self.units, self.faults, self.registry = {}, [], registry()
        self.none = self.registry.Unit("")
        for name, kind in equations.sources.items():
            if kind != "helper":
                self._declare(name, equations.unit(name))
        for name, expression in equations.auxiliaries:
            self._hold(name, name, expression, self.units.get(name))
        for name, expression in equations.flows:
            if name in self.units:
                per_month = self.units[name] / self.registry.Unit(TIME)
                self._hold(f"the change of {name}", None, expression, per_month)

    def _declare(self, name, text):
        try:
            self.units[name] = self.registry.Unit("" if text == "1" else text)
        except (pint.errors.PintError, ValueError):
            self.faults.append(f"{name} has the unit {text!r}; allowed are 1, "
                               f"{', '.join(BASE)} and what * and / make of them.")

    def _hold(self, subject, defines, expression, wanted):
        try:
            found = self.unit(expression)
        except UnitError as error:
            self.faults.append(f"{subject}: {error}")
            return
        except KeyError as error:
            self.faults.append(f"{subject}: {error.args[0]} has no usable unit.")
            return
        if defines and wanted is None:
            self.units[defines] = self.none if found is None else found
        elif found is not None and found != wanted:
            self.faults.append(f"{subject} is in {_said(found)}, but its table says {_said(wanted)}.")

    def unit(self, node):
        """Return the unit of an expression; None for 0, which fits every unit."""
        if node.is_Symbol:
            return self.units[node.name]
        if node.is_Number:
            return None if node == 0 else self.none
        if node.is_Mul:
            return self._product(node)
        if node.is_Pow:
            return self.unit(node.base) ** float(node.exp)
        if node.is_Add or type(node).__name__ in ("Max", "Min"):
            return self._same(node)
        return self._none_of(node)

    def _product(self, node):
        found = self.none
        for part in node.args:
            found = found * (self.unit(part) or self.none)
        return found

    def _same(self, node):
        found = None
        for part in node.args:
            unit = self.unit(part)
            if found is not None and unit is not None and unit != found:
                raise UnitError(f"{_said(found)} and {_said(unit)} stand side by side in {node}.")
            found = found if unit is None else unit
        return found

    def _none_of(self, node):
        unit = self.unit(node.args[0])
        if unit is not None and unit != self.none:
            raise UnitError(f"{type(node).__name__} needs a number without unit, "
                            f"found {_said(unit)} in {node}.")
        return self.none


def _said(unit):
    return f"{unit:~}".strip() or "no unit" if unit is not None else "no unit"
