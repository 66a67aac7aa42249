/** How sure? The reader's plan against the place as it was or a kept plan, in all plausible communities. */

import { el, mark, unique, write } from "../dom.js";
import { HEADLINES } from "../outcomes.js";
import { firstDifference } from "../store.js";
import { monthName } from "../words.js";
import { offerPlans } from "./against.js";
import { answering } from "./answering.js";
import { keepChoice } from "./choosing.js";
import { Contest } from "./contest.js";
import { late } from "./late.js";
import { spreadPicture } from "./surespread.js";
import { countSentence, hangingSentences, spreadSentence } from "./surewords.js";

/** A plan that rests so long is asked about. */
const REST = 200;
const PARTS = ["better", "same", "worse"];

class SurePanel {
  /** @param {{t: Function, store: any, signal: AbortSignal, plans: any, assumptions: any}} options */
  constructor(options) {
    Object.assign(this, options);
    this.chosen = this.choices.get("sure.outcome", (key) => HEADLINES.includes(key)) ?? HEADLINES[0];
    this.contest = null;
    this.asked = "";
    this.told = "";
    this.giveUp = () => {};
    this.stopTrying = () => {};
    this.waiting = 0;
    this.makeNode();
    this.plans.listen(() => this.tellPlans());
    this.signal.addEventListener("abort", () => this.stop());
  }

  makeNode() {
    const { t, signal } = this;
    this.against = el("select", { id: unique("sure"), class: "gt-select" });
    this.against.addEventListener("change", () => this.update(this.store.frame()), { signal });
    this.when = answering(() => this.node);
    this.rows = HEADLINES.map((key) => this.row(key));
    this.status = answering(() => this.node, "gt-note gt-sure-status");
    this.more = el("section", { class: "gt-sure-more" });
    const keys = PARTS.map((part) => el("span", {}, el("span", { "data-part": part }), t(`more.sure.${part}`)));
    this.bars = el("div", {}, el("p", { class: "gt-sure-keys", "aria-hidden": "true" }, ...keys),
      el("ul", { class: "gt-sure-rows" }, ...this.rows.map((one) => one.node)));
    this.holder = el("div", { hidden: true, class: "gt-sure-found" }, this.bars, this.more);
    this.drawLate = late(this.holder, () => this.draw());
    this.tellPlans();
    keepChoice(this.against, this.choices, "sure.against", signal);
    const label = el("label", { for: this.against.id }, t("more.why.against"));
    this.node = el("div", { class: "gt-sure" }, el("p", { class: "gt-note" }, t("more.sure.note")),
      el("div", { class: "gt-filters" }, el("div", {}, label, this.against)), ...this.when.nodes, ...this.status.nodes, this.holder,
      el("p", { class: "gt-note" }, t("more.sure.caution")));
  }

  /** One outcome: its name, a bar in three parts, and the numbers in words. */
  row(key) {
    const { t, signal } = this;
    const button = el("button", { type: "button", class: "gt-sure-name", "aria-pressed": "false" }, t(`quantity.${key}`));
    button.addEventListener("click", () => this.choose(key), { signal });
    const parts = PARTS.map((part) => el("span", { "data-part": part }));
    const text = el("span", { class: "gt-sure-told" });
    const node = el("li", { "data-row": key }, button, el("span", { class: "gt-sure-bar", "aria-hidden": "true" }, ...parts), text);
    return { key, button, node, text, parts };
  }

  choose(key) {
    this.chosen = key;
    this.choices.set("sure.outcome", key);
    this.draw();
  }

  tellPlans() {
    offerPlans(this.against, this.plans, this.t);
    if (this.node) this.update(this.store.frame());
  }

  stop() {
    this.giveUp();
    this.stopTrying();
    clearTimeout(this.waiting);
  }

  /** The two plans, the reader's first. */
  pair() {
    const { store } = this;
    const own = { plan: {}, shocks: store.place.shocks };
    return [{ plan: store.get("plan"), shocks: store.get("shocks") }, this.plans.find(this.against.value) ?? own];
  }

  starts({ plan, shocks }) {
    return firstDifference(plan, shocks, this.store.place.shocks);
  }

  /** Whether a plan is the place as it was: it never begins to differ. */
  isOwn({ plan, shocks }) {
    return !Object.keys(plan).length && JSON.stringify(shocks) === JSON.stringify(this.store.place.shocks);
  }

