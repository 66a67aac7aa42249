"""The language says what equations may say, and refuses the rest in sentences."""

import math

import pytest
from sympy import Piecewise, Symbol, log, oo, pi, sin

from model.functions import Max, Min, clip01, either, exp, logistic, saturate, sqrt
from model.language import EquationError
from model.tables import Name


@pytest.fixture
def model(small, names_of):
    quantity, parameter = names_of
    return small(
        [quantity("water", unit="task"), quantity("flow", "auxiliary", "task/month"),
         quantity("level", "auxiliary", "1")],
        [parameter("rate", "1/month")], [Name("tap", "lever", "task/month", 0.0, 9.0)],
        [Name("water", "shock", "1", 0.0, 9.0)])


def test_the_symbols_are_those_of_the_tables(model):
    q, p, lever, shock = model.symbols()
    assert [str(q.water), str(p.rate), str(lever.tap), str(shock.water)] == [
        "water", "rate", "tap", "shock_water"]
    assert dir(q) == ["flow", "level", "water"]


def test_let_returns_the_symbol_and_order_does_not_matter(model):
    q, p, lever, _ = model.symbols()
    model.change("water", lever.tap - q.flow)
    assert model.let("level", q.flow / lever.tap) == q.level
    model.let("flow", p.rate * q.water)
    assert [name for name, _ in model.auxiliaries] == ["flow", "level"]
    assert model.flows == [("water", lever.tap - q.flow)]


def test_a_helper_needs_no_table(model):
    q, p, _, _ = model.symbols()
    helper = model.let("helper", q.water * p.rate)
    model.let("flow", helper)
    model.let("level", model["helper"] / p.rate)
    model.change("water", -q.flow)
    assert [name for name, _ in model.auxiliaries][0] == "helper"
    assert model.unit("helper") is None and model.unit("flow") == "task/month"


