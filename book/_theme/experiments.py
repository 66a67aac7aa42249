"""A button under each question that asks for a prediction: it opens the drawing in the page's studio.

An author writes a paragraph that begins with **Predict.**; nothing else is needed.  The button is
put before the paragraph that begins in bold next, because the question may go on in a list.
"""

from docutils import nodes
from sphinx.transforms import SphinxTransform

from widgets.page import element, escape
from widgets.words import Speaker

QUESTION = "Predict."


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


def button(language):
    """The markup of the button; a script shows it, since it does nothing without one."""
    inside = element("button", escape(Speaker(language)("studio.further.predict")), type="button")
    return element("p", inside, class_="predict", hidden="")


class OfferDrawing(SphinxTransform):
    """Runs before Sphinx translates (its priority is 20), while the question is in the author's words."""

    default_priority = 15

    def apply(self, **kwargs):
        """Put a button under each question."""
        if self.app.builder.name != "html":
            return
        questions = [node for node in self.document.findall(begins_in_bold) if first_words(node).astext() == QUESTION]
        for question in questions:
            markup = nodes.raw("", button(self.config.language), format="html")
            question.parent.insert(place_of_button(question), markup)


def setup(app):
    """Connect to Sphinx."""
    app.add_transform(OfferDrawing)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
