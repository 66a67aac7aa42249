"""Sphinx reads the book's settings from _config.yml, through Jupyter Book's own translation."""

import sys
from pathlib import Path

from jupyter_book.config import get_final_config

_book = Path(__file__).resolve().parent
sys.path.append(str(_book))

_settings, _ = get_final_config(
    user_yaml=_book.parent / "_config.yml",
    sourcedir=_book,
    cli_config={"latex_individualpages": False},
    raise_on_invalid=True,
)
globals().update(_settings)
