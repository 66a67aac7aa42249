/**
 * A run that goes on from a month of another one. Until the reader's changes begin nothing can
 * differ from the place's own history, so only what comes after is computed: in the drag of a lever
 * that is most of the time saved.
 */

import { valueAt } from "./plan.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Shock} Shock */

/**
 * A whole plan as it stands from a month on, counted from that month.
 * @param {Plan} plan every lever
 * @param {number} from
 * @returns {Plan}
 */
export function planFrom(plan, from) {
  const shifted = {};
  for (const [lever, setting] of Object.entries(plan)) {
    if (typeof setting !== "object") {
      shifted[lever] = setting;
      continue;
    }
    shifted[lever] = { 0: valueAt(setting, from) };
    for (const [month, value] of Object.entries(setting)) {
      if (Number(month) > from) shifted[lever][Number(month) - from] = value;
    }
  }
  return shifted;
}

/**
 * What still happens from a month on, counted from that month.
 * @param {Shock[]} shocks
 * @param {number} from
 * @returns {Shock[]}
 */
export function shocksFrom(shocks, from) {
  return shocks.flatMap(({ shock, month, length, size }) => {
    const end = month + length - from;
    const start = Math.max(0, month - from);
    return end > 0 ? [{ shock, month: start, length: end - start, size }] : [];
  });
}

/**
 * The course of every quantity: what was until a month, what follows from it.
 * @param {(input: object) => Record<string, Float64Array>} simulate
 * @param {{parameters: object, plan: Plan, shocks: Shock[], months: number}} input
 * @param {Record<string, Float64Array>} before a run that is the same until then
 * @param {string[]} stocks names of what is carried over
 * @param {number} from
 */
export function resumed(simulate, { parameters, plan, shocks, months }, before, stocks, from) {
  const after = simulate({
    parameters,
    start: Object.fromEntries(stocks.map((name) => [name, before[name][from]])),
    plan: planFrom(plan, from),
    shocks: shocksFrom(shocks, from),
    months: months - from,
  });
  const [names, width] = [Object.keys(after), months + 1];
  const values = new Float64Array(names.length * width);
  return Object.fromEntries(names.map((name, index) => {
    const row = values.subarray(index * width, (index + 1) * width);
    row.set(before[name]);
    row.set(after[name], from);
    return [name, row];
  }));
}
