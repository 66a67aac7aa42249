"""Every equation is consistent in its units, and the walk finds each kind of fault."""

import pytest
from sympy import Integer

from model.equations import MODEL
from model.functions import Max, exp, sqrt, tanh
from model.units import unit_faults


def test_every_equation_of_the_model_is_consistent():
    assert unit_faults(MODEL) == []


def test_every_name_of_the_model_has_a_unit():
    assert [name for name, kind in MODEL.sources.items()
            if kind != "helper" and not MODEL.unit(name)] == []


@pytest.fixture
def hands(small, names_of):
    quantity, parameter = names_of
    return small([quantity("people", unit="person"), quantity("effort", "auxiliary", "hour/month"),
                  quantity("share", "auxiliary")],
                 [parameter("each", "hour/month/person"), parameter("stay", "month")])


def settled(model, change=None, effort=None, share=None):
    q, p, *_ = model.symbols()
    model.let("effort", p.each * q.people if effort is None else effort(q, p))
    model.let("share", Integer(1) if share is None else share(q, p))
    model.change("people", -q.people / p.stay if change is None else change(q, p))
    return unit_faults(model)


def test_consistent_equations_have_no_fault(hands):
    assert settled(hands) == []


FAULTS = {
    "a stock for a flow": (
        {"change": lambda q, p: -q.people},
        "the change of people is in person, but its table says person / month."),
    "a missing factor": (
        {"effort": lambda q, p: p.each},
        "effort is in hour / month / person, but its table says hour / month."),
    "a number with people": (
        {"effort": lambda q, p: p.each * (q.people + 1)},
        "effort: "),
    "hours with people": (
        {"share": lambda q, p: (q.people + q.effort) / q.people},
        "share: "),
    "the larger of unlike things": (
        {"share": lambda q, p: Max(q.people, p.stay) / q.people},
        "share: "),
    "the exponential of people": (
        {"share": lambda q, p: exp(-q.people)},
        "share: exp needs a number without unit, found person in exp(-people)."),
    "the tanh of people": (
        {"share": lambda q, p: tanh(q.people)},
        "share: tanh needs a number without unit, found person in tanh(people)."),
    "half a unit": (
        {"share": lambda q, p: sqrt(q.people)},
        "share is in person ** 0.5, but its table says no unit."),
}


@pytest.mark.parametrize("case", FAULTS)
def test_each_inconsistency_is_one_sentence(hands, case):
    equations, message = FAULTS[case]
    faults = settled(hands, **equations)
    assert len(faults) == 1
    assert faults[0].startswith(message)


def test_two_units_side_by_side_are_both_named(hands):
    (fault,) = settled(hands, share=lambda q, p: (q.people + p.stay) / q.people)
    assert "person" in fault and "month" in fault and "stand side by side in" in fault


def test_nought_fits_every_unit(hands):
    assert settled(hands, effort=lambda q, p: p.each * Max(q.people, 0)) == []


def test_a_helper_takes_the_unit_of_its_equation(hands):
    q, p, *_ = hands.symbols()
    helper = hands.let("helper", q.people / p.stay)
    assert settled(hands, change=lambda q, p: -helper) == []


def test_an_unknown_unit_is_named(small, names_of):
    quantity, _ = names_of
    model = small([quantity("heat", unit="kelvin")])
    model.change("heat", Integer(0))
    assert unit_faults(model)[0].startswith(
        "heat has the unit 'kelvin'; allowed are 1, person, organisation, household")
