/**
 * What each shock did, and how long the place takes to get over it: the run beside the run without
 * that one shock. The twin of model/analyses/recoveries.py, which says what counts as back and why; a
 * test holds the two together.
 */

import { DIMENSIONS, dimensionLines } from "../dimensions.js";
import { resumed } from "../resume.js";
import { NOTICEABLE } from "../story.js";

/** Gaps as near to each other as this are equal, so that rounding never chooses a line or a month. */
const EQUAL = 1e-9;
/** Another line is told as well if it is back by more than so many months later. */
const LATER = 12;

/**
 * @typedef {{dimension: string, gap: number, month: number, recovered: number | null, left: number}} Found
 *   the deepest gap of a line and its first month, the months from the shock's end until the line is
 *   back (null where the run ends before), and the gap in the last month
 */

/**
 * @param {ArrayLike<number>} gap a line with the shock less the same line without it, month by month
 * @param {number} end the first month without the shock
 */
export function recovered(gap, end) {
  const sizes = Array.from(gap, Math.abs);
  const most = Math.max(...sizes);
  const month = sizes.findIndex((size) => size > most - EQUAL);
  const back = Math.max(end, sizes.findLastIndex((size) => size >= NOTICEABLE) + 1);
  return { gap: gap[month], month, recovered: back < gap.length ? back - end : null, left: gap[gap.length - 1] };
}

/**
 * The line that a shock moved furthest and, where another one is back much later, the last of those.
 * @param {Found[]} found all lines
 * @returns {Found[]} none where no gap is noticeable
 */
export function telling(found) {
  const noticed = found.filter(({ gap }) => Math.abs(gap) >= NOTICEABLE);
  if (!noticed.length) return [];
  const most = Math.max(...noticed.map(({ gap }) => Math.abs(gap)));
  const first = noticed.find(({ gap }) => Math.abs(gap) > most - EQUAL);
  const lasts = ({ recovered }) => recovered ?? Infinity;
  const last = noticed.reduce((one, other) => (lasts(other) > lasts(one) ? other : one), first);
  return lasts(last) > lasts(first) + LATER ? [first, last] : [first];
}

/**
 * One shock after the other, so that a phone can breathe between.
 * @param {(input: object) => Record<string, Float64Array>} simulate
 * @param {{parameters: object, plan: object, shocks: any[], months: number}} input of the run, its plan complete
 * @param {Record<string, Float64Array>} run
 * @param {{quantities: any[], full: Record<string, number>, stocks: string[]}} place full as of its own history
 * @returns {Generator<number, Found[][]>} for each shock the four lines
 */
export function* recoveries(simulate, input, run, { quantities, full, stocks }) {
  const lines = dimensionLines(quantities, run, full);
  const told = [];
  for (const [at, { month, length }] of input.shocks.entries()) {
    const others = input.shocks.filter((_, other) => other !== at);
    const from = Math.min(month, input.months);
    const without = resumed(simulate, { ...input, shocks: others }, run, stocks, from);
    const bare = dimensionLines(quantities, without, full);
    told.push(DIMENSIONS.map((dimension) => {
      const gap = lines[dimension].map((value, now) => value - bare[dimension][now]);
      return { dimension, ...recovered(gap, month + length) };
    }));
    yield told.length / input.shocks.length;
  }
  return told;
}
