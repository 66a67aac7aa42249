/** What the reader expects, drawn before the run and compared with it afterwards. */

import { DIMENSIONS, dimensionLines } from "../dimensions.js";
import { el, mark, unique, write } from "../dom.js";
import { number, ticks } from "../scale.js";
import { difference } from "../story.js";
import { measure, monthName } from "../words.js";
import { answering } from "./answering.js";
import { late } from "./late.js";
import { bent, knotMonths, lineOf, meant, monthOf, predictionSentence } from "./prediction.js";
import { Sketch } from "./sketch.js";

const HEIGHT = 240;
/** So that the last point can be grasped. */
const RIGHT = 14;
/** Room above and below what was, as a share of it, so that the paper does not give the answer away. */
const [ROOM, SHARE] = [0.5, 0.25];

class PredictPanel {
  /** @param {{t: Function, store: any, choices: any, signal: AbortSignal, expected: any}} options */
  constructor(options) {
    Object.assign(this, options);
    const { store, t, signal } = this;
    this.key = this.choices.get("predict", (key) => this.isKnown(key)) ?? store.get("quantity");
    this.sketch = new Sketch({
      begins: store.place.begins, months: store.place.months, height: HEIGHT, room: RIGHT, signal,
      onMonth: (month) => store.set({ month }), onPoints: (points, whole) => this.place(points, whole),
    });
    this.sentence = answering(() => this.node);
    this.say = late(this.sentence.nodes[0], (sentence) => this.sentence.say(sentence()));
    this.hint = el("p", { class: "gt-note" });
    this.act = this.button("gt-button gt-first", () => this.turn());
    this.away = this.button("gt-button", () => this.takeAway());
    write(this.away, t("more.predict.away"));
    this.figure = el("figure", { class: "gt-figure" }, this.sketch.node);
    this.node = el(
      "div", { class: "gt-predict" },
      el("p", { class: "gt-note" }, t("more.predict.note")),
      this.choice(), this.legend(), this.figure, this.hint,
      el("div", { class: "gt-acts" }, this.act, this.away), ...this.sentence.nodes,
    );
    this.expected.listen(() => this.begin());
    this.begin();
  }

  button(name, act) {
    const button = el("button", { type: "button", class: name });
    button.addEventListener("click", act, { signal: this.signal });
    return button;
  }

  choice() {
    const { t, store, signal } = this;
    const named = store.place.quantities.filter((one) => one.named);
    const option = (key, name) => el("option", { value: key }, name);
    const groups = DIMENSIONS.map((dimension) => {
      const members = named.filter((one) => one.dimension === dimension).map(({ key }) => option(key, t(`quantity.${key}`)));
      const whole = option(dimension, t("more.predict.whole", { name: t(`dimension.${dimension}`) }));
      return el("optgroup", { label: t(`dimension.${dimension}`) }, whole, ...members);
    });
    const id = unique("expect");
    this.select = el("select", { id, class: "gt-select" }, ...groups);
    this.select.addEventListener("change", () => this.choose(this.select.value), { signal });
    return el("div", { class: "gt-choose" }, el("label", { for: id }, t("more.predict.what")), " ", this.select);
  }

  legend() {
    const { t } = this;
    const entry = (name, text) => el("span", { class: `gt-key gt-key-${name}` }, el("span", { class: "gt-swatch", "aria-hidden": "true" }), text);
    this.runKey = entry("run", t("studio.mine"));
    return el("p", { class: "gt-legend" }, entry("drawn", t("more.predict.mine")), this.runKey, entry("own", t("studio.own")));
  }

  isKnown(key) {
    return DIMENSIONS.includes(key) || this.store.place.quantities.some((one) => one.named && one.key === key);
  }

  /** Draw another quantity. */
  choose(key) {
    this.key = key;
    this.choices.set("predict", key);
    this.begin();
  }

  /**
   * Take up an experiment: its month, and what was drawn for it or else the first quantity that its words name.
   * @param {{words: string[], experiment: string, begins: string}} question begins is a month of the calendar, or empty
   */
  suggest({ words, experiment, begins }) {
    const { t, store, expected } = this;
    const month = begins ? monthOf(store.place.begins, begins) : store.get("begins");
    if (month !== store.get("begins") && month >= 0 && month <= store.place.months) store.begin(month);
    expected.enter(experiment);
    const names = store.place.quantities.filter((one) => one.named).map(({ key }) => ({ key, name: t(`quantity.${key}`) }));
    const found = meant(words, names) ?? this.key;
    const drawn = Object.keys(expected.prediction ?? {});
    this.choose([this.key, found, ...drawn].find((key) => drawn.includes(key)) ?? found);
  }

  /** What is drawn of a run: its line, its name and its unit. */
  about() {
    const { t, store, key } = this;
    const { quantities } = store.place;
    const found = quantities.find((one) => one.key === key);
    if (found) return { name: t(`quantity.${key}`), unit: found.unit, share: found.highest === 1, tone: found.dimension, of: (run) => run[key] };
    const of = (run) => dimensionLines(quantities, run, store.full)[key];
    return { name: t(`dimension.${key}`), unit: "1", share: true, tone: key, of };
  }

