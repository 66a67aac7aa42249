"""The best plans of every place, which a page brings along."""

from _theme.kept import OF_A_PLACE, kept
from cases import load, names
from widgets.offers import offers


@kept(*OF_A_PLACE, "widgets/offers.py")
def best(place):
    """Return the plans of one place, as digits."""
    return offers(load(place))


def offered():
    """Return {place: {"offers": plans as digits}} for every place."""
    return {place: {"offers": best(place)} for place in names()}
