"""Inline styles become classes, tables scroll in a box, and what cannot be mended is refused with a sentence."""

import pytest
from _theme.markup import repair, style_to_class


@pytest.mark.parametrize(("before", "after"), [
    ('<img alt="x" src="a.svg" style="width: 60%;" />', '<img alt="x" src="a.svg" class="wide-60">'),
    ('<figure class="align-left" style="width: 80.0%">', '<figure class="wide-80 align-left">'),
    ('<col style="width: 33.3%" />', "<col>"),
    ('<tr style="text-align: right;">', "<tr>"),
    ("<style scoped>td { color: red }</style>", ""),
    ('<summary aria-label="Toggle hidden content">', "<summary>"),
    ('<div role="list" class="citation-list"><div role="doc-biblioentry">', '<div class="citation-list"><div>'),
])
def test_an_inline_style_is_said_by_a_class_or_dropped(before, after):
    assert repair(before) == after


def test_a_table_stands_in_a_box_that_scrolls_and_can_be_reached_by_keyboard():
    table = '<table border="1" class="dataframe"><tr><td>1</td></tr></table>'
    assert repair(table) == '<div class="scroll" tabindex="0"><table class="dataframe"><tr><td>1</td></tr></table></div>'


def test_a_table_has_a_minus_and_no_sign_before_nothing():
    cells = "<tr><th>-1</th><td>-1,517.49</td><td>-0.00</td><td>2015-05</td><td>1-2</td></tr>"
    assert "<th>-1</th><td>−1,517.49</td><td>0.00</td><td>2015-05</td><td>1-2</td>" in repair(f'<table class="dataframe">{cells}</table>')


@pytest.mark.parametrize("style", ["width: 55%", "width: 300px", "color: red"])
def test_another_style_is_refused(style):
    with pytest.raises(ValueError, match="only a width in tens of per cent is allowed"):
        style_to_class("img", style)
