"""Whatever is done to the model, it stays possible: nothing negative, beyond its bound, or not a number."""

import json
import shutil
import subprocess
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from cases import check_shocks
from model import simulate
from model.equations import MODEL
from model.generate import FOLDER
from model.generated import vector
from model.inputs import complete_plan, held_inputs

DRIVER, SCRIPT = Path(__file__).with_name("agree.mjs"), FOLDER / "model.js"
ROUNDING = 1e-9
MONTHS = 60


class Watch:
    """Takes the rows of a quantity as they come and remembers only how far they went."""

    def __init__(self):
        self.low, self.high = np.inf, -np.inf

    def __setitem__(self, month, row):
        # np.minimum hands a NaN on, as min() would not.
        self.low = np.minimum(self.low, np.min(row))
        self.high = np.maximum(self.high, np.max(row))


def faults(watched):
    """Return a sentence for each quantity that left its bounds."""
    found = []
    for name, one in MODEL.quantities.items():
        low, high = watched[name].low, watched[name].high
        slack = ROUNDING * max(1.0, abs(high) if np.isfinite(high) else 1.0)
        if not (np.isfinite(low) and np.isfinite(high)):
            found.append(f"{name} is not finite")
        elif one.lowest is not None and low < one.lowest - slack:
            found.append(f"{name} falls to {low}, below {one.lowest}")
        elif one.highest is not None and high > one.highest + slack:
            found.append(f"{name} rises to {high}, above {one.highest}")
    return found


def watched(place, plan, shocks=(), width=1, months=MONTHS, parameters=None, start=None):
    """Run many plans at once and return {quantity: Watch}."""
    held = {month: {name: row.get(name, 0.0) for name in MODEL.inputs}
            for month, row in held_inputs(place, plan, check_shocks(shocks), months).items()}
    kept = {name: Watch() for name in MODEL.quantities}
    vector.run(width, {**place.parameters, **(parameters or {})},
               {**place.start, **(start or {})}, held, months, kept)
    return kept


def all_shocks(times):
    return [(name, 6 + 12 * turn, 9, min(times * default(name), MODEL.shocks[name].highest))
            for turn, name in enumerate(MODEL.shocks)]


def default(name):
    (shock,) = check_shocks([{"shock": name, "month": 0}])
    return shock.size


def corners(bounds):
    """Return {lever: array of 2**15} with every combination of two values a lever."""
    ends = np.array(list(product((0, 1), repeat=len(bounds))), dtype=bool)
    return {name: np.where(ends[:, column], high, low)
            for column, (name, (low, high)) in enumerate(bounds.items())}


def test_every_corner_of_the_hard_bounds_is_possible_even_in_shocks_ten_times_as_large(place):
    plan = corners({name: (one.lowest, one.highest) for name, one in MODEL.levers.items()})
    assert len(plan["training"]) == 2**15
    assert faults(watched(place, plan, all_shocks(10), 2**15)) == []


def test_every_corner_of_the_sliders_is_possible(place):
    plan = corners({lever.lever: (lever.low, lever.high) for lever in place.levers})
    assert faults(watched(place, plan, place.shocks[:1], 2**15, months=24)) == []


def test_every_value_within_the_ranges_of_uncertainty_is_possible(place):
    random = np.random.default_rng(2)
    drawn = {kind: {one.name: random.uniform(one.low, one.high, 4000) for one in place.evidence
                    if one.kind == kind} for kind in ("parameter", "start")}
    plan = {lever.lever: random.uniform(lever.lowest, lever.highest, 4000) for lever in place.levers}
    assert faults(watched(place, plan, all_shocks(10), 4000, MONTHS, *drawn.values())) == []


@pytest.mark.parametrize("kind", ["parameter", "start"])
def test_every_value_may_be_at_either_hard_bound(place, kind):
    """One at a time; members on duty are volunteers, so no more of them start than of those."""
    own = place.parameters if kind == "parameter" else place.start
    ends = [(one.name, end) for one in place.evidence if one.kind == kind
            for end in (one.lowest, one.highest)]
    drawn = {name: np.full(len(ends), value) for name, value in own.items()}
    for run, (name, end) in enumerate(ends):
        drawn[name][run] = end
    if kind == "start":
        drawn["deployed_serving"] = np.minimum(drawn["deployed_serving"], drawn["volunteers"])
    values = {"parameters": drawn} if kind == "parameter" else {"start": drawn}
    assert faults(watched(place, {}, all_shocks(10), len(ends), **values)) == []


