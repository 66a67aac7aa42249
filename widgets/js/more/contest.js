/**
 * Two plans in all plausible communities of a place: in how many the one is better, and by how much.
 * The twin of model/analyses/ensembles.py; a test holds the two together.
 */

/** A smaller part of what counts as full is no difference: it would print as 0.00 or 0.01. */
const NOTICEABLE = 0.005;

/** @typedef {{better: number, worse: number, same: number}} Counts */

/**
 * @param {Float64Array} differences
 * @param {number} sign 1 where more is better, −1 where less is
 * @param {number} least a difference smaller than this is none
 * @returns {Counts} of the differences
 */
export function countsOf(differences, sign, least) {
  let [better, worse] = [0, 0];
  for (const value of differences) {
    if (value * sign >= least) better += 1;
    else if (value * sign <= -least) worse += 1;
  }
  return { better, worse, same: differences.length - better - worse };
}

export class Contest {
  /**
   * @param {{place: any, full: Record<string, number>, communities: import("../communities.js").Communities}} known
   * @param {{plan: object, shocks: object[]}[]} plans the one and the other
   * @param {number} from the first month at which they can differ from the place's own history
   * @param {string[]} keys of the outcomes
   */
  constructor({ place, full, communities }, plans, from, keys) {
    Object.assign(this, { place, full, communities, plans, from, keys });
    /** Those in which the two can differ. */
    this.months = Array.from({ length: place.months - from + 1 }, (_, at) => from + at);
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
    return countsOf(this.differences(key, month, spreads), this.sign(key), this.least(key));
  }
}
