"""Check the tables of every place, or of those named: ``python -m cases [place …]``.

``python -m cases --keep <place>`` keeps the sliders of a place as they are now, before one of them
changes: the codes that were given out still open then.
"""

import sys

from cases.editions import keep
from cases.errors import CaseError
from cases.place import load, names


def main(wanted) -> int:
    """Print for each place that it is fine, or all its faults; returns how many have faults."""
    if wanted[:1] == ["--keep"]:
        print(*map(keep, wanted[1:]), sep="\n")
        return 0
    wrong = 0
    for name in wanted or names():
        try:
            case = load(name)
        except CaseError as error:
            wrong += 1
            print(f"{name}: {len(error.faults)} to put right\n{error}")
        else:
            print(f"{name}: fine, {len(case.actors)} actors, {len(case.ties)} ties")
    return wrong


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
