/** What happened when: a strip of the years above, the events below. */

import { cite } from "./cite.js";
import { el, mark, onWidth, svg, write } from "./dom.js";
import { linear } from "./scale.js";
import { rove } from "./rove.js";
import { translator } from "./words.js";

/** Height below the dots, where the axis runs, radius of a dot and of what a finger hits, room at the ends. */
const HEIGHT = 74;
const AXIS = 52;
const SIZE = 7;
const REACH = 12;
const EDGE = 14;
/** From dot to dot in a stack, and from the lowest dot to the axis. */
const APART = 2 * SIZE + 2;
const CLEAR = 5;

/**
 * Where an event stands on the axis, as a year with its part.
 * @param {string} date "1988", "2015-02" or "2019-01-17"
 */
export function yearOf(date) {
  const [year, month = 7, day = 1] = date.split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 372;
}

/**
 * Rows for dots that would hide each other, nearest the axis first.
 * @param {number[]} across positions in pixels, in any order
 * @param {number} apart
 * @returns {number[]} the row of each
 */
export function stacked(across, apart) {
  const ends = [];
  const rows = new Array(across.length);
  const order = [...across.keys()].sort((a, b) => across[a] - across[b]);
  for (const index of order) {
    const free = ends.findIndex((end) => across[index] - end >= apart);
    rows[index] = free < 0 ? ends.length : free;
    ends[rows[index]] = across[index];
  }
  return rows;
}

function eventItem(t, event) {
  const badge = el("span", { class: "gt-chip" }, t(`event.${event.kind}`));
  return el(
    "li",
    { class: "gt-event", "data-kind": event.kind, tabindex: "-1" },
    el("time", { datetime: event.date }, event.when),
    el("div", {}, el("p", {}, event.text), el("p", { class: "gt-origin" }, badge, " ", cite(event.source))),
  );
}

function yearMarks(years, x, width) {
  const [first, last] = years;
  const step = [1, 2, 5, 10, 20].find((one) => (last - first) / one <= width / 56) ?? 50;
  const marks = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    marks.push(svg("text", { x: x(year).toFixed(1), y: HEIGHT - 6 }, `${year}`));
  }
  return marks;
}

function dotMark(t, event) {
  const name = `${event.when}${t("colon")}${event.text}`;
  const attributes = { class: "gt-dot", role: "button", "data-kind": event.kind, "aria-label": name };
  return svg("g", attributes, svg("circle", { class: "gt-dot-reach", r: REACH }), svg("circle", { r: SIZE }));
}

class TimelineView {
  constructor({ model, el: root, signal }) {
    Object.assign(this, { model, signal, events: model.get("state").events });
    this.t = translator(model.get("state").words);
    const { t, events } = this;
    this.moments = events.map((event) => yearOf(event.date));
    this.years = [Math.floor(Math.min(...this.moments)), Math.ceil(Math.max(...this.moments))];
    this.items = events.map((event) => eventItem(t, event));
    this.dots = events.map((event) => dotMark(t, event));
    this.axis = svg("line", { class: "gt-axis", y1: AXIS, y2: AXIS });
    this.labels = svg("g", { class: "gt-years" });
    this.sentence = el("p", { class: "gt-sentence", "aria-live": "polite" });
    this.list = el("ol", { class: "gt-events", tabindex: "0", "aria-label": t("timeline.list") }, ...this.items);
    this.strip = this.drawStrip();
    root.append(this.makeFilters(), this.strip, this.sentence, this.list);
    model.on("change:shown", () => this.show());
    this.show();
  }

  drawStrip() {
    const attributes = { class: "gt-strip", role: "group", "aria-label": this.t("timeline.label"), height: HEIGHT };
    const strip = svg("svg", attributes, this.axis, this.labels, ...this.dots);
    rove(this.dots, { onChoose: (index) => this.choose(index), signal: this.signal });
    onWidth(strip, (width) => this.layout(width), this.signal);
    return strip;
  }

  makeFilters() {
    const kinds = [...new Set(this.events.map((event) => event.kind))];
    this.filters = kinds.map((kind) => {
      const button = el("button", { type: "button", class: "gt-level" }, this.t(`event.${kind}`));
      button.addEventListener("click", () => this.filter(kind), { signal: this.signal });
      return { kind, button };
    });
    const attributes = { class: "gt-levels gt-kinds", role: "group", "aria-label": this.t("timeline.filter") };
    return el("div", attributes, ...this.filters.map((one) => one.button));
  }

  filter(kind) {
    this.model.set("shown", this.model.get("shown") === kind ? "" : kind);
    this.model.save_changes();
  }

  layout(width) {
    const x = linear(this.years, [EDGE, width - EDGE]);
    const across = this.moments.map(x);
    const rows = stacked(across, APART);
    const top = AXIS - SIZE - CLEAR - Math.max(...rows) * APART - REACH;
    mark(this.strip, "viewBox", `0 ${top} ${width} ${HEIGHT - top}`);
    mark(this.strip, "height", HEIGHT - top);
    mark(this.axis, "x1", EDGE);
    mark(this.axis, "x2", width - EDGE);
    this.dots.forEach((dot, index) => {
      const y = AXIS - SIZE - CLEAR - rows[index] * APART;
      mark(dot, "transform", `translate(${across[index].toFixed(1)} ${y})`);
    });
    this.labels.replaceChildren(...yearMarks(this.years, x, width));
  }

  choose(index) {
    const { when, text } = this.events[index];
    this.dots.forEach((dot, other) => mark(dot, "aria-pressed", other === index));
    this.items.forEach((item, other) => item.classList.toggle("gt-lit", other === index));
    this.list.scrollTop = this.items[index].offsetTop;
    write(this.sentence, this.t("timeline.event", { when, text }));
  }

  show() {
    const { t, events } = this;
    const kind = this.model.get("shown");
    const shown = events.map((event) => !kind || event.kind === kind);
    this.items.forEach((item, index) => { item.hidden = !shown[index]; });
    this.dots.forEach((dot, index) => dot.classList.toggle("gt-far", !shown[index]));
    this.filters.forEach((one) => mark(one.button, "aria-pressed", one.kind === kind));
    const count = shown.filter(Boolean).length;
    const { first, last } = this.model.get("state");
    const slots = { count, total: events.length, first, last };
    write(this.sentence, kind ? t("timeline.story.some", { ...slots, kind: t(`event.${kind}`) }) : t("timeline.story", slots));
  }
}

/**
 * @param {{model: any, el: HTMLElement, signal: AbortSignal}} host
 */
export function renderTimeline(host) {
  return new TimelineView(host);
}
