/** What happened when: a strip of the years above, the events below. */

import { el, mark, onWidth, svg, write } from "./dom.js";
import { linear } from "./scale.js";
import { rove } from "./rove.js";
import { translator } from "./words.js";

const HEIGHT = 74;
const MIDDLE = 40;
const SIZE = 7;
const EDGE = 14;

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
 * @param {number[]} across positions in pixels, rising
 * @param {number} apart
 */
export function stacked(across, apart) {
  const last = [];
  return across.map((x) => {
    let row = last.findIndex((end) => x - end >= apart);
    if (row < 0) row = last.length;
    last[row] = x;
    return row;
  });
}

function eventItem(t, event) {
  const badge = el("span", { class: "gt-chip" }, t(`event.${event.kind}`));
  return el(
    "li",
    { class: "gt-event", "data-kind": event.kind, tabindex: "-1" },
    el("time", { datetime: event.date }, event.when),
    el("div", {}, el("p", {}, event.text), el("p", { class: "gt-origin" }, badge, " ", el("cite", {}, event.source))),
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

/**
 * @param {{model: any, el: HTMLElement, signal: AbortSignal}} host
 */
export function renderTimeline({ model, el: root, signal }) {
  const state = model.get("state");
  const t = translator(state.words);
  const { events } = state;
  const years = [Math.floor(yearOf(events[0].date)), Math.ceil(yearOf(events.at(-1).date))];
  const items = events.map((event) => eventItem(t, event));
  const dots = events.map((event) => {
    const attributes = { class: "gt-dot", role: "button", "data-kind": event.kind };
    return svg("g", { ...attributes, "aria-label": `${event.when}${t("colon")}${event.text}` },
      svg("circle", { class: "gt-dot-reach", r: 12 }), svg("circle", { r: SIZE }));
  });
  const axis = svg("line", { class: "gt-axis", y1: MIDDLE + 12, y2: MIDDLE + 12 });
  const labels = svg("g", { class: "gt-years" });
  const strip = svg("svg", { class: "gt-strip", role: "group", "aria-label": t("timeline.label"), height: HEIGHT },
    axis, labels, ...dots);
  const sentence = el("p", { class: "gt-sentence", "aria-live": "polite" });
  const list = el("ol", { class: "gt-events", tabindex: "0", "aria-label": t("timeline.list") }, ...items);
  const kinds = [...new Set(events.map((event) => event.kind))];
  const filters = kinds.map((kind) => {
    const button = el("button", { type: "button", class: "gt-level", "aria-pressed": "false" }, t(`event.${kind}`));
    button.addEventListener("click", () => {
      model.set("shown", model.get("shown") === kind ? "" : kind);
      model.save_changes();
    }, { signal });
    return { kind, button };
  });

  function layout(width) {
    const x = linear(years, [EDGE, width - EDGE]);
    const across = events.map((event) => x(yearOf(event.date)));
    const rows = stacked(across, SIZE * 2 + 2);
    const high = MIDDLE + Math.max(...rows) * (SIZE * 2 + 2) - 24;
    mark(strip, "viewBox", `0 ${MIDDLE - high} ${width} ${HEIGHT - MIDDLE + high}`);
    mark(strip, "height", HEIGHT - MIDDLE + high);
    for (const [name, value] of [["x1", EDGE], ["x2", width - EDGE]]) mark(axis, name, value);
    dots.forEach((dot, index) =>
      mark(dot, "transform", `translate(${across[index].toFixed(1)} ${MIDDLE - rows[index] * (SIZE * 2 + 2)})`));
    labels.replaceChildren(...yearMarks(years, x, width));
  }

  function choose(index) {
    dots.forEach((dot, other) => mark(dot, "aria-pressed", other === index));
    items.forEach((item, other) => item.classList.toggle("gt-lit", other === index));
    list.scrollTop = items[index].offsetTop - list.offsetTop;
    write(sentence, t("timeline.event", { when: events[index].when, text: events[index].text }));
  }

  function show() {
    const kind = model.get("shown");
    let count = 0;
    events.forEach((event, index) => {
      const visible = !kind || event.kind === kind;
      items[index].hidden = !visible;
      dots[index].classList.toggle("gt-far", !visible);
      count += visible;
    });
    filters.forEach((one) => mark(one.button, "aria-pressed", one.kind === kind));
    const slots = { count, first: events[0].when, last: events.at(-1).when, total: events.length };
    write(sentence, t(kind ? "timeline.story.some" : "timeline.story", { ...slots, kind: kind && t(`event.${kind}`) }));
  }

  rove(dots, { onChoose: choose, signal });
  onWidth(strip, layout, signal);
  model.on("change:shown", show);
  const bar = el("div", { class: "gt-levels gt-kinds", role: "group", "aria-label": t("timeline.filter") },
    ...filters.map((one) => one.button));
  root.append(bar, strip, sentence, list);
  show();
}
