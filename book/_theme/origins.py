"""Where a number in a sentence comes from: the fact that states it, or the lines that computed it.

Every number that a chapter glues is a link: to the fact in the evidence of its place where a source states it, else
to the chapter about the model.  What lies behind the numbers of a page is written into a script beside it, so that
a touch tells it at the number itself (page/scripts/origins.js).
"""

import ast
import csv
import re
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

import jupytext
from docutils import nodes
from jupyter_cache import get_cache
from sphinx.transforms.post_transforms import SphinxPostTransform

from _theme.glue import Typeset
from _theme.words import page_words
from cases import load, names
from widgets.page import attributes, json_text
from widgets.sources import called

FACTS = Path(__file__).resolve().parents[2] / "data" / "facts.csv"
MODEL = "model"
"""The room whose functions run the model, and the chapter about it."""
WORDS = "origin."
NUMBER = re.compile(r'<a class="number" data-number="([^"]+)"')


@cache
def facts():
    """Return {id: row} of ``data/facts.csv``."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@cache
def chapters():
    """Return {source: the chapter that shows its evidence}."""
    return {load(name).source: name for name in names()}


def named_facts(trees):
    """Return {name: id} of every ``name="fu041"`` and ``"name": "fu041"`` in the code of a chapter."""
    found = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Dict):
            pairs = [(key.value, value) for key, value in zip(node.keys, node.values) if isinstance(key, ast.Constant)]
        else:
            pairs = [(node.arg, node.value)] if isinstance(node, ast.keyword) else []
        found |= {name: value.value for name, value in pairs if getattr(value, "value", None) in facts()}
    return found


def _names(node, context):
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, context)}


def from_model(trees):
    """Return the statements of a chapter that read a result of the model, in the order in which they run."""
    known, found = set(), set()
    for statement in (statement for tree in trees for statement in tree.body):
        if isinstance(statement, ast.ImportFrom) and statement.module.split(".")[0] == MODEL:
            known |= {one.asname or one.name for one in statement.names}
        elif _names(statement, ast.Load) & known:
            known |= _names(statement, ast.Store) | {one.name for one in ast.walk(statement) if isinstance(one, ast.FunctionDef)}
            found.add(statement)
    return found


def origins(book):
    """Return where each number that a chapter glues comes from.

    Parameters
    ----------
    book : nbformat.NotebookNode
        The chapter with the outputs of its cells.

    Returns
    -------
    dict
        Name to {``facts``: ids of the facts that its expression names, ``stated``: whether it is the value of its
        one fact, ``model``: whether the cell reads a result of the model, ``cell``: the code that glued it}.
    """
    cells = [cell for cell in book.cells if cell.cell_type == "code"]
    trees = [ast.parse(cell.source) for cell in cells]
    known, modelled, found = named_facts(trees), from_model(trees), {}
    for cell, tree in zip(cells, trees):
        glued = {call.args[0].value: (call.args[1], statement) for statement in tree.body for call in ast.walk(statement)
                 if isinstance(call, ast.Call) and len(call.args) > 1 and isinstance(call.args[0], ast.Constant)}
        for output in cell.outputs:
            name = output.get("metadata", {}).get("scrapbook", {}).get("name")
            if not name:
                continue
            expression, statement = glued.get(name, (ast.Constant(name), None))
            said = [node.value for node in ast.walk(expression) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
            used = list(dict.fromkeys(one for one in (known.get(word, word) for word in said) if one in facts()))
            value = next(text for kind, text in output.data.items() if kind.endswith("text/plain"))
            found[name] = {
                "facts": used, "stated": len(used) == 1 and _same(value, facts()[used[0]]["value"]),
                "model": statement in modelled if statement else any(one in modelled for one in tree.body), "cell": cell.source,
            }
    return found


def _same(value, stated):
    try:
        return float(value.strip("'\"")) == float(stated)
    except ValueError:
        return False


@lru_cache(maxsize=1)
def _read(folder, file, changed):
    _, book = get_cache(folder).merge_match_into_notebook(jupytext.read(file, fmt="md:myst"))
    return origins(book)


def of_page(env, page):
    """Return the origins of the numbers of one page, as it was run for this build."""
    file = Path(env.doc2path(page))
    return _read(env.mystnb_config.execution_cache_path, str(file), file.stat().st_mtime_ns)


def address(origin, page, builder):
    """Return where a number leads, as its page writes it."""
    if not origin["stated"]:
        return builder.get_relative_uri(page, MODEL)
    [fact] = origin["facts"]
    chapter = chapters()[facts()[fact]["source"]]
    return f"{'' if chapter == page else builder.get_relative_uri(page, chapter)}#{fact}"


def is_control(node):
    """Whether a node stands in what answers a touch itself: a link, or the title of a fold."""
    while node := node.parent:
        if isinstance(node, (nodes.reference, nodes.rubric, nodes.title)):
            return True
    return False


class LinkNumbers(SphinxPostTransform):
    """Make a link of each glued text that has a digit in it."""

    default_priority = Typeset.default_priority + 1
    formats = ("html",)

    def run(self, **kwargs):
        """Put the tags of a link around each number."""
        page = self.env.docname
        for node in list(self.document.findall(nodes.inline)):
            if "glued" not in node or not re.search(r"\d", node.astext()) or is_control(node):
                continue
            to = address(of_page(self.env, page)[node["glued"]], page, self.app.builder)
            start = f"<a{attributes(class_='number', data_number=node['glued'], href=to)}>"
            node[:] = [nodes.raw("", start, format="html"), *node.children, nodes.raw("", "</a>", format="html")]


def told(found, page, builder, language):
    """Return what a page's script is told: {name: what lies behind the number}, facts and cells each once."""
    cells = list(dict.fromkeys(one["cell"] for one in found.values() if not one["stated"]))
    used = dict.fromkeys(fact for one in found.values() for fact in one["facts"])
    rows = {fact: facts()[fact] for fact in used}
    return {
        "words": {key.removeprefix(WORDS): text for key, text in page_words(language).items() if key.startswith(WORDS)},
        "numbers": {name: {**one, "cell": cells.index(one["cell"]) if one["cell"] in cells else None} for name, one in found.items()},
        "cells": cells,
        "facts": {
            fact: {
                "claim": row[f"claim_{language}"], "anchor": row["anchor"], "source": called(f"{row['source']}:{fact}", language),
                "href": address({"facts": [fact], "stated": True}, page, builder),
            }
            for fact, row in rows.items()
        },
    }


def put_origins(app, pagename, templatename, context, doctree):
    """Write the origins of one page beside it, and say on the page where they are."""
    linked = set(NUMBER.findall(context.get("body", "")))
    if app.builder.format != "html" or not linked:
        return
    found = {name: origin for name, origin in of_page(app.env, pagename).items() if name in linked}
    text = f"document.currentScript.origins = {json_text(told(found, pagename, app.builder, app.config.language))};\n"
    file = Path(app.outdir, "_static", "origins", f"{pagename.replace('/', '-')}.js")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    version = sha256(text.encode()).hexdigest()[:8]
    context["origins"] = f"{context['pathto'](f'_static/origins/{file.name}', 1)}?v={version}"


def setup(app):
    """Connect to Sphinx."""
    app.add_post_transform(LinkNumbers)
    app.connect("html-page-context", put_origins, priority=850)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
