"""What is opened in Python is opened on the page, as the same plan; what is refused in one is refused in the other."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import CaseError, Plan, load, names, open_plans
from cases.codes import ALPHABET, Refused
from widgets import Studio
from widgets.state import given_to_panels

CORPUS = [one for file in sorted((Path(__file__).parents[1] / "cases" / "plans").glob("*.json")) for one in json.loads(file.read_text(encoding="utf-8"))]
EXACT = ("empty", "long", "letter", "character", "groups", "check", "newer", "version", "nothing", "large", "json")
"""Where several things are wrong either side may name another of them; these come first in both."""
READ = """
    const { readAnything, writeFile } = await load("more/files.js");
    const { codeOf, editionOf, linkOf } = await load("more/passing.js");
    const rules = given.rules;
    const written = (plan) => {
      try { return [codeOf(editionOf(rules.editions, plan.place), plan), linkOf(editionOf(rules.editions, plan.place), plan)]; }
      catch (error) { if (error.reason !== "much") throw error; return error.reason; }
    };
    return given.texts.map((text) => {
      try {
        const plans = readAnything(text, rules);
        return { plans: JSON.parse(writeFile(plans, "")).plans, written: plans.map(written) };
      } catch (error) {
        if (!error.reason) throw error;
        return { reason: error.reason };
      }
    });
