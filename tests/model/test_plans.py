"""Plans as mappings, as plans and as codes: where a plan knows its place, the case may be left out."""

import re

import pandas
import pytest

from cases import Plan, load
from model import beats, compare, cost, ensemble, explain, recovery, sensitivity

PLACE = "nanjing"
A = Plan(PLACE, {"training": {8: 40}}, name="more training")
B = Plan(PLACE, {"recognition": {8: 0}}, shocks=[("epidemic", 9, 3, 1.0)])
ELSEWHERE = Plan("nantong", {})
SMALL = {"members": 3, "month": 12, "outcomes": ["services"], "progress": False}
FEW = {"outcomes": ["services"], "samples": 2, "month": 3, "progress": False}


def table(found):
    """What an analysis found, as one table; what the rows are called is left out."""
    found = found.causes.assign(change=found.change) if hasattr(found, "causes") else found
    return found.reset_index(drop=True)


SAME = {
    "compare": (lambda *case, plans=(A, B): compare(*case, list(plans), 12), [A, B]),
    "explain": (lambda *case, plans=(A, B): explain(*case, *plans, month=12), [A, B]),
    "explain, one plan": (lambda *case, plans=(A,): explain(*case, *plans, month=12), [A]),
    "explain, by name": (lambda *case, plans=(A, B): explain(*case, a=plans[0], b=plans[1], month=12), [A, B]),
    "explain, against a mapping": (lambda *case, plans=(A,): explain(*case, *plans, {"training": 0}, month=12), [A]),
    "beats": (lambda *case, plans=(A, B): beats(*case, *plans, **SMALL), [A, B]),
    "ensemble": (lambda *case, plans=(A,): ensemble(*case, *plans, members=3, months=12), [A]),
    "sensitivity": (lambda *case, plans=(B,): sensitivity(*case, *plans, **FEW), [B]),
    "sensitivity, a difference": (lambda *case, plans=(B,): sensitivity(*case, *plans, against={}, **FEW), [B]),
    "cost": (lambda *case, plans=(A,): cost(*case, *plans, 12), [A]),
    "recovery": (lambda *case, plans=(B,): recovery(*case, *plans, months=24), [B]),
}


@pytest.mark.parametrize("name", SAME)
def test_a_plan_or_its_code_says_of_which_place_it_is(name):
    asked, plans = SAME[name]
    codes = [plan.code() for plan in plans]
    found = [table(asked(load(PLACE))), table(asked()), table(asked(plans=codes)), table(asked(load(PLACE), plans=codes))]
    assert len(found[0])
    for other in found[1:]:
        pandas.testing.assert_frame_equal(other, found[0])


def test_plans_in_a_list_are_called_by_their_names_or_their_places_in_it():
    assert list(compare([B, A, B.code()], 3).index.unique("plan")) == ["1", "more training", "3"]
    assert list(compare({"mine": A.link()}, 3).index.unique("plan")) == ["mine"]


@pytest.mark.parametrize(("ask", "error", "sentence"), [
    (lambda: explain({"training": 3}), TypeError, "explain: nothing says of which place; allowed is a Case from cases.load"),
    (lambda: ensemble(), TypeError, "ensemble: nothing says of which place"),
    (lambda: compare([]), TypeError, "compare: nothing says of which place"),
    (lambda: explain(PLACE, A), TypeError, f"case is '{PLACE}'; allowed is a Case from cases.load; write load('{PLACE}')."),
    (lambda: beats(A, ELSEWHERE), ValueError, f"beats: the plans are of {PLACE} and {ELSEWHERE.place}; allowed are plans of one place."),
    (lambda: compare({"a": A, "b": ELSEWHERE}), ValueError, "compare: the plans are of nanjing and nantong"),
    (lambda: explain(load(PLACE), ELSEWHERE.code()), ValueError, f"is of {ELSEWHERE.place}; allowed are plans of {PLACE}."),
    (lambda: explain(A, "0000"), ValueError, "code: "),
    (lambda: compare([A, A]), ValueError, "plans are called more training, more training; allowed is each name once"),
    (lambda: ensemble(A, colour="red"), TypeError, "colour"),
])
def test_where_the_place_is_not_known_or_not_one_it_is_said(ask, error, sentence):
    with pytest.raises(error, match=re.escape(sentence)):
        ask()
