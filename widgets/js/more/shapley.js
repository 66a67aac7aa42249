/**
 * Who did how much when several things were done at once: Shapley values, for every node and month.
 * The twin of model/analyses/shapley.py. A generator, so that a page can stop between two runs.
 */

import { chance } from "../ensemble.js";
import { nodesOf, roomFor } from "./between.js";

/** Up to so many causes every combination is run; beyond, orders are drawn, each with its reverse. */
export const EXACT = 12;
const PAIRS = 64;
const SEED = 2023;

/** @typedef {import("./between.js").Between} Between */

const factorial = (number) => (number < 2 ? 1 : number * factorial(number - 1));

/** The inputs of a combination of causes: those in place stand as in the plan. */
function combined({ mine, other, causes, months }, isIn) {
  const width = months + 1;
  const held = Float64Array.from(other);
  causes.forEach((row, cause) => isIn(cause) && held.set(mine.subarray(row * width, (row + 1) * width), row * width));
  return held;
}

function add(total, course, weight) {
  for (let at = 0; at < total.length; at += 1) total[at] += weight * course[at];
}

function* exact(between) {
  const count = between.causes.length;
  const room = roomFor(between);
  let effects = null;
  for (let mask = 0; mask < 2 ** count; mask += 1) {
    const isIn = (cause) => (mask >> cause) & 1;
    const course = nodesOf(between, combined(between, isIn), room);
    effects ??= between.causes.map(() => new Float64Array(course.length));
    const size = between.causes.filter((_, cause) => isIn(cause)).length;
    const joined = factorial(size - 1) * factorial(count - size) / factorial(count);
    const left = factorial(size) * factorial(count - size - 1) / factorial(count);
    effects.forEach((effect, cause) => add(effect, course, isIn(cause) ? joined : -left));
    yield { done: mask + 1, total: 2 ** count };
  }
  return { effects, errors: null };
}

/** Random orders of the numbers below a count: those that Python draws. */
export function ordersOf(count, orders) {
  const next = chance(SEED);
  return Array.from({ length: orders }, () => {
    const order = [...Array(count).keys()];
    for (let last = count - 1; last > 0; last -= 1) {
      const other = Math.floor(next() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  });
}

/** What each cause adds when they are put in place in an order and in its reverse, on average. */
function* pairOf(between, order, ends, room, tick) {
  const added = between.causes.map(() => new Float64Array(ends.all.length));
  for (const one of [order, [...order].reverse()]) {
    const there = new Set();
    let before = ends.none;
    for (const cause of one) {
      there.add(cause);
      const full = there.size === one.length;
      const course = full ? ends.all : nodesOf(between, combined(between, (other) => there.has(other)), room);
      add(added[cause], course, 0.5);
      add(added[cause], before, -0.5);
      before = course;
      yield tick();
    }
  }
  return added;
}

function* drawn(between) {
  const count = between.causes.length;
  const room = roomFor(between);
  const run = (isIn) => nodesOf(between, combined(between, isIn), room);
  const ends = { none: run(() => false), all: run(() => true) };
  const [effects, squares] = [0, 1].map(() => between.causes.map(() => new Float64Array(ends.all.length)));
  let done = 0;
  const tick = () => ({ done: (done += 1), total: 2 * PAIRS * count });
  for (const order of ordersOf(count, PAIRS)) {
    const added = yield* pairOf(between, order, ends, room, tick);
    added.forEach((one, cause) => {
      add(effects[cause], one, 1 / PAIRS);
      add(squares[cause], one.map((value) => value * value), 1 / PAIRS);
    });
  }
  const errors = squares.map((square, cause) =>
    square.map((value, at) => Math.sqrt(Math.max(0, value - effects[cause][at] ** 2) / (PAIRS - 1))));
  return { effects, errors };
}

/**
 * @param {Between} between
 * @returns {Generator<{done: number, total: number}, {effects: Float64Array[], errors: Float64Array[] | null}>}
 *   for each cause NODES × (months + 1) numbers; they sum to what the plan changes
 */
export const shapley = (between) => (between.causes.length <= EXACT ? exact(between) : drawn(between));
