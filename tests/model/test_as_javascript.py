"""The generated module refuses in a sentence what it cannot run."""

import json
import math
import shutil
import subprocess
from pathlib import Path

import pytest

from cases import load, names
from model.generate import FOLDER
from model.generated import scalar
from model.inputs import complete_plan

DRIVER, SCRIPT = Path(__file__).with_name("agree.mjs"), FOLDER / "model.js"
PLACE = load(names()[0])
GOOD = {"parameters": dict(PLACE.parameters), "start": dict(PLACE.start), "months": 2,
        "plan": complete_plan(PLACE), "shocks": []}
PULSE = {"shock": "honour", "month": 1, "length": 1, "size": 1}

REFUSED = {
    "a missing parameter": (
        {"parameters": {**GOOD["parameters"], "trust_delay": None}},
        "RangeError: parameters.trust_delay is null; a finite number is needed."),
    "a start value in words": (
        {"start": {**GOOD["start"], "trust": "x"}}, "RangeError: start.trust is x; a finite number is needed."),
    "a schedule that begins late": (
        {"plan": {**GOOD["plan"], "training": {"3": 1.0}}}, "RangeError: plan.training is undefined; a finite"),
    "a schedule with a gap": (
        {"plan": {**GOOD["plan"], "training": {"0": 1.0, "2": None}}}, "RangeError: plan.training[2] is null"),
    "a lever left out": (
        {"plan": {name: value for name, value in GOOD["plan"].items() if name != "training"}},
        "RangeError: plan.training is undefined"),
    "part of a month": ({"months": 1.5}, "RangeError: months is 1.5; a whole number of 0 or more is needed."),
    "an unknown shock": ({"shocks": [{**PULSE, "shock": "flood"}]}, "RangeError: flood is no shock of the model."),
    "a shock before the start": ({"shocks": [{**PULSE, "month": -1}]}, "RangeError: month is -1; a whole number"),
    "a shock without size": ({"shocks": [{**PULSE, "size": None}]}, "RangeError: size is null; a finite number"),
}


def run(change, folder):
    (folder / "jobs.json").write_text(json.dumps([{**GOOD, **change}]), encoding="utf-8")
    command = [shutil.which("node"), DRIVER, SCRIPT, folder / "jobs.json", folder / "values"]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True)


def test_a_good_job_runs(tmp_path):
    assert run({}, tmp_path).returncode == 0


@pytest.mark.parametrize("fault", REFUSED)
def test_bad_input_is_refused_in_a_sentence(fault, tmp_path):
    change, message = REFUSED[fault]
    done = run(change, tmp_path)
    assert done.returncode != 0 and message in done.stderr


def test_a_run_may_fill_an_array_that_is_used_again(tmp_path):
    """What is computed many times makes nothing new: the second run leaves no trace of the first."""
    (tmp_path / "jobs.json").write_text(json.dumps([GOOD]), encoding="utf-8")
    code = f"""
        import {{ MODEL, course, inputs, packed, simulate }} from "{SCRIPT.as_uri()}";
        import {{ readFileSync }} from "node:fs";
        const [job] = JSON.parse(readFileSync("{tmp_path / 'jobs.json'}", "utf8"));
        const values = new Float64Array(MODEL.quantities.length * 3).fill(7);
        const given = [packed(MODEL.parameters, job.parameters, "parameters"), packed(MODEL.stocks, job.start, "start")];
        for (const plan of [{{ ...job.plan, training: 900 }}, job.plan]) course(...given, inputs({{ ...job, plan }}), 2, values);
        const once = Object.values(simulate(job)).flatMap((row) => [...row]);
        console.log(once.every((value, at) => value === values[at]), once.length);
    """
    done = subprocess.run([shutil.which("node"), "--input-type=module", "--eval", code], capture_output=True, text=True)
    assert done.stdout.split() == ["true", str(3 * len(scalar.QUANTITIES))], done.stderr


def test_the_modules_own_tanh_is_as_exact_as_any(tmp_path):
    """To the last digit or two, from the smallest numbers to those whose tanh is 1."""
    points = [sign * size * (1 + step / 997) for size in (1e-300, 1e-12, 1e-3, 0.17, 0.3466, 1, 5, 21.9) for step in range(997)
              for sign in (1, -1)] + [0.0, 22.0, 1e308]
    (tmp_path / "points.json").write_text(json.dumps(points), encoding="utf-8")
    code = (f"import {{ tanh }} from {json.dumps(SCRIPT.as_uri())}; import {{ readFileSync }} from 'node:fs';"
            f"const points = JSON.parse(readFileSync({json.dumps(str(tmp_path / 'points.json'))}));"
            "console.log(JSON.stringify([points.map(tanh), [Infinity, -Infinity].map(tanh), Number.isNaN(tanh(NaN))]));")
    done = subprocess.run([shutil.which("node"), "--input-type=module", "-e", code], capture_output=True, text=True, check=True)
    values, ends, unknown = json.loads(done.stdout)
    assert values == pytest.approx([math.tanh(point) for point in points], rel=1e-15, abs=0)
    assert ends == [1, -1] and unknown


def test_months_in_which_nothing_turns_are_told(tmp_path):
    """A run that is told of them is the same run."""
    (tmp_path / "jobs.json").write_text(json.dumps([GOOD]), encoding="utf-8")
    code = f"""
        import {{ MODEL, course, inputs, packed, turns }} from {json.dumps(SCRIPT.as_uri())};
        import {{ readFileSync }} from "node:fs";
        const [job] = JSON.parse(readFileSync({json.dumps(str(tmp_path / "jobs.json"))}));
        const plan = {{ ...job.plan, training: {{ 0: 100, 3: 900 }} }};
        const held = inputs({{ plan, shocks: [{{ shock: "honour", month: 5, length: 1, size: 1 }}], months: 8 }});
        const given = [packed(MODEL.parameters, job.parameters, ""), packed(MODEL.stocks, job.start, ""), held, 8];
        const [one, other] = [0, 1].map(() => new Float64Array(MODEL.quantities.length * 9));
        course(...given, one);
        course(...given, other, 0, 0, turns(held, 8));
        console.log(JSON.stringify([[...turns(held, 8)], one.every((value, at) => value === other[at])]));
    """
    done = subprocess.run([shutil.which("node"), "--input-type=module", "-e", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[1, 0, 0, 1, 0, 1, 1, 0, 0], True]
