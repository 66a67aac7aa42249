"""A place's own tables as figures: every table of ``data/`` that says how it is to be drawn.

``data/datapackage.json`` describes each table; a resource with a ``picture`` can be drawn.  Two forms
are known: ``bars`` (a name and one or more values a row) and ``grid`` (what goes with what).
"""

import csv
import json
from functools import cache
from pathlib import Path

from widgets.plots import bar_plot, grid_plot
from widgets.sources import called

DATA = Path(__file__).parent.parent / "data"
MARKS = {"yes": "stated", "inferred": "inferred"}


@cache
def drawn_tables(place):
    """Return the resources of the data package that belong to a place and can be drawn, by short name."""
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    beginning = f"{place}_"
    return {
        resource["name"].removeprefix(beginning): resource
        for resource in package["resources"]
        if resource["name"].startswith(beginning) and "picture" in resource
    }


def figure_of(resource, say):
    """Return one table as a figure in the language of ``say``.

    Returns
    -------
    dict
        key, title, note, source, form, and choices: what can be drawn of the table, each with a
        name, the sentence that it shows, its rows, and the same as a Plotly figure.

    Raises
    ------
    ValueError
        If the table is to be drawn in a form that is not known.
    """
    form, language = resource["picture"]["form"], say.language
    if form not in FORMS:
        raise ValueError(f"data/datapackage.json: {resource['name']} is drawn as {form!r}; allowed are {', '.join(FORMS)}.")
    return {
        "key": resource["name"].partition("_")[2],
        "title": _worded(resource, "title", language),
        "note": _worded(resource, "description", language),
        "source": called(resource["sources"][0]["title"], language),
        "form": form,
        "choices": FORMS[form](resource, _rows(resource), say),
    }


def _rows(resource):
    with (DATA / resource["path"]).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _worded(part, key, language):
    return part[key if language == "en" else f"{key}_{language}"]


def _bars(resource, rows, say):
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    return [_bar_choice(fields[name], rows, say) for name in resource["picture"]["values"]]


def _bar_choice(field, rows, say):
    unit, name = _worded(field, "unit", say.language), _worded(field, "title", say.language)
    bars = [
        {"name": row[f"name_{say.language}"], "value": float(row[field["name"]]), "text": amount(float(row[field["name"]]), unit, say)}
        for row in rows
    ]
    ordered = sorted(bars, key=lambda bar: bar["value"])
    most, least = ordered[-1], ordered[0]
    slots = {"title": name, "count": len(bars), "most": most["name"], "high": most["text"], "least": least["name"], "low": least["text"]}
    axis = name if unit in name.lower() else say("landscape.axis", title=name, unit=unit)
    return {"name": name, "sentence": say("landscape.bars", **slots), "rows": bars, "plot": bar_plot(bars, axis)}


def amount(value, unit, say):
    """Return a value with its unit as a reader meets it: 620,120 yuan, 17.3%."""
    text = f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:,.1f}"
    return f"{text}%" if unit == "%" else say("number.with_unit", number=text, unit=unit)


def _grid(resource, rows, say):
    picture, language = resource["picture"], say.language
    part = {role: picture[role] for role in ("row", "column", "choice")}
    columns = {row[part["column"]]: row[f"{part['column']}_{language}"] for row in rows if row[part["column"]]}
    return [_grid_choice(one, [row for row in rows if row[part["choice"]] == one], part, columns, picture["mark"], say) for one in picture["choices"]]


def _grid_choice(one, rows, part, columns, mark, say):
    language = say.language
    lines = {}
    for row in rows:
        line = lines.setdefault(row[part["row"]], {"name": row[f"{part['row']}_{language}"], "cells": [""] * len(columns)})
        if row[part["column"]]:
            line["cells"][list(columns).index(row[part["column"]])] = MARKS[row[mark]]
    cells = [cell for line in lines.values() for cell in line["cells"]]
    counts = {name: cells.count(name) for name in MARKS.values()}
    name = rows[0][f"{part['choice']}_{language}"]
    slots = {"title": name, "rows": len(lines), "columns": len(columns), **counts}
    words = {name: say(f"landscape.{name}") for name in MARKS.values()}
    return {
        "name": name,
        "sentence": say("landscape.grid", **slots),
        "columns": list(columns.values()),
        "rows": list(lines.values()),
        "plot": grid_plot(list(lines.values()), list(columns.values()), words),
    }


FORMS = {"bars": _bars, "grid": _grid}
