/**
 * Numbers drawn from the range of each parameter, and what many runs say together. Pure: it knows no page.
 * The twin of model/analyses/communities.py; a test holds the two together.
 */

/** Enough that a share of them is good to about two in a hundred, and few enough for a phone. */
export const MEMBERS = 500;
const SEED = 2023;
/** A band holds four fifths of the lines. */
const [LOW, HIGH] = [0.1, 0.9];

/** Mulberry32: small, repeatable, the same in every language. */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Sets of parameters, each number anywhere between its low and its high; the same for everyone.
 * @param {string[]} names in the order in which a set holds them
 * @param {Record<string, number>} parameters the place's own values
 * @param {Record<string, [number, number]>} ranges
 * @param {number} [count]
 * @returns {Float64Array} count sets, one after the other
 */
export function draws(names, parameters, ranges, count = MEMBERS) {
  const next = chance(SEED);
  const drawn = Object.entries(ranges).map(([name, [low, high]]) => [names.indexOf(name), low, high - low]);
  const sets = new Float64Array(count * names.length);
  const own = names.map((name) => parameters[name]);
  for (let from = 0; from < sets.length; from += names.length) {
    sets.set(own, from);
    for (const [at, low, width] of drawn) sets[from + at] = low + next() * width;
  }
  return sets;
}

/**
 * Put in its place the value that would stand there if all were sorted: no larger before, no smaller after.
 * A guess near that value leaves little to do after the first round.
 */
function settle(values, at, left, right, guess = values[at]) {
  let pivot = guess;
  while (left < right) {
    let [up, down] = [left, right];
    while (up <= down) {
      while (up <= right && values[up] < pivot) up += 1;
      while (down >= left && values[down] > pivot) down -= 1;
      if (up > down) break;
      const swapped = values[up];
      values[up] = values[down];
      values[down] = swapped;
      up += 1;
      down -= 1;
    }
    if (down < at) left = up;
    if (at < up) right = down;
    pivot = values[at];
  }
}

/**
 * The value below which a share lies, between the two nearest; the values are put in another order.
 * @param {Float64Array} values none of them may be NaN
 * @param {number} part
 * @param {number} [end] values from here on are known to be larger
 * @param {number} [guess] a number near the answer
 */
export function quantile(values, part, end = values.length, guess = undefined) {
  const along = part * (values.length - 1);
  const before = Math.floor(along);
  settle(values, before, 0, end - 1, guess);
  let after = before + 1 < values.length ? Infinity : values[before];
  for (let at = before + 1; at < values.length; at += 1) if (values[at] < after) after = values[at];
  return values[before] + (after - values[before]) * (along - before);
}

/**
 * The band that holds four fifths of the lines, month by month.
 * @param {Float64Array} months what all lines are in the first month, then in the next, …
 * @param {number} count of lines
 * @param {{low: Float64Array, high: Float64Array}} into
 * @param {number} from where the first month stands in it
 */
export function band(months, count, into, from) {
  const column = new Float64Array(count);
  let [low, high] = [undefined, undefined];
  for (let at = 0; at * count < months.length; at += 1) {
    column.set(months.subarray(at * count, (at + 1) * count));
    into.high[from + at] = high = quantile(column, HIGH, count, high);
    into.low[from + at] = low = quantile(column, LOW, Math.floor(HIGH * (count - 1)), low);
  }
  return into;
}

/**
 * In how many of the pairs of runs a value is larger, and in how many smaller.
 * @param {ArrayLike<number>} values
 * @param {ArrayLike<number>} references
 * @param {number} least a difference smaller than this is none
 */
export function agreement(values, references, least) {
  let [above, below] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const change = values[at] - references[at];
    if (change >= least) above += 1;
    else if (change <= -least) below += 1;
  }
  return { above, below, count: values.length };
}
