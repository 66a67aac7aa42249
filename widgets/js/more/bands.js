/**
 * How far the difference that a plan makes spreads over the plausible communities: the same plan and
 * the place's own history run in each of them, and what counts is the difference within each.
 * Made one plan after the other when a comparison rests, and remembered.
 */

import { quantile } from "../ensemble.js";

/** How long a comparison rests before the communities run, in milliseconds. */
const REST = 250;
/** So many bands are remembered, so that a plan which is looked at again has its band at once. */
const REMEMBERED = 12;
/** A band holds four fifths of the communities. */
const [LOW, HIGH] = [0.1, 0.9];
/** So many months of a band are made before whatever else waits may go on. */
const PORTION = 12;

/**
 * The band of a difference, drawn around the place's own line.
 * @param {{at: (key: string, month: number) => Float64Array}} mine a plan in all communities
 * @param {{at: (key: string, month: number) => Float64Array}} theirs the place's own history in the same communities
 * @param {string} key
 * @param {ArrayLike<number>} line the place's own line
 * @param {number} from the first month that can differ
 * @returns {Generator<undefined, {low: Float64Array, high: Float64Array}>}
 */
export function* effect(mine, theirs, key, line, from) {
  const [low, high] = [Float64Array.from(line), Float64Array.from(line)];
  for (let month = from; month < line.length; month += 1) {
    const own = theirs.at(key, month);
    const change = mine.at(key, month).map((value, index) => value - own[index]);
    high[month] += quantile(change, HIGH);
    low[month] += quantile(change, LOW);
    if (month % PORTION === 0) yield;
  }
  return { low, high };
}

export class Bands {
  /**
   * @param {{sureness: any, place: any, lines: Record<string, ArrayLike<number>>, tell: () => void}} options
   *   sureness is a store's; lines are the place's own, by quantity and dimension; tell is called whenever
   *   another plan has its bands
   */
  constructor({ sureness, place, lines, tell }) {
    Object.assign(this, { sureness, place, lines, tell });
    this.known = new Map();
    this.own = null;
    this.wanted = "";
    this.resting = 0;
    this.giveUp = () => {};
  }

  name({ plan, shocks }, from) {
    return JSON.stringify([from, plan, shocks]);
  }

  /**
   * The bands of some plans as far as they are known; the others will be.
   * @param {{plan: object, shocks: object[]}[]} plans
   * @param {number} from the first month at which any of them can differ from the place's own history
   * @returns {(Record<string, {low: Float64Array, high: Float64Array}> | null)[]}
   */
  of(plans, from) {
    const wanted = plans.map((plan) => this.name(plan, from)).join();
    if (wanted !== this.wanted) {
      this.stop();
      this.wanted = wanted;
      this.resting = setTimeout(() => this.gather(plans, from), REST);
    }
    return plans.map((plan) => this.known.get(this.name(plan, from)) ?? null);
  }

  async gather(plans, from) {
    const { wanted } = this;
    for (const plan of plans.filter((one) => !this.known.has(this.name(one, from)))) {
      const { result, giveUp } = this.sureness.turns.add(this.made(plan, from));
      this.giveUp = giveUp;
      const bands = await result;
      if (wanted !== this.wanted) return;
      if (this.known.size >= REMEMBERED) this.known.delete(this.known.keys().next().value);
      this.known.set(this.name(plan, from), bands);
      this.tell();
    }
  }

  *made({ plan, shocks }, from) {
    const { communities } = this.sureness;
    const keys = Object.keys(this.lines);
    if (this.own?.from !== from) {
      const [theirs] = yield* communities.spreads([{ plan: {}, shocks: this.place.shocks }], from, keys);
      this.own = { from, theirs };
    }
    const [mine] = yield* communities.spreads([{ plan, shocks }], from, keys);
    const bands = {};
    for (const key of keys) bands[key] = yield* effect(mine, this.own.theirs, key, this.lines[key], from);
    return bands;
  }

  stop() {
    this.giveUp();
    clearTimeout(this.resting);
    this.wanted = "";
  }
}
