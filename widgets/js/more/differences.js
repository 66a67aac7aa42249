/** What differs between plans, in numbers and in words. Pure: no page is touched here. */

import { difference, differs } from "../story.js";
import { number } from "../scale.js";
import { measure } from "../words.js";

/**
 * One outcome under several plans at a month, as a sentence.
 * @param {import("../words.js").Translate} t
 * @param {{name: string, unit: string, own: ArrayLike<number>, month: number,
 *   lines: {label: string, values: ArrayLike<number>}[]}} picture
 */
export function outcomeSentence(t, { name, unit, own, month, lines }) {
  const was = own[month];
  const order = [...lines].sort((a, b) => b.values[month] - a.values[month]);
  const [most, least] = [order[0], order.at(-1)];
  const [high, low] = [most.values[month], least.values[month]];
  const slots = {
    name,
    was: measure(t, was, unit),
    most: most.label,
    high: measure(t, high, unit),
    least: least.label,
    low: measure(t, low, unit),
    gap: measure(t, high - low, unit, (size) => number(size, unit, high)),
    change: measure(t, Math.abs(high - was), unit, (size) => number(size, unit, high)),
  };
  if (lines.every(({ values }) => !differs(values[month], was, unit))) return t("more.compare.same", slots);
  if (lines.length === 1) return t(high > was ? "more.compare.above" : "more.compare.below", slots);
  if (!differs(high, low, unit)) return t("more.compare.alike", slots);
  return t("more.compare.apart", slots);
}

/**
 * The rows of a table of differences: each outcome at the month shown and at the end.
 * @param {{own: ArrayLike<number>, unit: string, month: number, months: number,
 *   lines: {values: ArrayLike<number>}[]}} picture
 * @returns {{month: number, was: string, cells: {value: number, text: string, gap: string}[]}[]}
 */
export function differenceRows({ own, unit, month, months, lines }) {
  return [...new Set([month, months])].map((at) => ({
    month: at,
    was: number(own[at], unit),
    cells: lines.map(({ values }) => ({
      value: values[at],
      text: number(values[at], unit),
      gap: difference(values[at], own[at], unit),
    })),
  }));
}
