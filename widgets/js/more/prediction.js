/** A curve that a reader drew, and how it differs from what the model then did. Pure: no page is touched here. */

import { differs } from "../story.js";
import { number } from "../scale.js";
import { measure, monthName } from "../words.js";

/** A curve: month to value; before its first month and between its months it is a straight continuation. */
/** @typedef {Record<string, number>} Curve */

/** So many points can be moved with arrow keys without tiring of it. */
const MOST = 16;
const STEPS = [1, 2, 3, 6, 12, 24, 48, 120];

/** Below this share of what it was, a drawn difference was not meant as one; of a share that is drawn, below this much. */
const [MEANT, HAND] = [0.02, 0.009];
/** A size is about right when it is missed by no more than this factor. */
const NEAR = 1.25;
/** A time is about right when it is missed by no more than this share of the time drawn, and by 2 months in any case. */
const [SOON, LEAST] = [0.08, 2];

const monthsOf = (curve) => Object.keys(curve).map(Number).sort((a, b) => a - b);

/**
 * The month of a run at a month of the calendar.
 * @param {string} begins the first month of the run, as "1988-01"
 * @param {string} date
 */
export function monthOf(begins, date) {
  const [from, to] = [begins, date].map((text) => text.split("-").map(Number));
  return 12 * (to[0] - from[0]) + to[1] - from[1];
}

/**
 * The months at which a curve can be bent: at even distances from the first change to the end.
 * @param {number} begins
 * @param {number} months
 * @returns {number[]}
 */
export function knotMonths(begins, months) {
  const step = STEPS.find((one) => (months - begins) / one <= MOST) ?? STEPS.at(-1);
  const knots = [];
  for (let month = begins; month < months - step / 2; month += step) knots.push(month);
  return [...knots, months];
}

/**
 * A curve as a line: the place's own history before its first month, straight from point to point after it.
 * @param {Curve} curve
 * @param {ArrayLike<number>} own
 * @returns {Float64Array}
 */
export function lineOf(curve, own) {
  const line = Float64Array.from(own);
  const months = monthsOf(curve);
  months.forEach((month, index) => {
    const next = months[index + 1] ?? line.length - 1;
    const [from, to] = [curve[month], curve[months[index + 1]] ?? curve[month]];
    for (let at = month; at <= next; at += 1) line[at] = from + ((to - from) * (at - month)) / Math.max(1, next - month);
  });
  return line;
}

/**
 * The curve with one of its points at another value; later points that nobody has placed keep their
 * distance from what was, as that one does.
 * @param {Curve} curve
 * @param {ArrayLike<number>} own
 * @param {number} month
 * @param {number} value
 * @param {Set<number>} placed months that the reader has placed
 * @param {[number, number]} span lowest and highest value
 * @returns {Curve}
 */
export function bent(curve, own, month, value, placed, [low, high]) {
  const within = (wanted) => Math.min(high, Math.max(low, wanted));
  const gap = within(value) - own[month];
  const moved = { ...curve, [month]: within(value) };
  for (const later of monthsOf(curve)) {
    if (later > month && placed.has(later)) break;
    if (later > month) moved[later] = within(own[later] + gap);
  }
  return moved;
}

/** The first month at which half of the difference at the end is there. */
function halfWay(line, own, from, month) {
  const half = (line[month] - own[month]) / 2;
  for (let at = from; at < month; at += 1) {
    if ((line[at] - own[at]) * Math.sign(half) >= Math.abs(half)) return at;
  }
  return month;
}

/** Whether a line hardly leaves the height at which it begins: whoever draws it so expects no change. */
function isLevel(line, from, month, unit) {
  const most = Math.max(MEANT * Math.abs(line[from]), unit === "1" ? HAND : 0);
  return line.slice(from, month + 1).every((value) => Math.abs(value - line[from]) <= most);
}

/**
 * What was right and what was not about a drawn line, at a month.
 * @param {{own: ArrayLike<number>, drawn: ArrayLike<number>, run: ArrayLike<number>, from: number,
 *   month: number, unit: string}} lines
 * @returns {{direction: "none" | "missed" | "level" | "nothing" | "right" | "wrong", size: "right" | "small" | "large" | "",
 *   time: "right" | "later" | "earlier" | "", months: number}} time says when the run came, against the drawing; level
 *   is what stays as it stood while the place's own line does not
 */
export function judge({ own, drawn, run, from, month, unit }) {
  const [mine, theirs] = [drawn[month] - own[month], run[month] - own[month]];
  const meant = Math.abs(mine) >= MEANT * Math.abs(own[month]) && differs(drawn[month], own[month], unit);
  const there = differs(run[month], own[month], unit);
  const verdict = { size: "", time: "", months: 0 };
  if (meant && isLevel(drawn, from, month, unit)) return { ...verdict, direction: "level" };
  if (!meant || !there) return { ...verdict, direction: meant ? "nothing" : there ? "missed" : "none" };
  if (mine * theirs < 0) return { ...verdict, direction: "wrong" };
  const times = theirs / mine;
  const size = times > NEAR ? "small" : times < 1 / NEAR ? "large" : "right";
  const late = halfWay(run, own, from, month) - halfWay(drawn, own, from, month);
  const near = Math.abs(late) <= Math.max(LEAST, SOON * (month - from));
  return { direction: "right", size, time: near ? "right" : late > 0 ? "later" : "earlier", months: Math.abs(late) };
}

/** Which way the run goes from where the drawing began. */
function course({ run, from, month, unit }) {
  if (!differs(run[month], run[from], unit)) return "same";
  return run[month] > run[from] ? "higher" : "lower";
}

/**
 * The drawn line against the run, in words.
 * @param {import("../words.js").Translate} t
 * @param {{name: string, unit: string, begins: string, own: ArrayLike<number>, drawn: ArrayLike<number>,
 *   run: ArrayLike<number>, from: number, month: number}} picture
 */
export function predictionSentence(t, picture) {
  const { name, unit, begins, own, drawn, run, from, month } = picture;
  const { direction, size, time, months } = judge(picture);
  const far = (line) => measure(t, Math.abs(line[month] - own[month]), unit, (gap) => number(gap, unit, line[month]));
  const slots = {
    name, months,
    from: monthName(t, begins, from),
    moved: measure(t, Math.abs(run[month] - run[from]), unit, (gap) => number(gap, unit, run[month])),
    month: monthName(t, begins, month),
    drawn: measure(t, drawn[month], unit),
    run: measure(t, run[month], unit),
    was: measure(t, own[month], unit),
    mine: far(drawn),
    theirs: far(run),
  };
  const side = run[month] > own[month] ? "above" : "below";
  const kinds = { missed: side, wrong: side, level: course(picture) };
  const parts = ["told", direction in kinds ? `${direction}.${kinds[direction]}` : direction];
  if (size) parts.push(`size.${size}`, `time.${time}`);
  return parts.map((part) => t(`more.predict.${part}`, slots)).reduce((one, other) => t("more.predict.join", { one, other }));
}

/**
 * The first of some names that a text speaks of: one that it spells out before one that it shortens.
 * @param {string[]} words bold words of a question, as its author wrote them
 * @param {{key: string, name: string}[]} names
 * @returns {string | undefined} its key
 */
export function meant(words, names) {
  const plain = (text) => text.toLowerCase().trim();
  const all = words.map(plain).filter(Boolean);
  const tests = [(name, word) => name === word, (name, word) => name.endsWith(word), (name, word) => name.includes(word)];
  for (const word of all) {
    for (const test of tests) {
      const found = names.find(({ name }) => test(plain(name), word));
      if (found) return found.key;
    }
  }
  return undefined;
}
