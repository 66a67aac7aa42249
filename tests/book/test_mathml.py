"""Maths is converted at build; what the converter would silently get wrong is refused."""

import pytest
from _theme.mathml import to_mathml


def test_a_formula_becomes_mathml_with_its_words():
    mathml = to_mathml(r"\frac{dV}{dt} = \text{加入} - \frac{V}{\tau}", "block")
    assert mathml.startswith("<math") and 'display="block"' in mathml and "<mi>加入</mi>" in mathml


@pytest.mark.parametrize(("tex", "message"), [
    (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", "the environment aligned is not known to the converter; allowed are align"),
    (r"\foo x", r"the command \\foo is not known"),
    (r"x_{", "MissingSuperScriptOrSubscriptError"),
])
def test_what_cannot_be_converted_is_refused(tex, message):
    with pytest.raises(ValueError, match=message):
        to_mathml(tex, "inline")
