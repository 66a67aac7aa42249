/**
 * The best plans for a sum of money: from those that were found when the book was built, a search
 * that goes on in the reader's browser, under the reader's own limit. Pure: it knows no page.
 */

import { chance } from "../ensemble.js";
import { resolve } from "../plan.js";
import { planFrom, shocksFrom } from "../resume.js";
import { bill } from "./cost.js";
import { FINEST, changesOf, moving, sign, standing, standsOf } from "./stands.js";

/**
 * @typedef {{signs: string, moves: number, between: number, cost: number, peak: number, values: Record<string, number>}} Trial
 *   moves counts the levers that are moved, between those of them that stand at no named level
 * @typedef {{key: string, unit: string, reversed: boolean}} Axis less of a reversed outcome is better
 */

const SEED = 2023;
/** The most plans that are shown. */
export const MOST = 100;
/**
 * A new plan differs from a good one by one lever, or as often by two: now and then one goes back to as it was,
 * more often one goes on to what lies beside, or anywhere.
 */
const TWICE = 0.5;
const BACK = 0.3;
const BESIDE = 0.6;
/**
 * Differences finer than this, as part of a whole, count as none: then the plan that moves fewer levers is
 * better. Where this leaves few plans, finer ones count too, step by step, as far as numbers are more than dust.
 */
const [COARSE, FINE, FINER] = [0.004, 1e-6, 0.8];

/**
 * A function that tries a plan: only the months after the change are run.
 * @param {{place: any, own: Record<string, Float64Array>, simulate: Function, shocks: object[], begins: number}} given
 * @returns {(signs: string) => Trial}
 */
export function trials({ place, own, simulate, shocks, begins }) {
  const months = place.months - begins;
  const start = Object.fromEntries(Object.keys(place.start).map((name) => [name, own[name][begins]]));
  const rest = Object.fromEntries(place.levers.map((lever) => [lever.key, lever.value]));
  const left = shocksFrom(shocks, begins);
  const keys = place.quantities.map((one) => one.key);
  return (signs) => {
    const changes = changesOf(place, signs, begins);
    const plan = planFrom(resolve(place.plan, changes, rest), begins);
    const run = simulate({ parameters: place.parameters, start, plan, shocks: left, months });
    const { all, peak } = bill(run.money_spent, 0);
    const between = standing(place, signs).filter(({ parts }) => parts > 1).length;
    const values = Object.fromEntries(keys.map((key) => [key, run[key][months]]));
    return { signs, moves: Object.keys(changes).length, between, cost: all, peak, values };
  };
}

/** Whether a plan keeps the limits; a limit of Infinity is none. */
export const keeps = ({ cost, peak }, { all, month }) => cost <= all && peak <= month;

/** Cost and outcomes as three numbers of which less is better. */
const judged = ({ cost, values }, axes) => [cost, ...axes.map(({ key, reversed }) => (reversed ? values[key] : -values[key]))];
const noWorse = (one, other) => one[0] <= other[0] && one[1] <= other[1] && one[2] <= other[2];
const simpler = (one, other) => one.moves - other.moves || one.between - other.between;

/** Of rows of three numbers those that no other is no worse than; of equal ones the first. */
function undominated(rows) {
  const best = [];
  const sorted = [...rows].sort((one, other) => one.of[0] - other.of[0] || one.of[1] - other.of[1] || one.of[2] - other.of[2]);
  for (const row of sorted) if (!best.some((other) => noWorse(other.of, row.of))) best.push(row);
  return best;
}

/**
 * Of some plans those that keep the limits and that no other betters in cost and two outcomes at once.
 * @param {Trial[]} tried
 * @param {Axis[]} axes
 * @param {{all: number, month: number}} limits
 * @returns {Trial[]} the cheapest first
 */
export function frontier(tried, axes, limits) {
  const kept = tried.filter((one) => keeps(one, limits)).sort(simpler);
  return undominated(kept.map((one) => ({ one, of: judged(one, axes) }))).map((row) => row.one);
}

/** How three numbers are counted in steps of a fineness: of a share, or of the largest that some plans have. */
function counting(front, axes, fine) {
  const largest = (at) => Math.max(...front.map((one) => Math.abs(judged(one, axes)[at]))) || 1;
  const steps = [largest(0), ...axes.map(({ unit }, at) => (unit === "1" ? 1 : largest(at + 1)))].map((whole) => whole * fine);
  return (one) => judged(one, axes).map((value, at) => Math.round(value / steps[at]));
}

/**
 * The plans to choose from: as coarsely told apart as leaves enough of them; of those that then come to
 * the same the one that moves fewest levers. What a plan of the front betters comes to the same as it, or is worse.
 * @param {Trial[]} tried
 * @param {Trial[]} front those of them that none betters
 * @param {Axis[]} axes
 * @param {{all: number, month: number}} limits
 * @returns {Trial[]} the cheapest first
 */
