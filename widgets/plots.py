"""Figures for Plotly as plain dictionaries: the page draws them when asked, an analyst gets them as objects."""

import textwrap
import unicodedata

WIDEST = 20
"""Characters of a label on one line, where a Chinese one counts for two."""
ROW, ROOM = 34, 70
"""Pixels of a row, and of what stands above and below the rows."""


def folded(label):
    """Return a label on as many lines as it needs beside a narrow picture."""
    wide = any(unicodedata.east_asian_width(letter) in "WF" for letter in label)
    return "<br>".join(textwrap.wrap(label, WIDEST // 2 if wide else WIDEST))


def bar_plot(bars, title):
    """Return horizontal bars, the first on top.

    Parameters
    ----------
    bars : list of dict
        Each with name, value and text.
    title : str
        What the values are, with their unit.
    """
    trace = {
        "type": "bar",
        "orientation": "h",
        "name": title,
        "x": [bar["value"] for bar in bars],
        "y": [folded(bar["name"]) for bar in bars],
        "text": [bar["text"] for bar in bars],
        "textposition": "auto",
        "hovertemplate": "%{y}<br>%{text}<extra></extra>",
    }
    axis = {"title": {"text": title}, "rangemode": "tozero", "tickformat": ",", "automargin": True}
    return {"data": [trace], "layout": {"xaxis": axis, **_frame(bars)}}


def grid_plot(rows, columns, words):
    """Return marks where a row goes with a column: filled where it is stated, open where it is inferred.

    Parameters
    ----------
    rows : list of dict
        Each with name and cells, one for each column: a key of ``words``, or empty for no mark.
    columns : list of str
    words : dict
        What each kind of mark is called.
    """
    symbols = {"stated": "circle", "inferred": "circle-open"}
    traces = []
    for kind, word in words.items():
        marks = [(column, row["name"]) for row in rows for column, cell in zip(columns, row["cells"]) if cell == kind]
        traces.append({
            "type": "scatter",
            "mode": "markers",
            "name": word,
            "x": [folded(column) for column, _ in marks],
            "y": [folded(name) for _, name in marks],
            "marker": {"symbol": symbols[kind], "size": 14},
            "hovertemplate": f"%{{y}}<br>%{{x}}<br>{word}<extra></extra>",
        })
    across = {"type": "category", "categoryarray": [folded(column) for column in columns], "side": "top", "automargin": True, "range": [-0.5, len(columns) - 0.5]}
    return {"data": traces, "layout": {"xaxis": across, "showlegend": True, "legend": {"orientation": "h", "y": -0.05}, **_frame(rows)}}


def _frame(rows):
    names = [folded(row["name"]) for row in rows]
    lines = sum(max(1, 0.6 * (1 + name.count("<br>"))) for name in names)
    down = {"type": "category", "categoryarray": names, "range": [len(names) - 0.5, -0.5], "automargin": True}
    return {"yaxis": down, "height": round(ROOM + ROW * lines), "margin": {"l": 8, "r": 16, "t": 8, "b": 40}, "bargap": 0.3}