STATES = {
    "no money": ({"start": {"social_funds": 0}, "plan": {name: 0 for name in (
        "service_contracts", "self_help_grants", "incubation", "platform_investment", "recognition")}}),
    "a budget cut to nothing": {"shocks": [("budget_cut", 0, 60, 1.0)]},
    "no staff": {"plan": {"training": 0, "deployed_members": 0, "consultation_effort": 0},
                 "parameters": {"committee_hours": "lowest"}},
    "nobody willing": {"start": {"volunteers": 0, "deployed_serving": 0, "participation": 0,
                                 "public_spirit": 0},
                       "parameters": {"willing_retired": 0, "willing_working": 0, "willing_base": 0}},
    "everyone a volunteer": {"start": {"volunteers": "residents"}},
    "everyone a volunteer and members sent": {"start": {"volunteers": "residents"},
                                              "plan": {"deployed_members": 5000}},
    "every attitude at nought": {"start": {name: 0 for name in MODEL.stocks if MODEL.unit(name) == "1"}},
    "every attitude at one": {"start": {name: 1 for name in MODEL.stocks if MODEL.unit(name) == "1"}},
    "more tasks than anyone can do": {"plan": {"assigned_tasks": 2000}, "start": {"tasks_waiting": 1e6}},
    "need without end": {"start": {"unmet_need": 1e8}},
    "no need": {"start": {"unmet_need": 0}},
    "members called and sent home": {"plan": {"deployed_members": {0: 0, 3: 5000, 6: 0, 9: 5000, 12: 0}}},
}


def prepared(place, state):
    """Return the place, plan and shocks of an extreme state."""
    chosen = STATES[state]
    people = sum(place.start[name] for name in ("working_residents", "retired_residents", "frail_residents"))
    lowest = {one.name: one.lowest for one in place.evidence}
    meant = {"residents": lambda name: people, "lowest": lowest.get}
    start, parameters = ({name: meant[value](name) if isinstance(value, str) else value
                          for name, value in chosen.get(kind, {}).items()}
                         for kind in ("start", "parameters"))
    return place.replace(start=start, parameters=parameters), chosen.get("plan", {}), chosen.get("shocks", [])


@pytest.mark.parametrize("state", STATES)
def test_extreme_states_stay_possible_in_python(place, state):
    changed, plan, shocks = prepared(place, state)
    table = simulate(changed, plan, MONTHS, shocks)
    for name, one in MODEL.quantities.items():
        slack = ROUNDING * max(1.0, table[name].abs().max())
        assert np.isfinite(table[name]).all(), name
        assert one.lowest is None or table[name].min() >= one.lowest - slack, name
        assert one.highest is None or table[name].max() <= one.highest + slack, name


def test_without_anyone_willing_nobody_volunteers(place):
    changed, plan, shocks = prepared(place, "nobody willing")
    assert simulate(changed, {**plan, "deployed_members": 0}, MONTHS, shocks).volunteers.max() == 0


def test_without_money_nothing_is_bought(place):
    changed, plan, shocks = prepared(place, "no money")
    table = simulate(changed, {**plan, "training": 0}, MONTHS, shocks)
    assert table[["contracts", "grants", "lever_spending"]].to_numpy().max() == 0


def test_javascript_is_finite_in_every_extreme(place, tmp_path):
    jobs = []
    for state in STATES:
        changed, plan, shocks = prepared(place, state)
        jobs.append({"parameters": changed.parameters, "start": changed.start, "months": MONTHS,
                     "plan": complete_plan(changed, plan),
                     "shocks": [shock._asdict() for shock in check_shocks(shocks)]})
    random, levers = np.random.default_rng(4), MODEL.levers.values()
    jobs += [{**jobs[0], "plan": {one.name: float(random.choice([one.lowest, one.highest])) for one in levers},
              "shocks": [shock._asdict() for shock in check_shocks(all_shocks(10))]} for _ in range(200)]
    (tmp_path / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    command = [shutil.which("node"), DRIVER, SCRIPT, tmp_path / "jobs.json", tmp_path / "values"]
    subprocess.run(list(map(str, command)), check=True)
    values = np.fromfile(tmp_path / "values")
    assert values.size == len(jobs) * len(MODEL.quantities) * (MONTHS + 1)
    assert np.isfinite(values).all()
