"""A chapter's cells run without an error and give what was looked at: nbval on golden notebooks, in both languages."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from goldens import GOLDEN, LANGUAGES, chapters, glued, golden_file, lay_out, updated

SANITIZE = Path(__file__).resolve().parent / "sanitize.cfg"


def validate(files, language, folder):
    """Run nbval on notebooks; its exit code and what it said."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), "-c", os.devnull,
               "--nbval", "--nbval-current-env", "--nbval-sanitize-with", str(SANITIZE), *map(str, files)]
    run = subprocess.run(command, cwd=folder, env=os.environ | {"BOOK_LANGUAGE": language}, capture_output=True, text=True, encoding="utf-8")
    return run.returncode, run.stdout + run.stderr


def test_every_chapter_with_cells_has_its_golden_notebooks_and_none_is_left_over():
    wanted = {golden_file(name, language) for name in chapters() for language in LANGUAGES}
    assert set(GOLDEN.rglob("*.ipynb")) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_output_of_every_chapter_is_as_it_was_looked_at(tmp_path, language):
    files = lay_out(tmp_path, {name: updated(name, language) for name in chapters()})
    code, said = validate(files, language, tmp_path)
    assert code == 0, said[-6000:]


def test_a_changed_number_is_caught(tmp_path):
    kept = [name for name in chapters() if golden_file(name, "en").exists() and glued(name, "en")]
    name = min(kept, key=lambda name: golden_file(name, "en").stat().st_size)
    book = updated(name, "en")
    output = next(output for cell in book.cells for output in cell.get("outputs", []) if "scrapbook" in output.metadata)
    for kind, text in output.data.items():
        output.data[kind] = text + "1"
    code, said = validate(lay_out(tmp_path, {name: book}), "en", tmp_path)
    assert code == 1 and re.search(r"1 failed", said)