  update(frame) {
    this.frame = frame;
    const pair = this.pair().map(({ plan, shocks }) => ({ plan, shocks }));
    const asks = JSON.stringify([pair, this.store.isWritten()]);
    if (asks === this.asked) {
      if (frame.month !== this.month) this.forget();
      return this.drawLate();
    }
    this.asked = asks;
    this.stop();
    this.contest = null;
    this.node.classList.add("gt-sure-old");
    this.waiting = setTimeout(() => this.begin(pair), REST);
  }

  /** What is tried for one month is of no use for another, and a drag is not held up by it. */
  forget() {
    this.stopTrying();
    this.told = "";
  }

  async begin(pair) {
    const { t, store } = this;
    if (store.isWritten()) return this.tellNothing(t("more.why.written"));
    if (JSON.stringify(pair[0]) === JSON.stringify(pair[1])) return this.tellNothing(t("more.why.nothing"));
    this.status.say(t("more.sure.wait"));
    const from = Math.min(store.place.months, ...pair.filter((one) => !this.isOwn(one)).map((one) => this.starts(one)));
    const { place, full, sureness } = store;
    const contest = new Contest({ place, full, communities: sureness.communities }, pair, from, HEADLINES);
    const { result, giveUp } = sureness.turns.add(contest.play());
    this.giveUp = giveUp;
    await result;
    this.status.say("");
    this.contest = contest;
    this.draw();
  }

  tellNothing(text) {
    this.holder.hidden = true;
    this.when.say("");
    this.status.say(text);
  }

  draw() {
    if (!this.contest) return;
    const { t, contest, chosen } = this;
    const { month } = this.frame;
    this.month = month;
    const count = contest.communities.count;
    this.node.classList.remove("gt-sure-old");
    this.holder.hidden = false;
    const when = t("more.sure.when", { count, month: monthName(t, this.store.place.begins, month), than: this.than() });
    this.when.say(when);
    mark(this.bars, "data-name", when);
    for (const { key, button, node, text, parts } of this.rows) {
      const counts = contest.counts(key, month);
      mark(button, "aria-pressed", key === chosen);
      node.classList.toggle("gt-lit", key === chosen);
      PARTS.forEach((part, index) => parts[index].style.setProperty("--part", (counts[part] / count).toFixed(4)));
      write(text, countSentence(t, counts));
    }
    this.tell(month);
  }

  /** What the reader's plan is set against, in words. */
  than() {
    const name = this.plans.find(this.against.value)?.name;
    return name ? this.t("more.why.than.plan", { name }) : this.t("more.why.against.own");
  }

  /** The outcome that is chosen: its spread, and after a while the assumption on which it hangs. */
  tell(month) {
    const { t, contest, chosen, store } = this;
    const id = JSON.stringify([this.asked, chosen, month]);
    if (this.told === id) return;
    this.told = id;
    this.stopTrying();
    const quantity = store.place.quantities.find((one) => one.key === chosen);
    const differences = contest.differences(chosen, month);
    const about = { name: t(`quantity.${chosen}`), unit: quantity.unit, differences, month: monthName(t, store.place.begins, month) };
    const hanging = el("div", { class: "gt-sure-hanging" });
    this.more.replaceChildren(el("h4", { class: "gt-heading" }, t("more.sure.spread", about)),
      spreadPicture(t, { ...about, sign: contest.sign(chosen), least: contest.least(chosen) }),
      el("p", { class: "gt-sentence" }, spreadSentence(t, about)), hanging);
    this.waitingToTry = setTimeout(() => this.try(contest, chosen, month, hanging), REST);
    this.stopTrying = () => clearTimeout(this.waitingToTry);
  }

  /** Set the likeliest assumptions to the end of their range, one after the other, a little at a time. */
  async try(contest, key, month, into) {
    const { t, store, assumptions } = this;
    const told = el("p", { class: "gt-note gt-trying" });
    into.replaceChildren(told);
    const work = this.telling(contest.hanging(key, month), (part) => write(told, t("more.sure.trying", { percent: Math.round(part * 100) })));
    const { result, giveUp } = store.sureness.turns.add(work);
    this.stopTrying = giveUp;
    const found = await result;
    const sentences = hangingSentences(t, { found, counts: contest.counts(key, month), place: store.place, assumptions });
    into.replaceChildren(...sentences.map((text, index) => el("p", index ? { class: "gt-note" } : {}, text)));
  }

  *telling(work, progress) {
    let step = work.next();
    for (; !step.done; step = work.next()) {
      progress(step.value);
      yield;
    }
    return step.value;
  }
}

/**
 * @param {{t: Function, store: any, signal: AbortSignal, plans: any, assumptions: any}} options
 * @returns {{node: Element, update: (frame: any) => void}}
 */
export function surePanel(options) {
  return new SurePanel(options);
}
