/**
 * One line for each dimension: the equal-weight mean of its members on 0–1.
 * The twin of model/analyses/dimensions.py; a test holds the two together.
 */

/**
 * @typedef {{key: string, dimension: string, unit: string, highest: number | null,
 *   reversed: boolean}} Quantity
 * @typedef {Record<string, ArrayLike<number>>} Run one array of months for each quantity
 */

export const DIMENSIONS = ["value", "resource", "interaction", "outcome"];

/** A counted quantity is full at this many times the most that the place's own history reached. */
export const HEADROOM = 2;

/**
 * The members of a dimension.
 * @param {Quantity[]} quantities
 * @param {string} dimension
 */
export function membersOf(quantities, dimension) {
  return quantities.filter((one) => one.dimension === dimension && one.member);
}

/**
 * What counts as 1 for each quantity.
 * @param {Quantity[]} quantities
 * @param {Run} own the place's own history
 * @returns {Record<string, number>}
 */
export function ceilings(quantities, own) {
  const full = {};
  for (const { key, highest } of quantities) {
    full[key] = highest ?? (HEADROOM * Math.max(...own[key]) || 1);
  }
  return full;
}

/**
 * A member's value on 0–1, turned round where less of it is better.
 * @param {Quantity} quantity
 * @param {number} value
 * @param {number} full
 */
export function share({ reversed }, value, full) {
  const part = Math.min(1, Math.max(0, value / full));
  return reversed ? 1 - part : part;
}

/**
 * The four lines of a run.
 * @param {Quantity[]} quantities
 * @param {Run} run
 * @param {Record<string, number>} full
 * @returns {Record<string, Float64Array>}
 */
export function dimensionLines(quantities, run, full) {
  const lines = {};
  for (const dimension of DIMENSIONS) {
    const members = membersOf(quantities, dimension);
    const line = new Float64Array(run[members[0].key].length);
    for (const member of members) {
      const values = run[member.key];
      const ceiling = full[member.key];
      for (let month = 0; month < line.length; month += 1) {
        line[month] += share(member, values[month], ceiling) / members.length;
      }
    }
    lines[dimension] = line;
  }
  return lines;
}

/**
 * The member of all dimensions whose share differs most from history at a month.
 * @param {Quantity[]} quantities
 * @param {Run} own
 * @param {Run} run
 * @param {Record<string, number>} full
 * @param {number} month
 * @returns {{quantity: Quantity, change: number}}
 */
export function largestChange(quantities, own, run, full, month) {
  let found = { quantity: quantities[0], change: 0 };
  for (const quantity of quantities.filter((one) => one.member)) {
    const key = quantity.key;
    const change = share(quantity, run[key][month], full[key]) - share(quantity, own[key][month], full[key]);
    if (Math.abs(change) > Math.abs(found.change)) found = { quantity, change };
  }
  return found;
}
