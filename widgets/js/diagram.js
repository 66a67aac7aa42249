/** A picture of nodes and arrows that answers when one of them is touched. */

import { el, mark, onWidth, svg } from "./dom.js";
import { answers, arrow, bendOf, lanes, places, signPlace, wrap } from "./graph.js";
import { rove } from "./rove.js";

/** Room for the headings, width of a letter, height of a line, between a node and its arrows. */
const TOP = 30;
const LETTER = 6.4;
const LINE = 13;
const CLEAR = 2;
const ROUND = 6;
/** Half the size of the sign on an arrow, and how far its text stands below the middle. */
const SIGN = { half: 8, drop: 4.5 };

/**
 * @typedef {{key: string, name: string, shape: SVGElement, tone: string}} Node
 * @typedef {{from: string, to: string, name: string, tone: string, sign?: string}} Edge
 * @typedef {{kind: "node" | "edge", index: number} | null} Chosen
 * @typedef {{label: string, hint: string, columns: string[][], heads: string[], nodes: Node[],
 *   edges: Edge[], row: (width: number) => number, half: (width: number) => {x: number, y: number},
 *   head: number, inside: boolean, signal: AbortSignal,
 *   explain: (chosen: Chosen, choose: Function) => (Element | null)[]}} Options
 */

function nodeMark({ key, name, shape, tone }) {
  const label = svg("text", { class: "gt-node-name" });
  const attributes = { class: "gt-node", role: "button", "data-node": key, "data-tone": tone, "aria-label": name };
  return { node: svg("g", attributes, shape, label), label, shape, corner: svg("g", { class: "gt-corner" }) };
}

function edgeMark({ from, to, name, tone }) {
  const [reach, line, head] = ["reach", "line", "head"].map((part) => svg("path", { class: `gt-edge-${part}` }));
  const attributes = { class: "gt-edge", role: "button", "aria-label": name, "data-tone": tone };
  const node = svg("g", { ...attributes, "data-from": from, "data-to": to }, reach, line, head);
  return { node, reach, line, head };
}

function boxed(shape, { x, y }) {
  for (const [name, value] of Object.entries({ x: -x, y: -y, width: 2 * x, height: 2 * y, rx: ROUND })) {
    mark(shape, name, value);
  }
}

