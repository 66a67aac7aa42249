"""The tests of the pure JavaScript parts, one file of tests for each file of code."""

from pathlib import Path

import pytest

FILES = sorted((Path(__file__).parent / "js").glob("*.test.mjs"))
CODE = Path(__file__).resolve().parents[2] / "widgets" / "js"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_parts_do_what_they_say(file, node):
    """Every test of the file passes in node."""
    done = node("--test", str(file))
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_of_tests_is_forgotten():
    """Each file of tests bears the name of a file of code."""
    codes = {path.stem for path in CODE.rglob("*.js")}
    assert FILES and {file.name.removesuffix(".test.mjs") for file in FILES} <= codes
