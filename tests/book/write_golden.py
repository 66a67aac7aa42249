"""Write the golden notebooks anew, after looking at what changed.

Usage: python tests/book/write_golden.py [chapter ...]
"""

import sys
from pathlib import Path

import nbformat

sys.path.insert(0, str(Path(__file__).parent))

from goldens import GOLDEN, LANGUAGES, chapters, executed, golden_file  # noqa: E402


def main(names):
    """Run the chapters (all, if none is named) in both languages and keep what they show."""
    for name in names or chapters():
        for language in LANGUAGES:
            file = golden_file(name, language)
            file.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(executed(name, language), file)
            print(f"{language}/{name}", flush=True)
    known = {golden_file(name, language) for name in chapters() for language in LANGUAGES}
    for file in GOLDEN.rglob("*.ipynb"):
        if file not in known:
            file.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
