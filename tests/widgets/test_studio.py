"""The studio from Python: what may be set, what is refused, and what it gives back."""

import numpy
import pandas
import pytest

from cases import CaseError, Plan, load
from model import simulate
from widgets import Evidence, Network, Studio, Timeline

PLACE = "tianjin"

BAD_PLANS = [
    ({"trainig": 3}, "there is no lever called 'trainig'"),
    ({"training": "many"}, "'many'"),
    ({"training": float("nan")}, "nan"),
    ({"training": -1}, "-1"),
    ({"training": 2001}, "2001"),
    ({"training": True}, "True"),
    ({"training": {-1: 3}}, "-1"),
    ({"training": {1.5: 3}}, "1.5"),
    ({"training": {"soon": 3}}, "soon"),
    ({"training": {12: 5000}}, "5000"),
    ({"training": {}}, "training"),
    ({"delegation": 1.01}, "1.01"),
    ({"delegation": None}, "None"),
]

BAD_SHOCKS = [
    ([("flood", 12, 3, 1)], "flood"),
    ([("epidemic", -1, 3, 1)], "-1"),
    ([("epidemic", 12, 3, 11)], "11"),
    ([{"shock": "epidemic"}], "month"),
]

BAD_PREDICTIONS = [
    ({"happiness": {468: 1}}, "'happiness'; allowed are"),
    ({"trust": {469: 0.5}}, "469"),
    ({"trust": {}}, "one or more"),
    ({"trust": {468: 1.1}}, "1.1; allowed is 0 to 1"),
    ({"value": {468: 1.1}}, "1.1; allowed is 0 to 1"),
    ({"volunteers": {468: -1}}, "-1"),
    ({"volunteers": {468: "many"}}, "'many'"),
    ({"volunteers": {"soon": 1}}, "soon"),
    ({"volunteers": 3}, "no mapping"),
]

BAD_RUNS = [
    (None, "NoneType"),
    (3, "int"),
    (pandas.DataFrame({"volunteers": [1, 2]}), "months 0 to 468"),
]

BAD_CELLS = [
    (float("nan"), "nan in column volunteers, month 12"),
    (float("-inf"), "-inf in column volunteers, month 12"),
    ("many", "'many' in column volunteers, month 12"),
    ("3", "'3' in column volunteers, month 12"),
    (None, "None in column volunteers, month 12"),
    (True, "True in column volunteers, month 12"),
]

BAD_BEGINNINGS = [
    ({"months": 0}, "months is 0; allowed is a whole number from 1 to 1200"),
    ({"months": -1}, "months is -1"),
    ({"months": 1.5}, "months is 1.5"),
    ({"months": 1201}, "months is 1201"),
    ({"months": "many"}, "months is 'many'"),
    ({"months": True}, "months is True"),
    ({"begins": 469}, "begins is 469; allowed is a whole number from 0 to 468"),
    ({"begins": -1}, "begins is -1"),
    ({"begins": 1.5}, "begins is 1.5"),
    ({"begins": "soon"}, "begins is 'soon'"),
    ({"months": 100, "begins": 101}, "begins is 101; allowed is a whole number from 0 to 100"),
    ({"month": 469}, "month is 469"),
    ({"quantity": "nonsense"}, "quantity is 'nonsense'; allowed are value_consensus"),
]


@pytest.fixture
def studio():
    """A studio of one place, as it was."""
    return Studio(PLACE)


@pytest.mark.parametrize("plan, part", BAD_PLANS, ids=lambda value: str(value))
def test_a_bad_plan_is_refused_and_nothing_is_lost(studio, plan, part):
    """The sentence says what was found; plan and run stay as they were."""
    studio.plan = {"training": 40}
    before = studio.run
    with pytest.raises(CaseError, match="^(?s:.*)") as refusal:
        studio.plan = plan
    assert part in str(refusal.value)
    assert studio.plan == {"training": 40}
    assert studio.run.equals(before)


