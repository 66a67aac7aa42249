/** Where the nodes of a picture stand and how its arrows run. Pure geometry, no page. */

/** @typedef {{x: number, y: number}} Point */

/** Below this a swap is no gain but rounding. */
const GAIN = 1e-9;

/** How far apart linked nodes stand, down the picture: the sum of squared distances. */
function strain(columns, edges) {
  const row = new Map(
    columns.flatMap((column) => column.map((name, index) => [name, (index + 0.5) / column.length])),
  );
  return edges.reduce((sum, { from, to }) => sum + ((row.get(from) ?? 0.5) - (row.get(to) ?? 0.5)) ** 2, 0);
}

/**
 * Order each column so that linked nodes stand near each other: swap two of a column as long as
 * that brings linked nodes closer. What is linked to much ends in the middle.
 * @param {string[][]} columns names, column by column
 * @param {{from: string, to: string}[]} edges
 * @returns {string[][]}
 */
export function untangle(columns, edges) {
  const ordered = columns.map((column) => [...column]);
  let best = strain(ordered, edges);
  for (let better = true; better; ) {
    better = false;
    for (const column of ordered) {
      for (let one = 0; one < column.length; one += 1) {
        for (let other = one + 1; other < column.length; other += 1) {
          [column[one], column[other]] = [column[other], column[one]];
          const now = strain(ordered, edges);
          if (now < best - GAIN) [best, better] = [now, true];
          else [column[one], column[other]] = [column[other], column[one]];
        }
      }
    }
  }
  return ordered;
}

/**
 * A place for every node: columns across, rows spread evenly down.
 * @param {string[][]} columns
 * @param {{width: number, top: number, row: number}} box
 * @returns {{at: Map<string, Point>, height: number}}
 */
export function places(columns, { width, top, row }) {
  const rows = Math.max(...columns.map((column) => column.length));
  const height = top + rows * row;
  const at = new Map();
  columns.forEach((column, index) => {
    const x = (width * (index + 0.5)) / columns.length;
    const gap = (height - top) / column.length;
    column.forEach((name, place) => at.set(name, { x, y: top + gap * (place + 0.5) - row * 0.12 }));
  });
  return { at, height };
}

const pointOn = (a, c, b, t) => ({
  x: (1 - t) ** 2 * a.x + 2 * (1 - t) * t * c.x + t ** 2 * b.x,
  y: (1 - t) ** 2 * a.y + 2 * (1 - t) * t * c.y + t ** 2 * b.y,
});

/** Where a curve leaves or reaches the box around one of its ends. */
function rim(curve, centre, half, from, step) {
  for (let t = from; t > 0 && t < 1; t += step) {
    const point = pointOn(...curve, t);
    const far = Math.max(Math.abs(point.x - centre.x) / half.x, Math.abs(point.y - centre.y) / half.y);
    if (far >= 1) return point;
  }
  return pointOn(...curve, 0.5);
}

/**
 * A bent arrow from the rim of one node to the rim of another.
 * @param {Point} from
 * @param {Point} to
 * @param {{half: Point, bend: number, head: number}} shape half the size of a node, bend, size of head
 * @returns {{d: string, head: string, at: (part: number) => Point, length: number}} at gives the point at a part
 *   of the way between the middles, length is that from rim to rim
 */
export function arrow(from, to, { half, bend, head }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const control = { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend };
  const curve = [from, control, to];
  const wide = { x: half.x + head, y: half.y + head };
  const first = rim(curve, from, half, 0.01, 0.01);
  const tip = rim(curve, to, half, 0.99, -0.01);
  const heart = rim(curve, to, wide, 0.99, -0.01);
  const angle = Math.atan2(tip.y - heart.y, tip.x - heart.x);
  const wing = (turn) =>
    `${(tip.x - head * Math.cos(angle + turn)).toFixed(1)} ${(tip.y - head * Math.sin(angle + turn)).toFixed(1)}`;
  const text = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return {
    d: `M${text(first)}Q${text(control)} ${text(heart)}`,
    head: `M${text(tip)}L${wing(0.45)}L${wing(-0.45)}Z`,
    at: (part) => pointOn(...curve, part),
    length: Math.hypot(tip.x - first.x, tip.y - first.y),
  };
}