  /** Take up the curve that is there, or a new one that expects nothing to change. */
  begin() {
    const { store, expected, key } = this;
    const own = this.about().of(store.own);
    const kept = expected.prediction?.[key];
    const months = knotMonths(store.get("begins"), store.place.months);
    const before = this.curve;
    this.curve = kept ?? Object.fromEntries(months.map((month) => [month, own[month]]));
    if (JSON.stringify(this.curve) !== JSON.stringify(before)) this.placed = new Set(Object.keys(kept ?? {}).map(Number));
    this.select.value = key;
    this.update(store.frame());
  }

  place(points, whole) {
    this.gone = null;
    const own = this.about().of(this.store.own);
    for (const [month, value] of Object.entries(points)) {
      this.placed.add(Number(month));
      this.curve = bent(this.curve, own, Number(month), value, this.placed, this.domain);
    }
    if (whole) this.expected.draw(this.key, this.curve);
    else this.update(this.store.frame());
  }

  get drawing() {
    return !this.expected.done.has(this.key);
  }

  /** From drawing to the run over it, and back. */
  turn() {
    const { drawing, expected, key } = this;
    expected.show(key, drawing);
    if (drawing) expected.draw(key, this.curve);
    else this.update(this.store.frame());
  }

  takeAway() {
    this.expected.show(this.key, false);
    this.gone = this.key;
    this.expected.draw(this.key, null);
  }

  /** The paper: what was with room around it, and the run where it may be seen. */
  span(lines, { share }, since) {
    const seen = lines.flatMap((line) => [...line.slice(since)]);
    const [low, high] = [Math.min(...seen), Math.max(...seen)];
    const own = lines[0].slice(since);
    const room = share ? SHARE : ROOM * Math.max(...own);
    const top = Math.max(high, Math.max(...own) + room);
    const marks = ticks(Math.max(0, Math.min(low, Math.min(...own) - room)), share ? Math.min(1, top) : top || 1, 4);
    return [marks[0], marks.at(-1)];
  }

  update(frame) {
    const { t, store, sketch, curve, expected, key } = this;
    const from = Math.min(...Object.keys(curve).map(Number));
    // What is not kept yet begins where the reader's changes do, also when these are moved.
    if (!expected.prediction?.[key] && from !== store.get("begins")) return this.begin();
    const about = this.about();
    const [own, run] = [about.of(store.own), about.of(frame.run)];
    const drawn = lineOf(curve, own);
    const since = Math.min(frame.since, from);
    const seen = this.drawing ? [own, drawn] : [own, drawn, run];
    this.domain = this.span(seen, about, since);
    mark(this.figure, "data-tone", about.tone);
    const name = t("more.predict.paper", { name: about.name });
    mark(sketch.node, "aria-label", name);
    mark(sketch.node, "data-name", name);
    const value = (month, of = drawn) => measure(t, of[month], about.unit);
    const say = (month) => t("more.predict.value", { value: value(month), gap: difference(drawn[month], own[month], about.unit), was: number(own[month], about.unit) });
    const point = (month) => t("more.predict.point", { name: about.name, month: monthName(t, store.place.begins, month) });
    sketch.update({
      ...frame, own, run, drawn, curve, unit: about.unit, domain: this.domain, since, starts: from,
      changed: frame.changed && !this.drawing, drawing: this.drawing, band: null, say, name: point,
    });
    this.tell({ ...about, frame, own, run, drawn, from });
  }

  tell({ name, unit, frame, own, run, drawn, from }) {
    const { t, store, drawing, expected, key } = this;
    const { begins, months } = store.place;
    const short = Object.keys(this.curve).length < 2;
    write(this.act, t(drawing ? "more.predict.show" : "more.predict.again"));
    this.act.disabled = short;
    this.away.hidden = !expected.prediction?.[key];
    this.runKey.hidden = drawing || !frame.changed;
    const how = this.gone === key && this.away.hidden ? "more.predict.gone" : "more.predict.how";
    const hint = short ? "more.predict.short" : drawing ? how : "";
    write(this.hint, hint && t(hint, { month: monthName(t, begins, from) }));
    const month = frame.month > from ? frame.month : months;
    const expects = { name, month: monthName(t, begins, months), value: measure(t, drawn[months], unit), was: measure(t, own[months], unit) };
    if (drawing) this.say(() => t("more.predict.drawn", expects));
    else if (!frame.changed) this.say(() => t("more.predict.wait"));
    else this.say(() => predictionSentence(t, { name, unit, begins, own, drawn, run, from, month }));
  }
}

/**
 * @param {{t: Function, store: any, choices: any, signal: AbortSignal, expected: any}} options
 * @returns {{node: Element, update: (frame: any) => void, choose: (key: string) => void}}
 */
export function predictPanel(options) {
  return new PredictPanel(options);
}
