/**
 * Twins of a run with one thing taken out: a stock held at its course in the other plan, or a loop
 * cut so that what sets out from its first stock is not passed on when it comes back round. The
 * twin of model/analyses/lockstep.py, one run after the other; generators, so that a page can stop between.
 */

import { PROBE, probe } from "../../../model/generated/probe.js";
import { AT, NODES, STOCKS } from "./between.js";

/** @typedef {import("./between.js").Between} Between */

const STEPS = Math.round(1 / PROBE.dt);
/** Months between two stops. */
const STOP = 12;
const UNKNOWN = new Float64Array(PROBE.auxiliaries.length).fill(NaN);

/** What holds in a month, in the order in which the equations take it. */
export function heldIn(held, months, month) {
  const width = months + 1;
  return Float64Array.from(PROBE.inputs, (_, row) => held[row * width + month]);
}

/** What each step of a run may change, and what it may read. */
class Stepper {
  constructor(between, held) {
    Object.assign(this, { between, held, look: probe(between.named) });
    this.state = Float64Array.from(between.start);
    this.flows = new Float64Array(STOCKS);
    this.auxiliaries = new Float64Array(PROBE.auxiliaries.length);
    this.out = new Float64Array(NODES.length);
    this.kept = new Float64Array(NODES.length * (between.months + 1));
  }

  /** Run; `alter(step)` may change flows before, and `hold(step)` the state after each step. */
  * run({ alter = () => {}, hold = () => {} }) {
    const { between: { months }, state, flows, out, auxiliaries } = this;
    for (let month = 0; month <= months; month += 1) {
      this.inputs = heldIn(this.held, months, month);
      for (let part = 0; part < STEPS; part += 1) {
        this.look(state, UNKNOWN, this.inputs, out);
        flows.set(out.subarray(0, STOCKS));
        auxiliaries.set(out.subarray(STOCKS));
        if (part === 0) this.keep(month);
        alter(month * STEPS + part);
        for (let at = 0; at < STOCKS; at += 1) state[at] += PROBE.dt * flows[at];
        hold(month * STEPS + part + 1);
      }
      if (month % STOP === STOP - 1) yield;
    }
    return this.kept;
  }

  keep(month) {
    const width = this.between.months + 1;
    for (let at = 0; at < NODES.length; at += 1) {
      this.kept[at * width + month] = at < STOCKS ? this.state[at] : this.auxiliaries[at - STOCKS];
    }
  }
}

/**
 * The other plan at every step: what twins are held to.
 * @param {Between} between
 * @returns {Generator<void, Float64Array>} (steps + 1) × stocks
 */
export function* reference(between) {
  const stepper = new Stepper(between, between.other);
  const steps = new Float64Array(((between.months + 1) * STEPS + 1) * STOCKS);
  steps.set(between.start);
  yield* stepper.run({ hold: (step) => steps.set(stepper.state, step * STOCKS) });
  return steps;
}

/** The plan with one stock held at its course in the other. */
export function frozen(between, steps, stock) {
  const stepper = new Stepper(between, between.mine);
  const at = AT[stock];
  return stepper.run({ hold: (step) => { stepper.state[at] = steps[step * STOCKS + at]; } });
}

/** The plan with one loop cut; the loop's route begins with a stock. */
export function cut(between, steps, route) {
  const stepper = new Stepper(between, between.mine);
  const path = route.map((name) => AT[name]);
  const shadows = Float64Array.from(path, (at) => (at < STOCKS ? between.start[at] : 0));
  const moves = new Float64Array(path.length);
  return stepper.run({
    alter(step) {
      let seen = steps[step * STOCKS + path[0]];
      path.forEach((cause, place) => {
        const next = (place + 1) % path.length;
        const move = shown(stepper, cause, seen, path[next], next > 0 ? shadows[next] : null);
        if (next === 0) stepper.flows[path[0]] = move;
        seen = path[next] < STOCKS ? shadows[next] : move;
        moves[next] = move;
      });
      for (let place = 1; place < path.length; place += 1) shadows[place] += PROBE.dt * moves[place];
    },
  });
}

/** What the equation of an effect says when it is shown another cause, and as a stock another self. */
function shown({ state, auxiliaries, out, inputs, look }, cause, seen, effect, self) {
  const [row, at] = cause < STOCKS ? [state, cause] : [auxiliaries, cause - STOCKS];
  const [before, own] = [row[at], state[effect]];
  row[at] = seen;
  if (self !== null && effect < STOCKS) state[effect] = self;
  look(state, auxiliaries, inputs, out);
  row[at] = before;
  if (effect < STOCKS) state[effect] = own;
  return out[effect];
}
