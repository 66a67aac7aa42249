/**
 * Why one plan ends elsewhere than another: which levers, through which stocks, round which loops.
 * The twin of model/analyses/explanation.py; pure, so that it can run in a worker.
 */

import { MODEL } from "../../../model/generated/model.js";
import { PROBE } from "../../../model/generated/probe.js";
import { AT, between, NODES, nodesOf, roomFor } from "./between.js";
import { linkScores, loopScores } from "./scores.js";
import { shapley } from "./shapley.js";
import { cut, frozen, reference } from "./twins.js";

const INPUTS = [...MODEL.levers, ...MODEL.shocks.map((shock) => `shock_${shock}`)];
/** The money spent so far is only a sum; members on duty are counted among the volunteers. */
const NO_MEDIATORS = ["money_spent", "deployed_serving"];

/**
 * @typedef {{between: import("./between.js").Between, mine: Float64Array, other: Float64Array,
 *   causes: {key: string, effects: Float64Array, errors: Float64Array | null}[],
 *   mediators: {key: string, nodes: Float64Array}[], loops: {key: string, nodes: Float64Array}[]}} Known
 *   what has been found out; each array is NODES × (months + 1)
 */

function* phase(name, count, works) {
  const found = [];
  for (const work of works) {
    const steps = work();
    let step = steps.next();
    while (!step.done) {
      yield { name, part: found.length / count };
      step = steps.next();
    }
    found.push(step.value);
  }
  return found;
}

function* causesOf(two) {
  const steps = shapley(two);
  let step = steps.next();
  while (!step.done) {
    yield { name: "causes", part: step.value.done / step.value.total };
    step = steps.next();
  }
  const { effects, errors } = step.value;
  return two.causes.map((row, at) => ({ key: INPUTS[row], effects: effects[at], errors: errors && errors[at] }));
}

const differ = (mine, other, width, at) =>
  mine.subarray(at * width, (at + 1) * width).some((value, month) => value !== other[at * width + month]);

/**
 * Find out why two plans differ, bit by bit.
 * @param {Parameters<typeof between>[0]} job
 * @returns {Generator<{name: "causes" | "mediators" | "loops", part: number}, Known>}
 */
export function* explaining(job) {
  const two = between(job);
  const room = roomFor(two);
  const [mine, other] = [two.mine, two.other].map((held) => nodesOf(two, held, room));
  const causes = yield* causesOf(two);
  const steps = (yield* phase("mediators", 1, [() => reference(two)]))[0];
  const stocks = PROBE.stocks.filter((name) => !NO_MEDIATORS.includes(name) && differ(mine, other, two.months + 1, AT[name]));
  const held = yield* phase("mediators", stocks.length, stocks.map((stock) => () => frozen(two, steps, stock)));
  const routes = causes.length ? PROBE.loops : [];
  const cuts = yield* phase("loops", routes.length, routes.map(([, route]) => () => cut(two, steps, route)));
  return {
    between: two, mine, other, causes,
    mediators: stocks.map((key, at) => ({ key, nodes: held[at] })),
    loops: routes.map(([key], at) => ({ key, nodes: cuts[at] })),
  };
}

/** Do it all at once. */
export function explainNow(job) {
  const steps = explaining(job);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const bySize = (rows, size) => rows.sort((one, other) => Math.abs(size(other)) - Math.abs(size(one)));

/**
 * What is known, said of one outcome at one month.
 * @param {Known} known
 * @param {string} outcome
 * @param {number} month of the run
 * @returns {{mine: number, other: number, change: number, exact: boolean,
 *   causes: {key: string, effect: number, share: number, error: number}[],
 *   mediators: {key: string, vanishes: number, share: number}[],
 *   loops: {key: string, vanishes: number, share: number, score: number}[]}} the largest first
 */
export function explainedAt(known, outcome, month) {
  const { between: two } = known;
  const there = Math.max(0, month - two.first);
  const at = AT[outcome] * (two.months + 1) + there;
  const [mine, other] = [known.mine[at], known.other[at]];
  const change = mine - other;
  const part = (size) => (change ? size / change : 0);
  const twin = ({ key, nodes }) => ({ key, vanishes: mine - nodes[at], share: part(mine - nodes[at]) });
  const scores = known.loops.length ? loopScores(linkScores(two, known.mine, there)) : [];
  const causes = known.causes.map(({ key, effects, errors }) =>
    ({ key, effect: effects[at], share: part(effects[at]), error: errors ? errors[at] : 0 }));
  const loops = known.loops.map((one, index) => ({ ...twin(one), score: scores[index] }));
  return {
    mine, other, change,
    exact: known.causes.every(({ errors }) => !errors),
    causes: bySize(causes, (one) => one.effect),
    mediators: bySize(known.mediators.filter(({ key }) => key !== outcome).map(twin), (one) => one.vanishes),
    loops: bySize(loops, (one) => one.vanishes),
  };
}

/** Whether a quantity can be explained. */
export const canExplain = (quantity) => NODES.includes(quantity);
