"""One language a build: cells are told which, and the page's own words follow it."""

import os

from _theme.words import page_words

# folder on the site, name in its own words, code for browsers
SITES = {"en": ("en", "English", "en"), "zh_CN": ("zh", "中文", "zh-CN")}


def set_language(app, config):
    """Tell the cells the language, and Sphinx and MyST-NB the words that they show."""
    os.environ["BOOK_LANGUAGE"] = config.language
    words = page_words(config.language)
    config.html_title = words["title"]
    config.nb_code_prompt_show = words["code.show"]
    config.nb_code_prompt_hide = words["code.hide"]
    config.numfig_format = {
        "figure": words["figure"],
        "table": words["table"],
        "code-block": words["listing"],
        "section": words["section"],
    }


def add_words(app, pagename, templatename, context, doctree):
    """Give the templates `word(key)` and the same page in the other language."""
    words = page_words(app.config.language)
    context["word"] = words.__getitem__
    folder, name, code = next(site for language, site in SITES.items() if language != app.config.language)
    link = context["pathto"](f"../{folder}/{pagename}.html", 1)
    context["other"] = {"folder": folder, "name": name, "code": code, "link": link}


def setup(app):
    """Connect to Sphinx."""
    app.connect("config-inited", set_language, priority=100)
    app.connect("html-page-context", add_words)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
