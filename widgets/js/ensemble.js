/**
 * How sure a run is: the same plan with other numbers, drawn from the range of each parameter.
 * A few runs at a time, so that a thumb never waits. Pure: it knows no page.
 */

/** Enough runs that the tenth and the ninetieth of a hundred stand still to a pixel or two. */
export const DRAWS = 60;
const SEED = 2023;
const [LOW, HIGH] = [0.1, 0.9];

/** Mulberry32: small, repeatable, good enough for sixty draws. */
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
 * @param {Record<string, number>} parameters the place's own values
 * @param {Record<string, [number, number]>} ranges
 * @param {number} [count]
 * @returns {Record<string, number>[]}
 */
export function draws(parameters, ranges, count = DRAWS) {
  const next = chance(SEED);
  return Array.from({ length: count }, () => {
    const drawn = { ...parameters };
    for (const [name, [low, high]] of Object.entries(ranges)) drawn[name] = low + next() * (high - low);
    return drawn;
  });
}

/**
 * The value below which a share of sorted values lies, between the two nearest.
 * @param {ArrayLike<number>} sorted
 * @param {number} part
 */
export function quantile(sorted, part) {
  const at = part * (sorted.length - 1);
  const before = Math.floor(at);
  const after = Math.min(before + 1, sorted.length - 1);
  return sorted[before] + (sorted[after] - sorted[before]) * (at - before);
}

/**
 * The band that holds four fifths of the lines, month by month.
 * @param {ArrayLike<number>[]} lines
 * @returns {{low: Float64Array, high: Float64Array}}
 */
export function band(lines) {
  const months = lines[0].length;
  const [low, high] = [new Float64Array(months), new Float64Array(months)];
  const column = new Float64Array(lines.length);
  for (let month = 0; month < months; month += 1) {
    for (let line = 0; line < lines.length; line += 1) column[line] = lines[line][month];
    column.sort();
    low[month] = quantile(column, LOW);
    high[month] = quantile(column, HIGH);
  }
  return { low, high };
}

/**
 * In how many of the pairs of runs a line lies above, and in how many below, at a month.
 * @param {ArrayLike<number>[]} lines
 * @param {ArrayLike<number>[]} references
 * @param {number} month
 * @param {number} least a difference smaller than this is none
 */
export function agreement(lines, references, month, least) {
  let [above, below] = [0, 0];
  lines.forEach((line, index) => {
    const change = line[month] - references[index][month];
    if (change >= least) above += 1;
    else if (change <= -least) below += 1;
  });
  return { above, below, count: lines.length };
}

/**
 * Runs that are made a few at a time and can be given up.
 * @param {{run: (parameters: object) => Record<string, Float64Array>, sets: object[],
 *   keep: (run: Record<string, Float64Array>) => Record<string, ArrayLike<number>>,
 *   later: (work: () => void) => void, done: (lines: Record<string, ArrayLike<number>[]>) => void,
 *   spend: number, clock: () => number}} options spend is the time at once, in milliseconds
 * @returns {() => void} gives the work up
 */
export function gather({ run, sets, keep, later, done, spend, clock }) {
  const lines = {};
  let at = 0;
  let wanted = true;
  function work() {
    const started = clock();
    while (wanted && at < sets.length && clock() - started < spend) {
      for (const [name, line] of Object.entries(keep(run(sets[at])))) (lines[name] ??= []).push(line);
      at += 1;
    }
    if (!wanted) return;
    if (at < sets.length) later(work);
    else done(lines);
  }
  later(work);
  return () => { wanted = false; };
}
