/**
 * Which single assumption would turn a comparison round: every number that has a range is set to either end
 * of it, in all communities. The twin of model/analyses/weakpoints.py, which says how; a test holds the two together.
 */

import { Communities } from "../communities.js";
import { MODEL } from "../engine.js";
import { countsOf } from "./contest.js";

/** So many, those that go most with the difference, are tried before all others: something is known soon. */
const FIRST = 3;
/** In so many communities every end is tried, in so many those that move something, and so many ends in all. */
const HANDFUL = 5;
const SAMPLE = 25;
const NEAREST = 10;
/** An end moves something where it changes a difference by such a part of the usual one, or of one that counts. */
const FAINT = 0.05;
/** About such a part of all ends move something: so much of the work is reckoned for them. */
const MOVING = 0.2;

const WIDTH = MODEL.parameters.length;
/** A line that differences follow is kept as three numbers. */
const LINE = 3;

/**
 * @typedef {{assumption: string, value: number}} End of a range
 * @typedef {{key: string, month: number, majority: number}} About the majority of an outcome in a month, −1 or 1
 * @typedef {{assumption: string, value: number, better_then: number, worse_then: number, lead: number,
 *   turned: boolean}} Attempt
 * @typedef {Attempt & {tried: number, others: number}} Hanging how many assumptions were tried, and how many others
 *   are known to turn it as well
 * @typedef {{part: number, attempts: Attempt[]}} Told how far the search is, from 0 to 1, and what it has found
 */

/** The places that values would have if they were sorted, from 1; equal ones share theirs. */
export function ranks(values) {
  const order = [...values.keys()].sort((a, b) => values[a] - values[b]);
  const found = new Float64Array(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]] === values[order[from]]) to += 1;
    for (let at = from; at < to; at += 1) found[order[at]] = (from + to + 1) / 2;
  }
  return found;
}

/** How two rows of numbers go together: their means, how much the first varies, and how much both do together. */
function moments(one, other) {
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    a += one[at] / one.length;
    b += other[at] / one.length;
  }
  for (let at = 0; at < one.length; at += 1) {
    aa += (one[at] - a) ** 2;
    bb += (other[at] - b) ** 2;
    ab += (one[at] - a) * (other[at] - b);
  }
  return { a, b, aa, bb, ab };
}

/** Do some work, telling at each stop how far the whole is. */
function* through(work, told) {
  let step = work.next();
  for (; !step.done; step = work.next()) yield told;
  return step.value;
}

/**
 * The attempt that took most away; the first of equals.
 * @param {Attempt[]} attempts
 * @returns {Attempt | undefined}
 */
export const furthest = ([first, ...rest]) => rest.reduce((least, one) => (one.lead < least.lead ? one : least), first);

export class WeakPoints {
  /** @param {import("./contest.js").Contest} contest that has been played */
  constructor(contest) {
    const { place } = contest;
    this.contest = contest;
    this.ends = Object.entries(place.ranges).flatMap(([assumption, range]) => range.map((value) => ({ assumption, value })));
    this.moves = new Map();
    this.lines = new Map();
    this.counts = new Map();
    /** By outcome and month: what differs in the sample with the numbers that were drawn. */
    this.bases = null;
  }

  /**
   * Look for the assumption on which a majority hangs most. What has been worked out is kept, for all outcomes and months.
   * @param {string} key of the outcome
   * @param {number} month
   * @returns {Generator<Told, Hanging | null>} null where there is no majority
   */
  *search(key, month) {
    const { better, worse } = this.contest.counts(key, month);
    const majority = Math.sign(better - worse);
    if (!majority || !this.ends.length) return null;
    const { count } = this.contest.communities;
    const about = { key, month, majority };
    const told = { part: 0, attempts: [] };
    const whole = (FIRST + NEAREST) * count + this.ends.length * (HANDFUL + MOVING * SAMPLE);
    yield* this.tryAll(yield* through(this.strongest(about), told), about, told, count / whole);
    this.bases ??= yield* through(this.base(), told);
    for (const end of this.ends) {
      yield* through(this.probed(end), told);
      told.part += HANDFUL / whole;
    }
    const moving = this.moving(about);
    for (const end of moving) {
      yield* through(this.sampled(end), told);
      told.part += (MOVING * SAMPLE * this.ends.length) / moving.length / whole;
    }
    yield* this.tryAll(yield* through(this.nearest(moving, about), told), about, told, count / whole);
    const found = furthest(told.attempts);
    const turning = new Set(told.attempts.filter(({ turned }) => turned).map(({ assumption }) => assumption));
    turning.delete(found.assumption);
    return { ...found, tried: this.ends.length / 2, others: turning.size };
  }

  /** Set one assumption after the other to an end of its range, in all communities. */
  *tryAll(ends, { key, month, majority }, told, share) {
    for (const end of ends) {
      const counts = yield* through(this.counted(end), told);
      const { better, worse } = counts[key][month - this.contest.from];
      const lead = majority * (better - worse);
      told.attempts.push({ ...end, better_then: better, worse_then: worse, lead, turned: lead <= 0 });
      told.part += share;
    }
  }

