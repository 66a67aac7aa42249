/** Up to four plans and the place's own history in one view: lines, sentences and a table of differences. */

import { DIMENSIONS, dimensionLines } from "../dimensions.js";
import { breathe, el, mark, write } from "../dom.js";
import { HEADLINES } from "../outcomes.js";
import { firstDifference } from "../store.js";
import { monthName } from "../words.js";
import { Bands } from "./bands.js";
import { differenceRows, outcomeSentence } from "./differences.js";
import { late } from "./late.js";
import { LETTERS, PlansChart } from "./lines.js";
import { PlanList, planMark } from "./plans.js";
import { NOW, Slots, isSlots } from "./slots.js";

const HEIGHT = 112;
/** Room for the numbers at the left edge: a share, a count. */
const EDGE = { share: 39, count: 46 };
/** So many runs are remembered, so that a month is moved without running anything. */
const REMEMBERED = 24;

class ComparePanel {
  /** @param {{t: Function, store: any, choices: any, signal: AbortSignal, plans: any, expected: any}} options */
  constructor(options) {
    Object.assign(this, options);
    this.slots = this.firstSlots();
    this.list = new PlanList({ ...options, slots: this.slots, onChoose: () => this.choose() });
    this.runs = new Map();
    this.half = 0;
    this.figures = [...DIMENSIONS.map((key) => this.dimension(key)), ...HEADLINES.map((key) => this.outcome(key))];
    this.own = this.withFour(this.store.own);
    this.bands = this.makeBands();
    this.sure = this.sureButton();
    this.legend = el("p", { class: "gt-legend" });
    this.sentences = el("ul", { class: "gt-told" });
    this.holder = el("div", { class: "gt-scroll", tabindex: "0", role: "region" });
    this.node = this.makeNode();
    this.list.build();
  }

  /** The plans that the reader last compared, or the present one and the newest. */
  firstSlots() {
    const all = [NOW, ...this.plans.all().map((one) => one.id)];
    const slots = new Slots(this.choices.get("compare.slots", isSlots));
    slots.keepOnly(all);
    if (slots.ids.every((id) => id === null)) [NOW, ...all.slice(1).slice(-3)].forEach((id) => slots.add(id));
    return slots;
  }

  choose() {
    this.choices.set("compare.slots", this.slots.ids);
    this.update(this.store.frame());
  }

  makeNode() {
    const { t, figures } = this;
    const four = el("div", { class: "gt-four" }, ...figures.slice(0, DIMENSIONS.length).map((one) => one.node));
    const others = el("div", { class: "gt-cells" }, ...figures.slice(DIMENSIONS.length).map((one) => one.node));
    this.when = el("h4", { class: "gt-heading" });
    const words = el("div", { class: "gt-compare-words" }, this.when, this.sentences, this.holder);
    // words and numbers follow when the lines have come to rest
    this.tellLate = late(words, (frame) => this.tell(frame, this.draw(frame)));
    const note = (name) => el("p", { class: "gt-note" }, t(`more.compare.${name}`));
    const node = el("div", { class: "gt-compare" }, note("note"), this.list.node, this.legend, four);
    this.follow(node, others, note("sure"), words);
    return node;
  }

  /** What stands further down comes piece by piece: to lay out all at once would hold up a slow phone. */
  async follow(node, ...pieces) {
    for (const piece of pieces) {
      await breathe();
      node.append(piece);
    }
  }

  makeBands() {
    const { place, sureness } = this.store;
    const outcomes = HEADLINES.map((key) => [key, this.own.run[key]]);
    const lines = { ...this.own.four, ...Object.fromEntries(outcomes) };
    return new Bands({ sureness, place, lines, tell: () => this.draw(this.store.frame()) });
  }

  /** Show or hide how far the differences spread over the plausible communities. */
  sureButton() {
    const { t, store, signal } = this;
    const button = el("button", { type: "button", class: "gt-quiet", "aria-pressed": String(store.sureness.wanted) }, t("studio.sure"));
    button.addEventListener("click", () => {
      mark(button, "aria-pressed", button.getAttribute("aria-pressed") !== "true");
      this.draw(this.store.frame());
    }, { signal });
    return button;
  }

  dimension(key) {
    const name = this.t(`dimension.${key}`);
    return this.figure({ key, name, tone: key, unit: "1", line: (one) => one.four[key] });
  }

  outcome(key) {
    const { unit, dimension } = this.store.place.quantities.find((one) => one.key === key);
    const name = this.t(`quantity.${key}`);
    return this.figure({ key, name, tone: dimension, unit, line: (one) => one.run[key] });
  }

  figure(about) {
    const { t, store, signal } = this;
    const { begins, months } = store.place;
    const edge = EDGE[about.unit === "1" ? "share" : "count"];
    const chart = new PlansChart({ begins, months, height: HEIGHT, edge, signal, onMonth: (month) => store.set({ month }) });
    const unit = about.unit === "1" ? "" : t(`unit.${about.unit}`);
    const head = el("figcaption", { class: "gt-figure-head" }, el("strong", {}, about.name), el("span", { class: "gt-unit" }, unit));
    return { ...about, chart, node: el("figure", { class: "gt-figure", "data-tone": about.tone }, head, chart.node) };
  }

