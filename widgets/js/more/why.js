/** Why? Any plan against any other: the changes, what passes them on, the loops. */

import { el, unique } from "../dom.js";
import { quantityOptions } from "../outcomes.js";
import { resolve } from "../plan.js";
import { differs } from "../story.js";
import { monthName } from "../words.js";
import { answering } from "./answering.js";
import { between } from "./between.js";
import { canExplain, explainedAt, explaining } from "./explain.js";
import { EXACT } from "./shapley.js";
import { Sides } from "./sides.js";
import { inSlices, inWorker } from "./slices.js";
import { causeTable, mediatorTable } from "./whybars.js";
import { LoopList } from "./whyloops.js";
import { causeName } from "./whynames.js";
import { own, whySentences } from "./whywords.js";

/** A plan that rests so long is explained, and a month that rests so long is told of. */
const REST = { plan: 250, month: 120 };
/** With more changes than these a worker does it, where the page may have one. */
const LIVE = 8;
const WORKER = "explaining.js";
/** Where in the whole of the work each part of it lies. */
const PARTS = { causes: { begins: 0, share: 0.4 }, mediators: { begins: 0.4, share: 0.2 }, loops: { begins: 0.6, share: 0.4 } };

/** Nothing was chosen, and nothing that is chosen is kept. */
const UNCHOSEN = { get: () => undefined, set: () => {} };

class WhyPanel {
  /** @param {{t: Function, store: any, choices: any, signal: AbortSignal, plans: any, data: any}} options */
  constructor(options) {
    Object.assign(this, options);
    this.options = options;
    this.loops = Object.fromEntries(this.data.loops.map((one) => [one.key, one]));
    this.known = null;
    this.asked = [];
    this.stop = () => {};
    this.waiting = this.drawing = 0;
    this.makeControls();
    this.makeNode();
    this.plans.listen(() => this.tellPlans());
    this.signal.addEventListener("abort", () => this.giveUp());
  }

  makeControls() {
    const { t, store, signal } = this;
    this.sides = new Sides({ ...this, panel: "why", onChoose: () => this.update(this.store.frame()) });
    const outcomes = store.place.quantities.filter((one) => one.named && canExplain(one.key));
    this.outcome = el("select", { id: unique("why"), class: "gt-select" }, ...quantityOptions(t, outcomes));
    this.outcome.addEventListener("change", () => store.set({ quantity: this.outcome.value }), { signal });
  }

  makeNode() {
    const { t } = this;
    this.sentence = answering(() => this.node, "gt-sentence gt-why-said");
    this.busy = el("progress", { class: "gt-why-busy", "aria-label": t("more.why.busy"), hidden: true });
    this.causes = el("section", {});
    this.mediators = el("section", {});
    this.ways = new LoopList({ ...this, onChoose: () => this.draw() });
    this.figure = el("div", { class: "gt-why-figure", hidden: true }, this.causes, this.mediators, this.ways.node);
    const outcome = el("div", {}, el("label", { for: this.outcome.id }, t("more.why.outcome")), this.outcome);
    const head = el("div", { class: "gt-filters" }, outcome, this.sides.node);
    this.node = el("div", { class: "gt-why" }, head, this.busy, ...this.sentence.nodes, this.figure);
  }

  tellPlans() {
    this.sides.offer();
    this.update(this.store.frame());
  }

  /** This panel while it explains the reader's plan, or else one out of sight that does: what is printed is that plan. */
  ofMine() {
    const { mine, other } = this.sides;
    if (mine.kind === "now" && other.kind !== "now") return this;
    return (this.twin ??= new WhyPanel({ ...this.options, choices: UNCHOSEN }));
  }

  /** In a drag this is called for every frame, so it compares what is asked by identity and writes only what has changed. */
  update(frame) {
    const { store, outcome } = this;
    this.frame = frame;
    if (outcome.value !== store.get("quantity")) outcome.value = store.get("quantity");
    const { mine, other } = this.sides;
    const asks = [mine.plan, mine.shocks, other.plan, other.shocks, mine.kind, other.kind, mine.name, other.name, store.isWritten()];
    if (asks.some((one, at) => one !== this.asked[at])) {
      this.asked = asks;
      this.giveUp();
      this.node.classList.add("gt-why-old");
      this.waiting = setTimeout(() => this.begin(), REST.plan);
    } else {
      clearTimeout(this.drawing);
      // A report asks while the panel is out of sight, and does not wait for a month to rest.
      if (this.node.isConnected) this.drawing = setTimeout(() => this.draw(), REST.month);
      else this.draw();
    }
  }

