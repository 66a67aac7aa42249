/** The best plans for the money: a picture to choose on, and the chosen plan in words. */

import { el, mark, unique, write } from "../dom.js";
import { simulate } from "../engine.js";
import { answering } from "./answering.js";
import { yuan } from "./bill.js";
import { planCard, planTable } from "./card.js";
import { keepChoice } from "./choosing.js";
import { Scatter } from "./scatter.js";
import { MOST, Search, trials } from "./search.js";
import { changesOf, ownSigns } from "./stands.js";

/** Steps of the search for each limit, beside the plans that the book brings: twice or four times as many where levers are set more finely; milliseconds at once. */
const STEPS = 700;
const SPEND = 8;
/** The search waits until the reader's hand rests, and so do another limit and the mark of the reader's plan in the picture. */
const REST = 350;
const SOON = 120;
/** Outcomes that are asked for first. */
const FIRST = ["satisfaction", "participation"];

function outcomePicker({ t, store, choices, signal, onChange }) {
  const named = store.place.quantities.filter((one) => one.named && one.key !== "public_cost");
  const selects = FIRST.map((first, index) => {
    const id = unique("axis");
    const options = named.map(({ key }) => el("option", { value: key, selected: key === first }, t(`quantity.${key}`)));
    const select = el("select", { id, class: "gt-select" }, ...options);
    const axis = index ? "up" : "across";
    keepChoice(select, choices, `budget.${axis}`, signal);
    select.addEventListener("change", onChange, { signal });
    return { select, field: el("div", {}, el("label", { for: id }, t(`more.budget.axis.${axis}`)), select) };
  });
  return {
    node: el("div", { class: "gt-axes" }, ...selects.map((one) => one.field)),
    axes: () => selects.map(({ select }) => named.find((one) => one.key === select.value)),
  };
}

/** What a run has come to at its end, and what it spent from a month on. */
const outcome = (place, run, from) => ({
  cost: run.money_spent[place.months] - run.money_spent[from],
  values: Object.fromEntries(place.quantities.map(({ key }) => [key, run[key][place.months]])),
});

class Offers {
  constructor(options) {
    Object.assign(this, options);
    const { t, signal } = this;
    Object.assign(this, { limits: null, search: null, before: "", left: 0, busy: false, turning: 0, resting: 0, drawing: 0, front: [], chosen: 0 });
    this.picker = outcomePicker({ ...options, onChange: () => this.turn() });
    this.box = el("div", { class: "gt-scatter-box" });
    this.scatter = new Scatter({ box: this.box, signal, onChoose: (index) => this.choose(index) });
    Object.assign(this.scatter.node.dataset, { name: t("more.budget.best"), note: t("more.budget.legend") });
    this.status = answering(() => this.node.parentNode, "gt-note gt-searching");
    this.makeSlider();
    this.card = el("div", { class: "gt-card" });
    this.table = el("details", { class: "gt-table" }, el("summary", {}, t("table.open")));
    this.table.addEventListener("toggle", () => this.fill(), { signal });
    this.found = el("div", { class: "gt-found" }, this.box, el("p", { class: "gt-note" }, t("more.budget.legend")), this.field, this.card, this.table);
    this.node = el("section", { class: "gt-part", "aria-label": t("more.budget.best") },
      el("h4", { class: "gt-heading" }, t("more.budget.best")), el("p", { class: "gt-note" }, t("more.budget.best.note")),
      this.picker.node, ...this.status.nodes, this.found);
  }

  makeSlider() {
    const { t, signal } = this;
    const id = unique("offer");
    this.input = el("input", { id, type: "range", min: 0, step: 1 });
    this.output = el("output", { for: id, class: "gt-output", "aria-live": "off" });
    this.input.addEventListener("input", () => {
      mark(this.output, "aria-live", "off");
      this.choose(Number(this.input.value));
    }, { signal });
    const head = el("div", { class: "gt-field-head" }, el("label", { for: id }, t("more.budget.choose")), this.output);
    this.stretch = el("span", { class: "gt-stretch", "aria-hidden": "true" });
    this.steps = [-1, 1].map((way) => {
      const button = el("button", { type: "button", class: "gt-button" }, t(`more.budget.${way < 0 ? "cheaper" : "dearer"}`));
      button.addEventListener("click", () => this.go(way), { signal });
      return button;
    });
    this.field = el("div", { class: "gt-field" }, head, el("div", { class: "gt-rail" }, this.stretch, this.input),
      el("div", { class: "gt-steps" }, ...this.steps));
  }

  /** The next plan that costs less or more; a slider of so many is too fine for a thumb. */
  go(way) {
    const index = this.chosen + way;
    if (!this.front[index]) return;
    mark(this.output, "aria-live", "polite"); // of itself only a slider is read out
    this.choose(index);
  }

  /** Begin anew when what goes before the changes is another; what was tried is tried again. */
  begin() {
    const { place } = this.store;
    const shocks = this.store.get("shocks");
    this.begins = Math.min(this.store.get("begins"), place.months - 1);
    const same = JSON.stringify(shocks) === JSON.stringify(place.shocks);
    const own = same ? this.store.own : this.store.engine({}, shocks);
    const attempt = trials({ place, own, simulate, shocks, begins: this.begins });
    const first = [ownSigns(place, this.begins), ...(this.search?.tried.keys() ?? this.first)];
    this.search = new Search({ place, attempt, first, axes: this.picker.axes(), limits: this.limits });
    this.own = outcome(place, own, this.begins);
    this.turn();
  }

