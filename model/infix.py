"""What the printed languages share: one walk over an expression, written infix.

SymPy's own printers write floats with 15 digits and powers as calls; this one
writes ``repr`` and products, so that every language computes the same numbers.
"""

from sympy import Rational, fraction

SUM, PRODUCT, ATOM = 1, 2, 3


class Infix:
    """Prints expressions; a language gives its own function names and word for a name.

    Subclasses set ``calls`` (our function's name -> the language's), ``times``
    and ``brackets``, and may override ``symbol``, ``number``, ``call`` and ``quotient``.
    """

    times, brackets = " * ", ("(", ")")
    calls = {"exp": "exp", "tanh": "tanh", "Max": "max", "Min": "min", "sqrt": "sqrt"}

    def text(self, expression):
        """Return the expression in this language."""
        return self._walk(expression)[0]

    def symbol(self, name):
        """Return how a name is written."""
        return name

    def number(self, value):
        """Return how a float is written."""
        return repr(value)

    def call(self, function, arguments):
        """Return a call of one of our functions on printed arguments."""
        return f"{self.calls[function]}({', '.join(arguments)})"

    def quotient(self, above, below):
        """Return one expression divided by another."""
        return f"{self._inside(above, PRODUCT)} / {self._inside(below, ATOM)}"

    def _walk(self, node):
        if node.is_Symbol:
            return self.symbol(node.name), ATOM
        if node.is_Add:
            return self._sum(node), SUM
        if node.is_Mul or node.is_Pow or (node.is_Rational and not node.is_Integer):
            return self._product(node)
        if node.is_Number:
            return self._literal(float(node))
        return self.call(type(node).__name__, [self.text(part) for part in node.args]), ATOM

    def _literal(self, value):
        return (self.number(value), ATOM) if value >= 0 else (f"-{self.number(-value)}", SUM)

    def _sum(self, node):
        terms = node.as_ordered_terms()
        added = [self._inside(term, PRODUCT) for term in terms if not _negative(term)]
        taken = [self._inside(-term, PRODUCT) for term in terms if _negative(term)]
        return " - ".join([" + ".join(added), *taken]) if added else "-" + " - ".join(taken)

    def _product(self, node):
        if _negative(node):
            return "-" + self._inside(-node, PRODUCT), SUM
        above, below = fraction(node, exact=True)
        if below != 1:
            return self.quotient(above, below), PRODUCT
        factors = self._factors(above)
        return self.times.join(factors), PRODUCT if len(factors) > 1 else ATOM

    def _factors(self, node):
        if node.is_Mul:
            return [text for part in node.args for text in self._factors(part)]
        if node.is_Pow:
            return self._power(node.base, node.exp)
        return [self._inside(node, PRODUCT)]

    def _power(self, base, exponent):
        whole = int(exponent)
        factors = [self._inside(base, ATOM)] * whole
        if exponent - whole == Rational(1, 2):
            factors.append(self.call("sqrt", [self.text(base)]))
        return factors

    def _inside(self, node, at_least):
        text, strength = self._walk(node)
        return text if strength >= at_least else text.join(self.brackets)


def _negative(node):
    return node.as_coeff_Mul()[0] < 0
