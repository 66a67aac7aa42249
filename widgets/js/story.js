/**
 * The sentence under each picture: what it shows, in the reader's language, changing as it changes.
 * Templates are rows of locale/words.csv; here is only the choice among them.
 */

import { DIMENSIONS, largestChange } from "./dimensions.js";
import { number } from "./scale.js";
import { measure, monthName, phrase } from "./words.js";

/** Below this a difference on 0–1 is not worth a word: it would print as 0.00 or 0.01. */
export const NOTICEABLE = 0.005;

/** @typedef {import("./words.js").Translate} Translate */

/**
 * Whether two values print differently enough to be called different.
 * @param {number} one
 * @param {number} other
 * @param {string} unit
 */
export function differs(one, other, unit) {
  if (unit === "1") return Math.abs(one - other) >= NOTICEABLE;
  return number(one, unit) !== number(other, unit);
}

/**
 * A difference as readers see it beside a number: arrow and size, or an equals sign.
 * @param {number} value
 * @param {number} reference
 * @param {string} unit
 */
export function difference(value, reference, unit) {
  if (!differs(value, reference, unit)) return "＝";
  const arrow = value > reference ? "▲" : "▼";
  return `${arrow} ${number(Math.abs(value - reference), unit, value)}`;
}

/**
 * One line against the place's own history.
 * @param {Translate} t
 * @param {{name: string, unit: string, own: ArrayLike<number>, run: ArrayLike<number>,
 *   month: number, begins: string, changed: boolean}} picture
 */
export function lineSentence(t, { name, unit, own, run, month, begins, changed }) {
  const slots = {
    name,
    month: monthName(t, begins, month),
    start: monthName(t, begins, 0),
    first: measure(t, own[0], unit),
    value: measure(t, run[month], unit),
    was: number(own[month], unit),
    change: measure(t, Math.abs(run[month] - own[month]), unit, (size) => number(size, unit, run[month])),
  };
  if (!changed) return t(month === 0 ? "story.line.start" : "story.line.own", slots);
  if (!differs(run[month], own[month], unit)) return t("story.line.same", slots);
  return t(run[month] > own[month] ? "story.line.above" : "story.line.below", slots);
}

function dimensionPhrase(t, dimension, change) {
  const slots = { name: t(`dimension.${dimension}`), change: number(Math.abs(change), "1") };
  if (Math.abs(change) < NOTICEABLE) return t("story.same", slots);
  return t(change > 0 ? "story.higher" : "story.lower", slots);
}

/**
 * The four dimensions together, and the member that moved most.
 * @param {Translate} t
 * @param {{quantities: object[], own: object, run: object, ownLines: object, runLines: object,
 *   full: Record<string, number>, month: number, starts: number, begins: string,
 *   changed: boolean}} picture starts is the first month at which anything can differ
 */
export function stageSentence(t, picture) {
  const { quantities, own, run, ownLines, runLines, full, month, starts, begins, changed } = picture;
  if (!changed) return t("story.stage.own", { month: monthName(t, begins, month) });
  if (month <= starts) return t("story.stage.before", { month: monthName(t, begins, starts) });
  const parts = DIMENSIONS.map((one) => dimensionPhrase(t, one, runLines[one][month] - ownLines[one][month]));
  const { quantity } = largestChange(quantities, own, run, full, month);
  const [from, to] = [own, run].map((course) => measure(t, course[quantity.key][month], quantity.unit));
  return t(from === to ? "story.stage.little" : "story.stage.changed", {
    month: monthName(t, begins, month),
    parts: phrase(t, parts, "story.list"),
    member: t(`quantity.${quantity.key}`),
    from,
    to,
  });
}

/**
 * How many of the plausible communities agree about the direction of a difference; empty until that is known.
 * @param {Translate} t
 * @param {{sure: import("./sureness.js").Sureness, key: string, month: number, full: number}} picture
 */
export function sureSentence(t, { sure, key, month, full }) {
  const counts = sure.agreement(key, month, NOTICEABLE * full);
  return counts ? t("story.sure", counts) : "";
}
