"""The page form of a widget: a mount, its state as JSON, and a picture that stands without scripts."""

import json
from xml.sax.saxutils import escape, quoteattr

__all__ = ["attributes", "element", "escape", "json_text", "mount"]


def json_text(value):
    """Return JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c")


def attributes(**values):
    """Return attributes as markup: ``class_`` is class, ``_`` in a name is ``-``, None is left out."""
    names = {name: name.rstrip("_").replace("_", "-") for name in values}
    return "".join(f" {names[name]}={quoteattr(str(value))}" for name, value in values.items() if value is not None)


def element(tag, *children, **values):
    """Return one element as markup; children are markup already."""
    inside = "".join(children)
    return f"<{tag}{attributes(**values)}>{inside}</{tag}>" if inside else f"<{tag}{attributes(**values)}></{tag}>"


def mount(kind, traits, picture, note, sorry):
    """Return the markup that a page brings to life.

    Parameters
    ----------
    kind : str
        Which widget.
    traits : dict
        Everything that the front end reads from its model.
    picture : str
        Markup that stands until then: what a reader without scripts, a printer or a search engine sees.
    note : str
        A sentence that says so.
    sorry : str
        A sentence for the reader whose browser cannot bring it to life.
    """
    state = f'<script type="application/json">{json_text(traits)}</script>'
    still = element("div", picture, element("p", escape(note), class_="gt-note gt-still-note"), class_="gt-still")
    return element("div", state, still, class_="gt-widget", data_widget=kind, data_sorry=sorry)