export function apart(tried, front, axes, limits, most = MOST) {
  let best = [];
  let counted = null;
  for (let fine = COARSE; best.length < Math.min(most, front.length) && fine >= FINE; fine *= FINER) {
    counted = counting(front, axes, fine);
    best = undominated(front.map((one) => ({ one, of: counted(one) })));
  }
  const chosen = new Map(best.map(({ one, of }) => [String(of), one]));
  for (const one of best.length ? tried.filter((other) => keeps(other, limits)) : []) {
    const cell = String(counted(one));
    if (chosen.has(cell) && simpler(one, chosen.get(cell)) < 0) chosen.set(cell, one);
  }
  return [...chosen.values()].sort((one, other) => one.cost - other.cost);
}

/**
 * No more plans than can be shown: those that lie furthest from their neighbours, ends always.
 * @param {Trial[]} front the cheapest first
 * @param {{key: string}[]} axes
 */
export function thinned(front, axes, most = MOST) {
  if (front.length <= most) return front;
  const room = new Map(front.map((one) => [one, 0]));
  for (const of of [(one) => one.cost, ...axes.map(({ key }) => (one) => one.values[key])]) {
    const sorted = [...front].sort((a, b) => of(a) - of(b));
    const span = of(sorted.at(-1)) - of(sorted[0]) || 1;
    sorted.forEach((one, at) => {
      const edge = at === 0 || at === sorted.length - 1;
      room.set(one, room.get(one) + (edge ? Infinity : (of(sorted[at + 1]) - of(sorted[at - 1])) / span));
    });
  }
  const kept = new Set([...front].sort((a, b) => room.get(b) - room.get(a)).slice(0, most));
  return front.filter((one) => kept.has(one));
}

/** A search that is made a few plans at a time; the same plans for everyone. */
export class Search {
  /**
   * @param {{place: any, attempt: (signs: string) => Trial, first: string[], axes: Axis[], limits: any}} given
   *   first are the plans to begin with, the place as it was before all others
   */
  constructor({ place, attempt, first, axes, limits }) {
    Object.assign(this, { attempt, axes, limits, own: first[0] });
    this.stands = moving(place).map(standsOf);
    this.next = chance(SEED);
    this.tried = new Map();
    this.waiting = [...new Set(first)].reverse();
    this.turn({});
  }

  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  neighbour(signs) {
    const changed = [...signs];
    for (let times = this.next() < TWICE ? 2 : 1; times > 0; times -= 1) {
      const at = this.pick([...changed.keys()]);
      changed[at] = this.next() < BACK ? this.own[at] : this.moved(at, changed[at]);
    }
    return changed.join("");
  }

  /** Where else a lever may go from where it stands. */
  moved(at, now) {
    const all = this.open[at];
    const beside = [all.findLast((one) => one < now), all.find((one) => one > now)].filter(Boolean);
    return this.pick(this.next() < BESIDE ? beside : all) ?? now;
  }

  /** Try one more plan: a waiting one, or a neighbour of a good one; where none is good, of a cheap one. */
  step() {
    const known = this.waiting.pop() ?? this.neighbour(this.parent());
    if (this.tried.has(known)) return;
    const trial = this.attempt(known);
    this.tried.set(known, trial);
    this.chosen = null;
    this.add(trial);
  }

  /** Put a plan on the front, if none there betters it, in place of those that it betters. */
  add(trial) {
    if (!keeps(trial, this.limits)) return;
    const of = judged(trial, this.axes);
    if (this.front.some((other) => noWorse(other.of, of))) return;
    this.front = this.front.filter((other) => !noWorse(of, other.of));
    this.front.push({ one: trial, of });
  }

  parent() {
    if (this.front.length) return this.pick(this.front).one.signs;
    return [...this.tried.values()].reduce((least, one) => (one.cost < least.cost ? one : least)).signs;
  }

  /** The plans to choose from, as far as they are known. */
  best() {
    const front = this.front.map((row) => row.one);
    this.chosen ??= thinned(apart([...this.tried.values()], front, this.axes, this.limits), this.axes);
    return this.chosen;
  }

  /** Go on under other limits or for other outcomes; what was tried is not tried again. */
  turn({ axes = this.axes, limits = this.limits }) {
    Object.assign(this, { axes, limits, chosen: null });
    this.front = frontier([...this.tried.values()], axes, limits).map((one) => ({ one, of: judged(one, axes) }));
    this.set(1);
  }

  /** Set levers as finely as this from now on. */
  set(parts) {
    this.parts = parts;
    this.open = this.stands.map((all) => [...all.keys()].filter((at) => all[at].parts <= parts).map(sign));
  }

  /** Set levers more finely, if they can be; whether they can. */
  finer() {
    if (this.parts >= FINEST) return false;
    this.set(2 * this.parts);
    return true;
  }
}
