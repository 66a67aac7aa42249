"""Tables of the model with names in the reader's language."""

import pandas

from cases import load
from model import compare, cost, recovery
from widgets.named import named

CASE = load("tianjin")


def test_quantities_and_heads_get_their_names_and_numbers_stay():
    table = compare(CASE, {"A": {"training": 60}}, quantities=["trust"])
    shown = named(table, language="zh_CN")
    assert list(shown.index) == [("A", "信任")] and shown.index.names == ["方案", "指标"]
    assert shown["变化"].iloc[0] == table["change"].iloc[0] and list(table.columns)[0] == "unit"


def test_levers_and_actors_are_called_as_the_place_calls_them():
    shown = named(cost(CASE, months=1).sum().unstack("payer"), CASE, "en")
    assert {"Public-benefit fund", "not known"} <= set(shown.columns)
    assert {"Service points and honours", "everyday running"} <= set(shown.index)


def test_a_shock_is_called_as_an_event_even_where_a_quantity_has_its_key():
    table = recovery(CASE, shocks=[("conflict", 12, 6, 1)]).set_index(["shock", "dimension"])
    shown = named(table, language="zh_CN")
    assert list(shown.index) == [("利益冲突", "互动")] and shown.index.names == ["事件", "维度"]
    assert list(named(table.droplevel("dimension"), language="en").index) == ["Clash of interests"]


def test_an_assumption_in_a_cell_is_called_by_its_name():
    table = pandas.DataFrame({"better": [100], "assumption": ["satisfaction_half"]})
    assert list(named(table, language="en")["hangs most on"]) == ["services for half satisfaction"]


def test_the_table_that_is_given_stays_and_what_has_no_name_keeps_its_key():
    table = pandas.DataFrame({"trust": [1.0], "nobody_knows": [2.0]})
    assert list(named(table, language="en").columns) == ["Trust", "nobody_knows"]
    assert list(table.columns) == ["trust", "nobody_knows"]


def test_a_column_alone_is_named_too():
    assert list(named(pandas.Series({"trust": 1.0}), language="en").index) == ["Trust"]