  /** The assumptions whose draws go most with the ranks of a difference, each at the end that speaks against the majority. */
  *strongest({ key, month, majority }) {
    const { contest } = this;
    const { sets } = contest.communities;
    const found = ranks(contest.differences(key, month).map((value) => value * contest.sign(key)));
    const links = [];
    for (const [assumption, range] of Object.entries(contest.place.ranges)) {
      const at = MODEL.parameters.indexOf(assumption);
      const { aa, bb, ab } = moments(found.map((_, member) => sets[member * WIDTH + at]), found);
      links.push({ assumption, range, link: aa && bb ? ab / Math.sqrt(aa * bb) : 0 });
      yield;
    }
    const strongest = links.sort((a, b) => Math.abs(b.link) - Math.abs(a.link)).slice(0, FIRST);
    return strongest.map(({ assumption, range, link }) => ({ assumption, value: range[link * majority > 0 ? 0 : 1] }));
  }

  /** The ends that move something in a handful of communities. */
  moving({ key, month }) {
    const at = month - this.contest.from;
    const base = this.bases[key][at].subarray(0, HANDFUL);
    const usual = Math.sqrt(base.reduce((sum, value) => sum + value ** 2, 0) / base.length);
    const faint = FAINT * Math.max(this.contest.least(key), usual);
    return this.ends.filter((end) => this.moves.get(end)[key][at] >= faint);
  }

  /** Those of some ends that seem to take most away from a majority. */
  *nearest(ends, about) {
    const found = this.contest.differences(about.key, about.month);
    const leads = new Map();
    for (const end of ends) {
      leads.set(end, this.lead(end, found, about));
      yield;
    }
    return [...ends].sort((a, b) => leads.get(a) - leads.get(b)).slice(0, NEAREST);
  }

  /** The lead that a majority would have in all communities, as far as the sample tells. */
  lead(end, found, { key, month, majority }) {
    const { contest } = this;
    const at = (month - contest.from) * LINE;
    const sample = found.subarray(0, SAMPLE);
    const [level, slope, sampled] = this.lines.get(end)[key].subarray(at, at + LINE);
    const along = (values) => ahead(contest, key, values.map((value) => level + slope * value));
    return majority * (along(found) + ((sampled - along(sample)) * found.length) / sample.length);
  }

  *base() {
    const { contest } = this;
    const bases = {};
    for (const key of contest.keys) {
      bases[key] = contest.months.map((month) => contest.differences(key, month).slice(0, SAMPLE));
      yield;
    }
    return bases;
  }

  /** The most that an end of a range changes a difference in a handful of communities, month by month. */
  *probed(end) {
    if (this.moves.has(end)) return;
    const { contest, bases } = this;
    const spreads = yield* this.altered(end, HANDFUL);
    this.moves.set(end, Object.fromEntries(contest.keys.map((key) => [key, contest.months.map((month, at) => {
      const then = contest.differences(key, month, spreads);
      return Math.max(...then.map((value, member) => Math.abs(value - bases[key][at][member])));
    })])));
  }

  /** What an end of a range does in the sample, month by month: the line that differences follow, and which plan is ahead. */
  *sampled(end) {
    if (this.lines.has(end)) return;
    const { contest } = this;
    const spreads = yield* this.altered(end, SAMPLE);
    const lines = {};
    for (const key of contest.keys) {
      lines[key] = Float64Array.from(contest.months.flatMap((month, at) => {
        const then = contest.differences(key, month, spreads);
        const { a, b, aa, ab } = moments(this.bases[key][at], then);
        const slope = aa ? ab / aa : 0;
        return [b - slope * a, slope, ahead(contest, key, then)];
      }));
      yield;
    }
    this.lines.set(end, lines);
  }

  /** In how many communities each plan is better with an assumption at an end of its range, month by month. */
  *counted({ assumption, value }) {
    const { contest } = this;
    const id = `${assumption} ${value}`;
    if (!this.counts.has(id)) {
      const spreads = yield* this.altered({ assumption, value }, contest.communities.count);
      const found = {};
      for (const key of contest.keys) {
        found[key] = contest.months.map((month) => contest.counts(key, month, spreads));
        yield;
      }
      this.counts.set(id, found);
    }
    return this.counts.get(id);
  }

  /** Both plans in the first so many communities, where one assumption has the same value in all. */
  *altered({ assumption, value }, count) {
    const { place, full, plans, from, keys, communities } = this.contest;
    const changed = communities.sets.slice(0, count * WIDTH);
    for (let at = MODEL.parameters.indexOf(assumption); at < changed.length; at += WIDTH) changed[at] = value;
    return yield* new Communities(place, full, changed, []).spreads(plans, from, keys);
  }
}

/** In how many more communities the one plan is better than in how many it is worse. */
function ahead(contest, key, differences) {
  const { better, worse } = countsOf(differences, contest.sign(key), contest.least(key));
  return better - worse;
}
