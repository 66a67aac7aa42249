"""When catalogues are extracted, what Sphinx says of the chapters is told."""

import subprocess

import pytest
from _theme.catalogues import extract


def test_why_sphinx_fails_is_told(tmp_path, capfd):
    (tmp_path / "conf.py").write_text("extensions = ['no_such_extension']")
    with pytest.raises(subprocess.CalledProcessError):
        extract(tmp_path / "pot", tmp_path)
    assert "no_such_extension" in capfd.readouterr().err


def test_a_warning_is_told_and_nothing_else(tmp_path, capfd):
    (tmp_path / "conf.py").write_text("")
    (tmp_path / "index.rst").write_text("Title\n=====\n\n.. no_such_directive::\n")
    extract(tmp_path / "pot", tmp_path)
    said = capfd.readouterr()
    assert "no_such_directive" in said.err and said.out == ""
