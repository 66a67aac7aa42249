"""The integrator gives known answers, converges in its order, and its step is small enough."""

import math

import numpy as np
import pytest

from cases import check_shocks
from model import simulate_many
from model.as_python import scalar_source
from model.derivatives import jacobian
from model.equations import MODEL
from model.inputs import held_inputs, monthly_rows
from model.language import DT
from model.sampling import with_auxiliaries
from model.tables import Name

STEPS = (1 / 4, 1 / 8, 1 / 16, 1 / 32)


@pytest.fixture
def growth(small, names_of):
    """people' = rate people."""
    quantity, parameter = names_of
    model = small([quantity("people")], [parameter("rate", "1/month")])
    q, p, *_ = model.symbols()
    model.change("people", p.rate * q.people)
    return model


@pytest.fixture
def delay(small, names_of):
    """level' = (goal - level) / spell, the goal a lever."""
    quantity, parameter = names_of
    model = small([quantity("level")], [parameter("spell", "month")], [Name("goal", "lever", "1", 0.0, 9.0)])
    q, p, lever, _ = model.symbols()
    model.change("level", (lever.goal - q.level) / p.spell)
    return model


@pytest.fixture
def swing(small, names_of):
    """A second-order loop: position' = speed, speed' = -stiffness position."""
    quantity, parameter = names_of
    model = small([quantity("position"), quantity("speed")], [parameter("stiffness")])
    q, p, *_ = model.symbols()
    model.change("position", q.speed)
    model.change("speed", -p.stiffness * q.position)
    return model


def ends(run_source, model, dt, parameters, start, inputs):
    run = run_source(scalar_source(model, dt))["run"]
    return run(parameters, start, inputs)[-1]


def test_growth_is_eulers_formula_to_rounding(growth, run_source):
    (people,) = ends(run_source, growth, DT, {"rate": 0.05}, {"people": 13.0}, [()] * 121)
    assert people == pytest.approx(13 * (1 + 0.05 * DT) ** (120 / DT), rel=1e-12)


def test_growth_is_exponential_to_a_millionth_at_a_fine_step(growth, run_source):
    (people,) = ends(run_source, growth, 2**-15, {"rate": 0.02}, {"people": 13.0}, [()] * 13)
    assert people == pytest.approx(13 * math.exp(0.24), rel=1e-6)


def test_a_first_order_delay_is_exact_to_a_millionth_at_a_fine_step(delay, run_source):
    (level,) = ends(run_source, delay, 2**-14, {"spell": 12.0}, {"level": 0.2}, [(1.0,)] * 13)
    assert level == pytest.approx(1 - 0.8 * math.exp(-1), abs=1e-6)


def test_a_first_order_delay_is_eulers_formula_to_rounding(delay, run_source):
    (level,) = ends(run_source, delay, DT, {"spell": 12.0}, {"level": 0.2}, [(1.0,)] * 49)
    assert level == pytest.approx(1 - 0.8 * (1 - DT / 12) ** (48 / DT), abs=1e-12)


def test_an_input_holds_within_its_month(delay, run_source):
    (level,) = ends(run_source, delay, DT, {"spell": 12.0}, {"level": 0.0}, [(0.0,), (1.0,), (0.0,)])
    assert level == pytest.approx(1 - (1 - DT / 12) ** 4, abs=1e-15)


def test_halving_the_step_halves_the_error(growth, delay, run_source):
    exact = {"growth": 13 * math.exp(0.6), "delay": 1 - 0.8 * math.exp(-1)}
    errors = {"growth": [], "delay": []}
    for dt in STEPS:
        (people,) = ends(run_source, growth, dt, {"rate": 0.05}, {"people": 13.0}, [()] * 13)
        (level,) = ends(run_source, delay, dt, {"spell": 12.0}, {"level": 0.2}, [(1.0,)] * 13)
        errors["growth"].append(abs(people - exact["growth"]))
        errors["delay"].append(abs(level - exact["delay"]))
    for found in errors.values():
        orders = np.log2(np.array(found[:-1]) / found[1:])
        assert np.abs(orders - 1).max() < 0.05


def test_euler_converges_to_runge_kutta(swing, run_source):
    wanted = runge_kutta(lambda y: np.array([y[1], -0.25 * y[0]]), np.array([1.0, 0.0]), 12, 1 / 64)
    assert wanted[0] == pytest.approx(math.cos(6), abs=1e-9)
    errors = [np.abs(np.array(ends(run_source, swing, dt, {"stiffness": 0.25},
                                   {"position": 1.0, "speed": 0.0}, [()] * 13)) - wanted).max()
              for dt in (*STEPS, 1 / 64)]
    assert errors == sorted(errors, reverse=True)
    assert np.log2(errors[-2] / errors[-1]) == pytest.approx(1, abs=0.1)


def runge_kutta(slope, state, months, dt):
    """Return the state after some months by the classical fourth-order method."""
    for _ in range(round(months / dt)):
        one = slope(state)
        two = slope(state + dt / 2 * one)
        three = slope(state + dt / 2 * two)
        four = slope(state + dt * three)
        state = state + dt / 6 * (one + 2 * two + 2 * three + four)
    return state


@pytest.mark.parametrize("story", ["own", "every shock"])
def test_halving_the_step_changes_no_headline_result_by_a_hundredth(place, story, run_source):
    """Headlines are each year's mean, the highest, the lowest and the last value."""
    shocks = place.shocks if story == "own" else every_shock()
    months = place.months if story == "own" else 120
    rows = monthly_rows(held_inputs(place, {}, shocks, months), MODEL.inputs, months)
    coarse, fine = (np.array(run_source(scalar_source(MODEL, dt))["run"](
        place.parameters, place.start, rows)) for dt in (DT, DT / 2))
    for column, (quantity, one) in enumerate(MODEL.quantities.items()):
        if one.named:
            scale = np.abs(fine[:, column]).max() + 1e-12
            change = np.abs(headlines(coarse[:, column]) - headlines(fine[:, column])).max()
            assert change < 0.01 * scale, quantity


def headlines(course):
    years = [year.mean() for year in np.split(course[:-1], range(12, len(course) - 1, 12))]
    return np.array([*years, course.max(), course.min(), course[-1]])


def every_shock():
    return check_shocks([{"shock": shock, "month": month}
                         for month, shock in zip((12, 36, 60, 84), MODEL.shocks)])


def test_the_step_is_well_below_every_time_constant_where_runs_go(place, random_settings):
    """The fastest eigenvalue stays so slow that a step is at most a third of its time."""
    plan = random_settings(place, 40, seed=5, months=60)
    found = simulate_many(place, plan, months=60, shocks=every_shock()[:2])
    for month in (1, 13, 40, 60):
        held = held_inputs(place, plan, every_shock()[:2], month)
        inputs = {**dict.fromkeys(MODEL.inputs, 0.0), **held[max(held)]}
        visited = {name: rows[:, month] for name, rows in found.items()}
        values = {name: np.broadcast_to(value, 40)
                  for name, value in {**place.parameters, **inputs, **visited}.items()}
        fastest = np.abs(np.linalg.eigvals(jacobian(MODEL, with_auxiliaries(MODEL, values)))).max()
        assert fastest <= 1 / (3 * DT)
