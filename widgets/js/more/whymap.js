/** The whole causal map with one loop lit, where the changes enter it, and what passes the difference on. */

import { el, mark } from "../dom.js";
import { causalMap, pictures } from "../fetch.js";
import { phrase, translator } from "../words.js";
import { gone } from "./whybars.js";
import { badges, lone, marksOf } from "./whymarks.js";

/** A quantity without marks. */
const NONE = { changes: [], rank: 0 };

/** The kinds of marks, and how they look in a line of text. */
const KINDS = ["enters", "passes", "outcome"];
const SIGNS = ["▶", "❶", "▢"];

/** What the marks mean, one after the other. */
function legend(t) {
  const drawn = [lone(0), lone(1), el("span", { class: "gt-why-box", "aria-hidden": "true" })];
  return el("ul", { class: "gt-why-key" }, ...KINDS.map((kind, at) => el("li", {}, drawn[at], t(`more.why.map.${kind}`))));
}

export class WhyMap {
  /** @param {{t: Function, store: any, signal: AbortSignal, told: Element}} options told says what there is to say of the loop */
  constructor(options) {
    Object.assign(this, options);
    this.status = el("p", { class: "gt-note", role: "status" });
    this.node = el("div", { class: "gt-causal-map gt-why-map", "data-loop": true }, this.told, this.status);
  }

  /** Draw the map, once its script and its words have come. */
  async bring() {
    const { store, signal, node, told } = this;
    const [{ mapPicture }, state] = await Promise.all([pictures(store.model), causalMap(store.model)]);
    this.picture = mapPicture({ t: translator(state.words), state, signal, about: (key) => this.about(key) });
    this.enters = state.enters;
    this.more = el("div", { hidden: true });
    const { diagram } = this.picture;
    const { drawing, answer } = diagram;
    // On a phone this is its width; what is laid out by now need not be when it comes into sight.
    if (node.clientWidth) diagram.layout(node.clientWidth);
    // who touches a quantity hears of it; a loop that is lit because a lever moved is not read out
    mark(answer, "aria-live", "off");
    node.addEventListener("focusin", () => mark(answer, "aria-live", "polite"), { signal });
    node.addEventListener("focusout", () => mark(answer, "aria-live", "off"), { signal });
    node.replaceChildren(legend(this.t), el("div", { class: "gt-pair" }, drawing, el("div", { class: "gt-why-side" }, told, answer)));
  }

  /**
   * Light a loop and mark what is known of the difference.
   * @param {any} picture as whySentences takes it, with the outcome's key
   * @param {{key: string, path: string[]}} loop
   */
  show(picture, loop) {
    this.wanted = { picture, loop };
    if (this.picture) return this.draw();
    if (this.node.getAttribute("aria-busy") === "true") return;
    mark(this.node, "aria-busy", true);
    const sorry = () => { this.status.textContent = this.t("studio.further.sorry"); };
    this.bring().then(() => this.draw(), sorry).finally(() => mark(this.node, "aria-busy", false));
  }

  draw() {
    const { picture, loop } = this.wanted;
    this.marks = marksOf(picture, this.enters);
    this.tell();
    const { diagram } = this.picture;
    diagram.nodes.forEach((one, index) => this.markNode(one, diagram.options.nodes[index]));
    // A picture that is saved bears this below it: which difference, and the key.
    mark(diagram.drawing, "data-note", [picture.note, ...SIGNS.map((sign, at) => `${sign} ${this.t(`more.why.map.${KINDS[at]}`)}`)].join("\u2003"));
    if (this.lit === loop.key) return;
    this.lit = loop.key;
    this.picture.show(loop);
    mark(diagram.drawing, "data-name", this.t("loop.title", loop));
  }

  markNode({ node, corner }, { key, name }) {
    const { t, marks, wanted: { picture } } = this;
    const { changes, rank } = marks[key] ?? NONE;
    const known = { enters: changes.length > 0, passes: rank > 0, outcome: key === picture.outcome };
    const said = Object.keys(known).filter((one) => known[one]).map((one) => t(`more.why.map.${one}`));
    mark(node, "aria-label", said.length ? t("more.why.map.named", { name, marks: said.join(t("list.comma")) }) : name);
    node.classList.toggle("gt-why-marked", said.length > 0);
    node.classList.toggle("gt-why-outcome", known.outcome);
    corner.replaceChildren(...badges([...(known.enters ? [0] : []), ...(rank ? [rank] : [])]));
  }

  /** What else is said of a quantity that is touched. */
  about(key) {
    this.touched = key;
    this.tell();
    return [this.more];
  }

  tell() {
    const { t, touched, wanted: { picture } } = this;
    const { changes, rank } = this.marks[touched] ?? NONE;
    const held = rank && gone(t, picture, picture.mediators[rank - 1]);
    const said = [
      changes.length ? t("more.why.map.acting", { changes: phrase(t, changes) }) : "",
      held ? t("more.why.map.held", { course: picture.course, gone: held }) : "",
    ].filter(Boolean);
    this.more.hidden = !said.length;
    this.more.replaceChildren(...said.map((text) => el("p", {}, text)));
  }
}
