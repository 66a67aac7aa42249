"""Writes the equations for the page: LaTeX with words instead of symbols, in each language.

Only what latex2mathml reads is used: fractions, brackets, ``\\text`` and plain
function names; no ``aligned``.
"""

import csv

from sympy import Symbol

from model.infix import ATOM, Infix
from model.tables import ROOT

LANGUAGES = ("en", "zh_CN")
WORDS = ROOT / "locale" / "words.csv"
UNSAFE = set("\\{}$&#^_%~")


class Latex(Infix):
    """LaTeX in which every name is its word.

    Parameters
    ----------
    words : mapping of str to str
        Name of a symbol to its word in one language.
    stock : str, optional
        The stock whose net flow is written: what it moves to is kept together,
        so that one reads (target - stock) / delay.
    """

    times, brackets = r" \cdot ", (r"\left(", r"\right)")
    calls = {"exp": r"\exp", "tanh": r"\tanh", "Max": r"\max", "Min": r"\min"}

    def __init__(self, words, stock=None):
        self.words, self.stock = words, stock

    def symbol(self, name):
        return rf"\text{{{self.words[name]}}}"

    def number(self, value):
        return str(int(value)) if value.is_integer() else repr(value)

    def call(self, function, arguments):
        if function == "sqrt":
            return rf"\sqrt{{{arguments[0]}}}"
        return rf"{self.calls[function]}\left({', '.join(arguments)}\right)"

    def quotient(self, above, below):
        return rf"\frac{{{self.text(above)}}}{{{self.text(below)}}}"

    def _sum(self, node):
        own = [term for term in node.args if term == -Symbol(self.stock or "", real=True)]
        target = node - own[0] if own else node
        if not own or not target.is_Add:
            return super()._sum(node)
        return f"{super()._sum(target).join(self.brackets)} - {self.symbol(self.stock)}"

    def _power(self, base, exponent):
        if exponent.is_Integer and exponent > 1:
            return [f"{{{self._inside(base, ATOM)}}}^{{{exponent}}}"]
        return super()._power(base, exponent)


def latex(equations, words):
    """Return {name: LaTeX of its equation}: stocks as their change in time.

    Parameters
    ----------
    equations : Equations
    words : mapping of str to str
        As ``symbol_words`` gives them.
    """
    page = Latex(words)
    found = {name: f"{page.symbol(name)} = {page.text(expression)}"
             for name, expression in equations.auxiliaries}
    for name, expression in equations.flows:
        change = Latex(words, name).text(expression)
        found[name] = rf"\frac{{d}}{{dt}}\,{page.symbol(name)} = {change}"
    return found


def symbol_words(equations, language, path=WORDS):
    """Return {symbol: word} for everything that an equation may name.

    A helper that no table of words knows is written as its name.

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
