"""Writes everything that is generated: ``python -m model`` prints what changed."""

import sys

from model.equations import MODEL
from model.generate import FOLDER, generated


def main():
    """Write what differs; return 0."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in generated(MODEL).items():
        path = FOLDER / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            print(f"model/generated/{name}: as it was")
        else:
            path.write_text(text, encoding="utf-8")
            print(f"model/generated/{name}: written, {len(text)} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