/** The sign of an arrow and, above the nodes, the arrow once more. */
function lifted({ line, head, stand }, { sign, tone }, whole) {
  const { x, y } = stand();
  const place = { class: "gt-edge-sign", transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` };
  const badge = svg("g", place, svg("circle", { r: SIGN.half }), svg("text", { y: SIGN.drop }, sign === "+" ? "+" : "−"));
  const parts = whole ? [line.cloneNode(), head.cloneNode(), badge] : [badge];
  return svg("g", { class: "gt-edge gt-lit", "data-tone": tone, "aria-hidden": "true" }, ...parts);
}

export class Diagram {
  /** @param {Options} options inside: names stand in the nodes and not below them */
  constructor(options) {
    this.options = { inside: false, head: 8, ...options };
    const { label, heads, nodes, edges, signal } = this.options;
    this.heads = heads.map((text) => svg("text", { class: "gt-side" }, text));
    this.nodes = nodes.map(nodeMark);
    this.edges = edges.map(edgeMark);
    this.lane = lanes(edges);
    this.back = answers(edges);
    /** @type {Chosen} */
    this.chosen = null;
    /** @type {Set<number> | null} */
    this.resting = null;
    this.lifted = svg("g", { class: "gt-lifted" });
    const nodeLayers = ["node", "corner"].map((part) => this.nodes.map((one) => one[part]));
    const layers = [this.heads, this.edges.map((one) => one.node), ...nodeLayers, [this.lifted]];
    const attributes = { class: "gt-diagram", role: "group", "aria-label": label };
    this.drawing = svg("svg", attributes, ...layers.map((layer) => svg("g", {}, ...layer)));
    this.answer = el("div", { class: "gt-answer", role: "status", tabindex: "0" });
    this.listen(signal);
    onWidth(this.drawing, (width) => this.layout(width), signal);
    this.tell();
  }

  listen(signal) {
    const marks = [...this.nodes, ...this.edges];
    const count = this.nodes.length;
    const onChoose = (index) => (index < count ? this.choose("node", index) : this.choose("edge", index - count));
    rove(marks.map((one) => one.node), { onChoose, signal });
  }

  layout(width) {
    if (width === this.width) return;
    this.width = width;
    const { columns, row, half } = this.options;
    const { at, height } = places(columns, { width, top: TOP, row: row(width) });
    mark(this.drawing, "viewBox", `0 0 ${width} ${height}`);
    mark(this.drawing, "height", height);
    this.heads.forEach((one, index) => {
      mark(one, "x", (width * (index + 0.5)) / columns.length);
      mark(one, "y", 14);
    });
    this.layNodes(at, width, half(width));
    this.layEdges(at, width, half(width));
    this.lift();
  }

  layNodes(at, width, size) {
    const { nodes, columns, inside } = this.options;
    const room = inside ? size.x * 2 : width / columns.length;
    this.nodes.forEach(({ node, shape, label, corner }, index) => {
      const { x, y } = at.get(nodes[index].key);
      mark(node, "transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
      mark(corner, "transform", `translate(${(x - size.x).toFixed(1)} ${(y - size.y).toFixed(1)})`);
      if (inside) boxed(shape, size);
      const lines = wrap(nodes[index].name, Math.floor(room / LETTER));
      const first = inside ? 4 - ((lines.length - 1) * LINE) / 2 : size.y + LINE;
      label.replaceChildren(...lines.map((line, place) => svg("tspan", { x: 0, y: first + place * LINE }, line)));
    });
  }

  layEdges(at, width, size) {
    const { edges, head } = this.options;
    const half = { x: size.x + CLEAR, y: size.y + CLEAR };
    this.edges.forEach((one, index) => {
      const [from, to] = [at.get(edges[index].from), at.get(edges[index].to)];
      const bend = bendOf(from, to, { middle: width / 2, lane: this.lane[index], back: this.back[index] });
      const path = arrow(from, to, { half, bend, head });
      for (const part of [one.reach, one.line]) mark(part, "d", path.d);
      mark(one.head, "d", path.head);
      if (edges[index].sign) one.stand = () => signPlace(path, [...at.values()], size);
    });
  }

  /** Arrows that bear a sign show it while they are lit; where they are few they pass over nodes in their way. */
  lift() {
    const whole = this.chosen?.kind !== "node";
    const shown = this.edges.flatMap((one, index) =>
      (one.stand && one.node.classList.contains("gt-lit") ? [lifted(one, this.options.edges[index], whole)] : []));
    this.lifted.replaceChildren(...shown);
  }

  /**
   * What is lit while nothing is chosen; it lets go what was chosen.
   * @param {Set<number> | null} lit
   */
  rest(lit) {
    this.resting = lit;
    this.choose(null);
  }

  /**
   * Light some arrows and their ends, dim the others; null lights nothing and dims nothing.
   * @param {Set<number> | null} lit
   */
  light(lit) {
    const { nodes, edges } = this.options;
    const ends = new Set(edges.filter((_, index) => lit?.has(index)).flatMap(({ from, to }) => [from, to]));
    if (this.chosen?.kind === "node") ends.add(nodes[this.chosen.index].key);
    this.edges.forEach(({ node }, index) => {
      node.classList.toggle("gt-lit", Boolean(lit?.has(index)));
      node.classList.toggle("gt-far", Boolean(lit && !lit.has(index)));
    });
    this.nodes.forEach(({ node }, index) => {
      node.classList.toggle("gt-far", Boolean(lit && !ends.has(nodes[index].key)));
    });
    this.lift();
    this.press();
  }

  press() {
    for (const [kind, marks] of [["node", this.nodes], ["edge", this.edges]]) {
      const at = this.chosen?.kind === kind ? this.chosen.index : -1;
      marks.forEach(({ node }, index) => mark(node, "aria-pressed", index === at));
    }
  }

  /** The arrows of what was chosen: itself, or all that touch a node; of nothing, those that are lit anyhow. */
  around() {
    if (!this.chosen) return this.resting;
    const { kind, index } = this.chosen;
    if (kind === "edge") return new Set([index]);
    const { key } = this.options.nodes[index];
    return new Set(this.options.edges.flatMap(({ from, to }, edge) => (from === key || to === key ? [edge] : [])));
  }

  tell() {
    const told = this.options.explain(this.chosen, (...what) => this.choose(...what)).filter(Boolean);
    this.answer.replaceChildren(...(told.length ? told : [el("p", { class: "gt-note" }, this.options.hint)]));
  }

  /** Choose a node or an edge; the same again, or nothing, lets it go. */
  choose(kind, index) {
    const again = this.chosen?.kind === kind && this.chosen.index === index;
    this.chosen = again || !kind ? null : { kind, index };
    this.light(this.around());
    this.tell();
  }
}
