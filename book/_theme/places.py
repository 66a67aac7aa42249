"""A place that has a folder in cases/ and a chapter of the same name is in the contents without being listed.

_toc.yml gives the order of the places that it names; the others follow them.
"""

from pathlib import Path

import yaml

CAPTION = "Places"


def complete(toc, names):
    """The list of contents with the chapters of places that it does not name yet.

    Parameters
    ----------
    toc : dict
        What _toc.yml holds.
    names : iterable of str
        Places that have a chapter.

    Raises
    ------
    ValueError
        If no part of the contents is the one for places.
    """
    parts = {part["caption"]: part for part in toc["parts"]}
    if CAPTION not in parts:
        raise ValueError(f"_toc.yml: no part is called {CAPTION}; found {', '.join(parts)}.")
    listed = {chapter["file"] for part in toc["parts"] for chapter in part["chapters"]}
    added = [{"file": name} for name in names if name not in listed]
    chapters = [*parts[CAPTION]["chapters"], *added]
    return toc | {"parts": [part | {"chapters": chapters} if part["caption"] == CAPTION else part for part in toc["parts"]]}


def chapters_of_places(book):
    """The names of the places in cases/ that have a chapter in the book, in the order of the alphabet."""
    folders = (table.parent for table in sorted((book.parent / "cases").glob("*/place.csv")))
    return [folder.name for folder in folders if not folder.name.startswith("_") and (book / f"{folder.name}.md").exists()]


def complete_contents(app, config):
    """Write the completed contents beside the build and have sphinx_external_toc read those."""
    book = Path(app.srcdir)
    toc = complete(yaml.safe_load((book / "_toc.yml").read_text(encoding="utf-8")), chapters_of_places(book))
    target = Path(app.outdir).parent / "_toc.yml"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(yaml.safe_dump(toc, allow_unicode=True, sort_keys=False), encoding="utf-8")
    config.external_toc_path = target.as_posix()


def setup(app):
    """Connect to Sphinx, before sphinx_external_toc reads the contents."""
    app.connect("config-inited", complete_contents, priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
