"""Operations are shared, and done no more often than they must be."""

from sympy import Symbol

from model.lowering import HELD, RUN, STEP, Lowering

P, Q, L, S, T = (Symbol(name, real=True) for name in ("p", "q", "lever", "s", "t"))


def lowering():
    return Lowering({"p": RUN, "q": RUN, "lever": HELD, "s": STEP, "t": STEP})


def tiers(one):
    return [one.tier(key) for key, _, _ in one.operations]


def test_parameters_are_multiplied_before_states():
    one = lowering()
    one.lower(S * P * Q * L)
    assert [operands for _, _, operands in one.operations] == [("p", "q"), ("_v0", "lever"), ("_v1", "s")]
    assert tiers(one) == [RUN, HELD, STEP]


def test_a_division_by_a_parameter_is_done_once_a_run():
    one = lowering()
    one.lower((T - S) / P)
    assert tiers(one).count(STEP) == 2
    assert ("divide", RUN) in [(function, one.tier(key)) for key, function, _ in one.operations]


def test_what_stands_twice_is_done_once():
    one = lowering()
    one.lower(P * (S / (S + T)))
    before = len(one.operations)
    one.lower(Q * (S / (S + T)))
    assert len(one.operations) == before + 1


def test_a_named_value_carries_its_name():
    one = lowering()
    assert one.name("joining", S * T) == "joining"
    assert one.name("same", S * T) == "joining"
    assert one.name("alias", S) == "s"
    assert one.lower(Symbol("same", real=True)) == "joining"
    assert one.is_given("s") and not one.is_given("joining")
