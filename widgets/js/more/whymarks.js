/** Marks on the causal map: where changes enter it, and which stocks pass the difference on. */

import { svg } from "../dom.js";

/** So many changes, the largest, are shown where they enter. */
const ENTER = 3;
/** So many stocks stand in the table; those that carry at least this share bear their number. */
export const STOCKS = 4;
const CARRIES = 0.1;
/** Half the size of a mark, and how far its number stands below its middle. */
const HALF = 7;
const DROP = 4;
/** From the corner of a quantity to its first mark, and on to the next; how far above the corner. */
const FIRST = 9;
const STEP = 15;
const ABOVE = 3;

/**
 * The number of each stock that carries much.
 * @param {{key: string, share: number}[]} mediators the largest first
 * @returns {Record<string, number>} 1 for the first
 */
export function ranksOf(mediators) {
  const numbered = mediators.slice(0, STOCKS).filter(({ share }) => Math.abs(share) >= CARRIES);
  return Object.fromEntries(numbered.map(({ key }, index) => [key, index + 1]));
}

/**
 * What is to be marked on the map.
 * @param {{causes: {key: string, name: string, effect: number}[], mediators: {key: string, share: number}[]}} picture
 *   the largest first
 * @param {Record<string, string[]>} enters lever or shock to the quantities that it acts on directly
 * @returns {Record<string, {changes: string[], rank: number}>} by quantity: the changes that enter there, and 0 for no number
 */
export function marksOf({ causes, mediators }, enters) {
  const marks = {};
  const at = (key) => (marks[key] ??= { changes: [], rank: 0 });
  const largest = causes.slice(0, ENTER).filter(({ effect }) => effect);
  largest.forEach(({ key, name }) => enters[key].forEach((one) => at(one).changes.push(name)));
  Object.entries(ranksOf(mediators)).forEach(([key, rank]) => { at(key).rank = rank; });
  return marks;
}

/** A mark: the number of a stock, or for 0 an arrowhead where a change enters. */
function badge(rank, x = 0, y = 0) {
  const inside = rank ? svg("text", { y: DROP }, String(rank)) : svg("path", { d: "M-2.5 -4L4 0L-2.5 4Z" });
  const attributes = { class: rank ? "gt-why-mark" : "gt-why-mark gt-why-enters", transform: `translate(${x} ${y})` };
  return svg("g", attributes, svg("circle", { r: HALF }), inside);
}

/** Marks beside each other, from the corner of a quantity on. */
export const badges = (ranks) => ranks.map((rank, place) => badge(rank, FIRST + place * STEP, -ABOVE));

/** A mark by itself, in a line of text. */
export function lone(rank) {
  const box = `${-HALF - 1} ${-HALF - 1} ${2 * HALF + 2} ${2 * HALF + 2}`;
  return svg("svg", { class: "gt-why-lone", viewBox: box, "aria-hidden": "true" }, badge(rank));
}
