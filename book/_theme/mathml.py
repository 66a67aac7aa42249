"""Maths as MathML, made at build: nothing to load, nothing to run, and screen readers read it."""

import re

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

LOG = logging.getLogger(__name__)
ENVIRONMENTS = {"align*", "array", "bmatrix", "cases", "matrix", "pmatrix", "split", "vmatrix"}


def to_mathml(tex, display):
    """The MathML of a formula written in LaTeX.

    A word is an identifier: an `mtext` would count as space, and a minus between two words would lose its own.

    Raises
    ------
    ValueError
        If the formula has a command or an environment that cannot be converted; the converter itself would pass it on.
    """
    for environment in re.findall(r"\\begin\{(.*?)\}", tex):
        if environment not in ENVIRONMENTS:
            allowed = ", ".join(sorted(ENVIRONMENTS))
            raise ValueError(f"the environment {environment} is not known to the converter; allowed are {allowed}.")
    try:
        mathml = convert(tex, display=display)
    except Exception as error:
        raise ValueError(f"{type(error).__name__} {error}".strip()) from error
    unknown = re.search(r"\\\w+", mathml)
    if unknown:
        raise ValueError(f"the command {unknown.group()} is not known to the converter.")
    return mathml.replace("mtext>", "mi>")


def _convert(node, display):
    tex = node.astext()
    if display == "block" and r"\\" in tex and r"\begin" not in tex:
        tex = rf"\begin{{split}}{tex}\end{{split}}"
    try:
        return to_mathml(tex, display)
    except ValueError as error:
        LOG.warning("maths %r: %s", tex, error, location=node, type="mathml")
        return ""


def visit_inline(translator, node):
    """Write a formula in a line."""
    translator.body.append(_convert(node, "inline"))
    raise nodes.SkipNode


def visit_block(translator, node):
    """Write a formula on a line of its own, with its number if it has one."""
    translator.body.append(translator.starttag(node, "div", CLASS="math scroll", TABINDEX="0"))
    translator.body.append(_convert(node, "block"))
    if node["number"]:
        number = get_node_equation_number(translator, node)
        translator.body.append(f'<span class="eqno">({number})</span>')
    translator.body.append("</div>\n")
    raise nodes.SkipNode


def setup(app):
    """Connect to Sphinx."""
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
    app.connect("config-inited", lambda app, config: setattr(config, "html_math_renderer", "mathml"))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
