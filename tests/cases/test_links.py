"""A plan comes back from its code, its link and its file as it was, or is refused with a sentence."""

import json
import pickle
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cases import CaseError, Plan, check_shocks, load, names, open_plans
from cases.__main__ import main
from cases.editions import AFTER, all_editions, edition, editions
from cases.numbering import Numbering, count, stood

RELEASES = sorted((Path(__file__).parent / "plans").glob("*.json"))
CORPUS = [one for file in RELEASES for one in json.loads(file.read_text(encoding="utf-8"))]
ROOM = Path(load.__code__.co_filename).parent
CASES = {place: load(place) for place in names()}
QUICK = settings(max_examples=150, deadline=None)


@st.composite
def slid_plans(draw):
    """What the sliders and buttons of a studio can set."""
    case = CASES[draw(st.sampled_from(names()))]
    end = case.months + AFTER
    begins = draw(st.one_of(st.just(case.months), st.integers(0, end)))
    levers = draw(st.lists(st.sampled_from(case.levers), unique_by=lambda one: one.lever, max_size=15))
    values = {one.lever: stood(one.low, one.step, draw(st.integers(0, count(one.low, one.high, one.step) - 1))) for one in levers}
    changes = {lever: {begins: value} if begins else value for lever, value in values.items()}
    kept = [one for one in case.shocks if draw(st.booleans())]
    kinds = st.sampled_from(sorted(case._common.shocks))
    added = st.tuples(kinds, st.integers(0, end), st.integers(1, 36), st.integers(0, 12).map(lambda size: size / 4))
    usual = st.tuples(kinds, st.integers(0, end))
    return Plan(case.key, changes, [*kept, *draw(st.lists(st.one_of(added, usual), max_size=2))], begins)


@st.composite
def any_plans(draw):
    """What can be written in Python: any steps, any values within the hard bounds."""
    case = CASES[draw(st.sampled_from(names()))]
    months = st.integers(0, case.months + AFTER)
    changes = {}
    for lever in draw(st.lists(st.sampled_from(case.levers), unique_by=lambda one: one.lever, max_size=4)):
        values = st.floats(lever.lowest, lever.highest, allow_subnormal=False)
        changes[lever.lever] = draw(st.one_of(values, st.dictionaries(months, values, min_size=1, max_size=3)))
    size, length = st.floats(0, 10), st.integers(1, case.months)
    shocks = st.lists(st.tuples(st.sampled_from(sorted(case._common.shocks)), months, length, size), max_size=3)
    name = st.text(max_size=80).filter(_fits)
    expected = st.dictionaries(st.sampled_from(["trust", "value"]), st.dictionaries(months, st.floats(0, 1e6)))
    return Plan(case.key, changes, draw(st.one_of(st.none(), shocks)), draw(months), draw(name), draw(expected))


def _fits(name):
    try:
        Plan("tianjin", name=name)
    except CaseError:
        return False
    return True


@given(slid_plans())
@QUICK
def test_whatever_the_sliders_can_set_comes_back_from_its_link_and_its_file(plan):
    assert len(plan.link()) <= 120
    assert Plan.from_code(f"https://example.org/en/{plan.place}.html{plan.link()}") == plan
    assert Plan.from_json(plan.to_json()) == plan


@given(slid_plans())
@QUICK
def test_a_plan_comes_back_from_its_code_or_is_said_to_be_too_much(plan):
    try:
        code = plan.code()
    except CaseError as error:
        assert "too much for 24 characters" in str(error) and "link()" in str(error)
    else:
        assert len(code) <= 24 and Plan.from_code(code.lower()) == plan


@given(any_plans())
@example(Plan("tianjin", {"training": {240: 37.5, 300: 1e-7}, "delegation": 0.1 + 0.2}, [("epidemic", 3, 2, 1 / 3)]))
@QUICK
def test_any_plan_comes_back_from_its_file_and_from_its_link_where_it_has_one(plan):
    assert Plan.from_json(plan.to_json()) == plan
    assert open_plans(plan.to_json().encode()) == [plan]
    bare = Plan(plan.place, plan.changes, plan.shocks, plan.begins)
    try:
        link = bare.link()
    except CaseError as error:
        assert "too much for 112 characters" in str(error)
    else:
        assert len(link) <= 120 and Plan.from_code(link) == bare


