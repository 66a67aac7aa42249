"""The comparison with a causal map finds each kind of difference, and sees through helpers."""

import networkx
import pandas
import pytest

from model.derivatives import is_helper
from model.functions import Max
from model.map import compare, loops, polarity, signed_graph
from model.tables import Name


def stated(*rows):
    return pandas.DataFrame([row if len(row) == 4 else (*row, "") for row in rows],
                            columns=["cause", "effect", "sign", "regime"])


@pytest.fixture
def chain(small, names_of):
    """rain + tap -> [soaking] -> [soil: a stock] -> [growth] -> plants -| rain; plants -> shade."""
    quantity, parameter = names_of
    model = small(
        [quantity("rain", highest=1.0), quantity("plants", highest=1.0),
         quantity("soil", highest=1.0, named=False), quantity("shade", "auxiliary")],
        [parameter("rate")], [Name("tap", "lever", "1", 0.0, 1.0)],
        [Name("rain", "shock", "1", 0.0, 1.0)])
    q, p, lever, shock = model.symbols()
    soaking = model.let("soaking", q.rain + lever.tap)
    growth = model.let("growth", p.rate * q.soil)
    model.let("shade", q.plants * q.plants + q.plants)
    model.change("soil", soaking - p.rate * q.soil)
    model.change("plants", growth - p.rate * q.plants)
    model.change("rain", shock.rain - q.rain * (1 + q.plants))
    return model


MAP = (("rain", "plants", "+"), ("plants", "rain", "-"), ("plants", "shade", "+"))


def found(model, *rows):
    table = compare(model, stated(*rows), count=200)
    return {(row.cause, row.effect): (row.verdict, row.path) for row in table.itertuples()}


def test_a_true_map_agrees(chain):
    assert {verdict for verdict, _ in found(chain, *MAP).values()} == {"agrees"}


def test_helper_auxiliaries_and_helper_stocks_are_seen_through(chain):
    verdict, path = found(chain, *MAP)["rain", "plants"]
    assert (verdict, path) == ("agrees", "rain > soaking > soil > growth > plants")
    assert [is_helper(chain, name) for name in ("soaking", "soil", "rain")] == [True, True, False]


def test_an_edge_that_the_equations_lack_is_missing(chain):
    assert found(chain, *MAP, ("shade", "rain", "+"))["shade", "rain"][0] == "missing"


def test_a_wrong_sign_is_told(chain):
    assert found(chain, ("rain", "plants", "-"), *MAP[1:])["rain", "plants"][0] == "wrong sign"


def test_an_edge_that_the_map_lacks_is_extra_and_has_its_path(chain):
    assert found(chain, *MAP[1:])["rain", "plants"] == (
        "extra", "rain > soaking > soil > growth > plants")


def test_levers_and_shocks_are_compared_once_the_map_states_one(chain):
    assert ("tap", "plants") not in found(chain, *MAP)
    edges = found(chain, *MAP, ("tap", "plants", "+"))
    assert edges["tap", "plants"][0] == "agrees"
    assert edges["shock_rain", "rain"][0] == "extra"


def test_two_paths_of_opposite_sign_do_not_agree_with_either(chain, small, names_of):
    quantity, parameter = names_of
    model = small([quantity("a", highest=1.0), quantity("b", highest=1.0)], [parameter("rate")])
    q, p, *_ = model.symbols()
    up, down = model.let("up", q.a * q.b), model.let("down", p.rate * q.a)
    model.change("b", up - down)
    model.change("a", -q.a)
    assert found(model, ("a", "b", "+"))["a", "b"][0] == "wrong sign"
    assert found(model, ("a", "b", "-"))["a", "b"][0] == "wrong sign"


def test_a_sign_that_depends_on_the_state_is_tested_in_each_regime(small, names_of):
    quantity, _ = names_of
    model = small([quantity("push", highest=1.0), quantity("gain", highest=1.0)])
    q, *_ = model.symbols()
    model.change("push", -q.push)
    model.change("gain", q.push * (1 - q.push) - q.gain)
    right = stated(("push", "gain", "+", "push < 0.5"), ("push", "gain", "-", "push > 0.5"))
    wrong = stated(("push", "gain", "+", "push < 0.6"), ("push", "gain", "-", "push > 0.6"))
    assert set(compare(model, right, count=200).verdict) == {"agrees"}
    assert list(compare(model, wrong, count=200).verdict) == ["wrong sign", "agrees"]


def test_rounding_is_no_edge(small, names_of):
    quantity, parameter = names_of
    model = small([quantity("a", highest=1.0), quantity("b", highest=1.0)], [parameter("rate")])
    q, p, *_ = model.symbols()
    one, other = model.let("one", q.a / 3 * p.rate), model.let("other", -q.a * p.rate)
    model.change("a", -q.a)
    model.change("b", 3 * one + other - q.b)
    assert found(model, ("b", "a", "+")) == {("b", "a"): ("missing", "")}


def test_a_saturated_cause_is_reported_by_its_share(small, names_of):
    quantity, _ = names_of
    model = small([quantity("a", highest=1.0), quantity("b", highest=1.0)])
    q, *_ = model.symbols()
    model.change("a", -q.a)
    model.change("b", Max(q.a - 0.75, 0) - q.b)
    table = compare(model, stated(("a", "b", "+")), count=4000)
    assert table.positive[0] == pytest.approx(0.25 * 0.9, abs=0.03)


def test_loops_are_found_with_their_polarity():
    graph = signed_graph(stated(("a", "b", "+"), ("b", "a", "-"), ("b", "c", "-"), ("c", "a", "-")))
    assert loops(graph) == [(("a", "b"), "balancing"), (("a", "b", "c"), "reinforcing")]
    assert loops(graph, longest=2) == [(("a", "b"), "balancing")]
    assert polarity(graph, ("b", "c", "a")) == "reinforcing"
    with pytest.raises(KeyError):
        polarity(graph, ("a", "c"))


def test_the_signed_graph_is_that_of_the_table():
    graph = signed_graph(stated(("a", "b", "+"), ("b", "a", "-")))
    assert networkx.to_dict_of_dicts(graph) == {"a": {"b": {"sign": 1}}, "b": {"a": {"sign": -1}}}
