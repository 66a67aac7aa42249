"""Fixtures for the evidence: its tables as lists of rows, and the source texts by key."""

import csv
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
SOURCES_VARIABLE = "GOVERNING_SOURCES"


def rows(name):
    """Rows of a table of data/, each a dict of texts."""
    with open(DATA / name, encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@pytest.fixture(scope="session")
def data_folder():
    """The folder data/."""
    return DATA


@pytest.fixture(scope="session")
def facts():
    """Rows of facts.csv."""
    return rows("facts.csv")


@pytest.fixture(scope="session")
def checks():
    """Rows of checks.csv."""
    return rows("checks.csv")


@pytest.fixture(scope="session")
def bibliography():
    """The text of sources.bib and its entries as {key: {field: value}}."""
    text = (DATA / "sources.bib").read_text(encoding="utf-8")
    entries = {}
    for key, body in re.findall(r"^@\w+\{([^,\s]+),\n(.*?)^\}", text, flags=re.M | re.S):
        entries[key] = dict(re.findall(r"^\s*([\w-]+)\s*=\s*\{(.*)\},?$", body, flags=re.M))
    return text, entries


@pytest.fixture(scope="session")
def source_texts(bibliography):
    """Texts of the sources by key; skips, loudly, where the folder is not given."""
    folder = os.environ.get(SOURCES_VARIABLE)
    if not folder:
        pytest.skip(f"{SOURCES_VARIABLE} is not set: the source texts cannot be compared")
    texts = {}
    for path in sorted(Path(folder).glob("*.txt")):
        for key in bibliography[1]:
            if path.name.startswith(f"{key}-"):
                texts[key] = path.read_text(encoding="utf-8")
    assert texts, f"{SOURCES_VARIABLE}={folder} holds no text named after a key of data/sources.bib"
    return texts


@pytest.fixture(scope="session")
def allowed_rows():
    """Rows of the allow-list: phrases of the sources that are names, with the reason for each."""
    with open(Path(__file__).with_name("allowed_phrases.csv"), encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@pytest.fixture(scope="session")
def allowed(allowed_rows):
    """Allowed phrases by use: name (in our sentences), number and quoted (need no fact)."""
    uses = {"name": set(), "number": set(), "quoted": set()}
    for row in allowed_rows:
        uses[row["use"]].add(row["phrase"])
    return uses