REFUSED = {
    "misspelt quantity": (
        lambda m, q, p: q.watr,
        "watr is no quantity: cases/_common/quantities.csv does not name it; the nearest is water."),
    "unknown parameter": (
        lambda m, q, p: p.zzz,
        "zzz is no parameter: cases/_common/parameters.csv does not name it."),
    "helper before its let": (
        lambda m, q, p: m["helper"],
        "helper is neither in cases/_common/quantities.csv nor defined above."),
    "let twice": (
        lambda m, q, p: [m.let("flow", 1), m.let("flow", 2)],
        "flow is defined twice: one let for each auxiliary."),
    "change twice": (
        lambda m, q, p: [m.change("water", 1), m.change("water", 2)],
        "water is changed twice: one change for each stock."),
    "let of a stock": (
        lambda m, q, p: m.let("water", 1),
        "water is a stock: give its net flow with change, not let."),
    "change of an auxiliary": (
        lambda m, q, p: m.change("flow", 1),
        "flow is no stock of cases/_common/quantities.csv: use let."),
    "let of a parameter": (
        lambda m, q, p: m.let("rate", 1),
        "rate names two things: a parameter and a helper."),
    "bad name": (
        lambda m, q, p: m.let("Flow 2", 1),
        "'Flow 2' is no name: use small letters, digits and single underscores, a letter first."),
    "word of Python": (
        lambda m, q, p: m.let("lambda", 1),
        "lambda is a reserved word of Python: choose another name."),
    "word of JavaScript": (
        lambda m, q, p: m.let("typeof", 1),
        "typeof is a reserved word of JavaScript: choose another name."),
    "word of XMILE": (
        lambda m, q, p: m.let("pulse", 1),
        "pulse is a reserved word of XMILE: choose another name."),
    "word of ours": (
        lambda m, q, p: m.let("months", 1),
        "months is a reserved word of the generated code: choose another name."),
    "name that begins with not": (
        lambda m, q, p: m.let("noticed", 1),
        "noticed begins with 'not', which XMILE readers take for an operator."),
    "name of an XMILE flow": (
        lambda m, q, p: m.let("change_in_water", 1),
        "change_in_water begins with 'change_in_', which names the flows in XMILE."),
    "sine": (
        lambda m, q, p: m.let("flow", sin(q.water)),
        "flow uses sin, which the languages do not share; allowed are + - * /, whole powers, "
        "exp, tanh, Max, Min, sqrt and what is built from them."),
    "logarithm": (lambda m, q, p: m.let("flow", log(q.water)), "flow uses log, which"),
    "cases": (lambda m, q, p: m.let("flow", Piecewise((1, q.water > 0), (0, True))), "flow uses Piecewise"),
    "broken power": (
        lambda m, q, p: m.let("flow", q.water ** 0.3),
        "flow holds the power water**0.3; allowed are whole powers and sqrt."),
    "pi": (lambda m, q, p: m.let("flow", pi * q.water), "flow holds pi, which is no finite plain number."),
    "infinity": (lambda m, q, p: m.let("flow", oo), "flow holds oo, which is no finite plain number."),
    "nan": (lambda m, q, p: m.let("flow", float("nan")), "flow holds nan, which is no finite plain number."),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_may_not_be_said_is_refused_in_a_sentence(model, case):
    attempt, message = REFUSED[case]
    q, p, _, _ = model.symbols()
    with pytest.raises(EquationError) as error:
        attempt(model, q, p)
    assert str(error.value).startswith(message)


def test_all_gaps_are_told_at_once(model):
    model.let("flow", Symbol("nowhere", real=True))
    with pytest.raises(EquationError) as error:
        model.auxiliaries
    assert str(error.value).splitlines() == [
        "water is a stock without a change.",
        "level is an auxiliary of cases/_common/quantities.csv without a let.",
        "flow uses nowhere, which no table names and no let defines."]


def test_a_circle_is_refused_with_its_path(model):
    q, *_ = model.symbols()
    model.change("water", q.flow)
    model.let("flow", q.level)
    model.let("level", q.flow + 1)
    with pytest.raises(EquationError, match="flow -> level -> flow|level -> flow -> level"):
        model.auxiliaries


def test_a_name_stands_for_one_thing(small, names_of):
    quantity, parameter = names_of
    with pytest.raises(EquationError, match="water names two things: a quantity and a parameter"):
        small([quantity("water")], [parameter("water")])


@pytest.mark.parametrize("x, held", [(-2, 0), (0, 0), (0.25, 0.25), (1, 1), (7, 1)])
def test_clip01_holds_between_0_and_1(x, held):
    assert float(clip01(x)) == held


def test_saturate_is_half_at_half():
    assert saturate(0, 5) == 0
    assert saturate(5, 5) == pytest.approx(0.5)


@pytest.mark.parametrize("x", [-3.0, 0.2, 0.5, 4.0])
def test_logistic_is_the_logistic_function(x):
    assert float(logistic(x, 0.5, 7.0)) == pytest.approx(1 / (1 + math.exp(-7 * (x - 0.5))), rel=1e-12)


def test_either_is_the_chance_of_at_least_one():
    assert float(either(0.5, 0.5, 0.2)) == pytest.approx(0.8)
    assert either() == 0


def test_max_and_min_take_any_number_of_arguments():
    x = Symbol("x", real=True)
    assert Max(3, x, 5) == Max(Max(3, x), 5)
    assert [Max(1, 4, 2), Min(1, 4, 2), Max(x, x)] == [4, 1, x]


@pytest.mark.parametrize("function, slopes", [(Max, (0, 1)), (Min, (1, 0))])
def test_max_and_min_have_the_slope_of_what_they_choose(function, slopes):
    x = Symbol("x", real=True)
    slope = function(x, 3).diff(x)
    from model.sampling import evaluated
    assert tuple(float(evaluated(slope, {"x": value})) for value in (2.0, 4.0)) == slopes


def test_what_is_typed_is_kept():
    x, y = Symbol("x", real=True), Symbol("y", real=True)
    assert str(2 * (x + y)) == "2*(x + y)"
    assert str(sqrt(x) * exp(y)) == "sqrt(x)*exp(y)"
