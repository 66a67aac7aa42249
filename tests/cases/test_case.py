"""A case cannot be changed; `replace` gives another one, checked by the same rules."""

import copy
import dataclasses
import json
import pickle
import subprocess
import sys

import pytest

from cases import CaseError, Shock


def test_nothing_in_a_case_can_be_changed(harbour):
    with pytest.raises(dataclasses.FrozenInstanceError):
        harbour.months = 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        harbour.levers[0].value = 1
    for mapping in (
        harbour.parameters,
        harbour.start,
        harbour.plan,
        harbour.plan["training"],
        harbour.name,
    ):
        for change in (
            lambda: mapping.__setitem__("x", 1),
            lambda: mapping.update(x=1),
            lambda: mapping.setdefault("x", 1),
            lambda: mapping.popitem(),
            lambda: mapping.pop(next(iter(mapping))),
            lambda: mapping.__delitem__(next(iter(mapping))),
            lambda: mapping.__ior__({"x": 1}),
            mapping.clear,
        ):
            with pytest.raises(TypeError, match="case.replace"):
                change()


def test_a_table_that_is_handed_out_is_a_copy(harbour):
    for table in ("actors", "ties", "timeline", "history", "incidents", "values"):
        before = getattr(harbour, table)
        mine = getattr(harbour, table)
        mine["changed"] = 1
        assert getattr(harbour, table).equals(before)
    harbour.network.remove_node("team")
    assert "team" in harbour.network


def test_replace_gives_a_new_case_and_leaves_the_old_one(harbour):
    shocks = [{"shock": "honour", "month": 3}]
    new = harbour.replace(
        parameters={"wage": 80},
        start={"volunteers": 500},
        plan={"training": {18: 90}},
        shocks=shocks,
    )
    assert new.parameters == {"joining": 0.2, "wage": 80.0}
    assert new.start == {"volunteers": 500.0}
    assert new.plan == {"training": {0: 20.0, 12: 30.0, 18: 90.0}, "delegation": 0.5, "recognition": 0.0}
    assert new.shocks == (Shock("honour", 3, 2, 1.0),)
    assert harbour.parameters["wage"] == 60 and harbour.plan["training"][12] == 30
    assert harbour.replace() == harbour != new


@pytest.mark.parametrize(("setting", "history"), [
    (50, 50.0),
    ({0: 50}, {0: 50.0}),
    ({12: 50}, {0: 20.0, 12: 50.0}),
    ({99: 50, 30: 60}, {0: 20.0, 12: 30.0, 24: 40.0, 30: 60.0, 99: 50.0}),
])
def test_what_is_replaced_late_leaves_the_history_before_it(harbour, setting, history):
    """As a plan of `simulate` does: one schedule makes one world, by whichever door."""
    assert harbour.replace(plan={"training": setting}).plan["training"] == history
    assert harbour.replace(plan={"delegation": {3: 1}}).plan["delegation"] == {0: 0.5, 3: 1.0}


def test_a_replaced_number_is_shown_as_judged_by_hand(harbour):
    values = harbour.replace(parameters={"wage": 80}).values.set_index("name")
    assert values.loc["wage", ["value", "badge", "source"]].tolist() == [80, "judged", ""]
    assert values.loc["wage", "reason_zh_CN"] == "用replace()手动设定。"
    assert values.loc["joining", "reason_en"] == "A guess."


@pytest.mark.parametrize(
    "change, message",
    [
        (
            {"parameters": {"wages": 1}},
            "parameter: there is no parameter called 'wages'; did you mean 'wage'?",
        ),
        (
            {"parameters": {"wage": 501}},
            "parameter: wage is 501, above its highest of 500 (yuan per hour).",
        ),
        ({"parameters": {"volunteers": 5}}, "parameter: there is no parameter called 'volunteers'"),
        (
            {"start": {"volunteers": -1}},
            "start: volunteers is -1, below its lowest of 0 (persons).",
        ),
        ({"start": {"volunteers": float("nan")}}, "start: volunteers is nan, not a number"),
        ({"plan": {"training": 2001}}, "plan: training is 2001, above its highest of 2000"),
        ({"shocks": [("flood", 1)]}, "shock 1: there is no shock called 'flood'"),
        ({"parameters": 5}, "parameter: found 5 (int); allowed is a mapping from a name to a number."),
        ({"start": ["volunteers"]}, "start: found ['volunteers'] (list); allowed is a mapping"),
        ({"plan": "training"}, "plan: found 'training' (str); allowed is a mapping"),
        ({"plan": {"training": {}}}, "plan: training has an empty schedule"),
    ],
)
def test_replace_refuses_what_a_table_would_refuse(harbour, change, message):
    with pytest.raises(CaseError) as error:
        harbour.replace(**change)
    assert message in str(error.value)


def test_values_list_every_number_with_range_unit_and_badge(harbour):
    values = harbour.values
    assert list(values["name"]) == [
        "joining",
        "wage",
        "volunteers",
        "training",
        "delegation",
        "recognition",
    ]
    assert list(values["kind"]) == ["parameter"] * 2 + ["start"] + ["lever"] * 3
    assert ((values["low"] <= values["value"]) & (values["value"] <= values["high"])).all()
    assert set(values["badge"]) == {"source", "derived", "judged"}


def test_a_case_can_be_pickled_copied_and_written_as_json(harbour):
    for twin in (pickle.loads(pickle.dumps(harbour)), copy.deepcopy(harbour)):
        assert twin == harbour
        with pytest.raises(TypeError, match="case.replace"):
            twin.plan["training"] = 1
    assert json.loads(json.dumps(harbour.plan))["training"] == {"0": 20.0, "12": 30.0, "24": 40.0}
    assert repr(harbour) == "Case(key='harbour', source='fu-2023', begins='2000-03', months=120)"


def test_a_case_knows_its_calendar_and_its_levers(harbour):
    assert (harbour.month("2001-03"), harbour.date(12)) == (12, "2001-03")
    assert harbour.lever("training").levels[1].name == {"en": "as it was", "zh_CN": "实际水平"}
    with pytest.raises(CaseError, match="harbour: there is no lever called 'x'"):
        harbour.lever("x")


def test_importing_and_loading_needs_neither_pandas_nor_networkx():
    code = (
        "import sys; from cases import load, names; [load(name) for name in names()];"
        "print(sorted({'pandas', 'networkx', 'numpy', 'sympy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
