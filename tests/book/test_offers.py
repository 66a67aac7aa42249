"""The best plans that a build finds: once, for every place, and small."""

import gzip
import json

from _theme import offers
from cases import names


def test_what_one_build_found_the_next_one_reads(tmp_path, monkeypatch):
    monkeypatch.setattr(offers, "offers", lambda case: [case.key])
    found = offers.offered(tmp_path)
    assert found == {place: {"offers": [place]} for place in names()}
    monkeypatch.setattr(offers, "offers", lambda case: 1 / 0)
    assert offers.offered(tmp_path) == found


def test_when_the_rooms_upstream_change_they_are_sought_anew_and_the_old_ones_go(tmp_path, monkeypatch):
    monkeypatch.setattr(offers, "offers", lambda case: ["0"])
    monkeypatch.setattr(offers, "fingerprint", lambda places: "one")
    offers.offered(tmp_path)
    monkeypatch.setattr(offers, "fingerprint", lambda places: "two")
    offers.offered(tmp_path)
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.json")} == {f"{place}/two.json" for place in names()}


def test_when_a_place_changes_the_plans_of_the_others_stay(tmp_path, monkeypatch):
    sought = []
    monkeypatch.setattr(offers, "offers", lambda case: sought.append(case.key) or ["0"])
    monkeypatch.setattr(offers, "fingerprint", lambda places: "one")
    offers.offered(tmp_path)
    changed = names()[0]
    monkeypatch.setattr(offers, "fingerprint", lambda places: "two" if f"cases/{changed}" in places else "one")
    offers.offered(tmp_path)
    assert sought == [*names(), changed]


def test_they_weigh_little():
    """At most 6 KB a place as it travels."""
    for place, given in offers.offered().items():
        assert len(gzip.compress(json.dumps(given).encode())) < 6_000, place
        assert given["offers"], place
