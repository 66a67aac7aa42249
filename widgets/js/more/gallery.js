/** The pictures that a reader may save: those of the studio, and those of every panel that was opened. */

import { el } from "../dom.js";
import { asPng, picturesIn, standalone } from "./pictures.js";
import { save, saveText } from "./saving.js";

/** Panels out of sight follow a plan that rests so long; a picture waits so long for them; milliseconds. */
const REST = 300;
const LONGEST_WAIT = 8000;
const WAIT = 50;
/** What is still being worked out. */
const BUSY = ".gt-why-old, .gt-sure-old, .gt-late, [aria-busy=true]";

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Gallery {
  /**
   * @param {any} options t, store, root, made (the panels that were opened, by name), signal, foot (the lines below a
   *   picture), fileName (ending, middle), say (what the reader is told)
   */
  constructor(options) {
    Object.assign(this, options);
    const { t, signal } = this;
    this.list = el("ul", { class: "gt-share-pictures" });
    /** Panels that are not open are drawn here, out of sight, as long as the list is open. */
    this.stage = el("div", { class: "gt-gallery", inert: true, "aria-hidden": "true" });
    this.node = el("details", {}, el("summary", {}, t("more.share.pictures")),
      el("p", { class: "gt-note" }, t("more.share.pictures.note")), this.list, this.stage);
    this.node.addEventListener("toggle", () => this.follow(), { signal });
    this.waiting = 0;
  }

  /** The plan has changed, or the list was opened. */
  update() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.follow(), REST);
  }

  /** Let the panels out of sight show what the studio shows; what is closed is let go. */
  async follow() {
    if (!this.node.open || !this.node.isConnected) return this.stage.replaceChildren();
    const { share, ...others } = this.made;
    this.staged = Object.entries(others);
    this.stage.replaceChildren(...this.staged.map(([, part]) => part.node));
    this.staged.forEach(([, part]) => part.update(this.store.frame()));
    await this.settled();
    this.build();
  }

  /** Wait until what is drawn belongs to the plan. */
  async settled() {
    const { turns } = this.store.sureness;
    await pause(REST);
    for (let waited = 0; waited < LONGEST_WAIT && (turns.jobs.length || this.stage.querySelector(BUSY)); waited += WAIT) await pause(WAIT);
  }

  pictures() {
    const { t, root, stage } = this;
    const own = picturesIn(t, root).filter(({ drawing }) => !stage.contains(drawing));
    const others = this.staged.flatMap(([panel, part]) => picturesIn(t, part.node).map(({ name, ...rest }) =>
      ({ ...rest, name: t("more.share.picture.of", { panel: t(`studio.further.${panel}`), name }) })));
    return [...own, ...others];
  }

  build() {
    const names = this.pictures().map(({ name }) => name);
    if (this.listed?.join("\n") === names.join("\n")) return;
    this.listed = names;
    this.list.replaceChildren(...names.map((name, index) => this.row(name, index)));
  }

  row(name, index) {
    const { t, signal } = this;
    const buttons = ["svg", "png"].map((kind) => {
      const label = t("more.share.picture", { name, kind: kind.toUpperCase() });
      const button = el("button", { type: "button", class: "gt-button", "aria-label": label }, t(`more.share.${kind}`));
      button.addEventListener("click", () => this.save(kind, index), { signal });
      return button;
    });
    return el("li", { class: "gt-share-row" }, el("span", {}, name), ...buttons);
  }

  /** Save the picture that stands at a place of the list; if another has come there, the list is made anew. */
  async save(kind, index) {
    const { t, root } = this;
    this.say(t("studio.further.wait"));
    await this.settled();
    this.say("");
    const { drawing, name, note } = this.pictures()[index] ?? {};
    if (name !== this.listed[index]) return this.build();
    const picture = standalone(drawing, { t, name, note, foot: this.foot(), lang: root.lang });
    if (kind === "svg") saveText(this.fileName(".svg", `${index + 1}`), picture.text, "image/svg+xml");
    else save(this.fileName(".png", `${index + 1}`), await asPng(picture));
  }
}
