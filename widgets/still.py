"""Nodes and arrows as they stand where scripts do not run."""

from widgets.page import element, escape
from widgets.picture import figure

WIDTH, ROW, TOP, RADIUS = 660, 56, 36, 9
SHORTEN = 16
"""Pixels by which an arrow stops before the middle of its node."""


def diagram(columns, heads, edges, sentence):
    """Return a figure of nodes in columns and arrows between them.

    Parameters
    ----------
    columns : list of list of (key, name, tone)
    heads : list of str
        A heading for each column.
    edges : list of (from, to, tone)
    sentence : str
        What the figure shows.
    """
    rows = max(len(column) for column in columns)
    height = TOP + rows * ROW
    at = {
        key: (WIDTH * (index + 0.5) / len(columns), TOP + (height - TOP) * (row + 0.4) / len(column))
        for index, column in enumerate(columns)
        for row, (key, _, _) in enumerate(column)
    }
    names = {key: (name, tone) for column in columns for key, name, tone in column}
    parts = [
        *(_head(text, WIDTH * (index + 0.5) / len(columns)) for index, text in enumerate(heads)),
        *(_arrow(at[cause], at[effect], tone) for cause, effect, tone in edges),
        *(_node(at[key], name, tone) for key, (name, tone) in names.items()),
    ]
    return figure("".join(parts), (WIDTH, height), sentence)


def _head(text, x):
    return element("text", escape(text), x=f"{x:.0f}", y=16, class_="gt-side")


def _arrow(start, end, tone):
    (x1, y1), (x2, y2) = start, end
    length = max(1.0, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)
    part = max(0.0, 1 - SHORTEN / length)
    middle = f"{(x1 + x2) / 2 - (y2 - y1) * 0.12:.0f} {(y1 + y2) / 2 + (x2 - x1) * 0.12:.0f}"
    tip = f"{x1 + (x2 - x1) * part:.0f} {y1 + (y2 - y1) * part:.0f}"
    line = element("path", d=f"M{x1:.0f} {y1:.0f}Q{middle} {tip}", class_="gt-edge-line")
    return element("g", line, class_="gt-edge", data_tone=tone)


def _node(place, name, tone):
    x, y = place
    mark = element("circle", r=RADIUS)
    label = element("text", escape(name), y=RADIUS + 13, class_="gt-node-name")
    return element("g", mark, label, transform=f"translate({x:.0f} {y:.0f})", class_="gt-node", data_tone=tone)


def listed(lines, tag="ul"):
    """Return lines of text as a list: what a search engine finds and a printer prints."""
    return element(tag, *(element("li", escape(line)) for line in lines), class_="gt-still-list")