  /** Plans that were found elsewhere are tried before all others. */
  bring(plans) {
    this.first = plans;
    if (!this.search) return;
    this.search.waiting.push(...plans);
    this.turn();
  }

  /** Another limit: no search, and no other dots, while a hand is setting it. */
  limit(limits) {
    this.limits = limits;
    if (!this.search) return;
    this.busy = true;
    clearTimeout(this.resting);
    clearTimeout(this.turning);
    this.turning = setTimeout(() => this.turn(), SOON);
  }

  /** Go on searching, under other limits or for other outcomes. */
  turn() {
    this.search.turn({ limits: this.limits, axes: this.picker.axes() });
    this.left = this.search.waiting.length + STEPS;
    this.busy = true;
    this.status.say(this.t("more.budget.searching"));
    mark(this.node, "aria-busy", true);
    clearTimeout(this.resting);
    if (this.search.tried.size) this.show();
    this.resting = setTimeout(() => this.work(), REST);
  }

  /** A few plans at a time, so that a thumb never waits; none while the panel is closed. */
  work() {
    if (this.signal.aborted || !this.node.isConnected) return;
    if (this.left <= 0 && !this.goOn()) return this.show(true);
    const until = performance.now() + SPEND;
    for (; this.left > 0 && performance.now() < until; this.left -= 1) this.search.step();
    this.resting = setTimeout(() => this.work(), 0);
  }

  /** Where some plans keep the limit, but not as many as can be shown, levers are set more finely; whether they are. */
  goOn() {
    const count = this.search.best().length;
    if (!count || count === MOST || !this.search.finer()) return false;
    this.show();
    this.left = STEPS * this.search.parts;
    return true;
  }

  show(done = false) {
    const { t, search } = this;
    const kept = this.front[this.chosen]?.signs;
    this.front = search.best();
    const cheapest = Math.min(...[...search.tried.values()].map((one) => one.cost));
    if (done) {
      this.busy = false;
      mark(this.node, "aria-busy", false);
      const count = this.front.length;
      const said = count === MOST ? "found" : count ? "fewer" : "none";
      this.status.say(t(`more.budget.${said}`, { count, most: MOST, tried: search.tried.size, cheapest: yuan(t, cheapest) }));
    }
    this.found.hidden = !this.front.length;
    if (!this.front.length) return;
    const same = this.front.findIndex((one) => one.signs === kept);
    mark(this.input, "max", this.front.length - 1);
    this.choose(same < 0 ? Math.floor(this.front.length / 2) : same);
    this.fill();
  }

  choose(index) {
    const { t, front, search, own, begins } = this;
    const { place } = this.store;
    this.chosen = index;
    const trial = front[index];
    if (Number(this.input.value) !== index) this.input.value = String(index);
    const slots = { index: index + 1, count: front.length, cost: yuan(t, trial.cost) };
    const text = t("more.budget.choice", slots);
    write(this.output, text);
    mark(this.input, "aria-valuetext", text);
    this.steps.forEach((button, at) => mark(button, "aria-disabled", index === (at ? front.length - 1 : 0)));
    this.stretch.style.setProperty("transform", `scaleX(${front.length > 1 ? index / (front.length - 1) : 0})`);
    const onTry = () => this.store.set({ plan: changesOf(place, trial.signs, this.store.get("begins")) });
    this.card.replaceChildren(...planCard({ t, place, axes: search.axes, own, trial, index, count: front.length, begins, onTry }));
    this.draw();
  }

  draw() {
    const { t, store, search, front, own } = this;
    const at = ({ values, cost }) => ({ x: values[search.axes[0].key], y: values[search.axes[1].key], cost });
    const axes = search.axes.map(({ key, unit, reversed }) => ({ name: t(`quantity.${key}`), unit, reversed }));
    const mine = store.isOwn() ? null : at(outcome(store.place, store.run, this.begins));
    const label = t("more.budget.picture", { count: front.length, across: axes[0].name, up: axes[1].name, chosen: this.chosen + 1 });
    this.scatter.update({ points: front.map(at), own: at(own), mine, chosen: this.chosen, axes, label });
  }

  fill() {
    if (this.table.open) this.table.replaceChildren(this.table.firstChild, el("div", { class: "gt-scroll", tabindex: "0", role: "region", "aria-label": this.t("more.budget.best") }, planTable(this.t, this.search.axes, this.front)));
  }

  update() {
    this.node.hidden = this.store.isWritten();
    if (this.node.hidden) return;
    const now = JSON.stringify([this.store.get("begins"), this.store.get("shocks")]);
    if (now !== this.before) {
      this.before = now;
      this.begin();
    } else if (this.busy) {
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.work(), REST);
    }
    clearTimeout(this.drawing);
    this.drawing = setTimeout(() => this.front.length && this.draw(), SOON);
  }
}

/**
 * @param {{t: Function, store: any, choices: any, signal: AbortSignal, first: string[]}} options first: plans that the book brings
 * @returns {Offers} node, update(frame), bring(plans) and limit(limits), which comes before the first update
 */
export const offersPart = (options) => new Offers(options);
