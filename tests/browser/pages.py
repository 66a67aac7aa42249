"""Where the built site is, and in which ways its pages are looked at."""

from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
SITE = HOUSE / "build" / "site"
LANGUAGES = ("en", "zh")
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")


def page_names():
    """The pages of the book without their ending, such as `builders/index`, in the order of the alphabet."""
    folder = HOUSE / "book"
    sources = (file.relative_to(folder).with_suffix("") for file in folder.rglob("*.md"))
    return sorted(source.as_posix() for source in sources if not source.parts[0].startswith(("_", ".")))
