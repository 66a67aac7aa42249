"""The page form of every widget: safe markup, a picture that stands by itself, a sentence."""

import json
import re
from xml.etree import ElementTree

import pytest

from widgets.page import element, json_text
from widgets.words import LANGUAGES

WIDGET = "application/vnd.jupyter.widget-view+json"
KINDS = ("studio", "network", "causal_map", "timeline", "evidence")
CASES = [(kind, language) for kind in KINDS for language in LANGUAGES]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: "-".join(case))
def made(request, widget):
    """A widget and its page form."""
    one = widget(*request.param)
    return one, one.html()


def test_it_is_well_formed(made):
    """Markup that a strict parser reads is markup that every browser reads alike."""
    root = ElementTree.fromstring(made[1].replace("&nbsp;", " "))
    assert root.get("class") == "gt-widget"
    assert root.get("data-widget") == made[0].kind


def test_it_keeps_the_strict_policy(made):
    """No inline style, no handler, no script but data."""
    root = ElementTree.fromstring(made[1])
    for node in root.iter():
        assert not [name for name in node.keys() if name == "style" or name.startswith("on")]
    scripts = list(root.iter("script"))
    assert [script.get("type") for script in scripts] == ["application/json"]
    assert not list(root.iter("style"))


def test_its_state_comes_back_whole(made):
    """What the page reads is what Python knows, months of schedules as text."""
    widget, html = made
    state = json.loads(ElementTree.fromstring(html).find("script").text)
    assert state == json.loads(json.dumps({name: getattr(widget, name) for name in ("kind", "language", "state", *widget.moving)}))


def test_it_brings_its_apology(made):
    """What a reader is told where a widget cannot be drawn does not hang on the state that may be missing."""
    assert ElementTree.fromstring(made[1]).get("data-sorry") == made[0].say("host.sorry")


def test_without_scripts_it_says_what_it_shows(made):
    """A sentence stands under the picture and no slot is left unfilled."""
    root = ElementTree.fromstring(made[1])
    sentences = [node for node in root.iter() if node.get("class") == "gt-sentence"]
    assert sentences and all(len("".join(node.itertext())) > 10 for node in sentences)
    text = "".join("".join(node.itertext()) for node in root if node.tag != "script")
    assert not re.search(r"\{\w+\}|undefined|nan|None", text)


def test_pictures_are_named_for_screen_readers(made):
    """Each drawing has a role and the sentence as its name."""
    for drawing in ElementTree.fromstring(made[1]).iter("svg"):
        assert drawing.get("role") == "img" and len(drawing.get("aria-label")) > 10


def test_jupyterlab_gets_the_widget_and_the_page_form(made):
    """One bundle serves both, and the text is the same every time."""
    widget, html = made
    data, _ = widget._repr_mimebundle_()
    assert data["text/html"] == html
    assert data[WIDGET]["model_id"] == widget.model_id
    assert data["text/plain"] == repr(widget) and " object at " not in repr(widget)


def test_text_cannot_break_out_of_its_place():
    """Markup in a table is shown, not obeyed."""
    assert "<" not in json_text({"name": "</script><b>"})
    assert element("p", title='"><script>') == '<p title=\'"&gt;&lt;script&gt;\'></p>'


def test_what_is_not_a_number_does_not_reach_the_page():
    """JSON has no NaN; it would stop the widget without a word."""
    with pytest.raises(ValueError):
        json_text({"value": float("nan")})