  giveUp() {
    this.stop();
    this.tellProgress(null);
    clearTimeout(this.waiting);
    clearTimeout(this.drawing);
  }

  begin() {
    const { store, sides } = this;
    const refused = sides.refused();
    if (refused) return this.tellNothing(refused);
    const { parameters, start, plan, months } = store.place;
    const side = (one) => ({ plan: resolve(plan, one.plan, store.rest), shocks: one.shocks });
    const job = { parameters, start, months, mine: side(sides.mine), other: side(sides.other) };
    this.work(job, {
      progress: ({ name, part }) => this.tellProgress(PARTS[name].begins + PARTS[name].share * part),
      done: (known) => this.finish(known),
    });
  }

  /** In slices, so that a thumb never waits; in a worker where there is much to do. */
  work(job, listeners) {
    const home = this.store.model.get("home");
    const slices = () => { this.stop = inSlices(explaining(job), listeners); };
    if (!/^http/.test(home ?? "") || between(job).causes.length <= LIVE) return slices();
    this.stop = inWorker(new URL(WORKER, home).href, job, { ...listeners, failed: slices });
  }

  tellProgress(part) {
    if (part === null && this.busy.hidden) return;
    this.busy.hidden = part === null;
    this.busy.value = part ?? 0;
  }

  finish(known) {
    this.tellProgress(null);
    this.known = known;
    this.node.classList.remove("gt-why-old");
    this.draw();
  }

  tellNothing(text) {
    this.known = null;
    this.node.classList.remove("gt-why-old");
    this.figure.hidden = true;
    this.sentence.say(text);
  }

  /** What is known, with the words of this place. */
  picture() {
    const { t, store, known, loops } = this;
    const { quantity, begins, months } = { ...store.place, quantity: store.get("quantity") };
    const month = Math.min(this.frame.month, months);
    const found = explainedAt(known, quantity, month);
    const { mine, other } = this.sides;
    const cause = (key) => causeName(t, store.place, mine.shocks, other.shocks, key);
    return {
      ...found, begins, month, outcome: quantity,
      name: t(`quantity.${quantity}`),
      unit: store.place.quantities.find((one) => one.key === quantity).unit,
      ...this.sides.words(),
      causes: found.causes.map((one) => ({ ...one, name: cause(one.key) })),
      mediators: found.mediators.map((one) => ({ ...one, name: t(`quantity.${one.key}`) })),
      loops: found.loops.map((one) => ({ ...loops[one.key], ...one })),
    };
  }

  draw() {
    const { t, known, frame, store } = this;
    if (!known) return;
    const { causes, first } = known.between;
    if (!causes.length) return this.say(this.sides.nothing());
    if (frame.month <= first && first > 0) return this.say(t("more.why.before", { month: monthName(t, store.place.begins, first) }));
    const picture = this.picture();
    const told = whySentences(t, picture);
    this.say(told.reduce((one, other) => t("more.predict.join", { one, other })));
    this.figure.hidden = !differs(picture.mine, picture.other, picture.unit);
    // a picture that is saved bears the sentence that says which difference it explains
    if (!this.figure.hidden) this.drawFigure({ ...picture, note: told[0] });
  }

  /** A sentence that stands alone, or above the figure. */
  say(text) {
    this.figure.hidden = true;
    this.sentence.say(text);
  }

  drawFigure(picture) {
    const { t } = this;
    const heading = (text) => el("h4", { class: "gt-heading" }, text);
    const note = (text) => el("p", { class: "gt-note" }, text);
    const error = Math.max(...picture.causes.map((one) => one.error));
    const drawn = picture.exact ? [] : [note(t("more.why.causes.drawn", { most: EXACT, error: own(error) }))];
    this.causes.replaceChildren(heading(t("more.why.causes")), note(t("more.why.causes.note")), causeTable(t, picture), ...drawn);
    this.ways.update(picture);
    const held = note(t("more.why.mediators.note", { course: picture.course }));
    this.mediators.replaceChildren(heading(t("more.why.mediators")), held, mediatorTable(t, picture, this.ways.lit()));
    this.mediators.hidden = !picture.mediators.length;
  }
}

/**
 * @param {{t: Function, store: any, choices: any, signal: AbortSignal, plans: any, data: any}} options
 * @returns {{node: Element, update: (frame: any) => void}}
 */
export function whyPanel(options) {
  return new WhyPanel(options);
}
