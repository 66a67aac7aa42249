/** A picture of nodes and arrows that answers when one of them is touched. */

import { el, mark, onWidth, svg } from "./dom.js";
import { arrow, bendOf, lanes, places, wrap } from "./graph.js";
import { rove } from "./rove.js";

const TOP = 30;
const LETTER = 6.4;
const LINE = 13;

/**
 * @typedef {{key: string, name: string, shape: SVGElement, tone: string}} Node
 * @typedef {{from: string, to: string, name: string, tone: string}} Edge
 * @typedef {{kind: "node" | "edge", index: number} | null} Chosen
 */

function nodeMark({ key, name, shape, tone }) {
  const label = svg("text", { class: "gt-node-name" });
  const attributes = { class: "gt-node", role: "button", "data-node": key, "data-tone": tone, "aria-label": name };
  return { node: svg("g", attributes, shape, label), label, shape };
}

function edgeMark({ from, to, name, tone }) {
  const [reach, line, head] = ["reach", "line", "head"].map((part) => svg("path", { class: `gt-edge-${part}` }));
  const attributes = { class: "gt-edge", role: "button", "aria-label": name, "data-tone": tone };
  const node = svg("g", { ...attributes, "data-from": from, "data-to": to }, reach, line, head);
  return { node, reach, line, head };
}

/**
 * @param {{label: string, hint: string, columns: string[][], heads: string[], nodes: Node[],
 *   edges: Edge[], row: (width: number) => number, signal: AbortSignal, head?: number,
 *   half: (width: number) => {x: number, y: number}, inside?: boolean,
 *   explain: (chosen: Chosen, choose: Function) => (Element | null)[]}} options
 */
export function diagram({
  label, hint, columns, heads, nodes, edges, row, half, explain, signal, inside = false, head = 8,
}) {
  const nodeMarks = nodes.map(nodeMark);
  const edgeMarks = edges.map(edgeMark);
  const headMarks = heads.map((text) => svg("text", { class: "gt-side" }, text));
  const layers = [headMarks, edgeMarks.map((one) => one.node), nodeMarks.map((one) => one.node)];
  const drawing = svg(
    "svg",
    { class: "gt-diagram", role: "group", "aria-label": label },
    ...layers.map((layer) => svg("g", {}, ...layer)),
  );
  const answer = el("div", { class: "gt-answer", role: "status" });
  const lane = lanes(edges);
  let chosen = null;

  function writeLabel(place, node, width, size) {
    const letters = Math.floor((inside ? size.x * 2 : width / columns.length) / LETTER);
    const lines = wrap(node.name, letters);
    const first = inside ? 4 - ((lines.length - 1) * LINE) / 2 : size.y + LINE;
    place.label.replaceChildren(...lines.map((line, at) => svg("tspan", { x: 0, y: first + at * LINE }, line)));
  }

  function layout(width) {
    const size = half(width);
    const { at, height } = places(columns, { width, top: TOP, row: row(width) });
    mark(drawing, "viewBox", `0 0 ${width} ${height}`);
    mark(drawing, "height", height);
    headMarks.forEach((one, index) => {
      mark(one, "x", (width * (index + 0.5)) / columns.length);
      mark(one, "y", 14);
    });
    nodeMarks.forEach((one, index) => {
      const { x, y } = at.get(nodes[index].key);
      mark(one.node, "transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
      if (inside) boxed(one.shape, size);
      writeLabel(one, nodes[index], width, size);
    });
    edgeMarks.forEach((one, index) => {
      const [from, to] = [at.get(edges[index].from), at.get(edges[index].to)];
      const rim = { x: size.x + 2, y: size.y + 2 };
      const bend = bendOf(from, to, { middle: width / 2, lane: lane[index] });
      const path = arrow(from, to, { half: rim, bend, head });
      for (const part of [one.reach, one.line]) mark(part, "d", path.d);
      mark(one.head, "d", path.head);
    });
  }

  /** Light some arrows and their ends, dim the others; null lights nothing and dims nothing. */
  function light(lit) {
    const ends = new Set(edges.filter((_, index) => lit?.has(index)).flatMap(({ from, to }) => [from, to]));
    if (chosen?.kind === "node") ends.add(nodes[chosen.index].key);
    edgeMarks.forEach(({ node }, index) => {
      node.classList.toggle("gt-lit", Boolean(lit?.has(index)));
      node.classList.toggle("gt-far", Boolean(lit && !lit.has(index)));
    });
    nodeMarks.forEach(({ node }, index) => node.classList.toggle("gt-far", Boolean(lit && !ends.has(nodes[index].key))));
    for (const [kind, marks] of [["node", nodeMarks], ["edge", edgeMarks]]) {
      marks.forEach(({ node }, index) =>
        mark(node, "aria-pressed", chosen?.kind === kind && chosen.index === index));
    }
  }

  function around(target) {
    if (!target) return null;
    if (target.kind === "edge") return new Set([target.index]);
    const { key } = nodes[target.index];
    return new Set(edges.flatMap(({ from, to }, index) => (from === key || to === key ? [index] : [])));
  }

  function tell() {
    const told = explain(chosen, choose).filter(Boolean);
    answer.replaceChildren(...(told.length ? told : [el("p", { class: "gt-note" }, hint)]));
  }

  function choose(kind, index) {
    const again = chosen?.kind === kind && chosen.index === index;
    chosen = again || !kind ? null : { kind, index };
    light(around(chosen));
    tell();
  }

  const marks = [...nodeMarks, ...edgeMarks];
  const which = (index) => (index < nodes.length ? ["node", index] : ["edge", index - nodes.length]);
  rove(marks.map((one) => one.node), { onChoose: (index) => choose(...which(index)), signal });
  onWidth(drawing, layout, signal);
  tell();
  return { drawing, answer, edgeMarks, choose, light, tell, chosen: () => chosen };
}

function boxed(shape, { x, y }) {
  for (const [name, value] of Object.entries({ x: -x, y: -y, width: 2 * x, height: 2 * y, rx: 6 })) {
    mark(shape, name, value);
  }
}
