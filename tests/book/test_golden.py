"""A chapter's cells run without an error and give what was looked at.

nbval runs the golden notebooks of the English chapters; what the Chinese build ran is compared with its own.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from _theme.freshness import UPSTREAM, fingerprint
from goldens import GOLDEN, HOUSE, LANGUAGES, chapters, glued, golden_file, lay_out, notebook, slim, updated
from jupyter_cache import get_cache

SANITIZE = Path(__file__).resolve().parent / "sanitize.cfg"


def validate(files, language, folder):
    """Run nbval on notebooks; its exit code and what it said."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), "-c", os.devnull,
               "--nbval", "--nbval-current-env", "--nbval-sanitize-with", str(SANITIZE), *map(str, files)]
    given = {"BOOK_LANGUAGE": language, "PYTHONPATH": str(HOUSE / "book")}  # what chapters ask through the theme
    run = subprocess.run(command, cwd=folder, env=os.environ | given, capture_output=True, text=True, encoding="utf-8")
    return run.returncode, run.stdout + run.stderr


def test_every_chapter_with_cells_has_its_golden_notebooks_and_none_is_left_over():
    wanted = {golden_file(name, language) for name in chapters() for language in LANGUAGES}
    assert set(GOLDEN.rglob("*.ipynb")) == wanted


def test_every_output_of_every_chapter_is_as_it_was_looked_at(tmp_path):
    files = lay_out(tmp_path, {name: updated(name, "en") for name in chapters()})
    code, said = validate(files, "en", tmp_path)
    assert code == 0, said[-6000:]


def shown(book):
    """What each cell shows."""
    return [[(output.get("data"), output.get("text")) for output in cell.outputs] for cell in book.cells]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", chapters())
def test_what_the_build_ran_is_what_was_looked_at(name, language):
    run = HOUSE / "build" / language / "execution" / fingerprint(UPSTREAM)
    assert run.is_dir(), "the book is not built as the rooms now are: run `make book` and look at its warnings."
    _, book = get_cache(str(run)).merge_match_into_notebook(notebook(name))
    assert shown(slim(book)) == shown(nbformat.read(golden_file(name, language), as_version=4))


def test_a_changed_number_is_caught(tmp_path):
    kept = [name for name in chapters() if golden_file(name, "en").exists() and glued(name, "en")]
    name = min(kept, key=lambda name: golden_file(name, "en").stat().st_size)
    book = updated(name, "en")
    output = next(output for cell in book.cells for output in cell.get("outputs", []) if "scrapbook" in output.metadata)
    for kind, text in output.data.items():
        output.data[kind] = text + "1"
    code, said = validate(lay_out(tmp_path, {name: book}), "en", tmp_path)
    assert code == 1 and re.search(r"1 failed", said)
