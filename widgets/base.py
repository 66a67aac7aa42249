"""What all widgets share: one ES module, one style sheet, and a form for pages without a kernel."""

import anywidget
import traitlets

from widgets.module import css, more_css, whole
from widgets.page import mount
from widgets.words import LANGUAGES, Speaker, language_of_book


class Widget(anywidget.AnyWidget):
    """A widget of the book, live in JupyterLab and on the page.

    Attributes
    ----------
    kind : str
        Which renderer of the module draws it.
    language : str
        en or zh_CN.
    state : dict
        What does not change while it is read.
    """

    _esm = whole()
    _css = f"{css()}\n{more_css()}"
    kind = traitlets.Unicode().tag(sync=True)
    language = traitlets.Enum(LANGUAGES, default_value="en").tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    moving = ()
    """Names of the traits that change while it is read; the page form carries them too."""

    def __init__(self, language=None, **values):
        super().__init__(language=language or language_of_book(), **values)

    @property
    def say(self):
        """The words of this widget's language."""
        return Speaker(self.language)

    def picture(self):
        """Return the markup that stands where scripts do not run; every widget has its own."""
        raise NotImplementedError

    def html(self):
        """Return the page form: mount, state and picture."""
        traits = {name: getattr(self, name) for name in ("kind", "language", "state", *self.moving)}
        return mount(self.kind, traits, self.picture(), self.say("host.static"), self.say("host.sorry"))

    def _repr_mimebundle_(self, **kwargs):
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/html": self.html()}, metadata
