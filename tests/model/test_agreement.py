"""Python, NumPy, JavaScript and XMILE give the same runs, on every place."""

import json
import shutil
import subprocess
import warnings
from pathlib import Path

import numpy as np
import pytest

from cases import check_shocks, load, names
from model import simulate, simulate_many
from model.as_xmile import xmile_source
from model.equations import MODEL
from model.generate import FOLDER
from model.generated import scalar
from model.inputs import complete_plan

SCRIPT = FOLDER / "model.js"
DRIVER = Path(__file__).with_name("agree.mjs")
MONTHS, BATCHES, RUNS = 48, 10, 100
PLAIN = 5
"""Plain Python takes its time over a run, so it makes every fifth of them."""
SHOCKS = [[("epidemic", 6, 9, 1.0)], [("conflict", 3, 6, 2.5), ("honour", 20, 2, 1.0)],
          [("budget_cut", 12, 12, 0.5), ("epidemic", 14, 4, 10.0), ("epidemic", 16, 8, 0.25)], []]

TENFOLD = [("epidemic", 6, 9, 10.0), ("conflict", 16, 9, 10.0), ("honour", 27, 9, 10.0), ("budget_cut", 36, 9, 5.0)]


def close(found, wanted, tolerance):
    """Assert equality within a tolerance relative to each value and to each quantity's scale.

    The arrays have the shape (runs, quantities, months + 1).
    """
    scale = np.abs(wanted).max(axis=(0, 2), keepdims=True) + 1e-12
    allowed = tolerance * (np.abs(wanted) + scale)
    worst = np.unravel_index(np.argmax(np.abs(found - wanted) - allowed), wanted.shape)
    assert (np.abs(found - wanted) <= allowed).all(), scalar.QUANTITIES[worst[1]]


@pytest.fixture(scope="module", params=names())
def settings(request):
    """A place and batches of random plans, each with its shocks."""
    return load(request.param)


def varied(place, seed):
    """Return the place with parameters and start values drawn from their ranges; 0: its own."""
    random = np.random.default_rng(seed)
    drawn = {kind: {one.name: random.uniform(one.low, one.high) for one in place.evidence
                    if one.kind == kind} for kind in ("parameter", "start")}
    return place.replace(parameters=drawn["parameter"], start=drawn["start"]) if seed else place


@pytest.fixture
def batches(settings, random_settings):
    """Triples of a place (with its own or drawn values), plans of RUNS runs, and shocks."""
    return [(varied(settings, seed), random_settings(settings, RUNS, seed, MONTHS),
             SHOCKS[seed % len(SHOCKS)]) for seed in range(BATCHES)]


@pytest.fixture
def by_numpy(batches):
    found = [simulate_many(place, plan, months=MONTHS, shocks=shocks) for place, plan, shocks in batches]
    return np.concatenate([np.stack(list(one.values()), axis=1) for one in found])


def test_python_agrees_with_numpy_over_two_hundred_plans(batches, by_numpy, one_of):
    runs = [simulate(place, one_of(plan, run), MONTHS, shocks).to_numpy().T
            for place, plan, shocks in batches for run in range(0, RUNS, PLAIN)]
    assert len(runs) >= 200
    close(np.array(runs), by_numpy[::PLAIN], 1e-9)


def test_javascript_agrees_with_numpy_over_a_thousand_plans(batches, by_numpy, one_of, tmp_path):
    jobs = [{"parameters": place.parameters, "start": place.start, "months": MONTHS,
             "plan": complete_plan(place, one_of(plan, run)),
             "shocks": [dict(zip(("shock", "month", "length", "size"), shock)) for shock in shocks]}
            for place, plan, shocks in batches for run in range(RUNS)]
    close(by_javascript(jobs, tmp_path), by_numpy, 1e-9)


def test_javascript_agrees_with_python_on_the_own_story(settings, tmp_path):
    job = {"parameters": settings.parameters, "start": settings.start, "months": settings.months,
           "plan": complete_plan(settings), "shocks": [shock._asdict() for shock in settings.shocks]}
    own = simulate(settings, shocks=settings.shocks, months=settings.months).to_numpy().T[None]
    close(by_javascript([job], tmp_path, settings.months), own, 1e-9)


def by_javascript(jobs, folder, months=MONTHS):
    (folder / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    command = [shutil.which("node"), DRIVER, SCRIPT, folder / "jobs.json", folder / "values"]
    subprocess.run(list(map(str, command)), check=True)
    return np.fromfile(folder / "values").reshape(len(jobs), len(scalar.QUANTITIES), months + 1)


def test_xmile_run_by_pysd_agrees_with_python_on_the_own_story(settings, tmp_path, pysd):
    model = by_pysd(pysd, settings, complete_plan(settings), settings.shocks, settings.months, tmp_path)
    own = simulate(settings, shocks=settings.shocks, months=settings.months)
    found = model.run(saveper=1, return_columns=list(own.columns))[list(own.columns)]
    close(found.to_numpy().T[None], own.to_numpy().T[None], 1e-6)


def test_xmile_run_by_pysd_agrees_with_python_on_random_plans_and_corners_in_shocks_ten_times_as_large(
        settings, random_settings, one_of, tmp_path, pysd):
    plans, random = random_settings(settings, 3, 99, MONTHS), np.random.default_rng(5)
    constant = {lever: values if not isinstance(values, dict) else values[0] for lever, values in plans.items()}
    corners = [{one.name: float(random.choice([one.lowest, one.highest])) for one in MODEL.levers.values()} for _ in range(3)]
    model = by_pysd(pysd, settings, {lever: 0.0 for lever in constant}, check_shocks(TENFOLD), MONTHS, tmp_path)
    for plan in [*(one_of(constant, run) for run in range(3)), *corners]:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Replacing a variable by a constant value")
            found = model.run(params=plan, saveper=1, return_columns=list(scalar.QUANTITIES))
        assert np.isfinite(found.to_numpy()).all()
        own = simulate(settings, plan, MONTHS, TENFOLD)
        close(found[list(own.columns)].to_numpy().T[None], own.to_numpy().T[None], 1e-6)


@pytest.fixture
def pysd(monkeypatch):
    """PySD, kept from laying out the Python that it writes: that takes half of its time, and nobody reads it here."""
    import pysd  # late: it takes a second to load

    layout = "pysd.builders.python.python_model_builder.black.format_file_contents"
    monkeypatch.setattr(layout, lambda text, **settings: text)
    return pysd


def by_pysd(pysd, place, plan, shocks, months, folder):
    path = folder / "model.xmile"
    path.write_text(xmile_source(MODEL, place, plan, shocks, months), encoding="utf-8")
    return pysd.read_xmile(str(path))


def test_the_committed_xmile_runs(tmp_path, pysd):
    copy = shutil.copy(SCRIPT.with_name("model.xmile"), tmp_path)
    found = pysd.read_xmile(str(copy)).run(saveper=12)
    assert np.isfinite(found[list(scalar.QUANTITIES)].to_numpy()).all() and len(found) == 11
