"""Small repairs to the text of a page, so that the strict policy holds and a keyboard and a screen reader get on.

MyST-NB, docutils and pandas write a few inline styles and names; each repair here says which.
"""

import re

from widgets.words import typeset

# MyST-NB names its folds in English whatever they say; docutils calls sources a list without list items.
NAMES = {
    '<summary aria-label="Toggle hidden content">': "<summary>",
    '<div role="list" class="citation-list">': '<div class="citation-list">',
    ' role="doc-biblioentry"': "",
}
TABLE = re.compile(r'<table\b[^>]*class="[^"]*\b(?:docutils|dataframe)\b.*?</table>', re.DOTALL)
STYLE = re.compile(r'<(\w+)([^>]*?) style="([^"]*)"([^>]*)>')
CELL = re.compile(r"(<td[^>]*>)([^<]+)(?=</td>)")
STYLE_BLOCK = re.compile(r"<style scoped>.*?</style>", re.DOTALL)


def style_to_class(tag, style):
    """The class that says the same as an inline style, or "" where the page's own style sheet already says it.

    Raises
    ------
    ValueError
        If the style is neither a share of the width in tens of per cent nor one that may be dropped.
    """
    if tag == "col" or style.strip().rstrip(";") in ("text-align: right", "text-align: left"):
        return ""
    width = re.fullmatch(r"\s*width:\s*(\d+)(?:\.0+)?%;?\s*", style)
    if width and int(width[1]) % 10 == 0:
        return f"wide-{width[1]}"
    raise ValueError(f'<{tag} style="{style}">: only a width in tens of per cent is allowed, such as 60%.')


def _without_style(match):
    tag, before, style, after = match.groups()
    extra = style_to_class(tag, style)
    attributes = before + after.rstrip(" /")
    if extra and 'class="' in attributes:
        attributes = attributes.replace('class="', f'class="{extra} ', 1)
    elif extra:
        attributes += f' class="{extra}"'
    return f"<{tag}{attributes}>"


def _typeset(table):
    """The numbers of a table as readers meet them: pandas writes a hyphen for a minus."""
    return CELL.sub(lambda cell: cell[1] + typeset(cell[2]), table)


def repair(text):
    """The text of a page without inline styles, its tables set and in boxes that scroll, its folds named by what they say."""
    text = STYLE_BLOCK.sub("", text)
    text = STYLE.sub(_without_style, text)
    text = text.replace('<table border="1" class="dataframe', '<table class="dataframe')
    text = TABLE.sub(lambda table: f'<div class="scroll" tabindex="0">{_typeset(table.group())}</div>', text)
    for name, better in NAMES.items():
        text = text.replace(name, better)
    return text


def repair_page(app, pagename, templatename, context, doctree):
    """Repair the text of one page before it is written.

    Raises
    ------
    ValueError
        If it cannot be repaired, with the name of the page.
    """
    if "body" in context:
        try:
            context["body"] = repair(context["body"])
        except ValueError as error:
            raise ValueError(f"{pagename}: {error}") from error


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-page-context", repair_page, priority=800)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
