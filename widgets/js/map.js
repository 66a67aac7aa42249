/** The causal map: touch an arrow and it says why it is there; choose a loop and it lights up. */

import { cite } from "./cite.js";
import { Diagram } from "./diagram.js";
import { el, svg, unique, write } from "./dom.js";
import { untangle } from "./graph.js";
import { edgeButtons } from "./network.js";
import { translator } from "./words.js";

const COLUMNS = [["value"], ["resource"], ["interaction"], ["outcome", "outside driver"]];
const NARROW = 520;
/** Half the width of the widest node, half its height, the gap between two, a row, an arrow's head. */
const WIDEST = 82;
const TALL = { narrow: 18, wide: 16 };
const GAP = { narrow: 3, wide: 10 };
const ROW = 55;
const HEAD = 6;

function halfSize(width) {
  const size = width < NARROW ? "narrow" : "wide";
  return { x: Math.min(WIDEST, (width / COLUMNS.length - GAP[size]) / 2), y: TALL[size] };
}

/**
 * The arrows of a closed path, in order.
 * @param {string[]} path
 * @param {{from: string, to: string}[]} edges
 * @returns {number[]} indices; -1 where the map has no such arrow
 */
export function loopEdges(path, edges) {
  return path.map((from, index) => {
    const to = path[(index + 1) % path.length];
    return edges.findIndex((edge) => edge.from === from && edge.to === to);
  });
}

function edgeAnswer(t, edge) {
  return [
    el("h4", {}, edge.name),
    el("p", {}, t(edge.sign === "+" ? "map.more" : "map.less", edge)),
    el("p", {}, edge.note),
    el("p", { class: "gt-note" }, t("map.delay", { delay: t(`delay.${edge.delay}`) })),
    el(
      "p",
      { class: "gt-origin" },
      el("span", { class: `gt-badge gt-badge-${edge.stated}` }, t(`badge.${edge.stated}`)),
      " ",
      cite(edge.source),
    ),
  ];
}

function nodeAnswer(t, { key, name, meaning }, more, buttons) {
  return [
    el("h4", {}, name),
    el("p", {}, meaning),
    ...more,
    el("p", { class: "gt-note" }, t("map.causes")),
    buttons((edge) => edge.to === key),
    el("p", { class: "gt-note" }, t("map.effects")),
    buttons((edge) => edge.from === key),
  ];
}

/** The list of loops: reinforcing and balancing apart, "no loop" first. */
function loopChoice(t, loops) {
  const group = (polarity) =>
    el(
      "optgroup",
      { label: t(`loop.${polarity}`) },
      ...loops
        .filter((loop) => loop.polarity === polarity)
        .map((loop) => el("option", { value: loop.key }, t("loop.option", loop))),
    );
  const none = el("option", { value: "" }, t("loop.none"));
  return [none, group("reinforcing"), group("balancing")];
}

function loopStory(t, loop, edges) {
  const path = loopEdges(loop.path, edges).map((index) => edges[index]);
  const steps = path.map((edge) => t("loop.step", { name: edge.cause, sign: edge.sign === "+" ? "+" : "−" }));
  return [
    el("h4", {}, t("loop.title", loop)),
    el("p", {}, loop.story),
    el("p", { class: "gt-path" }, steps.join("") + path[0].cause),
    el("p", { class: "gt-note" }, t(`loop.${loop.polarity}.meaning`)),
  ];
}

/** The arrows with the words of their ends. */
function wordedEdges(t, { nodes, edges }) {
  const names = Object.fromEntries(nodes.map(({ key, name }) => [key, name]));
  return edges.map((edge) => {
    const [cause, effect] = [names[edge.from], names[edge.to]];
    const name = t("map.edge", { cause, effect, sign: edge.sign === "+" ? "+" : "−" });
    return { ...edge, cause, effect, tone: edge.sign === "+" ? "more" : "less", name };
  });
}

