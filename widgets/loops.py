"""The causal map's tables in one language: its named loops, with their stories and signs."""

import csv
from pathlib import Path

MODEL = Path(__file__).parent.parent / "model"


def map_rows(name):
    """Return the rows of a table of the model, such as ``causal_map.csv``."""
    with (MODEL / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def map_loops(language):
    """Return the named loops with their arrows' signs and the polarity that follows from them.

    Returns
    -------
    list of dict
        key, name, path (quantities in order), signs (of the arrow from each to the next, the last
        back to the first), polarity (reinforcing or balancing) and story.
    """
    signs = {(row["cause"], row["effect"]): row["sign"] for row in map_rows("causal_map.csv")}
    return [_loop(row, signs, language) for row in map_rows("loops.csv")]


def _loop(row, signs, language):
    path = row["path"].split()
    along = [signs[pair] for pair in zip(path, [*path[1:], path[0]], strict=True)]
    return {
        "key": row["loop"],
        "name": row[f"name_{language}"],
        "path": path,
        "signs": along,
        "polarity": "balancing" if along.count("-") % 2 else "reinforcing",
        "story": row[f"reading_{language}"],
    }
