/** The two sides of a comparison: which plan is looked at, and which it is set against; the reader chooses both. */

import { el, unique } from "../dom.js";
import { keepChoice } from "./choosing.js";

/** What stands in the studio, and the place as it was; every other choice is the id of a kept plan. */
export const NOW = "now";
export const OWN = "";
/** Where nothing is chosen, the reader's plan is set against the place as it was. */
const FIRST = { plan: NOW, against: OWN };
/** No changes: one object, so that who asks twice is given the same. */
const UNCHANGED = {};

/**
 * @typedef {{kind: "now" | "own" | "plan", name: string, plan: import("../plan.js").Plan,
 *   shocks: import("../plan.js").Shock[]}} Side name is "" for what the reader has given no name
 */

/**
 * What both sides are called in sentences.
 * @param {import("../words.js").Translate} t
 * @param {Pick<Side, "kind" | "name">} mine
 * @param {Pick<Side, "kind" | "name">} other
 * @returns {{plan: string, against: string, under: string, than: string, course: string}} plan and against as names;
 *   under, than and course as parts of a sentence that explains
 */
export function sideWords(t, mine, other) {
  return {
    plan: t(`more.side.${mine.kind}`, mine),
    against: t(`more.side.${other.kind}`, other),
    under: t(`more.why.under.${mine.kind}`, mine),
    than: t(`more.why.than.${other.kind}`, other),
    course: t(`more.why.course.${other.kind}`, other),
  };
}

export class Sides {
  /**
   * @param {{t: Function, store: any, plans: any, choices: any, signal: AbortSignal, panel: string, onChoose: () => void}} options
   *   under the name of the panel its choices are kept
   */
  constructor(options) {
    Object.assign(this, options);
    const { t, choices, signal, panel } = this;
    const sides = Object.keys(FIRST);
    this.lists = Object.fromEntries(sides.map((side) => [side, el("select", { id: unique("side"), class: "gt-select", "data-side": side })]));
    this.offer();
    for (const side of sides) {
      keepChoice(this.lists[side], choices, `${panel}.${side}`, signal);
      this.lists[side].addEventListener("change", () => this.onChoose(), { signal });
    }
    const field = (side) => el("div", {}, el("label", { for: this.lists[side].id }, t(`more.side.${side}.label`)), this.lists[side]);
    this.node = el("div", { class: "gt-sides" }, ...sides.map(field));
  }

  /** Offer what there is to choose from now; what was chosen stays chosen while it is kept, and is forgotten with it. */
  offer() {
    const { t, plans, choices, panel } = this;
    for (const [side, list] of Object.entries(this.lists)) {
      const chosen = list.options.length ? list.value : FIRST[side];
      const offered = [[NOW, t("more.plans.now")], [OWN, t("more.side.own")], ...plans.all().map(({ id, name }) => [id, name])];
      list.replaceChildren(...offered.map(([value, name]) => el("option", { value }, name)));
      const gone = offered.every(([value]) => value !== chosen);
      // the next plan that is kept may be given the id of one that was deleted
      if (gone) choices.set(`${panel}.${side}`, FIRST[side]);
      list.value = gone ? FIRST[side] : chosen;
    }
  }

  /** @returns {Side} the plan that is looked at */
  get mine() {
    return this.side(this.lists.plan.value);
  }

  /** @returns {Side} what it is set against */
  get other() {
    return this.side(this.lists.against.value);
  }

  side(chosen) {
    const { store, plans } = this;
    const kept = plans.find(chosen);
    if (kept) return { kind: "plan", name: kept.name, plan: kept.plan, shocks: kept.shocks };
    if (chosen === NOW) return { kind: "now", name: "", plan: store.get("plan"), shocks: store.get("shocks") };
    return { kind: "own", name: "", plan: UNCHANGED, shocks: store.place.shocks };
  }

  words() {
    return sideWords(this.t, this.mine, this.other);
  }

  /** Whether what stands in the studio is one of the two. */
  hasNow() {
    return [this.mine, this.other].some(({ kind }) => kind === "now");
  }

  /** Why there is nothing to compare: one plan was chosen twice, the reader's has no change yet, or two plans are alike. */
  nothing() {
    const { lists, t } = this;
    if (lists.plan.value === lists.against.value) return t("more.side.twice");
    return t(this.hasNow() ? "more.why.nothing" : "more.side.alike");
  }

  /** Why nothing can be compared though two plans are chosen, or "": what Python wrote is a run, no plan. */
  refused() {
    return this.store.isWritten() && this.hasNow() ? this.t("more.why.written") : "";
  }
}
