"""Plotly's files for the page: taken from the installed package, its styles as a file of their own.

The page's policy allows neither inline styles nor anything from another host.  Plotly writes its
styles into the page unless it finds an element that says it need not; so its rules are read out of
the bundle into ``plotly.css``, and the names of the elements for which other parts of the bundle
look go into ``plotly-guards.js``.  Nothing of this is loaded before a reader asks for it.
"""

import json
import re
from importlib.resources import files

PAIR = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'):("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
GUARD = re.compile(r'if\(!document\.getElementById\("([0-9a-f]{64})"\)\)')
SCOPES = {"X": ".js-plotly-plot .plotly", "Y": ".plotly-notifier"}


def plotly_files():
    """Return {name: text} of the files that a live Plotly figure needs on the page.

    Raises
    ------
    ValueError
        If the installed Plotly keeps its styles in another way than we know.
    """
    bundle = files("plotly").joinpath("package_data", "plotly.min.js").read_text(encoding="utf-8")
    return {
        "plotly.min.js": bundle,
        "plotly.css": _styles(bundle),
        "plotly-guards.js": f"globalThis.plotlyGuards = {json.dumps(GUARD.findall(bundle))};\n",
    }


def _styles(bundle):
    start = bundle.find('"X,X div":')
    end = bundle.find("}", start)
    pairs = PAIR.findall(bundle[start:end])
    if start < 0 or len(pairs) < 40:
        raise ValueError("plotly.min.js: its style rules were not found where they used to be; see widgets/figures.py.")
    return "\n".join(f"{_scoped(selector[1:-1])} {{ {rule[1:-1]} }}" for selector, rule in pairs) + "\n"


def _scoped(selector):
    return re.sub(r"\b[XY]\b", lambda match: SCOPES[match[0]], selector)
