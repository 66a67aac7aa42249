/** One loop as a ring: its quantities on a circle, an arrow from each to the next with its sign. */

import { mark, onWidth, svg } from "../dom.js";
import { arrow, wrap } from "../graph.js";

/** How high the picture is for so many quantities. */
const HEIGHT = { 2: 150, 3: 220, 4: 230, 5: 290, 6: 320 };
const WIDEST = 460;
const HALF = { x: 62, y: 19 };
const NARROW = { below: 400, x: 52 };
const LETTER = 6.3;
const LINE = 13;
const HEAD = 7;
/** Outward, so that the arrows make a round; two quantities need more of it. */
const BEND = { pair: -0.32, ring: -0.16 };
const BADGE = 9;

function places(count, width, height, half) {
  const [rx, ry] = [width / 2 - half.x - 2, height / 2 - half.y - (count > 2 ? 4 : 10)];
  const first = count === 2 ? Math.PI : -Math.PI / 2;
  return Array.from({ length: count }, (_, at) => {
    const angle = first + (2 * Math.PI * at) / count;
    return { x: width / 2 + rx * Math.cos(angle), y: height / 2 + ry * Math.sin(angle) };
  });
}

function nodeOf({ name, tone }, { x, y }, half) {
  const lines = wrap(name, Math.floor((2 * half.x - 8) / LETTER)).slice(0, 2);
  const box = svg("rect", { x: -half.x, y: -half.y, width: 2 * half.x, height: 2 * half.y, rx: 6 });
  const start = 4 - ((lines.length - 1) * LINE) / 2;
  const words = lines.map((line, at) => svg("tspan", { x: 0, y: start + at * LINE }, line));
  return svg("g", { class: "gt-node", "data-tone": tone, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` }, box,
    svg("text", { class: "gt-node-name" }, ...words));
}

/** The middle of a drawn curve, M x y Q x y x y. */
function middleOf(d) {
  const [x0, y0, x1, y1, x2, y2] = d.match(/-?[\d.]+/g).map(Number);
  return { x: (x0 + 2 * x1 + x2) / 4, y: (y0 + 2 * y1 + y2) / 4 };
}

/** An arrow and its sign, which stands above everything. */
function arrowOf(from, to, sign, half, bend) {
  const { d, head } = arrow(from, to, { half, bend, head: HEAD });
  const { x, y } = middleOf(d);
  const more = sign === "+";
  const line = [svg("path", { class: "gt-edge-line", d }), svg("path", { class: "gt-edge-head", d: head })];
  return {
    line: svg("g", { class: "gt-edge gt-lit", "data-tone": more ? "more" : "less" }, ...line),
    sign: svg("g", {}, svg("circle", { class: "gt-why-sign", cx: x, cy: y, r: BADGE }),
      svg("text", { class: "gt-why-plus", x, y: y + 4 }, more ? "+" : "−")),
  };
}

/**
 * @param {{label: string, title: string, letter: string, nodes: {name: string, tone: string}[], signs: string[], signal: AbortSignal}} ring
 * @returns {SVGElement}
 */
export function ring({ label, title, letter, nodes, signs, signal }) {
  const kind = nodes.length === 2 ? "pair" : "ring";
  const height = HEIGHT[Math.min(6, nodes.length)];
  const node = svg("svg", { class: "gt-why-ring", role: "img", "aria-label": label, "data-name": title, height });
  onWidth(node, (room) => {
    const width = Math.min(room, WIDEST);
    const half = { x: room < NARROW.below ? NARROW.x : HALF.x, y: HALF.y };
    const at = places(nodes.length, width, height, half);
    mark(node, "viewBox", `${(width - room) / 2} 0 ${room} ${height}`);
    const arrows = at.map((from, index) => arrowOf(from, at[(index + 1) % at.length], signs[index], half, BEND[kind]));
    const middle = svg("text", { class: "gt-why-letter", x: width / 2, y: height / 2 + 6 }, letter);
    const boxes = at.map((place, index) => nodeOf(nodes[index], place, half));
    node.replaceChildren(...arrows.map(({ line }) => line), ...boxes, ...arrows.map(({ sign }) => sign), middle);
  }, signal);
  return node;
}
