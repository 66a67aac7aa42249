"""The best plans that a page brings along are small."""

import gzip
import json

from _theme.offers import offered
from cases import names


def test_they_weigh_little():
    """At most 6 KB a place as it travels."""
    found = offered()
    assert list(found) == list(names())
    for place, given in found.items():
        assert len(gzip.compress(json.dumps(given).encode())) < 6_000, place
        assert given["offers"], place