/** Parts of the way at which a sign may stand, the middle first. */
const STANDS = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75];
/** An arrow shorter than this has its sign beside it, so far away. */
const SHORT = 36;
const BESIDE = 13;

/**
 * Where the sign of an arrow can best be read: on it, farthest from every node, or beside a short one.
 * @param {{at: (part: number) => Point, length: number}} path
 * @param {Point[]} centres of the nodes
 * @param {Point} half size of a node
 * @returns {Point}
 */
export function signPlace({ at, length }, centres, half) {
  const middle = at(0.5);
  if (length < SHORT) {
    const [from, to] = [at(0), at(1)];
    const [x, y] = [middle.x - (from.x + to.x) / 2, middle.y - (from.y + to.y) / 2];
    const far = BESIDE / (Math.hypot(x, y) || 1);
    return { x: middle.x + x * far, y: middle.y + y * far };
  }
  const room = ({ x, y }) =>
    Math.min(...centres.map((one) => Math.max(Math.abs(x - one.x) - half.x, Math.abs(y - one.y) - half.y)));
  return STANDS.map(at).reduce((best, point) => (room(point) > room(best) + 1 ? point : best));
}

/** Bends: across columns, within a column, there and back again, and what each further tie of the same pair adds. */
const ACROSS = 0.1;
const WITHIN = 0.3;
const BACK = -0.15;
const LANE = 0.09;

/**
 * How much an arrow bends: ties within a column bulge inward, back and forth keep apart, and
 * several ties from one node to another lie beside each other.
 * @param {Point} from
 * @param {Point} to
 * @param {{middle: number, lane: number, back?: boolean}} place x of the middle of the picture; which tie of its
 *   pair; whether it answers one that runs the other way
 */
export function bendOf(from, to, { middle, lane, back = false }) {
  if (Math.abs(from.x - to.x) > 1) return ACROSS + lane * LANE;
  const inward = from.x <= middle ? 1 : -1;
  const bulge = back ? BACK - lane * LANE : WITHIN + lane * LANE;
  return (to.y > from.y ? -inward : inward) * bulge;
}

/**
 * Which edges answer an earlier one that runs the other way.
 * @param {{from: string, to: string}[]} edges
 * @returns {boolean[]}
 */
export function answers(edges) {
  return edges.map(({ from, to }, index) => edges.slice(0, index).some((one) => one.from === to && one.to === from));
}

/**
 * Which tie of its pair each edge is: 0 for the first from one node to another, 1 for the next.
 * @param {{from: string, to: string}[]} edges
 * @returns {number[]}
 */
export function lanes(edges) {
  const count = new Map();
  return edges.map(({ from, to }) => {
    const pair = `${from} ${to}`;
    count.set(pair, (count.get(pair) ?? -1) + 1);
    return count.get(pair);
  });
}

/**
 * A label in lines no longer than asked; Chinese breaks anywhere, English between words.
 * @param {string} text
 * @param {number} longest in letters; a Chinese character counts as two
 * @returns {string[]}
 */
export function wrap(text, longest) {
  const pieces = text.match(/[\u3400-\u9fff\uff00-\uffef]|[^\s\u3400-\u9fff\uff00-\uffef]+\s*/g) ?? [];
  const size = (piece) => [...piece.trim()].reduce((sum, letter) => sum + (letter > "\u2fff" ? 2 : 1), 0);
  const lines = [""];
  for (const piece of pieces) {
    const line = lines.at(-1) + piece;
    if (lines.at(-1) && size(line) > longest) lines.push(piece);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => line.trim());
}
