"""The best plans of every place, which a page brings along."""

from _theme.kept import kept
from cases import load, names
from widgets.offers import offers


@kept("cases/{0}", "cases/_common", "cases/*.*", "model", "widgets/offers.py")
def best(place):
    """Return the plans of one place, as digits."""
    return offers(load(place))


def offered():
    """Return {place: {"offers": plans as digits}} for every place."""
    return {place: {"offers": best(place)} for place in names()}
