"""The ES module and the style sheet that every widget shares, in parts that a page loads when it needs them.

anywidget loads its front end from a Blob, where relative imports cannot be resolved, and a page is
fastest with a single file.  The module is therefore written as small files with plain imports,
which node can test one by one, and joined here: each file becomes a function that is called once
and returns what it exports, so that no name of one file can meet a name of another.

What a reader meets at once is the core: the studio's levers and lines.  The other widgets, and the
panels that a reader may ask for later, are joined into chunks of their own, which take what they
share with the core, or with each other, from the core.  A script in ``js/worker`` runs beside the
page and therefore brings all that it needs.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
ENTRY = HERE / "js" / "index.js"
CHUNKS = {"more": HERE / "js" / "more" / "index.js", "pictures": HERE / "js" / "pictures.js"}
"""Name of each chunk to the file that it begins from."""
WORKERS = sorted((HERE / "js" / "worker").glob("*.js"))
STYLES = sorted((HERE / "css").glob("[0-9]*.css"))
MORE_STYLES = sorted((HERE / "css").glob("more-*.css"))
SHARED = "globalThis.governingTogether"

IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
REEXPORT = re.compile(r'^export \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?function\*?|const|class) (\w+)", re.MULTILINE)
DEFAULT = re.compile(r"^export default (.+);\n", re.MULTILINE)
INDENT = re.compile(r"^\s+", re.MULTILINE)
JOINT = re.compile(r"^((?!.*//).*[;{,(\[])\n", re.MULTILINE)
"""A line that cannot mean anything else when the next follows at once; one with a note would swallow it."""
NOTE = re.compile(r"^[ \t]*/\*\*?(?!/).*?\*/[ \t]*\n|^[ \t]*//[^\n]*\n", re.MULTILINE | re.DOTALL)


@cache
def bundle():
    """Return the text of the core as an ES module: the equations and the studio, with a default export.

    Raises
    ------
    ValueError
        If a file imports or exports in a form that cannot be joined; the message names the file.
    """
    core, chunks = _files()
    lent = sorted({_name(path) for files in chunks.values() for path in _lent(files, core)})
    return "\n".join([*map(_joined, core), f"{SHARED} = {{ {', '.join(lent)} }};", _default()])


@cache
def chunk(name):
    """Return the text of one of ``CHUNKS`` as a classic script that the core fetches.

    Raises
    ------
    ValueError
        As ``bundle``.
    """
    core, chunks = _files()
    lent = sorted({_name(path) for path in _lent(chunks[name], core)})
    taken = f"const {{ {', '.join(lent)} }} = {SHARED};"
    given = f"{SHARED}.{name} = {_name(CHUNKS[name])};"
    return "\n".join(["(() => {", taken, *map(_joined, chunks[name]), given, "})();\n"])


@cache
def whole():
    """Return core and chunks as one ES module, for JupyterLab, where nothing can be fetched later."""
    core, chunks = _files()
    files = [*core, *(path for files in chunks.values() for path in files)]
    given = ", ".join(f"{name}: {_name(path)}" for name, path in CHUNKS.items())
    return "\n".join([*map(_joined, files), f"{SHARED} = {{ {given} }};", _default()])


@cache
def workers():
    """Return {file name: text} of the scripts that run beside a page, each complete in itself."""
    return {path.name: "\n".join(map(_joined, _in_order(path, []))) + "\n" for path in WORKERS}


@cache
def css():
    """Return the text of the style sheet of the core."""
    return _text_of(STYLES)


@cache
def more_css():
    """Return the text of the style sheet of the chunk."""
    return _text_of(MORE_STYLES)


def _text_of(paths):
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _default():
    return f"export default {_name(ENTRY)}.standard;\n"


def _files():
    """Return the files of the core and, by chunk, those that each adds, each file after those it needs."""
    wanted = [_in_order(ENTRY, []), *(_in_order(path, []) for path in CHUNKS.values())]
    times = Counter(path for files in wanted for path in files)
    core = []
    for path in [path for path, count in times.items() if count > 1] + [ENTRY]:
        _in_order(path, core)
    return core, {name: [path for path in files if path not in core] for name, files in zip(CHUNKS, wanted[1:])}


def _lent(files, core):
    """Return the files of the core that others need directly."""
    return {path for one in files for path in _needed(one) if path in core}


def _needed(path):
    text = path.read_text(encoding="utf-8")
    return [(path.parent / match[2]).resolve() for match in [*IMPORT.finditer(text), *REEXPORT.finditer(text)]]


def _in_order(path, seen):
    """Return the files that ``path`` needs, each after those it needs itself."""
    if path not in seen:
        for needed in _needed(path):
            _in_order(needed, seen)
        seen.append(path)
    return seen


def _joined(path):
    text = _bare(path)
    names = {}

    def bring(match):
        return f"const {{{match[1].replace(' as ', ': ')}}} = {_name(path.parent / match[2])};\n"

    def pass_on(match):
        for name in match[1].split(","):
            names[name.strip()] = f"{_name(path.parent / match[2])}.{name.strip()}"
        return ""

    def offer(match):
        names[match[2]] = match[2]
        return f"{match[1]} {match[2]}"

    def offer_default(match):
        names["standard"] = match[1]
        return ""

    for pattern, change in [(IMPORT, bring), (REEXPORT, pass_on), (EXPORT, offer), (DEFAULT, offer_default)]:
        text = pattern.sub(change, text)
    left = re.search(r"^(?:import|export)\b.*", text, re.MULTILINE)
    if left:
        raise ValueError(f"{path.name}: cannot join {left[0]!r}; write imports and exports by name, one a line.")
    text = JOINT.sub(r"\1", text)
    offered = ", ".join(name if name == source else f"{name}: {source}" for name, source in names.items())
    return f"const {_name(path)} = (() => {{\n{text}return {{ {offered} }};\n}})();"


def _bare(path):
    """Return the text of a file without notes and indents, which only its readers need."""
    text = NOTE.sub("", path.read_text(encoding="utf-8"))
    for line in text.splitlines():
        if line.count("`") % 2:
            raise ValueError(f"{path.name}: cannot join {line.strip()!r}; begin and end a template on one line.")
    return INDENT.sub("", text)


def _name(path):
    folder = "more_" if path.resolve().parent == CHUNKS["more"].parent else ""
    return f"{folder}{path.stem.replace('-', '_')}_file"
