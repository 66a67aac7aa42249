/** What the reader expects of the plan in the studio: curves that are drawn, kept and compared with a run. */

import { checkedPrediction } from "./kept.js";

const isList = (value) => Array.isArray(value);

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
  read() {
    try {
      return checkedPrediction(this.store.place, this.store.get("prediction"));
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
   * Put the prediction of a kept plan in place of all that is there.
   * @param {import("./kept.js").Prediction | null} prediction
   * @throws {RangeError} with the part that is not allowed
   */
  replace(prediction) {
    this.compare(Object.keys(prediction ?? {}));
    this.put(prediction);
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
