/** How sure? Any plan against any other, in all plausible communities; and which assumption would turn that round. */

import { el, mark, write } from "../dom.js";
import { HEADLINES } from "../outcomes.js";
import { firstDifference } from "../store.js";
import { monthName } from "../words.js";
import { answering } from "./answering.js";
import { Contest } from "./contest.js";
import { late } from "./late.js";
import { Sides } from "./sides.js";
import { inSlices } from "./slices.js";
import { spreadPicture } from "./surespread.js";
import { countSentence, hangingSentences, soFar, spreadSentence } from "./surewords.js";
import { WeakPoints, furthest } from "./weakpoints.js";

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
    const { t } = this;
    this.sides = new Sides({ ...this, panel: "sure", onChoose: () => this.update(this.store.frame()) });
    this.when = answering(() => this.node);
    this.rows = HEADLINES.map((key) => this.row(key));
    this.status = answering(() => this.node, "gt-note gt-sure-status");
    this.more = el("section", { class: "gt-sure-more" });
    this.keys = PARTS.map(() => el("span", {}));
    const keys = PARTS.map((part, at) => el("span", {}, el("span", { "data-part": part }), this.keys[at]));
    this.bars = el("div", {}, el("p", { class: "gt-sure-keys", "aria-hidden": "true" }, ...keys),
      el("ul", { class: "gt-sure-rows" }, ...this.rows.map((one) => one.node)));
    this.holder = el("div", { hidden: true, class: "gt-sure-found" }, this.bars, this.more);
    this.drawLate = late(this.holder, () => this.draw());
    this.node = el("div", { class: "gt-sure" }, el("p", { class: "gt-note" }, t("more.sure.note")),
      el("div", { class: "gt-filters" }, this.sides.node), ...this.when.nodes, ...this.status.nodes, this.holder,
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
    this.sides.offer();
    this.update(this.store.frame());
  }

  stop() {
    this.giveUp();
    this.stopTrying();
    clearTimeout(this.waiting);
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
    const { mine, other } = this.sides;
    const pair = [mine, other].map(({ plan, shocks }) => ({ plan, shocks }));
    const asks = JSON.stringify([mine, other, this.store.isWritten()]);
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
    const { t, store, sides } = this;
    const refused = sides.refused();
    if (refused) return this.tellNothing(refused);
    if (JSON.stringify(pair[0]) === JSON.stringify(pair[1])) return this.tellNothing(sides.nothing());
    this.status.say(t("more.sure.wait"));
    const from = Math.min(store.place.months, ...pair.filter((one) => !this.isOwn(one)).map((one) => this.starts(one)));
    const { place, full, sureness } = store;
    const contest = new Contest({ place, full, communities: sureness.communities }, pair, from, HEADLINES);
    const { result, giveUp } = sureness.turns.add(contest.play());
    this.giveUp = giveUp;
    await result;
    this.status.say("");
    this.contest = contest;
    this.weak = new WeakPoints(contest);
    this.draw();
  }

  tellNothing(text) {
    this.node.classList.remove("gt-sure-old");
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
    const sides = this.sides.words();
    this.sentence = t("more.sure.when", { ...sides, count, month: monthName(t, this.store.place.begins, month) });
    this.when.say(this.sentence);
    PARTS.forEach((part, index) => write(this.keys[index], t(`more.sure.${part}`, sides)));
    mark(this.bars, "data-name", this.sentence);
    for (const { key, button, node, text, parts } of this.rows) {
      const counts = contest.counts(key, month);
      mark(button, "aria-pressed", key === chosen);
      node.classList.toggle("gt-lit", key === chosen);
      PARTS.forEach((part, index) => parts[index].style.setProperty("--part", (counts[part] / count).toFixed(4)));
      write(text, countSentence(t, counts));
    }
    this.tell(month);
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
    const about = { ...this.sides.words(), note: this.sentence, name: t(`quantity.${chosen}`), unit: quantity.unit, differences, month: monthName(t, store.place.begins, month) };
    const hanging = el("div", { class: "gt-sure-hanging" });
    this.more.replaceChildren(el("h4", { class: "gt-heading" }, t("more.sure.spread", about)),
      spreadPicture(t, { ...about, sign: contest.sign(chosen), least: contest.least(chosen) }),
      el("p", { class: "gt-sentence" }, spreadSentence(t, about)), hanging);
    const waiting = setTimeout(() => this.try(chosen, month, hanging), REST);
    this.stopTrying = () => clearTimeout(waiting);
  }

  /** Look for the assumption that would turn it round, a little at a time; what is found so far is said meanwhile. */
  try(key, month, into) {
    const { t, contest, weak } = this;
    const known = { counts: contest.counts(key, month), place: this.store.place, assumptions: this.assumptions, plan: this.sides.words().plan };
    const found = el("div", { class: "gt-sure-weak" });
    const trying = el("p", { class: "gt-note gt-trying" });
    const say = (sentences) => {
      if (found.textContent !== sentences.join("")) found.replaceChildren(...sentences.map((text, index) => el("p", index ? { class: "gt-note" } : {}, text)));
    };
    into.replaceChildren(found, trying);
    const progress = ({ part, attempts }) => {
      if (!into.isConnected) return this.forget(); // another panel is open, and this one is drawn anew when it comes back
      write(trying, t("more.sure.trying", { percent: Math.floor(part * 100), tried: weak.ends.length / 2 }));
      say(soFar(t, { ...known, found: furthest(attempts) }));
    };
    const done = (best) => {
      trying.remove();
      say(hangingSentences(t, { ...known, found: best }));
    };
    this.stopTrying = inSlices(weak.search(key, month), { progress, done });
  }
}

/**
 * @param {{t: Function, store: any, signal: AbortSignal, plans: any, assumptions: any}} options
 * @returns {{node: Element, update: (frame: any) => void}}
 */
export function surePanel(options) {
  return new SurePanel(options);
}
