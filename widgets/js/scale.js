/** Numbers to pixels, numbers to text. Pure: no page is touched here. */

/**
 * A straight map from a domain to a range.
 * @param {[number, number]} domain
 * @param {[number, number]} range
 * @returns {(value: number) => number}
 */
export function linear([low, high], [from, to]) {
  const slope = high === low ? 0 : (to - from) / (high - low);
  return (value) => from + (value - low) * slope;
}

/** A rounding error is no reason for another step. */
const SLACK = 1e-9;

/**
 * The smallest 1, 2, 2.5, 5 or 10 times a power of ten at or above a value.
 * @param {number} value
 */
export function roundUp(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].find((one) => value <= one * power * (1 + SLACK)) * power;
}

/**
 * Where the marks of an axis stand, from the end below to the end above.
 * @param {number} low
 * @param {number} high
 * @param {number} count about how many intervals
 * @returns {number[]}
 */
export function ticks(low, high, count) {
  const step = roundUp((high - low) / count);
  const first = Math.floor(low / step + SLACK);
  const last = Math.ceil(high / step - SLACK);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/**
 * The part of 0–1 that several lines need, in tenths, with room around them.
 * @param {ArrayLike<number>[]} lines
 * @param {number} since
 * @param {number} room
 * @returns {[number, number]}
 */
export function tenths(lines, since, room) {
  let [low, high] = [1, 0];
  for (const line of lines) {
    for (let month = since; month < line.length; month += 1) {
      low = Math.min(low, line[month]);
      high = Math.max(high, line[month]);
    }
  }
  return [
    Math.max(0, Math.floor((low - room) * 10 + SLACK) / 10),
    Math.min(1, Math.ceil((high + room) * 10 - SLACK) / 10),
  ];
}

/**
 * Years at which a time axis is marked, as months from the start of the run.
 * @param {string} begins "1988-01"
 * @param {[number, number]} span first and last month drawn
 * @param {number} most how many marks fit
 * @returns {{month: number, year: number}[]}
 */
export function yearTicks(begins, [since, months], most) {
  const [year, month] = begins.split("-").map(Number);
  const years = (months - since) / 12;
  const step = [1, 2, 5, 10, 20, 25, 50].find((one) => years / one <= most) ?? 100;
  const first = Math.ceil((year + (since + month - 1) / 12) / step) * step;
  const marks = [];
  for (let mark = first; ; mark += step) {
    const at = (mark - year) * 12 - (month - 1);
    if (at > months) return marks;
    marks.push({ month: at, year: mark });
  }
}

/**
 * The months at which a line is drawn: no more than fit, always the first and the last.
 * @param {number} since
 * @param {number} months
 * @param {number} most
 * @returns {number[]}
 */
export function samples(since, months, most) {
  const step = Math.max(1, Math.ceil((months - since) / Math.max(2, most)));
  const chosen = [];
  for (let month = since; month < months; month += step) chosen.push(month);
  chosen.push(months);
  return chosen;
}

/** A place in a picture to the tenth of a pixel; four times as fast as toFixed, which a thumb feels. */
function place(at) {
  const tenths = Math.round(at * 10);
  return tenths < 0 ? (tenths / 10).toFixed(1) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/**
 * The `d` of a line through values.
 * @param {ArrayLike<number>} values one a month
 * @param {number[]} chosen months drawn
 * @param {(month: number) => number} x
 * @param {(value: number) => number} y
 */
export function linePath(values, chosen, x, y) {
  let path = "";
  for (const month of chosen) {
    path += `${path ? "L" : "M"}${place(x(month))} ${place(y(values[month]))}`;
  }
  return path;
}

/**
 * The `d` of the surface between two lines.
 * @param {ArrayLike<number>} upper
 * @param {ArrayLike<number>} lower
 * @param {number[]} chosen
 * @param {(month: number) => number} x
 * @param {(value: number) => number} y
 */
export function areaPath(upper, lower, chosen, x, y) {
  let path = linePath(upper, chosen, x, y);
  for (let index = chosen.length - 1; index >= 0; index -= 1) {
    const month = chosen[index];
    path += `L${place(x(month))} ${place(y(lower[month]))}`;
  }
  return `${path}Z`;
}

const WHOLE = new Set(["person", "task", "household", "organisation", "month"]);

/**
 * How many decimals a number of this size and unit deserves.
 * @param {number} size
 * @param {string} unit
 */
export function decimals(size, unit) {
  if (unit === "1") return 2;
  if (WHOLE.has(unit) || size >= 100) return 0;
  return size >= 10 ? 1 : 2;
}

/**
 * A number without its sign, its thousands set apart.
 * @param {number} value
 * @param {number} digits
 */
export function fixed(value, digits) {
  const [whole, part] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part ? `${grouped}.${part}` : grouped;
}

/** The text of a value's size with its minus; what is printed as nothing has none. */
export const negative = (value, text) => (value < 0 && Number(text.replaceAll(",", "")) !== 0 ? `−${text}` : text);

/**
 * A number as a reader meets it, without its unit.
 * @param {number} value
 * @param {string} unit
 * @param {number} [like] a number beside which it stands and whose decimals it takes
 */
export function number(value, unit, like = value) {
  return negative(value, fixed(value, decimals(Math.abs(like), unit)));
}

/**
 * A lever's position, which may be any step of its slider: no more decimals than it needs.
 * @param {number} value
 */
export function position(value) {
  const text = String(Math.round(value * 1000) / 1000);
  return text.replace("-", "−").replace(/\B(?=(\d{3})+(\.|$))/g, ",");
}

/**
 * The year and the month (1–12) that lie some months after a start.
 * @param {string} begins "1988-01"
 * @param {number} month
 */
export function calendar(begins, month) {
  const [year, first] = begins.split("-").map(Number);
  const count = first - 1 + month;
  return { year: year + Math.floor(count / 12), month: (count % 12) + 1 };
}
