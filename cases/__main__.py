"""Check the tables of every place, or of those named: ``python -m cases [place …]``.

``python -m cases --keep [place …]`` keeps the sliders as they are now, before one of them changes: the
codes that were given out still open then.
"""

import sys
from argparse import ArgumentParser

from cases.editions import keep
from cases.errors import CaseError
from cases.place import load, names


def main(arguments) -> int:
    """Print for each place that it is fine or kept, or all its faults; returns how many have faults."""
    parser = ArgumentParser("python -m cases", description="Check the tables of every place, or of those named.")
    parser.add_argument("places", nargs="*", metavar="place", help="the name of its folder")
    parser.add_argument("--keep", action="store_true", help="keep the sliders as they are now, for codes given out")
    asked = parser.parse_args(arguments)
    wrong = 0
    for name in asked.places or names():
        try:
            case = load(name)
            print(keep(name) if asked.keep else f"{name}: fine, {len(case.actors)} actors, {len(case.ties)} ties")
        except CaseError as error:
            wrong += 1
            print(f"{name}: {len(error.faults)} to put right\n{error}")
    return wrong


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