@given(st.one_of(st.text(), st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", max_size=24), st.text("#plan=ce&~_.0123456789-", max_size=60)))
@example("place=tianjin&training=240~80_300~")
@example("place=tianjin&shocks=epidemic~1~2")
@example("#plan=")
@settings(max_examples=500, deadline=None)
def test_no_text_does_anything_but_open_or_be_refused(text):
    for read in (Plan.from_code, Plan.from_json):
        try:
            assert isinstance(read(text), Plan)
        except CaseError as error:
            assert str(error)


JSON = st.recursive(st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text(max_size=9)), lambda part: st.one_of(
    st.lists(part, max_size=3), st.dictionaries(st.sampled_from(["place", "changes", "shocks", "begins", "name", "training", "0", "prediction"]), part)))


@given(st.one_of(st.binary(), JSON.map(lambda part: json.dumps({"version": 1, "plans": [part]})), JSON.map(json.dumps),
                 JSON.map(lambda part: json.dumps({"version": 1, "plans": [{"place": "tianjin", "changes": part}]})),
                 JSON.map(lambda part: json.dumps({"version": 1, "plans": [{"place": "tianjin", "changes": {}, "shocks": part}]}))))
@example(b"[" * 100_000)
@settings(max_examples=500, deadline=None)
def test_no_file_does_anything_but_open_or_be_refused(text):
    try:
        assert open_plans(text)
    except CaseError as error:
        assert str(error)


@pytest.mark.parametrize("one", CORPUS, ids=lambda one: one["text"][:60])
def test_what_an_earlier_release_wrote_still_opens(one):
    """Refused now? Then keep the edition that it was written with: python -m cases --keep PLACE."""
    plans = open_plans(one["text"]) if one["text"].startswith("{") else [Plan.from_code(one["text"])]
    assert [json.loads(plan.to_json())["plans"][0] for plan in plans] == one["plans"]


def test_the_corpus_has_codes_links_and_files_of_every_place_of_that_release():
    for place in {one["plans"][0]["place"] for one in CORPUS}:
        texts = [one["text"] for one in CORPUS if one["plans"][0]["place"] == place]
        kinds = ["file" if "{" in text else "old" if "place=" in text else "link" if "plan=" in text else "code" for text in texts]
        assert set(kinds) == {"file", "old", "link", "code"}


def test_no_two_editions_have_the_same_number():
    """Two that meet? Name the new folder otherwise; of a place that has codes already, change a range or a step a little more."""
    each = [one["id"] for place in names() for one in editions(place)]
    assert len(set(each)) == len(each) == len(all_editions())


@pytest.mark.parametrize("place", names())
def test_every_named_level_of_a_lever_stands_on_its_slider(place):
    """Otherwise a press of its button would make a code long."""
    for lever in CASES[place].levers:
        for level in lever.levels:
            steps = round((level.value - lever.low) / lever.step)
            assert stood(lever.low, lever.step, steps) == level.value, lever.lever


@pytest.mark.parametrize("place", names())
def test_ten_levers_and_two_shocks_of_the_usual_kind_fit_into_a_code(place):
    case = CASES[place]
    chosen = [lever for lever in case.levers if lever.shown][:10]
    changes = {lever.lever: {case.months - 5: stood(lever.low, lever.step, 7)} for lever in chosen}
    plan = Plan(place, changes, [*case.shocks, *check_shocks([("epidemic", 3), ("conflict", case.months)])])
    assert Plan.from_code(plan.code()) == plan


@pytest.mark.parametrize("place", names())
def test_simple_plans_have_short_codes(place):
    lever = next(one for one in CASES[place].levers if one.shown)
    assert len(Plan(place).code()) == 4
    assert len(Plan(place, {lever.lever: {CASES[place].months: lever.high}}).code()) <= 9


def test_every_number_below_the_last_is_a_plan_of_its_own():
    small = {**edition(CASES["nantong"]), "months": 2, "own": 1, "shown": 1}
    small["levers"] = [["one", 0.0, 1.0, 0.5], ["two", 0.0, 4.0, 4.0]]
    small["shocks"] = small["shocks"][:1]
    numbering = Numbering(small)
    seen = []
    for number in range(4000):
        changes, shocks, begins = numbering.plan(number)
        if numbering.number(changes, shocks, begins) == number:
            seen.append(str((sorted(changes.items()), shocks, begins)))
    assert len(set(seen)) == len(seen) > 3000


@pytest.mark.parametrize("kept", [True, False])
def test_a_code_opens_after_the_sliders_have_changed_if_the_edition_was_kept(kept, tmp_path, monkeypatch, capsys):
    for folder in ("_common", "tianjin"):
        copytree(ROOM / folder, tmp_path / folder)
    monkeypatch.setenv("GOVERNING_CASES", str(tmp_path))
    plan = Plan("tianjin", {"training": {408: 80}})
    code, levers = plan.code(), tmp_path / "tianjin" / "levers.csv"
    if kept:
        main(["--keep", "tianjin"])
        assert "editions.json" in capsys.readouterr().out
    levers.write_text(levers.read_text(encoding="utf-8").replace("yes,0,100,20", "yes,0,400,20"), encoding="utf-8")
    assert plan.code() != code and Plan.from_code(plan.code()) == plan
    if kept:
        assert Plan.from_code(code) == plan and len(editions("tianjin")) == 2
    else:
        with pytest.raises(CaseError, match="a place, or an edition of one, that is not known here") as refused:
            Plan.from_code(code)
        again = pickle.loads(pickle.dumps(refused.value))
        assert (again.faults, again.reason, again.slots) == (refused.value.faults, refused.value.reason, refused.value.slots)
