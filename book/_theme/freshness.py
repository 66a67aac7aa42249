"""Outputs of cells are kept between builds for as long as nothing upstream of the book has changed.

jupyter-cache looks at the code of a chapter only. A chapter's numbers come from data, cases, model and widgets too,
so each state of those rooms has an execution cache of its own, and each language has its own (their outputs differ).
"""

import shutil
from hashlib import sha256
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
# tests/model is read by the chapter that says what was tested, the results by the one that says how fast it is
UPSTREAM = ("data", "cases", "model", "widgets", "tests/model", "benchmarks/results.json", "locale/*.csv",
            "book/questions.csv", "book/_theme/questions.py")
FRAME = ("book/_theme", "locale/page.csv")


def fingerprint(places):
    """Twelve hexadecimal digits that change when a file in one of the places (files, folders, patterns) changes."""
    total = sha256()
    for start in (start for place in places for start in sorted(HOUSE.glob(place))):
        for file in [start, *sorted(start.rglob("*"))]:
            if file.is_file() and "__pycache__" not in file.parts:
                total.update(str(file.relative_to(HOUSE)).encode())
                total.update(file.read_bytes())
    return total.hexdigest()[:12]


def choose_cache(app, config):
    """Name the execution cache after the language and the state of the rooms upstream; drop the older ones."""
    config.page_frame = fingerprint(FRAME)
    if config.nb_execution_mode != "cache":
        return
    caches = Path(app.outdir).parent / "execution"
    current = caches / fingerprint(UPSTREAM)
    config.nb_execution_cache_path = str(current)
    for older in caches.glob("*"):
        if older != current:
            shutil.rmtree(older)


def setup(app):
    """Connect to Sphinx."""
    app.add_config_value("page_frame", "", "html", str)
    app.connect("config-inited", choose_cache, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
