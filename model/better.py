"""Which way is up: of most quantities more is what the framework calls better, of these less."""

LESS = frozenset(
    "directive_push dependence absorption conflict opportunism coordination_load "
    "administrative_burden public_cost unmet_need".split()
)
"""Directive push is here because the line 'interaction' stands for acting together, of which acting
by order is the opposite."""
