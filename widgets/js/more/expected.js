/** What the reader expects of the plan in the studio: curves that are drawn, kept and compared with a run. */

import { checkedPrediction } from "./kept.js";

const isList = (value) => Array.isArray(value);
const isObject = (value) => typeof value === "object" && value !== null;

export class Expected {
  /** @param {{store: any, choices: any}} options the prediction is one of the things that the store can undo */
  constructor({ store, choices }) {
    Object.assign(this, { store, choices });
    this.listeners = new Set();
    /** @type {import("./kept.js").Prediction | null} */
    this.prediction = this.read();
    /** Quantities whose run the reader has asked to see over the curve. */
    this.done = new Set(choices.get("predict.over", isList) ?? Object.keys(this.prediction ?? {}));
    store.model.on("change:prediction", () => {
      this.prediction = this.read();
      this.listeners.forEach((listener) => listener());
    });
  }

  /** What the store holds, which may come from outside. */
  read(prediction = this.store.get("prediction")) {
    try {
      return checkedPrediction(this.store.place, prediction);
    } catch {
      return null;
    }
  }

  /** Be told whenever a curve has changed. */
  listen(listener) {
    this.listeners.add(listener);
  }

  put(prediction) {
    this.store.set({ prediction: checkedPrediction(this.store.place, prediction) });
  }

  /**
   * Put the prediction of a plan that is opened, which may be none, in place of all that is there.
   * @param {import("./kept.js").Prediction | null} prediction
   * @throws {import("./code.js").Refusal}
   */
  replace(prediction) {
    this.turn(null, checkedPrediction(this.store.place, prediction), Object.keys(prediction ?? {}));
  }

  /**
   * Take up what was drawn for an experiment, or an empty paper; the experiment in hand takes it up already.
   * @param {string} experiment
   */
  enter(experiment) {
    if (experiment === this.store.get("experiment")) return;
    const left = this.left();
    const { prediction, over } = (Object.hasOwn(left, experiment) && left[experiment]) || {};
    this.turn(experiment, this.read(prediction ?? null), isList(over) ? over : []);
  }

  /** What was drawn for experiments that were left. */
  left() {
    return this.choices.get("predict.left", isObject) ?? {};
  }

  /** Leave one experiment for another, or for none; what was drawn for it is found again. */
  turn(experiment, prediction, over) {
    const before = this.store.get("experiment");
    if (before) this.choices.set("predict.left", { ...this.left(), [before]: { prediction: this.prediction, over: [...this.done] } });
    this.compare(over);
    this.store.set({ prediction, experiment });
  }

  /** One curve, or null to take it back. */
  draw(key, curve) {
    const { [key]: _, ...others } = this.prediction ?? {};
    this.put(curve ? { ...others, [key]: curve } : others);
  }

  /** Show the run over a curve, or only the curve. */
  show(key, wanted) {
    this.compare([...this.done].filter((one) => one !== key).concat(wanted ? [key] : []));
  }

  compare(keys) {
    this.done = new Set(keys);
    this.choices.set("predict.over", keys);
  }
}
