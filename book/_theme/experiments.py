"""A button under each question that asks for a prediction: it opens the drawing in the page's studio.

An author writes a paragraph that begins with **Predict.**; nothing else is needed.  The button is
put before the paragraph that begins in bold next, because the question may go on in a list.  It
bears the name of its section, by which the page tells one experiment from another, and the month
that the chapter last named as the one in which *changes begin*, up to that paragraph.
"""

import re

from docutils import nodes
from sphinx.transforms import SphinxTransform

from widgets.page import element, escape
from widgets.words import Speaker

QUESTION = "Predict."
MONTHS = {name: number for number, name in enumerate(Speaker("en")("date.months").split("|"), 1)}
BEGIN = re.compile(rf"changes begin in\b[^.\n]*?\b({'|'.join(MONTHS)}) (\d{{4}})")


def begins_in_bold(node):
    """Whether a node is a paragraph whose first words are bold."""
    return isinstance(node, nodes.paragraph) and isinstance(first_words(node), nodes.strong)


def first_words(paragraph):
    """The first child of a paragraph that says anything (the parser begins some with an empty text)."""
    return next((child for child in paragraph.children if child.astext()), None)


def place_of_button(question):
    """The index, among the siblings of a question, of what stands after it and all that belongs to it."""
    siblings = question.parent.children
    index = siblings.index(question) + 1
    following = (at for at in range(index, len(siblings)) if begins_in_bold(siblings[at]))
    return next(following, index)


def section_of(question):
    """The name of the section that a question stands in, which no translation changes."""
    node = question.parent
    while node.parent and not isinstance(node, nodes.section):
        node = node.parent
    return node["ids"][0] if node["ids"] else ""


def begin_of(question):
    """The month in which changes begin, such as 2020-10, by what is said up to the next paragraph in bold; "" if nothing is."""
    paragraphs = list(question.document.findall(nodes.paragraph))
    at = paragraphs.index(question)
    following = (later for later in range(at + 1, len(paragraphs)) if begins_in_bold(paragraphs[later]))
    said = [BEGIN.search(one.astext()) for one in paragraphs[: next(following, at) + 1]]
    found = [match for match in said if match]
    return f"{found[-1][2]}-{MONTHS[found[-1][1]]:02}" if found else ""


def button(language, experiment, begins):
    """The markup of the button; a script shows it, since it does nothing without one."""
    inside = element("button", escape(Speaker(language)("studio.further.predict")), type="button")
    return element("p", inside, class_="predict", hidden="", data_experiment=experiment, data_begins=begins)


class OfferDrawing(SphinxTransform):
    """Runs before Sphinx translates (its priority is 20), while the question is in the author's words."""

    default_priority = 15

    def apply(self, **kwargs):
        """Put a button under each question."""
        if self.app.builder.name != "html":
            return
        questions = [node for node in self.document.findall(begins_in_bold) if first_words(node).astext() == QUESTION]
        for question in questions:
            text = button(self.config.language, section_of(question), begin_of(question))
            question.parent.insert(place_of_button(question), nodes.raw("", text, format="html"))


def setup(app):
    """Connect to Sphinx."""
    app.add_transform(OfferDrawing)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
