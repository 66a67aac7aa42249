"""A place's tables, a picture first; on request the same picture in Plotly, to point at, zoom and save."""

import traitlets

from widgets.base import Widget
from widgets.package import drawn_tables, figure_of
from widgets.page import element, escape
from widgets.picture import figure as drawing
from widgets.state import COMMON_WORDS

WIDTH, ROW, THICK, RIGHT = 640, 44, 16, 110
SIGNS = {"stated": "●", "inferred": "○", "": ""}


class Landscape(Widget):
    """Figures of the tables that a place has in ``data/``.

    Parameters
    ----------
    place : str
        The name of a place; its tables are those whose name begins with it.
    figures : list of str, optional
        Which of them, in this order; all where it is left out.
    language : str, optional
        en or zh_CN; the language of the book where it is left out.

    Attributes
    ----------
    shown : str
        The figure that is shown.
    choice : int
        Which of the things that the figure can show.

    Raises
    ------
    ValueError
        If the place has no such table.
    """

    shown = traitlets.Unicode().tag(sync=True)
    choice = traitlets.Int(0, min=0).tag(sync=True)
    moving = ("shown", "choice")

    def __init__(self, place, figures=None, language=None, **values):
        tables = drawn_tables(place)
        names = list(tables) if figures is None else list(figures)
        unknown = [name for name in names if name not in tables]
        if unknown or not names:
            what, known = ", ".join(unknown) or "to draw", ", ".join(tables) or "none"
            raise ValueError(f"{place} has no table {what}; there are: {known}.")
        self.place = place
        super().__init__(language, kind="landscape", **values)
        self.state = {
            "figures": [figure_of(tables[name], self.say) for name in names],
            "words": self.say.chosen(*COMMON_WORDS, "landscape.", "explore."),
        }
        self.shown = values.get("shown", names[0])

    def __repr__(self):
        return f"Landscape({self.place!r}, {[one['key'] for one in self.state['figures']]})"

    @traitlets.validate("shown")
    def _shown_is_there(self, proposal):
        names = [one["key"] for one in self.state.get("figures", [])]
        if names and proposal.value not in names:
            raise traitlets.TraitError(f"shown is {proposal.value!r}; allowed are {', '.join(names)}.")
        return proposal.value

    def figure(self):
        """Return what is shown as a ``plotly.graph_objects.Figure``, for an analyst to go on with."""
        from plotly.graph_objects import Figure

        one = next(one for one in self.state["figures"] if one["key"] == self.shown)
        return Figure(one["choices"][self.choice]["plot"])

    def picture(self):
        """Return every figure with its first choice."""
        parts = []
        for one in self.state["figures"]:
            first = one["choices"][0]
            draw = _table if one["form"] == "grid" else _bars
            note = element("p", escape(one["note"]), class_="gt-note")
            parts += [element("h4", escape(one["title"]), class_="gt-heading"), draw(first), note]
        return "".join(parts)


def _bars(choice):
    most = max(row["value"] for row in choice["rows"])
    room = WIDTH - RIGHT
    lines = [
        element("text", escape(row["name"]), x=0, y=at * ROW + 14)
        + element("rect", x=0, y=at * ROW + 20, width=f"{max(2, room * row['value'] / most):.0f}", height=THICK, class_="gt-still-bar")
        + element("text", escape(row["text"]), x=f"{max(2, room * row['value'] / most) + 6:.0f}", y=at * ROW + 20 + THICK - 4)
        for at, row in enumerate(choice["rows"])
    ]
    return drawing("".join(lines), (WIDTH, ROW * len(choice["rows"])), choice["sentence"])


def _table(choice):
    heads = [element("td"), *(element("th", escape(column), scope="col") for column in choice["columns"])]
    rows = [
        element("tr", element("th", escape(row["name"]), scope="row"), *(element("td", SIGNS[cell]) for cell in row["cells"]))
        for row in choice["rows"]
    ]
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *rows))
    return table + element("p", escape(choice["sentence"]), class_="gt-sentence")
