/** The loops that matter, as chips; the one that is chosen is told and lit on the causal map. */

import { el, mark } from "../dom.js";
import { monthName } from "../words.js";
import { WhyMap } from "./whymap.js";
import { percent, signed } from "./whywords.js";

/** So many loops are offered. */
const SHOWN = 4;

export class LoopList {
  /** @param {{t: Function, store: any, signal: AbortSignal, onChoose: () => void}} options */
  constructor(options) {
    Object.assign(this, options);
    this.chosen = "";
    this.heading = el("h4", { class: "gt-heading" });
    this.chips = el("div", { class: "gt-why-chips", role: "group" });
    this.told = el("div", { class: "gt-why-loop" });
    this.map = new WhyMap({ ...options, told: this.told });
    const note = el("p", { class: "gt-note" }, this.t("more.why.loops.note"));
    this.node = el("section", {}, this.heading, note, this.chips, this.map.node);
  }

  /** The quantities of the loop that is lit. */
  lit() {
    return new Set(this.shown?.path ?? []);
  }

  update(picture) {
    const { t } = this;
    const offered = picture.loops.slice(0, SHOWN);
    this.shown = offered.find((one) => one.key === this.chosen) ?? offered[0];
    this.heading.textContent = t("more.why.loops", { month: monthName(t, picture.begins, picture.month) });
    mark(this.chips, "aria-label", this.heading.textContent);
    const focused = this.chips.contains(document.activeElement) ? document.activeElement.dataset.loop : "";
    this.chips.replaceChildren(...offered.map((one) => this.chip(one)));
    if (focused) this.chips.querySelector(`[data-loop="${focused}"]`)?.focus();
    this.tell(picture);
    this.map.show(picture, this.shown);
  }

  chip(loop) {
    const { t, signal } = this;
    const size = percent(loop.share);
    const does = size === "0.0" ? t("more.why.hardly") : t(loop.share < 0 ? "more.why.smaller" : "more.why.larger", { percent: size });
    const button = el("button", { type: "button", class: "gt-level gt-why-chip", "data-loop": loop.key, "aria-pressed": String(loop === this.shown) },
      el("strong", {}, t("loop.title", loop)), el("small", {}, does));
    button.addEventListener("click", () => {
      this.chosen = loop.key;
      this.onChoose();
    }, { signal });
    return button;
  }

  tell(picture) {
    const { t, shown } = this;
    const rest = signed(picture, picture.change - shown.vanishes);
    const change = signed(picture, picture.change);
    const cut = t(rest === change ? "more.why.cut.same" : "more.why.cut.other", { key: shown.key, rest, change });
    const score = t("more.why.score", { under: picture.under, percent: percent(shown.score) });
    const said = [shown.story, this.path(shown), t(`loop.${shown.polarity}.meaning`), cut, score];
    this.told.replaceChildren(...said.map((text) => el("p", {}, text)));
  }

  /** The way round: each quantity with the sign of the arrow that leaves it. */
  path({ path, signs }) {
    const { t } = this;
    const steps = path.map((quantity, at) => t("loop.step", { name: t(`quantity.${quantity}`), sign: signs[at] === "+" ? "+" : "−" }));
    return steps.join("") + t(`quantity.${path[0]}`);
  }
}