@pytest.mark.parametrize("shocks, part", BAD_SHOCKS, ids=lambda value: str(value))
def test_bad_shocks_are_refused_and_nothing_is_lost(studio, shocks, part):
    """As with plans."""
    before = list(studio.shocks)
    with pytest.raises(CaseError) as refusal:
        studio.shocks = shocks
    assert part in str(refusal.value)
    assert studio.shocks == before


@pytest.mark.parametrize("prediction, part", BAD_PREDICTIONS, ids=lambda value: str(value))
def test_a_bad_prediction_is_refused_and_nothing_is_lost(studio, prediction, part):
    """As with plans."""
    studio.prediction = {"trust": {468: 0.5}}
    with pytest.raises(CaseError) as refusal:
        studio.prediction = prediction
    assert part in str(refusal.value)
    assert studio.prediction == {"trust": {468: 0.5}}


@pytest.mark.parametrize("frame, part", BAD_RUNS, ids=lambda value: type(value).__name__)
def test_a_run_of_another_shape_is_refused(studio, frame, part):
    """Only a table as simulate returns it, of the studio's length, can be shown."""
    with pytest.raises(ValueError) as refusal:
        studio.run = frame
    assert part in str(refusal.value)


@pytest.mark.parametrize("value, part", BAD_CELLS, ids=str)
def test_a_run_that_cannot_be_drawn_is_refused_and_the_last_one_stays(studio, value, part):
    """The sentence names column and month."""
    studio.run = before = studio.run * 0.5
    frame = before.astype(object)
    frame.loc[12, "volunteers"] = value
    with pytest.raises(ValueError) as refusal:
        studio.run = frame
    assert part in str(refusal.value)
    assert studio.run.equals(before) and studio.written["volunteers"] == before["volunteers"].tolist()


def test_a_run_with_a_column_twice_is_refused_and_the_last_one_stays(studio):
    before = studio.run
    with pytest.raises(ValueError, match="more than one column trust"):
        studio.run = pandas.concat([before, before["trust"]], axis=1)
    assert studio.run.equals(before) and studio.written == {}


@pytest.mark.parametrize("given, part", BAD_BEGINNINGS, ids=str)
def test_a_studio_that_could_not_be_drawn_is_not_made(given, part):
    """Not even half: what is refused later is refused at first."""
    with pytest.raises(CaseError) as refusal:
        Studio(PLACE, **given)
    assert part in str(refusal.value)


def test_a_studio_may_be_short_and_its_months_numbers_of_numpy():
    studio = Studio(PLACE, months=numpy.int64(1), begins=numpy.int64(1))
    assert (studio.months, studio.begins, len(studio.run)) == (1, 1, 2) and studio.picture()


@pytest.mark.parametrize("name, value", [("month", 469), ("begins", 469), ("since", 469), ("quantity", "happiness")])
def test_a_position_outside_the_run_is_refused(studio, name, value):
    """Months lie inside the run, quantities are those of the model."""
    before = getattr(studio, name)
    with pytest.raises(CaseError):
        setattr(studio, name, value)
    assert getattr(studio, name) == before


def test_at_first_it_shows_the_place_as_it_was(studio):
    """No change: the run is that of the place's own history, with its own shocks."""
    case = load(PLACE)
    assert studio.plan == {}
    assert studio.run.equals(simulate(case, months=studio.months, shocks=case.shocks))
    assert studio.months > case.months


def test_a_plan_that_is_set_is_the_plan_of_the_run(studio):
    """Python to page: the plan is set and the run follows."""
    studio.plan = {"recognition": {393: 0}, "delegation": 1}
    case = load(PLACE)
    expected = simulate(case, plan=studio.plan, months=studio.months, shocks=case.shocks)
    assert studio.run.equals(expected)
    assert not expected.equals(simulate(case, months=studio.months, shocks=case.shocks))


def test_a_plan_that_comes_from_the_page_is_understood(studio):
    """Page to Python: JSON writes months as text; they arrive as numbers."""
    studio.set_state({"plan": {"recognition": {"393": 0}}, "month": 400})
    assert studio.plan == {"recognition": {393: 0}}
    assert studio.month == 400
    assert studio.run.equals(simulate(load(PLACE), {"recognition": {393: 0}}, studio.months, load(PLACE).shocks))


