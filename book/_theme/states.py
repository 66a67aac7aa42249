"""What widgets are told, put beside the page where it is much: who never scrolls there never loads it."""

import hashlib
import re
from pathlib import Path

MUCH = 16_000
"""A state of more characters than this leaves its page; the studio keeps its own, being drawn at once."""
STATE = re.compile(
    r'(<div class="gt-widget" data-widget="(?!studio")(\w+)")([^>]*>)<script type="application/json">(.*?)</script>', re.DOTALL)


def put_apart(text, page, address):
    """The text of a page without the large states of its widgets, and these states as scripts.

    A script can be loaded by a page that is opened from a folder; data as such cannot.

    Parameters
    ----------
    text : str
        The page.
    page : str
        Its name, by which the files are named.
    address : callable
        File name to the address that the page writes.

    Returns
    -------
    tuple of str and dict
        The text, and {file name: script}.
    """
    files = {}

    def put(match):
        start, kind, rest, state = match.groups()
        if len(state) <= MUCH:
            return match.group()
        name = f"{page.replace('/', '-')}-{len(files) + 1}-{kind}.js"
        files[name] = f"document.currentScript.state = {state};\n"
        version = hashlib.sha256(state.encode()).hexdigest()[:8]
        return f'{start} data-state="{address(name)}?v={version}"{rest}'

    return STATE.sub(put, text), files


def put_states_apart(app, pagename, templatename, context, doctree):
    """Write the large states of one page into files before the page is written."""
    if app.builder.format != "html" or "gt-widget" not in context.get("body", ""):
        return
    folder = Path(app.outdir) / "_static" / "states"
    folder.mkdir(parents=True, exist_ok=True)
    context["body"], files = put_apart(
        context["body"], pagename, lambda name: context["pathto"](f"_static/states/{name}", 1))
    for name, script in files.items():
        (folder / name).write_text(script, encoding="utf-8")


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-page-context", put_states_apart, priority=850)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