/**
 * The whole map as a diagram that answers when it is touched.
 * @param {{t: Function, state: {nodes: any[], edges: any[]}, signal: AbortSignal, idle?: (edges: any[]) => Element[],
 *   about?: (key: string) => Element[]}} options idle gives the answer to nothing, about what else is to be said of a quantity
 * @returns {{diagram: Diagram, edges: any[], show: (loop: {path: string[]} | undefined) => void}} the arrows with
 *   their words; show lights a loop
 */
export function mapPicture({ t, state, signal, idle = () => [], about = () => [] }) {
  const edges = wordedEdges(t, state);
  const inColumn = (dimensions) => state.nodes.filter((one) => dimensions.includes(one.dimension)).map((one) => one.key);
  const columns = untangle(COLUMNS.map(inColumn), edges);
  const nodes = columns.flat().map((key) => state.nodes.find((one) => one.key === key));
  function explain(chosen, choose) {
    if (!chosen) return idle(edges);
    if (chosen.kind === "edge") return edgeAnswer(t, edges[chosen.index]);
    const node = nodes[chosen.index];
    return nodeAnswer(t, node, about(node.key), (wanted) => edgeButtons(edges, wanted, choose, signal));
  }
  const diagram = new Diagram({
    label: t("map.label"),
    hint: t("map.hint"),
    columns,
    heads: COLUMNS.map(([dimension]) => t(`dimension.${dimension}`)),
    nodes: nodes.map(({ key, name, dimension }) => ({ key, name, tone: dimension, shape: svg("rect", {}) })),
    edges,
    row: () => ROW,
    half: halfSize,
    head: HEAD,
    inside: true,
    explain,
    signal,
  });
  return { diagram, edges, show: (loop) => diagram.rest(loop ? new Set(loopEdges(loop.path, edges)) : null) };
}

class MapView {
  constructor({ model, el: root, signal }) {
    Object.assign(this, { model, root, signal, state: model.get("state") });
    this.t = translator(this.state.words);
    const idle = (edges) => (this.loop ? loopStory(this.t, this.loop, edges) : []);
    this.picture = mapPicture({ t: this.t, state: this.state, signal, idle });
    this.sentence = el("p", { class: "gt-sentence" });
    this.select = el("select", { id: unique("loop"), class: "gt-select" }, ...loopChoice(this.t, this.state.loops));
    this.listen();
    const { drawing, answer } = this.picture.diagram;
    root.classList.add("gt-causal-map");
    root.append(
      el("div", { class: "gt-choose" }, el("label", { for: this.select.id }, this.t("loop.choose")), this.select),
      el("div", { class: "gt-pair" }, drawing, answer),
      this.sentence,
    );
    this.show();
  }

  /** The loop that is chosen, if one is. */
  get loop() {
    return this.state.loops.find((one) => one.key === this.model.get("loop"));
  }

  listen() {
    const { model, signal, select } = this;
    const { diagram, edges } = this.picture;
    select.addEventListener("change", () => {
      model.set("loop", select.value);
      model.save_changes();
    }, { signal });
    diagram.edges.forEach(({ node }, index) => {
      node.addEventListener("pointerenter", (event) => {
        const idle = event.pointerType === "mouse" && !diagram.chosen && !this.loop;
        if (idle) diagram.answer.replaceChildren(...edgeAnswer(this.t, edges[index]));
      }, { signal });
    });
    model.on("change:loop", () => this.show());
  }

  show() {
    const { t, loop, picture, state } = this;
    this.select.value = this.model.get("loop");
    this.root.toggleAttribute("data-loop", Boolean(loop));
    picture.show(loop);
    const counts = { nodes: state.nodes.length, edges: picture.edges.length, loops: state.loops.length };
    write(this.sentence, loop ? t("map.story.loop", { ...loop, count: loop.path.length }) : t("map.story", counts));
  }
}

/**
 * @param {{model: any, el: HTMLElement, signal: AbortSignal}} host
 */
export function renderMap(host) {
  return new MapView(host);
}
