"""A large state leaves its page and comes back whole; the studio's stays."""

import pytest
from _theme.states import MUCH, put_apart

LARGE = '{"kind": "evidence", "text": "' + "x" * MUCH + '"}'


def page(kind, state):
    """A page with one widget."""
    return f'<p>a</p><div class="gt-widget" data-widget="{kind}" data-sorry="no"><script type="application/json">{state}</script><div></div></div>'


def test_a_large_state_stands_in_a_script_beside_the_page():
    text, files = put_apart(page("evidence", LARGE), "a/b", lambda name: f"../_static/{name}")
    [(name, script)] = files.items()
    assert name == "a-b-1-evidence.js" and script == f"document.currentScript.state = {LARGE};\n"
    assert "<script" not in text and f'data-state="../_static/{name}?v=' in text
    assert text.startswith("<p>a</p>") and text.endswith(' data-sorry="no"><div></div></div>')


@pytest.mark.parametrize(("kind", "state"), [("evidence", "{}"), ("studio", LARGE)])
def test_a_small_state_and_that_of_a_studio_stay(kind, state):
    assert put_apart(page(kind, state), "a", str) == (page(kind, state), {})


def test_another_state_is_another_address():
    """A browser that has kept the old file asks for the new one."""
    texts = {put_apart(page("evidence", LARGE + ending), "a", str)[0] for ending in ("", " ")}
    assert len(texts) == 2
