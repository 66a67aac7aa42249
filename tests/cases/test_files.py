"""A file of plans follows its published schema, and what does not follow it is refused with a sentence."""

import json

import pytest
from jsonschema import Draft202012Validator

from cases import CaseError, Plan, open_plans, save_plans
from cases.files import LARGEST, MOST, SCHEMA, SCHEMA_FILE, VERSION

SCHEME = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEME)
PLAN = {"place": "tianjin", "changes": {"training": {"408": 80}}}


def file_of(plan=None, **others):
    """The text of a file with one plan, or with other keys at the top."""
    return json.dumps({"version": VERSION, "plans": [PLAN if plan is None else plan], **others})


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEME)
    assert SCHEME["$id"] == SCHEMA and SCHEME["properties"]["version"]["const"] == VERSION


def test_what_is_written_follows_the_schema_and_names_it():
    plans = [
        Plan("tianjin"),
        Plan("tianjin", {"training": {1: 5, 7: 0.5}, "delegation": 1}, [("epidemic", 3)], 1, "先试一试", {"trust": {9: 0.5}}),
        Plan("nanjing", shocks=[]),
    ]
    whole = json.loads(save_plans(plans))
    assert whole["$schema"] == SCHEMA and not list(VALID.iter_errors(whole))
    assert open_plans(save_plans(plans)) == plans


def test_a_file_needs_no_more_than_a_place_and_its_changes():
    assert open_plans(file_of()) == [Plan("tianjin", {"training": {408: 80}})]
    assert open_plans("\ufeff" + file_of()) == open_plans(file_of().encode())


@pytest.mark.parametrize(("text", "message"), [
    ("", "cannot be read as JSON"),
    (b"\xff\xfe", "cannot be read as JSON"),
    ("[" * 100_000, "cannot be read as JSON"),
    (" " * (LARGEST + 1), "has 1000001 characters; allowed are 1000000"),
    ("x" * 10_000_000, "has 10000000 characters"),
    ('{"version": 1, "plans": [{"place": "tianjin", "changes": {"training": NaN}}]}', "NaN is no number of JSON"),
    ("[]", "no plans of this book"),
    ("null", "no plans of this book"),
    ('{"plans": []}', "no plans of this book"),
    (file_of(version=2), "its version is 2; a newer edition of the book made it"),
    (file_of(version=0), "its version is 0; no edition of the book made it"),
    (file_of(version=True), "its version is True; no edition"),
    (file_of(version="1"), "its version is '1'; no edition"),
    (file_of(plans=[]), "plans is not a list of 1 to 100 plans"),
    (file_of(plans=[PLAN] * (MOST + 1)), "plans is not a list of 1 to 100 plans"),
    (file_of(plans=PLAN), "plans is not a list"),
    (file_of(author="me"), "author is not known"),
    (file_of([]), r"plan 1: found \[\]; allowed is an object with place and changes"),
    (file_of({"place": "tianjin"}), "plan 1: found place; allowed is an object with place and changes"),
    (file_of({**PLAN, "colour": "red"}), "plan 1: found changes, colour, place"),
    (file_of({**PLAN, "place": "atlantis"}), "no place called 'atlantis'"),
    (file_of({**PLAN, "place": 7}), "plan 1: place is not text"),
    (file_of({**PLAN, "name": "<img src=x onerror=alert(1)>"}), "without < and >"),
    (file_of({**PLAN, "name": None}), "plan 1: name is not text"),
    (file_of({**PLAN, "changes": []}), "plan 1: changes or prediction is no object"),
    (file_of({**PLAN, "changes": {"weather": 1}}), "no lever called 'weather'"),
    (file_of({**PLAN, "changes": {"training": "much"}}), "training is 'much'"),
    (file_of({**PLAN, "changes": {"training": {"soon": 1}}}), "'soon' is no month"),
    (file_of({**PLAN, "changes": {"training": {"469": 1}}}), "training has month 469; the last of tianjin is 468"),
    (file_of({**PLAN, "changes": {"training": {}}}), "an empty schedule"),
    (file_of({**PLAN, "changes": {"training": 2001}}), "training is 2001, above its highest of 2000"),
    (file_of({**PLAN, "changes": {"training": 10**400}}), "not a number"),
    (file_of({**PLAN, "shocks": {}}), "plan 1: shocks is not a list of objects"),
    (file_of({**PLAN, "shocks": [{"kind": "epidemic", "month": 3}]}), "plan 1: shocks is not a list of objects"),
    (file_of({**PLAN, "shocks": [{"shock": "flood", "month": 3}]}), "no shock called 'flood'"),
    (file_of({**PLAN, "begins": 1.5}), "begins is 1.5, not a whole number"),
    (file_of({**PLAN, "begins": 469}), "begins has month 469"),
    (file_of({**PLAN, "prediction": {"trust": 1}}), "prediction"),
    (file_of({**PLAN, "prediction": {"Trust!": {"3": 1}}}), "is of no quantity"),
    (file_of({**PLAN, "prediction": {"trust": {"3": -1}}}), "below its lowest of 0"),
])
def test_a_bad_file_is_refused_with_a_sentence(text, message):
    with pytest.raises(CaseError, match=message):
        open_plans(text)


@pytest.mark.parametrize("plan", [
    {"place": "tianjin"}, {**PLAN, "colour": "red"}, {**PLAN, "place": 7}, {**PLAN, "name": "<b>"}, {**PLAN, "changes": []},
    {**PLAN, "changes": {"training": "much"}}, {**PLAN, "changes": {"training": {}}}, {**PLAN, "begins": -1}, {**PLAN, "shocks": [{"shock": "epidemic"}]},
])
def test_the_schema_refuses_what_the_reader_refuses(plan):
    assert list(VALID.iter_errors(json.loads(file_of(plan))))
    with pytest.raises(CaseError):
        open_plans(file_of(plan))


def test_several_plans_are_not_one():
    text = save_plans([Plan("tianjin"), Plan("nanjing")])
    with pytest.raises(CaseError, match="holds 2 plans; allowed here is one, see cases.open_plans"):
        Plan.from_json(text)
