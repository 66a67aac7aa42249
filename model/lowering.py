"""Breaks expressions into single operations, each known by what it computes.

An operation that stands in two equations is found to be the same and done once.
Each has a tier that says how often it must be done: once a run (parameters
only), once for each new setting of levers and shocks, or at every step.  Sums
and products gather their operands by tier, so that as little as possible is
done at every step.
"""

from sympy import Rational, fraction

RUN, HELD, STEP = 0, 1, 2
FUNCTIONS = {"Max": "maximum", "Min": "minimum", "exp": "exp", "tanh": "tanh"}
EITHER_WAY = {"add", "multiply", "maximum", "minimum"}


class Lowering:
    """The operations of a set of equations, in an order in which they can be done.

    Parameters
    ----------
    tiers : dict of str to int
        RUN, HELD or STEP for every name that is given.

    Attributes
    ----------
    operations : list of (key, function, operand keys)
        Functions are NumPy's: add, subtract, multiply, divide, negative, maximum,
        minimum, exp, tanh, sqrt.  A key is a number or a name (``_v12`` if nameless).
    """

    def __init__(self, tiers):
        self.operations, self._done, self._named = [], {}, {}
        self._given, self._tiers = frozenset(tiers), dict(tiers)

    def name(self, name, expression):
        """Let a name stand for an expression's value; return the value's key."""
        before = len(self.operations)
        key = self.lower(expression)
        if len(self.operations) > before and self.operations[-1][0] == key:
            _, function, operands = self.operations.pop()
            self.operations.append((name, function, operands))
            self._tiers[name] = self._tiers[key]
            self._done[(function, operands)] = key = name
        self._named[name] = key
        return key

    def lower(self, node):
        """Return the key of an expression's value."""
        if node.is_Symbol:
            return self._named.get(node.name, node.name)
        if node.is_Add:
            return self._sum(node)
        if node.is_Mul or node.is_Pow:
            return self._product(node)
        if node.is_Number:
            return float(node)
        return self.do(FUNCTIONS[type(node).__name__], *map(self.lower, node.args))

    def tier(self, key):
        """Return how often a value must be computed."""
        return RUN if isinstance(key, float) else self._tiers[key]

    def is_given(self, key):
        """Return whether a key is a name given from outside, not an operation or number."""
        return key in self._given

    def do(self, function, *operands):
        """Return the key of an operation's value, done once however often it is asked for."""
        operands = tuple(sorted(operands, key=str)) if function in EITHER_WAY else operands
        if (function, operands) not in self._done:
            key = f"_v{len(self.operations)}"
            self._done[(function, operands)] = key
            self._tiers[key] = max(map(self.tier, operands))
            self.operations.append((key, function, operands))
        return self._done[(function, operands)]

    def _sum(self, node):
        terms = [(bool(term.as_coeff_Mul()[0] < 0), term) for term in node.as_ordered_terms()]
        signed = [(less, self.lower(-term if less else term)) for less, term in terms]
        value = None
        for less, key in sorted(signed, key=lambda term: (self.tier(term[1]), term[0])):
            if value is None:
                value = self.do("negative", key) if less else key
            else:
                value = self.do("subtract" if less else "add", value, key)
        return value

    def _product(self, node):
        above, below = (self._factors(part) for part in fraction(node, exact=True))
        value = 1.0
        for tier in (RUN, HELD, STEP):
            over = [key for key in above if self.tier(key) == tier]
            under = [key for key in below if self.tier(key) == tier]
            if over and under:
                # A ratio of its own, so that equations can share it whatever multiplies it.
                over, under = [self.do("divide", self._multiplied(over), self._multiplied(under))], []
            for key in over:
                value = key if value == 1.0 else self.do("multiply", value, key)
            if under:
                value = self.do("divide", value, self._multiplied(under))
        return value

    def _multiplied(self, keys):
        value = keys[0]
        for key in keys[1:]:
            value = self.do("multiply", value, key)
        return value

    def _factors(self, node):
        if node.is_Mul:
            return [key for part in node.args for key in self._factors(part)]
        if not node.is_Pow:
            return [] if node == 1 else [self.lower(node)]
        whole = int(node.exp)
        base = self.lower(node.base)
        root = [self.do("sqrt", base)] if node.exp - whole == Rational(1, 2) else []
        return [base] * whole + root