  /** A run of a plan with its four lines. */
  runOf({ plan, shocks }) {
    const key = JSON.stringify([plan, shocks]);
    if (!this.runs.has(key)) {
      if (this.runs.size >= REMEMBERED) this.runs.delete(this.runs.keys().next().value);
      this.runs.set(key, this.withFour(this.store.engine(plan, shocks)));
    }
    return this.runs.get(key);
  }

  withFour(run) {
    const { store } = this;
    return { run, four: dimensionLines(store.place.quantities, run, store.full) };
  }

  /** The plans in view, in the order of their letters; the present one only where it differs from all others and the place as it was. */
  chosen(frame) {
    const { t, store, plans, slots } = this;
    const core = ({ plan, shocks }) => JSON.stringify([plan, shocks]);
    const kept = slots.ids.map((id) => plans.find(id)).filter(Boolean).map(core);
    const found = slots.ids.flatMap((id, slot) => {
      if (id === NOW) {
        if (!frame.changed || kept.includes(core(store.step()))) return [];
        return [{ slot, name: t("more.plans.now"), ...store.step(), ...this.withFour(frame.run) }];
      }
      const plan = plans.find(id);
      return plan ? [{ slot, ...plan, ...this.runOf(plan) }] : [];
    });
    return found.map((one) => ({ ...one, label: t("more.compare.plan", { letter: LETTERS[one.slot], name: one.name }) }));
  }

  update(frame) {
    this.half = 1 - this.half;
    this.tellLegend(this.draw(frame, this.half));
    this.tellLate(frame);
  }

  /**
   * Draw all pictures; while a hand moves every other one of them, in turns, so that no frame waits for all.
   * @param {any} frame
   * @param {0 | 1} [half] of the pictures that are drawn
   */
  draw(frame, half = undefined) {
    const { place } = this.store;
    const held = half !== undefined;
    const chosen = this.chosen(frame);
    const starts = Math.min(place.months, ...chosen.map(({ plan, shocks }) => firstDifference(plan, shocks, place.shocks)));
    const bands = this.sure.getAttribute("aria-pressed") === "true" ? this.bands.of(chosen, starts) : [];
    for (const one of this.figures.filter((_, index) => !held || index % 2 === half)) {
      const lines = chosen.map((plan, index) => ({ slot: plan.slot, values: one.line(plan), band: bands[index]?.[one.key] }));
      const picture = { own: one.line(this.own), lines, unit: one.unit };
      one.chart.update({ ...picture, month: frame.month, since: frame.since, starts: chosen.length ? starts : 0, held });
    }
    return chosen;
  }

  tellLegend(chosen) {
    const { t } = this;
    const text = chosen.map((one) => one.label).join("\n");
    if (this.told === text) return;
    this.told = text;
    const own = el("span", { class: "gt-key gt-key-own" }, el("span", { class: "gt-swatch", "aria-hidden": "true" }), t("studio.own"));
    const keys = chosen.map(({ slot, name }) => el("span", { class: "gt-key" }, planMark(slot), name));
    this.legend.replaceChildren(...keys, own, this.sure);
  }

  tell(frame, chosen) {
    const { t, store } = this;
    const { begins, months } = store.place;
    write(this.when, t("studio.headlines.when", { month: monthName(t, begins, frame.month) }));
    if (!chosen.length) {
      this.sentences.replaceChildren(el("li", {}, t("more.compare.none")));
      return this.holder.replaceChildren();
    }
    const pictures = this.figures.map((one) => ({
      ...one, begins, months, month: frame.month, own: one.line(this.own),
      lines: chosen.map((plan) => ({ label: plan.label, values: one.line(plan) })),
    }));
    const outcomes = pictures.slice(DIMENSIONS.length);
    this.sentences.replaceChildren(...outcomes.map((one) => el("li", { "data-tone": one.tone }, outcomeSentence(t, one))));
    this.holder.replaceChildren(this.table(pictures, chosen));
  }

  table(pictures, chosen) {
    const { t } = this;
    const label = t("more.compare.table");
    this.holder.setAttribute("aria-label", label);
    const columns = [t("table.month"), t("studio.own"), ...chosen.map((one) => one.label)];
    const head = [el("th", { scope: "col" }, t("more.compare.outcome")), ...columns.map((text) => el("th", { scope: "col" }, text))];
    const groups = pictures.map((one) => el("tbody", { "data-tone": one.tone, "data-row": one.key }, ...this.rows(one)));
    return el("table", {}, el("caption", {}, label), el("thead", {}, el("tr", {}, ...head)), ...groups);
  }

  rows(picture) {
    const { t, store } = this;
    const rows = differenceRows(picture);
    const unit = picture.unit === "1" ? "" : ` (${t(`unit.${picture.unit}`)})`;
    const name = el("th", { scope: "rowgroup", rowspan: rows.length }, picture.name + unit);
    return rows.map(({ month, was, cells }, index) =>
      el(
        "tr", {}, index ? null : name,
        el("th", { scope: "row" }, monthName(t, store.place.begins, month)),
        el("td", {}, was),
        ...cells.map(({ value, text, gap }) => el("td", {}, el("data", { value }, text), " ", el("span", { class: "gt-difference" }, gap))),
      ),
    );
  }
}

/**
 * @param {{t: Function, store: any, choices: any, signal: AbortSignal, plans: any, expected: any}} options
 * @returns {{node: Element, update: (frame: any) => void}}
 */
export function comparePanel(options) {
  return new ComparePanel(options);
}
