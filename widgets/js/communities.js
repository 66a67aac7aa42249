/**
 * The plausible communities of a place: each has its own numbers and its own history, and the same
 * plan runs in all of them. Until a plan begins nothing can differ from that history, so it is
 * computed once and every plan goes on from it. Work is given as generators that pause after each
 * community. Pure: it knows no page.
 */

import { DIMENSIONS, membersOf } from "./dimensions.js";
import { MODEL, course, inputs, packed, turns } from "./engine.js";
import { band, draws } from "./ensemble.js";
import { resolve } from "./plan.js";
import { planFrom, shocksFrom } from "./resume.js";

/** History is followed so many months at a time; more would only take more memory. */
const BLOCK = 24;
/** For so many months histories are kept; readers go back and forth between a few. */
const KEPT = 4;

const STOCKS = MODEL.stocks.map((name) => MODEL.quantities.indexOf(name));

const keysOf = (place) => [...DIMENSIONS, ...place.quantities.map((one) => one.key)];

export class Communities {
  static BLOCK = BLOCK;

  /**
   * @param {any} place the state of a studio
   * @param {Record<string, number>} full what counts as 1 for each quantity
   * @param {Float64Array} [sets] the parameters of one community after the other
   * @param {string[]} [keys] of the lines whose bands are wanted over the place's own history
   */
  constructor(place, full, sets = draws(MODEL.parameters, place.parameters, place.ranges), keys = keysOf(place)) {
    Object.assign(this, { place, full, sets, keys, count: sets.length / MODEL.parameters.length });
    this.rest = Object.fromEntries(place.levers.map((lever) => [lever.key, lever.value]));
    const states = new Float64Array(this.count * STOCKS.length);
    const start = packed(MODEL.stocks, place.start, "start");
    for (let at = 0; at < states.length; at += start.length) states.set(start, at);
    this.known = new Map([[0, { states, past: this.bands() }]]);
  }

  bands(past) {
    const copy = (key, end) => past?.[key][end].slice() ?? new Float64Array(this.place.months + 1);
    return Object.fromEntries(this.keys.map((key) => [key, { low: copy(key, "low"), high: copy(key, "high") }]));
  }

  /** What the levers and shocks of a plan are from a month on. */
  held(plan, shocks, from, months) {
    const whole = resolve(this.place.plan, plan, this.rest);
    return inputs({ plan: planFrom(whole, from), shocks: shocksFrom(shocks, from), months });
  }

  /** Which rows of a run a line is made of, and how each becomes its part of 0–1; null where a row stands for itself. */
  recipe(key, width) {
    const row = (name) => MODEL.quantities.indexOf(name) * width;
    if (!DIMENSIONS.includes(key)) return { row: row(key), parts: null };
    const members = membersOf(this.place.quantities, key);
    return { parts: members.map((one) => ({ row: row(one.key), base: Number(one.reversed), slope: (one.reversed ? -1 : 1) / this.full[one.key] })) };
  }

  /**
   * Run every community for some months.
   * @param {Float64Array} held
   * @param {Float64Array} states where each begins
   * @param {number} months
   * @param {string[]} keys of the lines to keep
   * @param {number} [count] only the first so many
   */
  *stretch(held, states, months, keys, count = this.count) {
    const width = months + 1;
    const values = new Float64Array(MODEL.quantities.length * width);
    const recipes = keys.map((key) => this.recipe(key, width));
    const lines = keys.map(() => new Float64Array(width * count));
    const line = new Float64Array(width);
    const ends = new Float64Array(states.length);
    const turning = turns(held, months);
    for (let member = 0; member < count; member += 1) {
      const begun = member * STOCKS.length;
      course(this.sets, states, held, months, values, member * MODEL.parameters.length, begun, turning);
      for (let index = 0; index < keys.length; index += 1) {
        const { row, parts } = recipes[index];
        if (parts) scatter(mean(parts, values, line), 0, lines[index], member, count, width);
        else scatter(values, row, lines[index], member, count, width);
      }
      for (let at = 0; at < STOCKS.length; at += 1) ends[begun + at] = values[STOCKS[at] * width + months];
      yield;
    }
    return { lines: Object.fromEntries(keys.map((key, index) => [key, lines[index]])), ends };
  }

  /** The communities as they are at a month of their own history, and the bands until then. */
  *prepare(from) {
    let at = Math.max(...[...this.known.keys()].filter((month) => month <= from));
    if (at === from) return this.known.get(from);
    let { states, past } = this.known.get(at);
    past = this.bands(past);
    while (at < from) {
      const months = Math.min(BLOCK, from - at);
      const held = this.held({}, this.place.shocks, at, months);
      const { lines, ends } = yield* this.stretch(held, states, months, this.keys);
      for (const key of this.keys) {
        band(lines[key], this.count, past[key], at);
        yield;
      }
      [states, at] = [ends, at + months];
    }
    this.keep(from, { states, past });
    return this.known.get(from);
  }

  keep(from, found) {
    this.known.set(from, found);
    const [oldest] = [...this.known.keys()].filter((month) => month > 0);
    if (this.known.size > KEPT) this.known.delete(oldest);
  }

  /**
   * Plans side by side in all communities.
   * @param {{plan: object, shocks: object[]}[]} plans
   * @param {number} from the first month at which any of them can differ from the place's own history
   * @param {string[]} keys quantities and dimensions
   * @param {number} [count] only the first so many communities
   * @returns {Generator<undefined, Spread[]>}
   */
  *spreads(plans, from, keys, count = this.count) {
    const { states, past } = yield* this.prepare(from);
    const months = this.place.months - from;
    const found = [];
    for (const { plan, shocks } of plans) {
      const { lines } = yield* this.stretch(this.held(plan, shocks, from, months), states, months, keys, count);
      found.push(new Spread({ lines, from, past, count }));
    }
    return found;
  }
}

/** The mean of some quantities on 0–1; written out, because it is done a million times. */
function mean(parts, values, line) {
  line.fill(0);
  for (const { row, base, slope } of parts) {
    for (let month = 0; month < line.length; month += 1) {
      line[month] += Math.min(1, Math.max(0, base + slope * values[row + month]));
    }
  }
  for (let month = 0; month < line.length; month += 1) line[month] /= parts.length;
  return line;
}

/** Put one community's line among the others, month by month. */
function scatter(values, row, lines, member, count, width) {
  for (let month = 0; month < width; month += 1) lines[month * count + member] = values[row + month];
}

/** What a plan comes to in all communities. */
export class Spread {
  constructor({ lines, from, past, count }) {
    Object.assign(this, { lines, from, past, count });
    this.bands = {};
  }

  has(key) {
    return key in this.lines;
  }

  /** What all communities come to in a month; null before the plan begins. */
  at(key, month) {
    const place = month - this.from;
    return place < 0 ? null : this.lines[key].subarray(place * this.count, (place + 1) * this.count);
  }

  /** The band that holds four fifths of the lines, over the whole run. */
  band(key) {
    return (this.bands[key] ??= band(this.lines[key], this.count, copied(this.past[key]), this.from));
  }
}

const copied = ({ low, high }) => ({ low: low.slice(), high: high.slice() });
