/**
 * A picture of several plans over time: each with its own colour, its own dashes and its letter at
 * the end of its line, beside the place's own history.
 */

import { LineChart } from "../chart.js";
import { mark, svg, write } from "../dom.js";
import { areaPath, linePath } from "../scale.js";

/**
 * @typedef {{slot: number, values: ArrayLike<number>, band?: {low: ArrayLike<number>, high: ArrayLike<number>} | null}} Line
 * @typedef {{own: ArrayLike<number>, lines: Line[], unit: string, month: number, since: number,
 *   starts: number, held?: boolean}} Picture held while a drag lasts
 */

/** So many plans can be told apart, and bear these letters. */
export const LETTERS = ["A", "B", "C", "D"];
const ROOM = 18;
const LETTER = 12;

/** A picture shows at least this share of its largest value: less would make much of nothing. */
const LEAST = 0.08;

/**
 * The stretch of values that lines need, wide enough that a small difference looks small.
 * @param {number[]} values
 * @returns {[number, number]}
 */
export function stretch(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const wanting = Math.max(0, LEAST * Math.abs(high) - (high - low)) / 2 || (high === low ? 0.5 : 0);
  return [Math.max(0, low - wanting), high + wanting];
}

/**
 * Where letters stand that would like to stand at these heights: in the same order, none on another.
 * @param {number[]} heights
 * @param {number} gap
 * @param {number} low the highest place, in pixels from above
 * @param {number} high the lowest place
 * @returns {number[]}
 */
export function spread(heights, gap, low, high) {
  const order = [...heights.keys()].sort((a, b) => heights[a] - heights[b]);
  const placed = [...heights];
  let least = low;
  for (const index of order) least = (placed[index] = Math.max(placed[index], least)) + gap;
  let most = high;
  for (const index of order.reverse()) most = (placed[index] = Math.min(placed[index], most)) - gap;
  return placed;
}

function makeLine(slot) {
  const name = { class: `gt-plan gt-plan-${slot}` };
  return {
    band: svg("path", { class: `gt-plan-band gt-plan-${slot}` }),
    line: svg("path", name),
    dot: svg("circle", { class: `gt-plan-dot gt-plan-${slot}`, r: 3 }),
    letter: svg("text", { class: `gt-plan-letter gt-plan-${slot}` }, LETTERS[slot]),
  };
}

export class PlansChart extends LineChart {
  constructor(options) {
    super({ ...options, small: true, room: ROOM });
    this.parts.ownDot.remove();
    this.parts.runDot.remove();
    this.extents = new WeakMap();
    this.made = LETTERS.map((_, slot) => makeLine(slot));
    for (const part of ["band", "line", "dot", "letter"]) this.node.append(...this.made.map((one) => one[part]));
  }

  /** The lowest and the highest value of what is drawn of a line; a line that stays is looked through once. */
  extent(values) {
    const known = this.extents.get(values);
    if (known?.chosen === this.chosen) return known.ends;
    let [low, high] = [Infinity, -Infinity];
    for (const month of this.chosen) {
      low = Math.min(low, values[month]);
      high = Math.max(high, values[month]);
    }
    this.extents.set(values, { chosen: this.chosen, ends: [low, high] });
    return [low, high];
  }

  /** Each picture has its own scale, cut to its lines: here the differences matter. In a drag it only grows, so that little is drawn anew. */
  bounds() {
    const { own, lines, held } = this.picture;
    const all = [own, ...lines.flatMap(({ values, band }) => [values, ...(band ? [band.low, band.high] : [])])];
    const kept = held && this.ends ? this.ends : [];
    this.ends = stretch([...kept, ...all.flatMap((values) => this.extent(values))]);
    return this.ends;
  }

  drawLines() {
    const { parts, chosen, x, y } = this;
    const { own, lines, starts } = this.picture;
    const inside = (value) => Math.min(this.bottom, Math.max(0, y(value)));
    this.path(parts.own, own, () => linePath(own, chosen, x, y));
    this.shade(starts);
    this.made.forEach(({ band, line, letter }, slot) => {
      const { values = null, band: around = null } = lines.find((one) => one.slot === slot) ?? {};
      this.path(line, values, () => linePath(values, chosen, x, y));
      this.path(band, around, () => areaPath(around.high, around.low, chosen, x, inside));
      if (!values) write(letter, "");
    });
    this.placeLetters();
  }

  placeLetters() {
    const { lines } = this.picture;
    const ends = lines.map(({ values }) => this.y(values[this.months]));
    spread(ends, LETTER, LETTER / 2, this.bottom).forEach((height, index) => {
      const { slot } = lines[index];
      const { letter } = this.made[slot];
      write(letter, LETTERS[slot]);
      mark(letter, "x", this.right + 5);
      mark(letter, "y", (height + 4).toFixed(1));
    });
  }

  drawMonth() {
    const { month, lines } = this.picture;
    const at = this.stand();
    this.made.forEach(({ dot }, slot) => {
      const line = lines.find((one) => one.slot === slot);
      mark(dot, "display", line ? "inline" : "none");
      mark(dot, "cx", at);
      mark(dot, "cy", line ? this.y(line.values[month]).toFixed(1) : 0);
    });
  }
}
