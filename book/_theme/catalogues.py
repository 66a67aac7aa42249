"""Bring the Chinese catalogues of the chapters in step with the English text, for the translator.

Usage: python book/_theme/catalogues.py

New sentences arrive with an empty translation, changed ones are marked fuzzy, sentences that are gone are dropped.
"""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]


def extract(target, source=HOUSE / "book"):
    """Write one catalogue of English sentences (.pot) a chapter below the target folder.

    Raises
    ------
    subprocess.CalledProcessError
        If Sphinx fails; why, it has said on stderr.
    """
    # no cell is run, so no number that a sentence quotes is there
    quiet = ["-D", "nb_execution_mode=off", "-D", "suppress_warnings=mystnb.glue_ref"]
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "gettext", "-d", f"{target}-doctrees", "-D", "language=en", *quiet]
    subprocess.run([*command, str(source), str(target)], check=True)
    return target


def main():
    """Extract, then update locale/zh_CN."""
    extracted = extract(HOUSE / "build" / "gettext")
    update = [sys.executable, "-m", "sphinx_intl", "update", "--no-obsolete", "-w", "0", "-l", "zh_CN"]
    return subprocess.run([*update, "-p", str(extracted), "-d", str(HOUSE / "locale")]).returncode


if __name__ == "__main__":
    sys.exit(main())