"""


@pytest.fixture(scope="module")
def rules():
    state = Studio("tianjin").state
    return {"editions": given_to_panels("en")["editions"], "levers": state["levers"], "kinds": state["kinds"]}


@pytest.fixture(scope="module")
def page(javascript, rules):
    """`page(texts)`: what the page makes of each text."""
    return lambda texts: javascript(READ, {"rules": rules, "texts": texts})


def opened(text):
    """The plans of a text in Python, as rows of a file, or the reason of a refusal where there is one."""
    try:
        plans = open_plans(text) if text.lstrip(" \t\r\n\ufeff")[:1] in ("{", "[") else [Plan.from_code(text)]
    except Refused as error:
        return error.reason
    except CaseError:
        return "bounds"
    return [json.loads(plan.to_json())["plans"][0] for plan in plans]


def held_together(texts, answers):
    """Compare what both sides made of some texts; return how many were opened."""
    count = 0
    for text, answer in zip(texts, answers, strict=True):
        here = opened(text)
        if isinstance(here, list):
            count += 1
            assert answer.get("plans") == here, text[:300]
        else:
            assert "reason" in answer, (text[:300], here)
            assert here == answer["reason"] or here not in EXACT, (text[:300], here, answer)
    return count


def test_what_an_earlier_release_wrote_opens_as_the_same_plan(page):
    texts = [one["text"] for one in CORPUS]
    assert held_together(texts, page(texts)) == len(CORPUS)


def test_both_write_the_same_code_and_the_same_link(page):
    texts = [one["text"] for one in CORPUS]
    for one, answer in zip(CORPUS, page(texts), strict=True):
        for row, written in zip(one["plans"], answer["written"], strict=True):
            plan = open_plans(json.dumps({"version": 1, "plans": [row]}))[0]
            try:
                assert written == [plan.code(), plan.link()]
            except CaseError:
                assert written == "much"


def test_mangled_codes_links_and_files_are_judged_alike(page):
    """Four thousand texts: a corpus with letters replaced, cut out, put in and exchanged."""
    draw = random.Random(24)
    letters = ALPHABET + ALPHABET.lower() + "OILU{}[]\":,~_&=#<>-. \n0123456789eE＋Ｏｌ你\u200b"
    texts = []
    for _ in range(4000):
        text = draw.choice(CORPUS)["text"]
        for _ in range(draw.choice((1, 1, 2, 5))):
            at, other = draw.randrange(len(text) + 1), draw.choice(letters)
            text = draw.choice((text[:at] + other + text[at + 1 :], text[:at] + text[at + 1 :], text[:at] + other + text[at:]))
        texts.append(text)
    held_together(texts, page(texts))


def test_codes_made_up_at_random_are_judged_alike(page):
    """A check that fits by chance leaves the rest of the reading to be tried."""
    from cases.codes import spell

    draw = random.Random(24)
    known = list(given_to_panels("en")["editions"]["order"])
    texts = []
    for _ in range(3000):
        rest = draw.randrange(2 ** draw.choice((10, 30, 60, 90, 200, 500)))
        name = draw.choice([*known, draw.randrange(256)])
        form = draw.choice((0, 0, 0, draw.randrange(8)))
        number = 2 * (name + 256 * rest) if draw.random() < 0.5 else 2 * (form + 8 * (name + 256 * rest)) + 1
        texts.append(spell(number))
    assert 100 < held_together(texts, page(texts)) < 3000


PART = st.recursive(st.one_of(st.none(), st.booleans(), st.floats(width=32), st.integers(-3, 700), st.text(max_size=6)), lambda part: st.one_of(
    st.lists(part, max_size=3), st.dictionaries(st.sampled_from(["place", "changes", "shocks", "shock", "month", "begins", "name", "training", "0", "12"]), part, max_size=4)), max_leaves=8)


def test_files_of_any_shape_are_judged_alike(page):
    texts = []

    @given(st.sampled_from(["changes", "shocks", "begins", "name", "prediction", "place", "version", "plans", "training", "shock"]), PART)
    @settings(max_examples=600, deadline=None, derandomize=True)
    def collect(key, part):
        plan = {"place": "tianjin", "changes": {"training": {"408": 80}}, "begins": 408, "name": "", "shocks": None, "prediction": None}
        whole = {"version": 1, "plans": [plan]}
        if key in whole:
            whole[key] = part
        elif key == "training":
            plan["changes"][key] = part
        elif key == "shock":
            plan["shocks"] = [part]
        else:
            plan[key] = part
        texts.append(json.dumps(whole))

    collect()
    assert held_together(texts, page(texts)) > 10


@pytest.mark.parametrize(("text", "reason"), [
    ("0" * 10_000_000, "long"),
    ("{" + " " * 10_000_000 + "}", "large"),
    ("[" * 100_000, "json"),
    ('{"version":2,"plans":[]}', "newer"),
    ('{"version":0,"plans":[]}', "version"),
    ('{"version":1,"plans":[{"place":"tianjin","changes":{"training":NaN}}]}', "json"),
    ('{"version":1,"plans":[{"place":"atlantis","changes":{}}]}', "place"),
    ('{"version":1,"plans":[{"place":"tianjin","changes":{"training":2001}}]}', "value"),
    ('{"version":1,"plans":[{"place":"tianjin","changes":{"training":{"469":20}}}]}', "value"),
    ('{"version":1,"plans":[{"place":"tianjin","changes":{"__proto__":20}}]}', "lever"),
    ('{"version":1,"plans":[{"place":"tianjin","changes":{},"name":"<script>alert(1)</script>"}]}', "name"),
    ('{"version":1,"plans":[{"place":"tianjin","changes":{},"shocks":[{"shock":"toString","month":1}]}]}', "shock"),
    ("<script>alert(1)</script>", "character"),
    ("OOOO", "letter"),
    ("0B2E", "check"),
    ("#flying=1", "link"),
    ("place=atlantis", "place"),
    ("place=tianjin&flying=1", "link"),
    ("place=tianjin&month=469", "link"),
])
def test_what_is_wrong_is_named(page, text, reason):
    assert page([text]) == [{"reason": reason}]
    assert isinstance(opened(text), str)


@pytest.mark.parametrize("place", names())
def test_a_studio_in_python_opens_a_plan_a_code_or_a_link(place):
    lever = next(one for one in load(place).levers if one.shown)
    plan = Plan(place, {lever.lever: {3: lever.high}}, [("epidemic", 2)])
    for held in (plan, plan.code(), plan.link()):
        studio = Studio(held)
        assert (studio.case.key, studio.plan, studio.begins) == (place, plan.changes, 3)
        assert studio.shocks == [{"shock": "epidemic", "month": 2, "length": 9, "size": 1.0}]
        assert studio.as_plan() == plan


@pytest.mark.parametrize(("text", "message"), [
    ("0B2E", "code: a character is wrong"),
    ("tianjn", "no place called 'tianjn'; did you mean 'tianjin'"),
    ("atlantis", "no place called 'atlantis'"),
])
def test_a_studio_of_nothing_is_refused_in_python(text, message):
    with pytest.raises(CaseError, match=message):
        Studio(text)
