"""What a page loads: our own frame, and of the rest only what the page uses."""

import re
from pathlib import Path

from _theme.offers import offered
from cases.files import SCHEMA, SCHEMA_FILE
from widgets.causal_map import given_map
from widgets.figures import plotly_files
from widgets.module import SHARED, bundle, chunk, css, more_css, workers
from widgets.page import json_text
from widgets.state import given_to_panels

FRAME = Path(__file__).resolve().parent / "page"
POLICY = "; ".join([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
])
# file served: a sign in the page's text that it is needed
USED_BY = {
    "sphinx-design.min.css": 'class="sd-',
    "design-tabs.js": "sd-tab-set",
    "widgets.css": "gt-widget",
    "widgets.js": "gt-widget",
}
OURS = {"page.css", "page.js"}


def classic_script(module):
    """The widgets' ES module as a classic script, which a page opened from a folder may load too.

    Raises
    ------
    ValueError
        If the module imports a file, or does not end with its one export.
    """
    body, export, _ = module.rpartition("\nexport default ")
    if not export or re.search(r"^\s*(?:import|export)\b", body, re.MULTILINE):
        raise ValueError("The widgets' module must be one file that imports nothing and ends with its only export.")
    return f"(() => {{\n{body.replace('import.meta.url', 'document.currentScript.src')}\n}})();\n"


def asked_for(language):
    """The files that a page loads later, by name: the other widgets, the panels of the studio, the causal map, Plotly."""
    given = f"{SHARED}.given = {json_text({**given_to_panels(language), 'extras': offered()})};\n"
    panels = {"more.js": chunk("more") + given, "more.css": more_css(), "causal-map.js": f"{SHARED}.map = {json_text(given_map(language))};\n"}
    return {"pictures.js": chunk("pictures"), **panels, **workers(), **plotly_files(), SCHEMA: SCHEMA_FILE.read_text(encoding="utf-8")}


def write_assets(app):
    """Write the frame's styles and scripts, each as one file, and the widgets' bundle."""
    if app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    static.mkdir(parents=True, exist_ok=True)
    for folder, ending in (("styles", "css"), ("scripts", "js")):
        parts = sorted((FRAME / folder).glob(f"*.{ending}"))
        text = "\n".join(part.read_text(encoding="utf-8") for part in parts)
        (static / f"page.{ending}").write_text(text, encoding="utf-8")
    (static / "widgets.css").write_text(css(), encoding="utf-8")
    (static / "widgets.js").write_text(classic_script(bundle()), encoding="utf-8")
    for name, text in asked_for(app.config.language).items():
        (static / name).write_text(text, encoding="utf-8")
    app.add_css_file("page.css")
    app.add_css_file("widgets.css")
    app.add_js_file("widgets.js", loading_method="defer", fetchpriority="high")
    app.add_js_file("page.js", loading_method="defer")


def choose_assets(app, pagename, templatename, context, doctree):
    """Keep the files that the page uses; say the policy and mark the page that is open in the contents."""
    text = context.get("body", "")

    def needed(file):
        name = Path(str(file.filename)).name
        return name in OURS or (name in USED_BY and USED_BY[name] in text)

    for kind in ("css_files", "script_files"):
        context[kind] = [file for file in context[kind] if needed(file)]
    context["policy"] = POLICY
    context["contents"] = contents


def contents(toctree):
    """The list of contents as HTML: parts, pages, and the sections of the page that is open."""
    html = toctree(maxdepth=3, collapse=True, includehidden=True, titles_only=False) or ""
    html = html.replace('<p class="caption" role="heading">', '<p class="caption">')
    return re.sub(r'(<a class="current reference internal") href="#"', r'\1 aria-current="page" href="#"', html)


def setup(app):
    """Connect to Sphinx."""
    app.connect("builder-inited", write_assets)
    app.connect("html-page-context", choose_assets, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
