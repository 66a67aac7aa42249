/**
 * How sure the lines are: when a plan runs in all plausible communities, and what the pictures get of it.
 * While a thumb moves a lever, a few communities follow it in every frame; when it rests, all of them.
 */

import { Communities } from "./communities.js";
import { agreement } from "./ensemble.js";
import { Turns } from "./turns.js";

/** How long a plan rests before all communities run, in milliseconds. */
const REST = 60;
/** The first time, the page has better things to do: the histories of all communities have to run. */
const FIRST = 1000;
/** What a frame may spend on communities while a thumb moves, and how few are too few to draw a band. */
const LIVE = 8;
const FEWEST = 30;

export class Sureness {
  /**
   * @param {{place: any, full: Record<string, number>, tell: () => void, turns?: Turns, clock?: () => number}} options
   *   tell is called when something new is known
   */
  constructor({ place, full, tell, turns = new Turns(), clock = () => performance.now() }) {
    Object.assign(this, { place, full, tell, turns, clock });
    this.wanted = false;
    /** What is known of the plan and of the place as it was, pair by pair; null while nothing is. */
    this.pair = null;
    this.owns = null;
    this.asked = new Set();
    this.resting = 0;
    /** Milliseconds that one community took when a few of them last followed a thumb. */
    this.each = LIVE / FEWEST;
    this.giveUp = () => {};
  }

  /** Made when it is first needed: a reader who never asks waits for nothing. */
  get communities() {
    return (this.many ??= new Communities(this.place, this.full));
  }

  /**
   * Any plans in all communities.
   * @param {{plan: object, shocks: object[]}[]} plans
   * @param {number} from the first month at which any of them can differ from the place's own history
   * @param {string[]} keys quantities and dimensions
   * @returns {{result: Promise<import("./communities.js").Spread[]>, giveUp: () => void}} one for each plan
   */
  spreads(plans, from, keys) {
    return this.turns.add(this.communities.spreads(plans, from, keys));
  }

  /** The band of a line, or null while it is not known; what is asked for will be. */
  band(key) {
    const [mine] = this.pairOf(key);
    return mine?.band(key) ?? null;
  }

  /** In how many communities a line lies above the place as it was, and in how many below; null while not known. */
  agreement(key, month, least) {
    const [mine, own] = this.pairOf(key);
    if (!mine || mine.count < this.communities.count) return null;
    const values = mine.at(key, month);
    return values ? agreement(values, own.at(key, month), least) : { above: 0, below: 0, count: mine.count };
  }

  pairOf(key) {
    const fresh = !this.asked.has(key);
    this.asked.add(key);
    if (this.pair?.[0].has(key)) return this.pair;
    if (this.pair && fresh) this.wait(0);
    return [];
  }

  /**
   * Begin again for another plan.
   * @param {{plan: object, shocks: object[]} | null} changes null for the place as it was
   * @param {number} from the first month that can differ from it
   */
  restart(changes, from) {
    this.stop();
    if (!this.wanted) return;
    if (from !== this.from) Object.assign(this, { owns: null, each: LIVE / FEWEST });
    Object.assign(this, { changes, from });
    if (changes && this.many?.known.has(from)) this.follow();
    this.wait(this.many ? REST : FIRST);
  }

  /** Let a few communities follow at once, as many as a frame has time for. */
  follow() {
    const keys = [...this.asked];
    const count = Math.min(this.communities.count, Math.floor(LIVE / this.each));
    if (count < FEWEST || !keys.length) return;
    const began = this.clock();
    const work = this.communities.spreads([this.changes], this.from, keys, count);
    let step = work.next();
    while (!step.done) step = work.next();
    this.pair = step.value;
    this.each = (this.clock() - began) / count;
  }

  wait(rest) {
    this.giveUp();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.gather(), rest);
  }

  async gather() {
    const keys = [...this.asked];
    this.asked = new Set();
    const { result, giveUp } = this.turns.add(this.both(keys), true);
    this.giveUp = giveUp;
    this.pair = await result;
    this.tell();
  }

  /** The plan and the place as it was; the latter is the same for every plan, and kept. */
  *both(keys) {
    const own = { plan: {}, shocks: this.place.shocks };
    if (!keys.every((key) => this.owns?.has(key))) [this.owns] = yield* this.communities.spreads([own], this.from, keys);
    if (!this.changes) return [this.owns, this.owns];
    const [mine] = yield* this.communities.spreads([this.changes], this.from, keys);
    return [mine, this.owns];
  }

  stop() {
    this.giveUp();
    clearTimeout(this.resting);
    this.pair = null;
  }
}
