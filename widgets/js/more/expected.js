/** What the reader expects of the plan in the studio: curves that are drawn, kept and compared with a run. */

import { SHELF } from "../memory.js";
import { checkedPrediction } from "./kept.js";

export class Expected {
  /** @param {{place: any, storage: () => Storage}} options storage may throw where the browser keeps nothing */
  constructor({ place, storage }) {
    Object.assign(this, { place, storage, key: `${SHELF}/${place.key}/prediction` });
    this.listeners = new Set();
    /** @type {import("./kept.js").Prediction | null} */
    this.prediction = null;
    try {
      this.prediction = checkedPrediction(place, JSON.parse(storage().getItem(this.key)));
    } catch { /* what cannot be read was no prediction of this place */ }
    /** Quantities whose run the reader has asked to see over the curve. */
    this.done = new Set(Object.keys(this.prediction ?? {}));
  }

  /** Be told whenever a curve has changed. */
  listen(listener) {
    this.listeners.add(listener);
  }

  put(prediction) {
    this.prediction = checkedPrediction(this.place, prediction);
    try {
      this.storage().setItem(this.key, JSON.stringify(this.prediction));
    } catch { /* it lasts until the page is left */ }
    this.listeners.forEach((listener) => listener());
  }

  /**
   * Put the prediction of a kept plan in place of all that is there.
   * @param {import("./kept.js").Prediction | null} prediction
   * @throws {RangeError} with the part that is not allowed
   */
  replace(prediction) {
    this.done = new Set(Object.keys(prediction ?? {}));
    this.put(prediction);
  }

  /** One curve, or null to take it back. */
  draw(key, curve) {
    const { [key]: _, ...others } = this.prediction ?? {};
    this.put(curve ? { ...others, [key]: curve } : others);
  }
}
