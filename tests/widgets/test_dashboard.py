"""The dashboard for instructors: sliders, charts and studio say the same, and a code opens or is refused."""

import pytest

from cases import CaseError, Plan, load
from model import simulate
from widgets import Dashboard, Studio
from widgets.dashboard import QUANTITIES
from widgets.words import Speaker

PLACE = "tianjin"


@pytest.fixture
def board():
    return Dashboard(PLACE, language="en")


def lines(board, chart):
    """The two lines of a chart, as it was and the plan."""
    return [list(trace.y) for trace in board.figure.data[2 * chart:2 * chart + 2]]


def test_untouched_both_lines_are_the_place_as_it_was(board):
    own = simulate(board.studio.case, months=board.studio.months, shocks=board.studio.case.shocks)
    for chart, name in enumerate(QUANTITIES):
        seen = list(own[name].iloc[board.studio.since:])
        assert lines(board, chart) == [seen, seen] and len(seen) == len(board.figure.data[2 * chart].x)


def test_a_slider_moves_the_plan_the_studio_and_the_line(board):
    board.sliders["training"].value = 60
    assert board.plan == board.studio.plan == {"training": {board.studio.begins: 60.0}}
    assert lines(board, 0)[1] == list(board.studio.run[QUANTITIES[0]].iloc[board.studio.since:]) != lines(board, 0)[0]


def test_a_plan_set_in_python_moves_the_sliders(board):
    board.studio.plan = {"recognition": 0}
    assert board.plan == {"recognition": 0} and board.sliders["recognition"].value == 0
    board.plan = {}
    assert board.studio.plan == {} and board.sliders["recognition"].value == 2000


def test_it_ties_itself_to_a_studio_that_is_shown_elsewhere():
    studio = Studio(PLACE, plan={"training": 80})
    board = Dashboard(studio)
    assert board.studio is studio and board.sliders["training"].value == 80


def test_a_chart_shows_the_quantity_that_is_picked_with_its_unit(board):
    board.pickers[0].value = "social_funds"
    assert lines(board, 0)[0][-1] == pytest.approx(board.studio.run["social_funds"].iloc[-1])
    assert board.figure.layout.annotations[0].text == "Social funds (yuan)"


def test_a_student_s_code_opens_with_its_plan_and_its_beginning(board):
    plan = Plan(PLACE, {"delegation": {396: 1}}, begins=396)
    board.code.value = plan.code()
    assert board.plan == {"delegation": {396: 1.0}} and board.studio.begins == 396
    assert board.sliders["delegation"].value == 1 and "stands" in board.told.value


@pytest.mark.parametrize(("text", "said"), [
    ("ABCD", "code"), ("<b>", "&lt;b&gt;|code"), ("0" * 2000, "code"),
])
def test_a_bad_code_is_refused_with_a_sentence_and_nothing_moves(board, text, said):
    board.plan = {"training": {408: 60}}
    board.code.value = text
    assert board.plan == {"training": {408: 60}}
    assert board.told.value and "<b>" not in board.told.value
    assert any(part in board.told.value for part in said.split("|"))


@pytest.mark.parametrize(("text", "reason", "slots"), [
    ("0B2E", "check", {}), ("OB2D", "letter", {"letter": "O"}), ("你好", "character", {"letter": "你"}),
    ("0B2", "groups", {"count": 3}), ("0" * 2000, "long", {"count": 2000, "most": 24}),
    ("#flying=1", "link", {"part": "#flying=1"}), (f"place={PLACE}&begins=x", "link", {"part": "x"}), (f"place={PLACE}&begins=1e999", "link", {"part": "1e999"}),
])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_refusal_is_in_the_reader_s_language_where_its_reason_has_words(language, text, reason, slots):
    board = Dashboard(PLACE, language=language)
    board.code.value = text
    say = Speaker(language)
    assert board.told.value == say("more.share.refused", why=say(f"more.share.no.{reason}", **slots))


def test_a_code_of_nothing_but_marks_is_asked_for_again(board):
    board.code.value = "- -"
    assert board.told.value == board.say("more.share.no.empty")


def test_with_a_plan_comes_what_was_expected_of_it(board):
    board.open_plan(Plan(PLACE, {"training": {408: 80}}, prediction={"trust": {468: 0.5}}))
    assert board.studio.prediction == {"trust": {468: 0.5}}
    board.open_plan(Plan(PLACE))
    assert board.studio.prediction is None


def test_the_code_of_another_place_is_refused_by_its_name(board):
    board.code.value = Plan("nantong", {"training": {78: 30}}).code()
    assert board.plan == {} and load("nantong").name["en"] in board.told.value


def test_the_button_brings_back_the_place_as_it_was(board):
    board.sliders["training"].value = 60
    button = board.children[0].children[1]
    button.click()
    assert board.plan == {} and board.sliders["training"].value == 20


def test_a_quantity_that_cannot_be_shown_is_refused():
    with pytest.raises(CaseError, match="quantities: 'happiness' is not one that can be shown; allowed are"):
        Dashboard(PLACE, quantities=["happiness"])


def test_without_a_kernel_it_is_a_picture_in_the_reader_s_language():
    html = Dashboard(PLACE, language="zh_CN")._repr_mimebundle_()["text/html"]
    assert "<svg" in html and "没有内核" in html and "<script" not in html and "style=" not in html


def test_a_value_beyond_the_slider_s_range_is_opened_as_it_is_and_widens_the_slider(board):
    """300 hours are allowed, though the place's own slider ends at less."""
    plan = Plan(PLACE, {"training": {408: 300}})
    assert board.studio.case.lever("training").high < 300
    board.open_plan(plan.code())
    assert board.plan == board.studio.plan == {"training": {408: 300}} and "stands" in board.told.value
    assert board.sliders["training"].value == board.sliders["training"].max == 300
    board.plan = {}
    assert board.sliders["training"].max == board.studio.case.lever("training").high


@pytest.mark.parametrize("lever", [lever.lever for lever in load(PLACE).levers if lever.shown])
@pytest.mark.parametrize("end", ["lowest", "highest"])
def test_showing_a_studio_changes_nothing_in_it_at_either_end_of_what_is_allowed(lever, end):
    plan = {lever: {396: getattr(load(PLACE).lever(lever), end), 420: load(PLACE).lever(lever).value}}
    studio = Studio(Plan(PLACE, plan))
    board = Dashboard(studio, language="en")
    assert studio.plan == board.plan == plan
    board.sliders[lever].value = load(PLACE).lever(lever).low
    studio.begins = 396
    assert studio.plan == board.plan


def test_a_plan_that_is_not_allowed_is_refused_and_changes_neither(board):
    with pytest.raises(CaseError, match="training is -1, below its lowest of 0"):
        board.plan = {"training": -1}
    assert board.plan == board.studio.plan == {}


def test_a_plan_that_begins_after_the_run_is_refused_with_a_sentence_and_nothing_moves():
    board = Dashboard(PLACE, language="en", months=100)
    board.open_plan(Plan(PLACE, {"training": {408: 60}}))
    assert board.plan == {} and "begins is 408; allowed is a whole number from 0 to 100 (months)." in board.told.value
