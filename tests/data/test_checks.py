"""checks.csv is recomputed from facts.csv, and each verdict follows from the numbers."""

import ast
import operator
from datetime import date, timedelta

import pytest

ARITHMETIC = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
VERDICTS = {"agrees", "rounds", "does not agree", "cannot be decided"}
DAYS_A_MONTH = 365.25 / 12


def span(fact):
    """First and last day that a date fact may mean: 1988 is all of that year, 2021-04 that month."""
    text = fact["value"]
    if fact["unit"] == "interview":  # the number of an interview opens with its day
        text = f"{text[:4]}-{text[4:6]}-{text[6:8]}"
    year, month, day = ([int(part) for part in text.split("-")] + [None, None])[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), following - timedelta(days=1)
    return date(year, 1, 1), date(year, 12, 31)


def years(first, last):
    """Calendar years from one date to another."""
    return span(last)[0].year - span(first)[0].year


def days(first, last):
    """Days from one date to another, each taken at its first day."""
    return (span(last)[0] - span(first)[0]).days


def months(first, last):
    """Average months from one date to another, each taken at its first day."""
    return days(first, last) / DAYS_A_MONTH


def ordered(*facts):
    """1 if no date surely comes after the next one, else 0."""
    return int(all(span(a)[0] <= span(b)[1] for a, b in zip(facts, facts[1:])))


def atleast(greater, lesser):
    """1 if the first number is not below the second, else 0."""
    return int(float(greater["value"]) >= float(lesser["value"]))


def same(*facts):
    """1 if all facts hold the same value, else 0."""
    return int(distinct(*facts) == 1)


def distinct(*facts):
    """How many different values the facts hold."""
    return len({fact["value"] for fact in facts})


def count(fact):
    """How many members a list fact has."""
    assert fact["unit"] == "list", f"{fact['id']} is not a list"
    return len(fact["value"].split(";"))


FUNCTIONS = {f.__name__: f for f in (years, days, months, ordered, atleast, same, distinct, count)}


def evaluate(expression, facts):
    """Value of an expression over fact ids: + - * / **, numbers and FUNCTIONS, nothing else."""

    def fact(node):
        if isinstance(node, ast.Name) and node.id in facts:
            return facts[node.id]
        raise ValueError(f"{expression!r}: {ast.unparse(node)!r} is not the id of a fact")

    def value(node):
        match node:
            case ast.Constant(value=int() | float()):
                return node.value
            case ast.Name():
                return float(fact(node)["value"])
            case ast.UnaryOp(op=ast.USub()):
                return -value(node.operand)
            case ast.BinOp() if type(node.op) in ARITHMETIC:
                return ARITHMETIC[type(node.op)](value(node.left), value(node.right))
            case ast.Call(func=ast.Name(id=name)) if name in FUNCTIONS and not node.keywords:
                return FUNCTIONS[name](*map(fact, node.args))
        raise ValueError(f"{expression!r}: {ast.unparse(node)!r} is not allowed; see data/README.md")

    return value(ast.parse(expression, mode="eval").body)


def ids_in(expression):
    """Fact ids that an expression names."""
    names = {node.id for node in ast.walk(ast.parse(expression)) if isinstance(node, ast.Name)}
    return names - set(FUNCTIONS)


@pytest.fixture(scope="module")
def by_id(facts):
    return {fact["id"]: fact for fact in facts}


def test_every_computed_value_is_what_its_expression_gives(checks, by_id):
    for check in filter(lambda row: row["expression"], checks):
        now = evaluate(check["expression"], by_id)
        advice = f"the facts give {now:.2f} now; correct `computed`, and look at `verdict` and `why_*`"
        assert now == pytest.approx(float(check["computed"]), abs=0.0051), f"data/checks.csv, row {check['id']}: {advice}"


def test_a_check_without_an_expression_has_no_computed_value_and_cannot_be_decided(checks):
    for check in checks:
        if not check["expression"]:
            assert check["computed"] == "" and check["verdict"] == "cannot be decided", check["id"]


def test_every_stated_value_is_the_value_of_the_fact_that_states_it(checks, by_id):
    for check in filter(lambda row: row["stated_by"], checks):
        assert float(check["stated"]) == float(by_id[check["stated_by"]]["value"]), check["id"]


def test_every_verdict_follows_from_what_is_stated_what_the_facts_give_and_the_tolerance(checks, by_id):
    for check in checks:
        if check["verdict"] == "cannot be decided":
            continue
        gap = abs(evaluate(check["expression"], by_id) - float(check["stated"]))
        tolerance = float(check["tolerance"])
        expected = "agrees" if gap < 1e-9 else "rounds" if gap <= tolerance else "does not agree"
        assert check["verdict"] == expected, check["id"]


def test_what_cannot_be_decided_is_not_simply_in_agreement(checks):
    for check in checks:
        if check["verdict"] == "cannot be decided" and check["stated"] and check["computed"]:
            gap = abs(float(check["computed"]) - float(check["stated"]))
            assert gap > float(check["tolerance"] or 0), check["id"]


def test_every_check_stays_within_one_source(checks, by_id):
    for check in checks:
        named = ids_in(check["expression"]) if check["expression"] else set()
        named |= {check[column] for column in ("stated_by", "uses") if check[column]}
        assert {by_id[name]["source"] for name in named} <= {check["source"]}, check["id"]


def test_every_verdict_is_used_and_known(checks):
    assert {check["verdict"] for check in checks} == VERDICTS


def test_every_disagreement_says_why_in_both_languages(checks):
    for check in checks:
        assert check["why_en"].endswith(".") and check["why_zh_CN"].endswith("。"), check["id"]


@pytest.mark.parametrize(
    "expression",
    ["__import__('os')", "fu001.value", "fu073 if 1 else 2", "abs(fu073)", "fu073 + nobody", "[fu073]", "'a' * 9", "count(7)"],
)
def test_an_expression_that_is_more_than_arithmetic_is_refused(expression, by_id):
    with pytest.raises(ValueError, match="not allowed|not the id"):
        evaluate(expression, by_id)


def test_dates_are_compared_at_the_precision_they_have(by_id):
    def at(value):
        return {"value": value, "unit": ""}

    assert span(at("2020-12"))[1] == date(2020, 12, 31)
    assert ordered(at("2020"), at("2020-05"), at("2020-05-03")) == 1
    assert ordered(at("2020-05-03"), at("2020-05-02")) == 0
    assert ordered(at("2020-06"), at("2020-05-31")) == 0
    assert years(at("1988"), at("2021-04")) == 33
    assert months(at("2020-01-01"), at("2021-01-01")) == pytest.approx(12, abs=0.05)
