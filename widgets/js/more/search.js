/**
 * The best plans for a sum of money: from those that were found when the book was built, a search
 * that goes on in the reader's browser, under the reader's own limit. Pure: it knows no page.
 *
 * A plan is a row of digits, one for each lever that the place really had: which of its named levels.
 */

import { chance } from "../ensemble.js";
import { resolve, valueAt } from "../plan.js";
import { planFrom, shocksFrom } from "../resume.js";
import { bill } from "./cost.js";

/** @typedef {{digits: string, moves: number, cost: number, peak: number, values: Record<string, number>}} Trial */

const SEED = 2023;
/** The most plans that are shown. */
export const MOST = 100;
/** A new plan differs from a good one by one lever, or as often by two; now and then one goes back to as it was. */
const TWICE = 0.5;
const BACK = 0.3;
/** Differences finer than this, as part of a whole, count as none: then the plan that moves fewer levers is better. */
const FINE = 0.001;

/** The levers that plans move. */
export const moving = (place) => place.levers.filter((lever) => lever.shown);

/**
 * What the digits say, as the reader's changes: only levers that stand elsewhere than they would.
 * @param {any} place
 * @param {string} digits
 * @param {number} begins
 */
export function changesOf(place, digits, begins) {
  const changes = {};
  moving(place).forEach((lever, index) => {
    const value = lever.levels[digits[index]][1];
    if (value !== valueAt(place.plan[lever.key], begins, lever.value)) changes[lever.key] = begins ? { [begins]: value } : value;
  });
  return changes;
}

/** The digits nearest to the place as it would go on. */
export function ownDigits(place, begins) {
  return moving(place).map((lever) => {
    const gaps = lever.levels.map(([, value]) => Math.abs(value - valueAt(place.plan[lever.key], begins, lever.value)));
    return gaps.indexOf(Math.min(...gaps));
  }).join("");
}

/**
 * A function that tries a plan: only the months after the change are run.
 * @param {{place: any, own: Record<string, Float64Array>, simulate: Function, shocks: object[], begins: number}} given
 * @returns {(digits: string) => Trial}
 */
export function trials({ place, own, simulate, shocks, begins }) {
  const months = place.months - begins;
  const start = Object.fromEntries(Object.keys(place.start).map((name) => [name, own[name][begins]]));
  const rest = Object.fromEntries(place.levers.map((lever) => [lever.key, lever.value]));
  const left = shocksFrom(shocks, begins);
  const keys = place.quantities.map((one) => one.key);
  return (digits) => {
    const changes = changesOf(place, digits, begins);
    const plan = planFrom(resolve(place.plan, changes, rest), begins);
    const run = simulate({ parameters: place.parameters, start, plan, shocks: left, months });
    const { all, peak } = bill(run.money_spent, 0);
    return { digits, moves: Object.keys(changes).length, cost: all, peak, values: Object.fromEntries(keys.map((key) => [key, run[key][months]])) };
  };
}

/** Whether a plan keeps the limits; a limit of Infinity is none. */
export const keeps = ({ cost, peak }, { all, month }) => cost <= all && peak <= month;

/** In how many fine steps a number is counted: of a share, or of the largest of some numbers. */
function counted(values, unit) {
  const step = FINE * (unit === "1" ? 1 : Math.max(...values.map(Math.abs)) || 1);
  return values.map((value) => Math.round(value / step));
}

/**
 * Of some plans those that keep the limits and that no other betters noticeably in cost and two outcomes at once.
 * @param {Trial[]} tried
 * @param {{key: string, unit: string, reversed: boolean}[]} axes less of a reversed outcome is better
 * @param {{all: number, month: number}} limits
 * @returns {Trial[]} the cheapest first
 */
export function frontier(tried, axes, limits) {
  const kept = tried.filter((one) => keeps(one, limits));
  const cost = counted(kept.map((one) => one.cost));
  const [x, y] = axes.map(({ key, unit, reversed }) => counted(kept.map(({ values }) => (reversed ? -values[key] : values[key])), unit));
  const rows = kept.map((one, at) => ({ one, cost: cost[at], x: x[at], y: y[at] }));
  rows.sort((a, b) => a.cost - b.cost || b.x - a.x || b.y - a.y || a.one.moves - b.one.moves);
  const best = [];
  for (const row of rows) if (!best.some((other) => other.x >= row.x && other.y >= row.y)) best.push(row);
  return best.map((row) => row.one).sort((a, b) => a.cost - b.cost);
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
   * @param {{place: any, attempt: (digits: string) => Trial, first: string[], axes: any[], limits: any}} given
   *   first are the plans to begin with, the place as it was before all others
   */
  constructor({ place, attempt, first, axes, limits }) {
    Object.assign(this, { attempt, axes, limits, own: first[0] });
    this.sizes = moving(place).map((lever) => lever.levels.length);
    this.next = chance(SEED);
    this.tried = new Map();
    this.waiting = [...new Set(first)].reverse();
    this.front = [];
    this.stale = true;
  }

  pick(count) {
    return Math.floor(this.next() * count);
  }

  neighbour(digits) {
    const changed = [...digits];
    for (let times = this.next() < TWICE ? 2 : 1; times > 0; times -= 1) {
      const at = this.pick(changed.length);
      changed[at] = this.next() < BACK ? this.own[at] : String(this.pick(this.sizes[at]));
    }
    return changed.join("");
  }

  /** The front as far as it is known. */
  best() {
    if (this.stale) this.front = frontier([...this.tried.values()], this.axes, this.limits);
    this.stale = false;
    return this.front;
  }

  /** Try one more plan: a waiting one, or a neighbour of a good one; where none is good, of a cheap one. */
  step() {
    const known = this.waiting.pop() ?? this.neighbour(this.parent());
    if (this.tried.has(known)) return;
    const trial = this.attempt(known);
    this.tried.set(known, trial);
    this.stale ||= keeps(trial, this.limits);
  }

  parent() {
    const front = this.tried.size % 8 === 0 || !this.front.length ? this.best() : this.front;
    if (front.length) return front[this.pick(front.length)].digits;
    return [...this.tried.values()].reduce((least, one) => (one.cost < least.cost ? one : least)).digits;
  }

  /** Go on under other limits or for other outcomes; what was tried is not tried again. */
  turn({ axes = this.axes, limits = this.limits }) {
    Object.assign(this, { axes, limits, stale: true });
  }
}
