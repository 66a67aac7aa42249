"""Outputs are reused only while nothing upstream has changed."""

from _theme import freshness
from _theme.freshness import fingerprint


def test_a_changed_added_or_renamed_file_changes_the_fingerprint(tmp_path, monkeypatch):
    monkeypatch.setattr(freshness, "HOUSE", tmp_path)
    (tmp_path / "cases").mkdir()
    table = tmp_path / "cases" / "parameters.csv"
    seen = set()
    for text in ("a", "b"):
        table.write_text(text)
        seen.add(fingerprint(["cases"]))
    table.rename(tmp_path / "cases" / "levers.csv")
    seen.add(fingerprint(["cases"]))
    assert len(seen) == 3


def test_what_python_leaves_behind_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(freshness, "HOUSE", tmp_path)
    (tmp_path / "model" / "__pycache__").mkdir(parents=True)
    before = fingerprint(["model"])
    (tmp_path / "model" / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert fingerprint(["model"]) == before
