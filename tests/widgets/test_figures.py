"""What a live Plotly figure needs on a page with a strict policy."""

import re

import pytest

from widgets import figures
from widgets.figures import plotly_files


@pytest.fixture(scope="module")
def made():
    """The files, by name."""
    return plotly_files()


def test_the_styles_are_a_file_of_their_own(made):
    """All rules are there, each with its place in the page, none for anything else."""
    rules = [line for line in made["plotly.css"].splitlines() if line]
    assert len(rules) > 60
    assert all(rule.startswith((".js-plotly-plot .plotly", ".plotly-notifier")) and rule.endswith("}") for rule in rules)
    assert any("pointer-events:none" in rule for rule in rules)


def test_the_library_is_told_not_to_write_styles(made):
    """Every element for which the bundle looks before it writes a style sheet is named."""
    guards = re.findall(r'"([0-9a-f]{64})"', made["plotly-guards.js"])
    assert guards
    written = re.findall(r'createElement\("style"\);\w+\.id="([0-9a-f]{64})"', made["plotly.min.js"])
    assert set(written) == set(guards)
    assert made["plotly.min.js"].count('createElement("style")') == len(written) + 1


def test_another_plotly_is_refused_by_name(monkeypatch, tmp_path):
    """If its styles move, the build says so instead of shipping a broken figure."""
    (tmp_path / "package_data").mkdir()
    (tmp_path / "package_data" / "plotly.min.js").write_text("var nothing = {};")
    monkeypatch.setattr(figures, "files", lambda name: tmp_path)
    with pytest.raises(ValueError, match="plotly.min.js.*widgets/figures.py"):
        plotly_files()
