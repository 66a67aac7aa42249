/** The four dimensions side by side, what they say in words, and the numbers behind them. */

import { DIMENSIONS, dimensionLines } from "./dimensions.js";
import { el, mark, restful, unique } from "./dom.js";
import { lineFigure } from "./figure.js";
import { legend } from "./legend.js";
import { newsSentence } from "./moved.js";
import { memberPanel } from "./members.js";
import { tenths } from "./scale.js";
import { spoken } from "./spoken.js";
import { stageSentence } from "./story.js";
import { summary } from "./summary.js";
import { tableBehind } from "./table.js";

const HEIGHT = 104;
/** The four lines share one scale, with this much room above and below. */
const ROOM = 0.05;

export class Stage {
  /**
   * @param {{t: Function, store: any, signal: AbortSignal, clock: {node: Node, update: Function},
   *   onQuantity: () => void}} options onQuantity is told when a member is to be seen large
   */
  constructor(options) {
    Object.assign(this, options);
    this.ownLines = this.linesOf(this.store.own);
    this.lines = this.ownLines;
    this.open = null;
    const id = unique("members");
    this.members = memberPanel(options, id);
    this.legend = legend(options);
    this.figures = DIMENSIONS.map((dimension) => this.figure(dimension, id));
    this.sentence = spoken(() => !this.store.replaying);
    this.summary = summary(options);
    this.told = this.position();
    this.tell = restful((frame) => this.say(frame));
    this.table = this.makeTable();
    const four = el("div", { class: "gt-four" }, ...this.figures.map((one) => one.node));
    const heading = el("h3", { class: "gt-hidden" }, this.t("studio.stage"));
    this.sticky = el("div", { class: "gt-stage" }, heading, this.legend.node, four, this.clock.node);
    const below = [...this.sentence.nodes, this.legend.note, this.members.node, this.table.node];
    this.below = el("div", { class: "gt-below" }, ...below);
  }

  linesOf(run) {
    return dimensionLines(this.store.place.quantities, run, this.store.full);
  }

  figure(dimension, id) {
    const { t, store, signal } = this;
    const attributes = { type: "button", class: "gt-title", "aria-expanded": "false", "aria-controls": id };
    const heading = el("button", attributes, t(`dimension.${dimension}`));
    heading.addEventListener("click", () => this.turn(dimension), { signal });
    return { dimension, heading, ...lineFigure({ t, store, signal, heading, tone: dimension, height: HEIGHT }) };
  }

  makeTable() {
    const { t, store, signal } = this;
    const column = (one) => ({
      name: t(`dimension.${one}`),
      unit: "1",
      own: this.ownLines[one],
      run: this.lines[one],
    });
    const columns = () => DIMENSIONS.map(column);
    return tableBehind({ t, store, signal, label: t("studio.table.dimensions"), columns });
  }

  /** Open the members of a dimension; the same again closes them. */
  turn(dimension) {
    this.open = this.open === dimension ? null : dimension;
    this.members.open(this.open);
    this.figures.forEach((one) => mark(one.heading, "aria-expanded", one.dimension === this.open));
    this.members.update(this.store.frame());
    // on a phone they stand below all levers
    if (this.open) this.members.node.scrollIntoView({ block: "nearest" });
  }

  update(frame) {
    this.lines = frame.changed ? this.linesOf(frame.run) : this.ownLines;
    this.told = this.store.replaying ?? this.told;
    this.draw(frame);
    for (const part of [this.clock, this.members, this.table]) part.update(frame);
    this.tell(frame);
  }

  draw(frame) {
    const { t, ownLines, lines } = this;
    const domain = tenths([...Object.values(ownLines), ...Object.values(lines)], frame.since, ROOM);
    for (const { dimension: key, update } of this.figures) {
      const name = t(`dimension.${key}`);
      update({ ...frame, key, name, unit: "1", domain, own: ownLines[key], run: lines[key] });
    }
  }

  say(frame) {
    const { quantities, begins } = this.store.place;
    const { full } = this.store;
    const picture = { ...frame, quantities, begins, full, ownLines: this.ownLines, runLines: this.lines };
    const foreign = this.store.isWritten() ? this.t("story.stage.written") : "";
    const sentence = foreign + stageSentence(this.t, picture);
    this.summary.say(sentence);
    this.sentence.say(sentence, () => this.news() + sentence, JSON.stringify([this.position(), sentence]));
  }

  position() {
    return Object.fromEntries(["plan", "shocks", "begins"].map((name) => [name, this.store.get(name)]));
  }

  /** What has been moved since this was last asked. */
  news() {
    const before = this.told;
    this.told = this.position();
    return newsSentence(this.t, this.store.place, before, this.told);
  }
}
