/** Who is tied to whom: the ties thicken and thin with the run, and answer when they are touched. */

import { cite } from "./cite.js";
import { Diagram } from "./diagram.js";
import { el, svg, write } from "./dom.js";
import { untangle } from "./graph.js";
import { spoken } from "./spoken.js";
import { NOTICEABLE } from "./story.js";
import { measure, monthName } from "./words.js";

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
  return el("p", { class: "gt-origin" }, badge, " ", cite(source));
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
 * What the network shows at a month: the ties that grew and shrank most since the start.
 * @param {import("./words.js").Translate} t
 * @param {{name: string, now: number, was: number}[]} ties
 * @param {{month: number, begins: string}} when
 */
function networkSentence(t, ties, { month, begins }) {
  const slots = { month: monthName(t, begins, month), count: ties.length };
  const byChange = [...ties].sort((a, b) => b.now - b.was - (a.now - a.was));
  const [most, least] = [byChange[0], byChange.at(-1)];
  const grew = most && most.now - most.was >= NOTICEABLE;
  const shrank = least && least.was - least.now >= NOTICEABLE;
  if (!grew && !shrank) return t("story.network.same", slots);
  if (grew && !shrank) return t("story.network.grew", { ...slots, most: most.name });
  if (!grew) return t("story.network.shrank", { ...slots, least: least.name });
  return t("story.network.both", { ...slots, most: most.name, least: least.name });
}

export class NetworkPicture {
  /**
   * @param {{t: Function, store: {place: any, own: any}, signal: AbortSignal, aloud?: boolean}} options
   *   aloud is false where something else is read out when the run changes
   */
  constructor({ t, store, signal, aloud = true }) {
    Object.assign(this, { t, place: store.place, own: store.own, signal, aloud });
    const { actors, ties, quantities } = this.place;
    this.named = Object.fromEntries(actors.map((actor) => [actor.key, actor]));
    this.units = Object.fromEntries(quantities.map(({ key, unit }) => [key, unit]));
    this.titles = ties.map((tie) => t("network.tie", { from: this.named[tie.from].name, to: this.named[tie.to].name }));
    this.edges = ties.map((tie, index) => ({
      ...tie,
      tone: tie.kind,
      name: `${this.titles[index]}${t("colon")}${tie.flow}`,
    }));
    this.full = fullTies(ties, this.own, (key) => quantities.find((one) => one.key === key).highest === 1);
    this.frame = null;
    this.picture = this.draw();
    this.sentence = spoken();
    this.node = this.box();
  }

  draw() {
    const { t, place, named } = this;
    const sideOf = (sides) => place.actors.filter((one) => sides.includes(one.side)).map((one) => one.key);
    const columns = untangle(COLUMNS.map(sideOf), place.ties);
    this.people = columns.flat().map((key) => named[key]);
    return new Diagram({
      label: t("network.label"),
      hint: t("network.hint"),
      columns,
      heads: COLUMNS.map((sides) => t(`side.${sides.join("_")}`)),
      nodes: this.people.map(({ key, name, side }) => ({ key, name, tone: side, shape: SHAPES[side]() })),
      edges: this.edges,
      row: (width) => (width < NARROW ? ROW.narrow : ROW.wide),
      half: () => ({ x: SIZE, y: SIZE }),
      explain: (chosen, choose) => this.explain(chosen, choose),
      signal: this.signal,
    });
  }

  box() {
    const title = this.t("network.title");
    return el(
      "section",
      { class: "gt-network", "aria-label": title },
      el("h3", { class: "gt-heading" }, title),
      el("div", { class: "gt-pair" }, this.picture.drawing, this.picture.answer),
      ...this.sentence.nodes.slice(0, this.aloud ? 2 : 1),
    );
  }

  explain(chosen, choose) {
    if (!chosen) return [];
    if (chosen.kind === "edge") return this.tieAnswer(chosen.index);
    const { key, name, meaning, source } = this.people[chosen.index];
    const mine = ({ from, to }) => from === key || to === key;
    const ties = edgeButtons(this.edges, mine, choose, this.signal);
    return [el("h4", {}, name), el("p", {}, meaning), ties, origin(this.t, null, source)];
  }

  tieAnswer(index) {
    const { t } = this;
    const { flow, kind, meaning, stated, source } = this.edges[index];
    return [
      el("h4", {}, this.titles[index]),
      el("p", { class: "gt-flow" }, flow, " ", el("span", { class: "gt-chip" }, t(`tie.${kind}`))),
      el("p", {}, meaning),
      el("p", { class: "gt-note gt-strength" }, this.strength(index)),
      origin(t, stated, source),
    ];
  }

  /** What makes a tie as thick as it is, in words. */
  strength(index) {
    const { quantity } = this.edges[index];
    const { own, run, month, changed } = this.frame;
    const say = (values) => measure(this.t, values[quantity][month], this.units[quantity]);
    const slots = { name: this.t(`quantity.${quantity}`), now: say(run), was: say(own) };
    return this.t(changed ? "network.strength.changed" : "network.strength", slots);
  }

  update(frame) {
    this.frame = frame;
    const now = strengths(this.edges, frame.run, this.full, frame.month);
    const was = strengths(this.edges, this.own, this.full, 0);
    this.picture.edges.forEach(({ line }, index) => {
      line.style.setProperty("stroke-width", (THINNEST + now[index] * (THICKEST - THINNEST)).toFixed(2));
    });
    const told = this.edges.map(({ name }, index) => ({ name, now: now[index], was: was[index] }));
    this.sentence.say(networkSentence(this.t, told, { month: frame.month, begins: this.place.begins }));
    const { chosen, answer } = this.picture;
    if (chosen?.kind === "edge") write(answer.querySelector(".gt-strength"), this.strength(chosen.index));
  }
}