def test_a_prediction_comes_with_its_plan_and_goes_with_it():
    """Into the studio, and out of it again, whether it was drawn there or not."""
    plan = Plan(PLACE, {"training": {408: 80}}, prediction={"trust": {468: 0.5}, "value": {408: 1}})
    studio = Studio(plan)
    assert studio.prediction == plan.prediction and studio.as_plan() == plan
    studio.prediction = None
    assert studio.as_plan().prediction is None
    assert Studio(PLACE).prediction is None


def test_a_prediction_that_is_drawn_on_the_page_is_understood(studio):
    """Page to Python: JSON writes months as text; what is taken away is none."""
    studio.set_state({"prediction": {"volunteers": {"408": 900, "468": 800.5}}})
    assert studio.prediction == studio.as_plan().prediction == {"volunteers": {408: 900, 468: 800.5}}
    studio.set_state({"prediction": None})
    assert studio.prediction is None


def test_a_prediction_is_sent_to_the_page(studio):
    """Python to page: it is one of the traits that are synced."""
    studio.prediction = {"trust": {468: 0.5}}
    assert studio.get_state("prediction") == {"prediction": {"trust": {468: 0.5}}}


def test_a_written_run_is_read_back_and_shown(studio):
    """A run from anywhere can be shown in place of the reader's."""
    frame = simulate(load(PLACE).replace(parameters={"hours_per_task": 9}), months=studio.months)
    studio.run = frame
    assert studio.run.equals(frame)
    assert studio.written["volunteers"] == frame["volunteers"].tolist()


def test_a_written_run_goes_when_a_lever_moves(studio):
    """What the reader does next counts."""
    own = studio.run
    studio.run = own * 0.5
    studio.plan = {"training": 40}
    assert studio.written == {}
    assert not studio.run.equals(own * 0.5)


def test_a_written_run_goes_when_the_page_lets_it_go(studio):
    """The page clears it with the first move of a lever."""
    own = studio.run
    studio.run = own * 0.5
    studio.set_state({"written": {}})
    assert studio.run.equals(own)


def test_a_changed_run_does_not_change_the_studio(studio):
    """What is handed out is the reader's own copy."""
    studio.run = studio.run * 0.5
    copy = studio.run
    copy["volunteers"] = 0
    assert studio.run["volunteers"].iloc[-1] > 0


def test_a_case_with_other_numbers_can_be_shown():
    """A Case made with replace stands where a name can stand."""
    case = load(PLACE).replace(start={"volunteers": 100})
    assert Studio(case).run["volunteers"].iloc[0] == 100


def test_an_unknown_place_is_refused():
    """The nearest name is offered."""
    with pytest.raises(CaseError, match="tianjin"):
        Studio("tianjing")


@pytest.mark.parametrize("widget", [Studio, Network, Evidence, Timeline])
@pytest.mark.parametrize("place", [None, 5], ids=str)
def test_what_can_be_no_place_is_refused_with_those_that_there_are(widget, place):
    with pytest.raises(TypeError, match=f"place is {place} .*allowed is a Case .*hangzhou.*tianjin"):
        widget(place)


def test_its_name_is_the_same_every_time(studio):
    """nbval compares what is printed."""
    studio.plan = {"training": {12: 40}}
    assert repr(studio) == "Studio('tianjin', plan={'training': {12: 40.0}})"
    assert repr(studio) == repr(Studio(PLACE, plan={"training": {12: 40}}))


def test_the_place_s_own_levers_come_first(studio):
    """The rest stands behind 'more'."""
    shown = [lever["shown"] for lever in studio.state["levers"]]
    assert shown == sorted(shown, reverse=True)
    assert len(shown) == 15


def test_every_lever_can_stand_where_the_place_had_it(studio):
    """A lever's own values lie on its slider."""
    for lever in studio.state["levers"]:
        setting = studio.state["plan"][lever["key"]]
        for value in setting.values() if isinstance(setting, dict) else [setting]:
            assert lever["low"] <= value <= lever["high"], lever["key"]
