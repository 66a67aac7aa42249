/** The causal map: touch an arrow and it says why it is there; choose a loop and it lights up. */

import { diagram } from "./diagram.js";
import { el, svg, unique, write } from "./dom.js";
import { untangle } from "./graph.js";
import { edgeButtons } from "./network.js";
import { translator } from "./words.js";

const COLUMNS = [["value"], ["resource"], ["interaction"], ["outcome", "outside driver"]];
const NARROW = 520;
const WIDEST = 82;
const GAP = { narrow: 3, wide: 10 };

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
      el("cite", {}, edge.source),
    ),
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

/**
 * @param {{model: any, el: HTMLElement, signal: AbortSignal}} host
 */
export function renderMap({ model, el: root, signal }) {
  const state = model.get("state");
  const t = translator(state.words);
  const named = Object.fromEntries(state.nodes.map((node) => [node.key, node]));
  const edges = state.edges.map((edge) => {
    const [cause, effect] = [named[edge.from].name, named[edge.to].name];
    const tone = edge.sign === "+" ? "more" : "less";
    const name = t("map.edge", { cause, effect, sign: edge.sign === "+" ? "+" : "−" });
    return { ...edge, cause, effect, tone, name };
  });
  const columns = untangle(
    COLUMNS.map((dimensions) =>
      state.nodes.filter((one) => dimensions.includes(one.dimension)).map((one) => one.key)),
    edges,
  );
  const nodes = columns.flat().map((key) => named[key]);
  const sentence = el("p", { class: "gt-sentence" });
  const id = unique("loop");
  const select = el("select", { id, class: "gt-select" }, ...loopChoice(t, state.loops));
  const loop = () => state.loops.find((one) => one.key === model.get("loop"));

  function explain(chosen, choose) {
    if (chosen?.kind === "edge") return edgeAnswer(t, edges[chosen.index]);
    if (!chosen) return loop() ? loopStory(t, loop(), edges) : [];
    const { key, name, meaning } = nodes[chosen.index];
    return [
      el("h4", {}, name),
      el("p", {}, meaning),
      el("p", { class: "gt-note" }, t("map.causes")),
      edgeButtons(edges, (edge) => edge.to === key, choose, signal),
      el("p", { class: "gt-note" }, t("map.effects")),
      edgeButtons(edges, (edge) => edge.from === key, choose, signal),
    ];
  }

  const picture = diagram({
    label: t("map.label"),
    hint: t("map.hint"),
    columns,
    heads: COLUMNS.map(([dimension]) => t(`dimension.${dimension}`)),
    nodes: nodes.map(({ key, name, dimension }) => ({ key, name, tone: dimension, shape: svg("rect", {}) })),
    edges,
    row: (width) => (width < NARROW ? 56 : 54),
    half: (width) => ({
      x: Math.min(WIDEST, (width / COLUMNS.length - (width < NARROW ? GAP.narrow : GAP.wide)) / 2),
      y: width < NARROW ? 18 : 16,
    }),
    head: 6,
    inside: true,
    explain,
    signal,
  });

  root.classList.add("gt-causal-map");

  function show() {
    select.value = model.get("loop");
    picture.choose(null);
    root.toggleAttribute("data-loop", Boolean(loop()));
    const chosen = loop();
    picture.light(chosen ? new Set(loopEdges(chosen.path, edges)) : null);
    const counts = { nodes: nodes.length, edges: edges.length, loops: state.loops.length };
    write(sentence, chosen ? t("map.story.loop", { ...chosen, count: chosen.path.length }) : t("map.story", counts));
  }

  select.addEventListener("change", () => {
    model.set("loop", select.value);
    model.save_changes();
  }, { signal });
  picture.edgeMarks.forEach(({ node }, index) => {
    node.addEventListener("pointerenter", (event) => {
      const idle = event.pointerType === "mouse" && !picture.chosen() && !loop();
      if (idle) picture.answer.replaceChildren(...edgeAnswer(t, edges[index]));
    }, { signal });
  });
  model.on("change:loop", show);
  root.append(
    el("div", { class: "gt-choose" }, el("label", { for: id }, t("loop.choose")), select),
    el("div", { class: "gt-pair" }, picture.drawing, picture.answer),
    sentence,
  );
  show();
}
