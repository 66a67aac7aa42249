/** A picture of many differences: how many communities lie where, with what is better on the right side of nothing. */

import { el, svg } from "../dom.js";
import { ticks } from "../scale.js";
import { signed } from "./whywords.js";

const WIDTH = 640;
const HEIGHT = 150;
const MARGIN = { side: 12, top: 20, bottom: 34 };
const BARS = 32;
/** What the left (−1) and the right (1) end of the picture are called where more (1) or less (−1) is better. */
const SIDES = { "-1 1": "worse", "1 1": "better", "-1 -1": "better.left", "1 -1": "worse.right" };

/**
 * Differences counted in bars of one width, of which one begins at nothing.
 * @param {ArrayLike<number>} differences
 * @param {number} bars about so many
 * @returns {{width: number, first: number, counts: number[]}} first: which multiple of the width the first bar begins at
 */
export function counted(differences, bars = BARS) {
  const [low, high] = [Math.min(0, ...differences), Math.max(0, ...differences)];
  const width = (high - low) / bars || 1;
  const first = Math.floor(low / width);
  const counts = new Array(Math.floor(high / width) - first + 1).fill(0);
  for (const value of differences) counts[Math.floor(value / width) - first] += 1;
  return { width, first, counts };
}

/**
 * @param {Function} t
 * @param {{differences: Float64Array, sign: number, least: number, unit: string, name: string, month: string,
 *   plan: string, against: string, note: string}} about the note goes with the picture when it is saved
 */
export function spreadPicture(t, { differences, sign, least, unit, name, month, plan, against, note }) {
  const { width, first, counts } = counted(differences);
  const step = (WIDTH - 2 * MARGIN.side) / counts.length;
  const x = (value) => MARGIN.side + (value / width - first) * step;
  const bottom = HEIGHT - MARGIN.bottom;
  const y = (count) => bottom - ((bottom - MARGIN.top) * count) / Math.max(...counts);
  const bars = counts.map((count, index) => {
    const gain = (first + index + 0.5) * width * sign;
    const side = Math.abs(gain) < least ? "same" : gain > 0 ? "better" : "worse";
    const box = { x: x((first + index) * width) + 0.5, y: y(count), width: Math.max(1, step - 1), height: bottom - y(count) };
    return svg("rect", { ...box, "data-part": side });
  });
  const [low, high] = [first * width, (first + counts.length) * width];
  const marks = ticks(low, high, 4).filter((value) => value >= low && value <= high);
  const texts = marks.map((value) => svg("text", { x: x(value), y: bottom + 16 }, signed({ change: high - low, causes: [] }, value)));
  const ends = [[low, "start", SIDES[`-1 ${sign}`]], [high, "end", SIDES[`1 ${sign}`]]];
  const sides = ends.filter(([edge]) => edge).map(([edge, anchor, side]) =>
    svg("text", { x: x(edge), y: 12, class: `gt-sure-side gt-sure-${anchor}` }, t(`more.sure.side.${side}`)));
  const nothing = svg("line", { x1: x(0), x2: x(0), y1: MARGIN.top - 6, y2: bottom + 4, class: "gt-sure-nothing" });
  const label = t("more.sure.picture", { name, month, plan, against, unit: unit === "1" ? "0–1" : t(`unit.${unit}`) });
  const line = svg("line", { x1: MARGIN.side, x2: WIDTH - MARGIN.side, y1: bottom, y2: bottom, class: "gt-sure-ground" });
  return el("figure", { class: "gt-sure-picture" },
    svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label, "data-name": t("more.sure.spread", { name }), "data-note": note }, line, ...bars, nothing, ...texts, ...sides));
}
