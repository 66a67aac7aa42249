"""The site as it is served: both languages side by side, nothing that a reader does not need, nothing the policy forbids."""

import re
import shutil
from pathlib import Path

from _theme.pack import ARCHIVE

ROOT_PAGE = Path(__file__).resolve().parent / "root"
FAVICON = Path(__file__).resolve().parent / "page" / "static" / "favicon.svg"
# Sphinx's and MyST-NB's own files, which no page of ours names
LEFT_OUT = re.compile(
    r"^(\.buildinfo|objects\.inv|_sources/.*|_static/(basic|pygments|mystnb\.\w+)\.css|_static/.*\.png"
    r"|_static/(doctools|sphinx_highlight|translations)\.js|.*\.map|.*\.ttf)$"
)
# what a strict policy would refuse, found before a reader's browser finds it
FORBIDDEN = {
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")[^>]*>"),
    "an inline style": re.compile(r"<[a-zA-Z][^<>]*\sstyle=|<style\b"),
    "an inline handler": re.compile(r"<[a-zA-Z][^<>]*\son[a-z]+\s*="),
    "a script address": re.compile(r"(?:href|src)=\"javascript:"),
    "a file from another host": re.compile(r"<(?:script|img|link rel=\"stylesheet\"|iframe)[^>]*(?:src|href)=\"(?:https?:)?//"),
}


def forbidden(page):
    """What the policy refuses in the HTML of a page, each with the text found, as a list of sentences."""
    bare = re.sub(r"<script[^>]*type=\"application/json\"[^>]*>.*?</script>", "", page, flags=re.DOTALL)
    return [f"{name}: {found.group()[:120]}" for name, rule in FORBIDDEN.items() for found in rule.finditer(bare)]


def _copy_changed(source, target):
    if target.exists() and target.read_bytes() == source.read_bytes():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def publish(builds, site):
    """Copy the built languages into one site.

    Parameters
    ----------
    builds : dict
        Folder on the site ("en", "zh") to the folder that Sphinx wrote.
    site : Path
        Where to put it; files there that no build has any more are removed.

    Raises
    ------
    ValueError
        If a page holds something that the site's policy forbids; all faults at once.
    """
    wanted = {file.name: file for file in (*ROOT_PAGE.iterdir(), FAVICON)}
    for folder, built in builds.items():
        for file in sorted(Path(built).rglob("*")):
            name = file.relative_to(built).as_posix()
            if file.is_file() and not LEFT_OUT.match(name):
                wanted[f"{folder}/{name}"] = file
    faults = [
        f"{name}: {fault}"
        for name, file in wanted.items() if name.endswith(".html")
        for fault in forbidden(file.read_text(encoding="utf-8"))
    ]
    if faults:
        raise ValueError("The site's policy forbids what these pages hold:\n" + "\n".join(faults))
    for name, file in wanted.items():
        _copy_changed(file, site / name)
    for file in [file for file in site.rglob("*") if file.is_file()]:
        if file.relative_to(site).as_posix() not in {*wanted, ARCHIVE}:
            file.unlink()
