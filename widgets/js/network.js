/** Who is tied to whom: the ties thicken and thin with the run, and answer when they are touched. */

import { diagram } from "./diagram.js";
import { el, svg } from "./dom.js";
import { untangle } from "./graph.js";
import { spoken } from "./spoken.js";
import { networkSentence } from "./story.js";
import { measure } from "./words.js";

const COLUMNS = [["administration"], ["both", "market"], ["society"]];
const SIZE = 15;
const ROW = { narrow: 80, wide: 86 };
const NARROW = 520;
const THINNEST = 0.8;
const THICKEST = 9;

const SHAPES = {
  administration: () => svg("rect", { x: -SIZE, y: -SIZE, width: 2 * SIZE, height: 2 * SIZE, rx: 4 }),
  market: () => svg("path", { d: `M0 ${-SIZE - 3}L${SIZE + 3} 0L0 ${SIZE + 3}L${-SIZE - 3} 0Z` }),
  both: () => svg("path", { d: hexagon(SIZE + 2) }),
  society: () => svg("circle", { r: SIZE + 1 }),
};

function hexagon(radius) {
  const corners = Array.from({ length: 6 }, (_, corner) => {
    const angle = (Math.PI / 3) * corner;
    return `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${corners.join("L")}Z`;
}

/**
 * What counts as a full tie: 1 for a share, else the most that the place's own history reached.
 * @param {{quantity: string}[]} ties
 * @param {Record<string, ArrayLike<number>>} own
 * @param {(quantity: string) => boolean} bounded
 */
export function fullTies(ties, own, bounded) {
  return Object.fromEntries(
    ties.map(({ quantity }) => [quantity, bounded(quantity) ? 1 : Math.max(...own[quantity]) || 1]),
  );
}

/** How strong each tie is at a month, on 0–1. */
export function strengths(ties, run, full, month) {
  return ties.map(({ quantity }) => Math.min(1, Math.max(0, run[quantity][month] / full[quantity])));
}

function origin(t, stated, source) {
  const badge = stated ? el("span", { class: `gt-badge gt-badge-${stated}` }, t(`badge.${stated}`)) : null;
  return el("p", { class: "gt-origin" }, badge, " ", el("cite", {}, source));
}

function tieAnswer(t, tie, title, quantities, { own, run, month, changed }) {
  const { unit } = quantities.find((one) => one.key === tie.quantity);
  const slots = {
    name: t(`quantity.${tie.quantity}`),
    now: measure(t, run[tie.quantity][month], unit),
    was: measure(t, own[tie.quantity][month], unit),
  };
  return [
    el("h4", {}, title),
    el("p", { class: "gt-flow" }, tie.flow, " ", el("span", { class: "gt-chip" }, t(`tie.${tie.kind}`))),
    el("p", {}, tie.meaning),
    el("p", { class: "gt-note" }, t(changed ? "network.strength.changed" : "network.strength", slots)),
    origin(t, tie.stated, tie.source),
  ];
}

/** A list of arrows as buttons, for those who would rather read than aim. */
export function edgeButtons(edges, wanted, choose, signal) {
  const items = edges.flatMap((edge, index) => {
    if (!wanted(edge)) return [];
    const button = el("button", { type: "button", class: "gt-link" }, edge.name);
    button.addEventListener("click", () => choose("edge", index), { signal });
    return [el("li", {}, button)];
  });
  return items.length ? el("ul", { class: "gt-links" }, ...items) : null;
}

/**
 * @param {{t: Function, store: {place: any, own: any}, signal: AbortSignal}} options
 */
export function networkPicture({ t, store, signal }) {
  const { quantities, begins, actors, ties } = store.place;
  const named = Object.fromEntries(actors.map((actor) => [actor.key, actor]));
  const title = (tie) => t("network.tie", { from: named[tie.from].name, to: named[tie.to].name });
  const columns = untangle(
    COLUMNS.map((sides) => actors.filter((one) => sides.includes(one.side)).map((one) => one.key)),
    ties,
  );
  const people = columns.flat().map((key) => named[key]);
  const edges = ties.map((tie) => ({ ...tie, tone: tie.kind, name: `${title(tie)}${t("colon")}${tie.flow}` }));
  const full = fullTies(ties, store.own, (key) => quantities.find((one) => one.key === key).highest === 1);
  let frame = null;

  function explain(chosen, choose) {
    if (!chosen) return [];
    if (chosen.kind === "edge") return tieAnswer(t, ties[chosen.index], title(ties[chosen.index]), quantities, frame);
    const actor = people[chosen.index];
    const mine = ({ from, to }) => from === actor.key || to === actor.key;
    return [
      el("h4", {}, actor.name),
      el("p", {}, actor.meaning),
      edgeButtons(edges, mine, choose, signal),
      origin(t, null, actor.source),
    ];
  }

  const picture = diagram({
    label: t("network.label"),
    hint: t("network.hint"),
    columns,
    heads: COLUMNS.map((sides) => t(`side.${sides.join("_")}`)),
    nodes: people.map(({ key, name, side }) => ({ key, name, tone: side, shape: SHAPES[side]() })),
    edges,
    row: (width) => (width < NARROW ? ROW.narrow : ROW.wide),
    half: () => ({ x: SIZE, y: SIZE }),
    explain,
    signal,
  });
  const sentence = spoken();
  return {
    node: el(
      "section",
      { class: "gt-network", "aria-label": t("network.title") },
      el("h3", { class: "gt-heading" }, t("network.title")),
      el("div", { class: "gt-pair" }, picture.drawing, picture.answer),
      ...sentence.nodes,
    ),
    update(next) {
      frame = next;
      const now = strengths(ties, frame.run, full, frame.month);
      const was = strengths(ties, store.own, full, 0);
      picture.edgeMarks.forEach(({ line }, index) => {
        line.style.setProperty("stroke-width", (THINNEST + now[index] * (THICKEST - THINNEST)).toFixed(2));
      });
      const told = edges.map(({ name }, index) => ({ name, now: now[index], was: was[index] }));
      sentence.say(networkSentence(t, told, { month: frame.month, begins }));
      if (picture.chosen()?.kind === "edge") picture.tell();
    },
  };
}
