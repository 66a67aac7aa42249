"""Which way is up: of most quantities more is what the framework calls better, of these less."""

LESS = frozenset(
    "directive_push dependence absorption conflict opportunism coordination_load "
    "administrative_burden public_cost unmet_need".split()
)
"""Directive push is here because the line 'interaction' stands for acting together, of which acting
by order is the opposite."""

HEADLINES = ("services", "satisfaction", "volunteers", "administrative_burden", "unmet_need", "public_cost")
"""The outcomes that readers ask for first, in the order of the page (``widgets/js/outcomes.js``)."""


def sign(name):
    """Return 1 where more of a quantity is better, −1 where less is."""
    return -1 if name in LESS else 1
