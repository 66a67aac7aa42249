"""Adding a place is adding a folder and a chapter: the contents find it, and no line is edited."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from _theme.offers import offered
from _theme.places import complete
from goldens import lay_out, notebook
from nbclient import NotebookClient

from widgets import Evidence, Network, Studio

HOUSE = Path(__file__).resolve().parents[2]
TOC = {"root": "index", "parts": [
    {"caption": "Ideas", "chapters": [{"file": "framework"}]},
    {"caption": "Places", "chapters": [{"file": "tianjin"}]},
]}


def test_a_place_that_is_not_listed_follows_those_that_are():
    chapters = complete(TOC, ["newtown", "tianjin"])["parts"][1]["chapters"]
    assert chapters == [{"file": "tianjin"}, {"file": "newtown"}]


def test_contents_without_a_part_for_places_are_refused():
    with pytest.raises(ValueError, match=r"_toc\.yml: no part is called Places; found Ideas\."):
        complete(TOC | {"parts": TOC["parts"][:1]}, ["newtown"])


def test_a_new_folder_and_a_new_chapter_are_in_the_book(tmp_path):
    offered()  # so that only those of the new place are sought
    for room in ("book", "cases", "data", "locale", "model", "widgets", "build/kept"):
        shutil.copytree(HOUSE / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    for chapter in (tmp_path / "book").rglob("*.md"):
        chapter.write_text(f"# {chapter.stem}\n", encoding="utf-8")  # a title is enough to stand in the contents
    for file in ("_config.yml", "requirements.lock"):
        shutil.copy(HOUSE / file, tmp_path)
    shutil.copytree(HOUSE / "cases" / "nantong", tmp_path / "cases" / "newtown")
    (tmp_path / "book" / "newtown.md").write_text("# Newtown\n\nA place of its own.\n", encoding="utf-8")
    kept = set((tmp_path / "build" / "kept").rglob("*.pickle"))
    settings = ["-D", "nb_execution_mode=off", "-D", "language=zh_CN"]
    command = [sys.executable, "-m", "sphinx", "-Q", "-b", "html", *settings, "book", "build/zh_CN/html"]
    subprocess.run(command, cwd=tmp_path, check=True)
    assert {file.parent.name for file in set((tmp_path / "build" / "kept").rglob("*.pickle")) - kept} == {"best_newtown"}
    index = (tmp_path / "build" / "zh_CN" / "html" / "index.html").read_text(encoding="utf-8")
    assert 'href="newtown.html">Newtown</a>' in index
    assert "A place of its own." in (tmp_path / "build" / "zh_CN" / "html" / "newtown.html").read_text(encoding="utf-8")


def test_a_new_place_has_its_studio_and_its_pictures(tmp_path, monkeypatch):
    shutil.copytree(HOUSE / "cases" / "nantong", tmp_path / "newtown")
    monkeypatch.setenv("GOVERNING_CASES", str(tmp_path))
    assert len(Studio("newtown").run) > 1
    assert all("<svg" in kind("newtown").picture() for kind in (Studio, Network, Evidence))


@pytest.mark.parametrize("chapter", ["index", "comparison"])
def test_a_new_place_stands_on_the_welcome_page_and_in_the_comparison(chapter, tmp_path, monkeypatch):
    book = notebook(chapter)
    lay_out(tmp_path, {chapter: book})
    newtown = shutil.copytree(HOUSE / "cases" / "nantong", tmp_path / "cases" / "newtown")
    words = (newtown / "place.csv").read_text(encoding="utf-8").replace("Nantong: Chongchuan", "Newtown: a new place")
    (newtown / "place.csv").write_text(words.replace("Chongchuan (Nantong)", "Newtown"), encoding="utf-8")
    (tmp_path / "book" / "newtown.md").write_text("# Newtown\n", encoding="utf-8")
    monkeypatch.setenv("GOVERNING_CASES", str(tmp_path / "cases"))
    NotebookClient(book, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(tmp_path / "book")}}).execute()
    assert "Newtown" in "".join(output.get("data", {}).get("text/html", "") for cell in book.cells for output in cell.get("outputs", []))
