"""Writes the equations for the page: LaTeX with words instead of symbols, in each language.

Only what latex2mathml reads is used: fractions, brackets, ``\\text``, ``array`` and
plain function names; no ``aligned``.  What ``either`` joins stands again as a list of
reasons, one a line, and a long sum or product has one part a line: a phone is narrow.
"""

import csv
import re

from sympy import Symbol, fraction

from model.infix import ATOM, PRODUCT, Infix
from model.tables import ROOT

LANGUAGES = ("en", "zh_CN")
WORDS = ROOT / "locale" / "words.csv"
UNSAFE = set("\\{}$&#^_%~")
FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
EITHER, TARGET = "equation.either", "equation.target"
LONG = 48
"""Width of an expression, in letters, from which its parts stand on lines of their own: a phone holds no more."""
NARROW = 42
"""Width of an equation, in letters, that still stands on one line of a phone (judged)."""


class Latex(Infix):
    """LaTeX in which every name is its word.

    Parameters
    ----------
    words : mapping of str to str
        Name of a symbol to its word in one language.
    """

    times, brackets = r" \cdot ", (r"\left(", r"\right)")
    calls = {"exp": r"\exp", "tanh": r"\tanh", "Max": r"\max", "Min": r"\min"}

    def __init__(self, words):
        self.words = words

    def symbol(self, name):
        """Return the word of a name, upright."""
        return rf"\text{{{self.words[name]}}}"

    def number(self, value):
        """Return a float as a person writes it: a whole one without a point."""
        return str(int(value)) if value.is_integer() else repr(value)

    def call(self, function, arguments):
        """Return a call of one of our functions, its arguments on lines if they are long."""
        if function == "sqrt":
            return rf"\sqrt{{{arguments[0]}}}"
        listed = ", ".join(arguments)
        if len(arguments) > 1 and _seen(listed) > LONG:
            listed = _lines([f"{text}," for text in arguments[:-1]] + arguments[-1:])
        return rf"{self.calls[function]}\left({listed}\right)"

    def quotient(self, above, below):
        """Return one expression over another, as a fraction."""
        return rf"\frac{{{self.page(above)}}}{{{self.page(below)}}}"

    def page(self, node):
        """Return the expression as it stands on the page, its parts on lines if it is long."""
        whole = self.text(node)
        if _seen(whole) <= LONG or reasons(node) or _one_and_a_part(node):
            return whole
        if node.is_Add:
            terms = sorted(node.as_ordered_terms(), key=_taken)
            return _lines(self._signed(term, row) for row, term in enumerate(terms))
        if node.is_Mul and fraction(node, exact=True)[1] == 1:
            return _lines(self.times.join(["", text]) if row else text
                          for row, text in enumerate(self._factors(node)))
        return whole

    def _signed(self, term, row):
        taken = _taken(term)
        text = self.page(-term if taken else term)
        return f"- {text}" if taken else f"+ {text}" if row else text

    def _walk(self, node):
        joined = reasons(node)
        if type(node).__name__ in ("Max", "Min"):
            return self.call(type(node).__name__, [self.page(part) for part in node.args]), ATOM
        if not joined:
            return super()._walk(node)
        lines = _lines(self.page(reason) for reason in joined)
        return rf"\text{{{self.words[EITHER]}}}{lines.join(self.brackets)}", ATOM

    def _inside(self, node, at_least):
        if node.is_Add and not reasons(node) and _seen(self.text(node)) > LONG:
            return self.page(node).join(self.brackets)
        return super()._inside(node, at_least)

    def _power(self, base, exponent):
        if exponent.is_Integer and exponent > 1:
            return [f"{{{self._inside(base, ATOM)}}}^{{{exponent}}}"]
        return super()._power(base, exponent)


def reasons(node):
    """Return what ``either`` joined into this expression, or nothing if it is another sum.

    ``either(a, b)`` is ``1 - (1 - a) (1 - b)``.
    """
    if not node.is_Add or len(node.args) != 2 or 1 not in node.args:
        return []
    product = -sum(part for part in node.args if part != 1)
    if not product.is_Mul or not all(part.is_Add and 1 in part.args for part in product.args):
        return []
    return [sum(-term for term in part.args if term != 1) for part in product.args]


def _taken(term):
    return bool(term.as_coeff_Mul()[0] < 0)


def _one_and_a_part(node):
    return node.is_Add and len(node.args) == 2 and node.args[0].is_Number


def _lines(rows):
    return r"\begin{array}{l}" + r" \\ ".join(rows) + r"\end{array}"


def _without_shorter_parts(text):
    """Return the text with each fraction replaced by its longer part, for that is how wide it is."""
    text, found = re.sub(r"\\text\{([^{}]*)\}", r"\1", text), 1
    while found:
        text, found = FRACTION.subn(lambda parts: max(parts.groups(), key=_seen), text)
    return text


def _seen(text):
    """How wide a text is, in Latin letters; a Chinese character takes two."""
    shown = re.sub(r"\\[a-z]+|[{}]", "", text)
    return len(shown) + len(re.findall("[\u4e00-\u9fff]", shown))


def latex(equations, words):
    """Return {name: LaTeX of its equation}: stocks as their change in time.

    Parameters
    ----------
    equations : Equations
    words : mapping of str to str
        As ``symbol_words`` gives them.
    """
    page = Latex(words)
    found = {name: _equation(page.symbol(name), page.page(expression)) for name, expression in equations.auxiliaries}
    for name, expression in equations.flows:
        found[name] = _equation(rf"\frac{{d}}{{dt}}\,{page.symbol(name)}", page.page(expression))
    return found


def _equation(left, right):
    """Return left = right, the right-hand side under the left one if both are too much for a phone."""
    whole = f"{left} = {right}"
    return whole if _seen(_without_shorter_parts(whole)) <= NARROW else _lines([f"{left} =", rf"\quad {right}"])


def symbol_words(equations, language, path=WORDS):
    """Return {symbol: word} for everything that an equation may name.

    A helper that no table of words knows is written as its name; a stock's target
    takes the stock's word.

    Raises
    ------
    ValueError
        If a quantity, parameter, lever or shock has no word, or a word that LaTeX
        would take for a command.
    """
    with path.open(encoding="utf-8", newline="") as file:
        table = {row["key"]: row[language] for row in csv.DictReader(file)}
    found = {name: name.replace("_", " ") for name in equations.lets}
    for name, kind in equations.sources.items():
        key = f"{kind}.{name.removeprefix('shock_') if kind == 'shock' else name}"
        if kind != "helper" or f"quantity.{name}" in table:
            found[name] = _word(table, key.replace("helper.", "quantity."), path, language)
    target, found[EITHER] = (_word(table, key, path, language) for key in (TARGET, EITHER))
    for name in equations.lets:
        if name.endswith("_target"):
            found[name] = target.replace("…", found[name.removesuffix("_target")])
    return found


def _word(table, key, path, language):
    word = table.get(key, "").strip()
    if not word:
        raise ValueError(f"{path.name}: {key} has no word in {language}; every name that an "
                         "equation shows needs one.")
    if UNSAFE & set(word):
        raise ValueError(f"{path.name}: {key} is {word!r}; a word must not hold any of "
                         f"{' '.join(sorted(UNSAFE))}.")
    return word
