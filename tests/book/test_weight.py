"""A page with everything that it loads stays light enough for a slow phone."""

import gzip
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

SITE = Path(__file__).resolve().parents[2] / "build" / "site"
HEAVIEST = 160 * 1024


def weight(page):
    """Bytes, gzipped, of a page and of all the files of the site that it loads."""
    html = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    loaded = html.select("script[src], img[src], link[rel=stylesheet][href], link[rel=icon][href]")
    files = {page, *((page.parent / (item.get("src") or item["href"]).split("?")[0]).resolve() for item in loaded)}
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_page_is_heavier_than_its_allowance(language):
    pages = sorted((SITE / language).rglob("*.html"))
    assert pages
    assert {page.name: weight(page) for page in pages if weight(page) > HEAVIEST} == {}
