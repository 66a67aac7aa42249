/**
 * Two plans in all plausible communities of a place: in how many the one is better, by how much, and
 * which assumption would turn that round. The twin of model/analyses/ensembles.py; a test holds the two together.
 */

import { Communities } from "../communities.js";
import { MODEL } from "../engine.js";

/** A smaller part of what counts as full is no difference: it would print as 0.00 or 0.01. */
const NOTICEABLE = 0.005;
/** So many assumptions are set to the end of their range to see whether they turn a comparison round. */
const TRIED = 3;

/**
 * @typedef {{better: number, worse: number, same: number}} Counts
 * @typedef {{assumption: string, value: number, better_then: number, worse_then: number, turned: boolean}} Hanging
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

function correlation(one, other) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [mean(one), mean(other)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    ab += (one[at] - a) * (other[at] - b);
    aa += (one[at] - a) ** 2;
    bb += (other[at] - b) ** 2;
  }
  return aa && bb ? ab / Math.sqrt(aa * bb) : 0;
}

export class Contest {
  /**
   * @param {{place: any, full: Record<string, number>, communities: Communities}} known
   * @param {{plan: object, shocks: object[]}[]} plans the one and the other
   * @param {number} from the first month at which they can differ from the place's own history
   * @param {string[]} keys of the outcomes
   */
  constructor({ place, full, communities }, plans, from, keys) {
    Object.assign(this, { place, full, communities, plans, from, keys });
    this.tried = new Map();
  }

  /** Both plans in all communities; the rest can be asked when this has been gone through. */
  *play() {
    this.spreads = yield* this.communities.spreads(this.plans, this.from, this.keys);
  }

  /** By how much the one lies above the other in each community. */
  differences(key, month, spreads = this.spreads) {
    const [one, other] = spreads.map((spread) => spread.at(key, month));
    return one ? one.map((value, at) => value - other[at]) : new Float64Array(this.communities.count);
  }

  least(key) {
    return NOTICEABLE * this.full[key];
  }

  sign(key) {
    return this.place.quantities.find((one) => one.key === key).reversed ? -1 : 1;
  }

  /** @returns {Counts} */
  counts(key, month, spreads = this.spreads) {
    const gains = this.differences(key, month, spreads).map((value) => value * this.sign(key));
    const better = gains.filter((gain) => gain >= this.least(key)).length;
    const worse = gains.filter((gain) => gain <= -this.least(key)).length;
    return { better, worse, same: gains.length - better - worse };
  }

  /** The assumptions whose draws go most with the ranks of a difference, strongest first. */
  links(key, month) {
    const found = ranks(this.differences(key, month).map((value) => value * this.sign(key)));
    const width = MODEL.parameters.length;
    const drawn = (name) => {
      const at = MODEL.parameters.indexOf(name);
      return found.map((_, member) => this.communities.sets[member * width + at]);
    };
    const all = Object.keys(this.place.ranges).map((name) => ({ name, link: correlation(drawn(name), found) }));
    return all.sort((a, b) => Math.abs(b.link) - Math.abs(a.link));
  }

  /**
   * The assumption on which a majority hangs most: the likeliest are each set, in all communities, to
   * the end of their range that speaks against it. Tells how far it is, a number from 0 to 1.
   * @returns {Generator<number, Hanging | null>}
   */
  *hanging(key, month) {
    const { better, worse } = this.counts(key, month);
    const majority = Math.sign(better - worse);
    if (!majority) return null;
    const attempts = [];
    for (const { name, link } of this.links(key, month).slice(0, TRIED)) {
      const value = this.place.ranges[name][link * majority > 0 ? 0 : 1];
      const spreads = yield* this.altered(name, value, attempts.length);
      const then = this.counts(key, month, spreads);
      const lead = majority * (then.better - then.worse);
      attempts.push({ assumption: name, value, better_then: then.better, worse_then: then.worse, lead, turned: lead <= 0 });
    }
    return attempts.reduce((least, one) => (one.lead < least.lead ? one : least));
  }

  /** Both plans where one assumption has the same value in all communities. */
  *altered(name, value, done) {
    const id = `${name} ${value}`;
    if (!this.tried.has(id)) {
      const { sets, count } = this.communities;
      const changed = sets.slice();
      const width = MODEL.parameters.length;
      for (let at = MODEL.parameters.indexOf(name); at < changed.length; at += width) changed[at] = value;
      const work = new Communities(this.place, this.full, changed, []).spreads(this.plans, this.from, this.keys);
      const steps = count * (this.plans.length + Math.ceil(this.from / Communities.BLOCK));
      let step = work.next();
      for (let made = 0; !step.done; made += 1) {
        yield Math.min(1, (done + made / steps) / TRIED);
        step = work.next();
      }
      this.tried.set(id, step.value);
    }
    return this.tried.get(id);
  }
}
