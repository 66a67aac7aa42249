/**
 * Two plans for one place, as the engine takes them: what holds in each month from the first in
 * which they differ, and where the place stands then. Pure: it runs in a worker as well.
 */

import { course, inputs, MODEL, packed } from "../../../model/generated/model.js";
import { PROBE } from "../../../model/generated/probe.js";

/** Whatever the equations know at a step: every stock, then the named auxiliaries. */
export const NODES = [...PROBE.stocks, ...PROBE.auxiliaries];
export const AT = Object.fromEntries(NODES.map((name, at) => [name, at]));
export const STOCKS = PROBE.stocks.length;
const ROWS = NODES.map((name) => MODEL.quantities.indexOf(name));

/**
 * @typedef {{plan: import("../plan.js").Plan, shocks: import("../plan.js").Shock[]}} Side a plan of every lever
 * @typedef {{parameters: Float64Array, named: object, start: Float64Array, first: number, months: number,
 *   mine: Float64Array, other: Float64Array, causes: number[]}} Between months are counted from `first`;
 *   mine and other are inputs × (months + 1), causes the inputs in which they differ
 */

function differing(mine, other, width) {
  const rows = mine.length / width;
  const causes = [];
  let first = width - 1;
  for (let row = 0; row < rows; row += 1) {
    for (let month = 0; month < width; month += 1) {
      if (mine[row * width + month] === other[row * width + month]) continue;
      causes.push(row);
      first = Math.min(first, month);
      break;
    }
  }
  return { causes, first };
}

/** The inputs from a month on. */
function onward(held, width, first) {
  const rows = held.length / width;
  const rest = new Float64Array(rows * (width - first));
  for (let row = 0; row < rows; row += 1) rest.set(held.subarray(row * width + first, (row + 1) * width), row * (width - first));
  return rest;
}

/** The inputs until a month, that month included. */
function until(held, width, last) {
  const rows = held.length / width;
  const part = new Float64Array(rows * (last + 1));
  for (let row = 0; row < rows; row += 1) part.set(held.subarray(row * width, row * width + last + 1), row * (last + 1));
  return part;
}

/**
 * The nodes' courses in one run.
 * @param {Between} between
 * @param {Float64Array} held
 * @param {Float64Array} room for all quantities of a run; used again by the next one
 * @returns {Float64Array} NODES × (months + 1)
 */
export function nodesOf({ parameters, start, months }, held, room) {
  const width = months + 1;
  course(parameters, start, held, months, room);
  const kept = new Float64Array(NODES.length * width);
  ROWS.forEach((row, at) => kept.set(room.subarray(row * width, (row + 1) * width), at * width));
  return kept;
}

/** Room for a run that is as long as it is between two plans. */
export const roomFor = ({ months }) => new Float64Array(MODEL.quantities.length * (months + 1));

/**
 * @param {{parameters: Record<string, number>, start: Record<string, number>, months: number, mine: Side, other: Side}} job
 * @returns {Between}
 */
export function between({ parameters: named, start, months, mine, other }) {
  const [held, reference] = [mine, other].map(({ plan, shocks }) => inputs({ plan, shocks, months }));
  const width = months + 1;
  const { causes, first } = differing(held, reference, width);
  const parameters = packed(MODEL.parameters, named, "parameters");
  const before = { parameters, start: packed(MODEL.stocks, start, "start"), months: first };
  const nodes = nodesOf(before, until(reference, width, first), roomFor(before));
  return {
    parameters,
    named,
    start: Float64Array.from(PROBE.stocks, (_, at) => nodes[at * (first + 1) + first]),
    first,
    months: months - first,
    mine: onward(held, width, first),
    other: onward(reference, width, first),
    causes,
  };
}
