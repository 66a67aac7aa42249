"""Golden notebooks: each chapter with the outputs that were looked at, for each language.

A golden notebook keeps of a widget only that there was one: what it shows is tested in widgets/ and in the browser.
"""

import os
import shutil
from pathlib import Path

import jupytext
import nbformat
from jupytext.combine import combine_inputs_with_outputs
from nbclient import NotebookClient

HOUSE = Path(__file__).resolve().parents[2]
BOOK = HOUSE / "book"
GOLDEN = Path(__file__).resolve().parent / "golden"
LANGUAGES = ("en", "zh_CN")
WIDGET = "application/x-widget-of-the-book"
BESIDE = ("data", "cases", "model", "locale", "tests/model", "benchmarks")


def chapters():
    """The chapters that have cells, by name, such as `framework`."""
    sources = (file for file in sorted(BOOK.rglob("*.md")) if "_theme" not in file.parts)
    return [file.relative_to(BOOK).with_suffix("").as_posix() for file in sources
            if "{code-cell}" in file.read_text(encoding="utf-8")]


def golden_file(name, language):
    """Where the golden notebook of a chapter is."""
    return GOLDEN / language / f"{name}.ipynb"


def notebook(name):
    """A chapter as a notebook without outputs."""
    return jupytext.read(BOOK / f"{name}.md", fmt="md:myst")


def executed(name, language):
    """A chapter run afresh in one language, slimmed."""
    os.environ["BOOK_LANGUAGE"] = language
    book = notebook(name)
    folder = (BOOK / name).parent
    NotebookClient(book, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(folder)}}).execute()
    return slim(book)


def slim(book):
    """The cells and what they show: no prose, a mark in place of each widget, nothing that differs from run to run."""
    book.metadata.pop("widgets", None)
    book.cells = [cell for cell in book.cells if cell.cell_type == "code"]
    for cell in book.cells:
        cell.metadata.pop("execution", None)
        cell.pop("id", None)
        for output in cell.get("outputs", []):
            if "gt-widget" in output.get("data", {}).get("text/html", ""):
                output.data = nbformat.NotebookNode({WIDGET: "", "text/plain": output.data["text/plain"]})
    book.nbformat_minor = 4
    return book


def updated(name, language):
    """The chapter as it is now, with the golden outputs of the cells that are unchanged; widgets are run, not compared."""
    golden = nbformat.read(golden_file(name, language), as_version=4)
    book = notebook(name)
    book.nbformat_minor = golden.nbformat_minor
    for cell in book.cells:
        cell.pop("id", None)
    book = combine_inputs_with_outputs(book, golden, fmt="md:myst")
    for cell in book.cells:
        if any(WIDGET in output.get("data", {}) for output in cell.get("outputs", [])):
            cell.metadata.tags = [*cell.metadata.get("tags", []), "nbval-ignore-output"]
    return book


def lay_out(folder, books):
    """Write notebooks into `folder`/book among the chapters, with the rooms that chapters read from; the files written."""
    shutil.copytree(BOOK, folder / "book", ignore=shutil.ignore_patterns("_theme", "figures", "__pycache__"), dirs_exist_ok=True)
    for room in BESIDE:
        shutil.copytree(HOUSE / room, folder / room, ignore=shutil.ignore_patterns("__pycache__", "*.mo"), dirs_exist_ok=True)
    written = []
    for name, book in books.items():
        file = folder / "book" / f"{name}.ipynb"
        file.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(book, file)
        written.append(file)
    return written


def glued(name, language):
    """The values that a golden notebook glues, as they stand in a sentence: name to text."""
    values = {}
    for cell in nbformat.read(golden_file(name, language), as_version=4).cells:
        for output in cell.get("outputs", []):
            key = output.get("metadata", {}).get("scrapbook", {}).get("name")
            if key:
                values[key] = next(text for kind, text in output.data.items() if kind.endswith("text/plain"))
    return values
