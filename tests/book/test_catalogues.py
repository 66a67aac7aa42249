"""When the catalogues cannot be extracted, Sphinx's own sentence says why."""

import subprocess

import pytest
from _theme.catalogues import extract


def test_why_sphinx_fails_is_told(tmp_path, capfd):
    (tmp_path / "conf.py").write_text("extensions = ['no_such_extension']")
    with pytest.raises(subprocess.CalledProcessError):
        extract(tmp_path / "pot", tmp_path)
    assert "no_such_extension" in capfd.readouterr().err
