/** What this browser keeps of a studio: the reader's steps and choices, so that nothing is lost when the page is left. */

import { positionIn, positionText } from "./position.js";

/** Under this name, with the place's own behind it, the browser keeps what we ask it to. */
export const SHELF = "governing-together";

/**
 * What a reader chose in a studio and its panels. Whoever asks says what may be chosen: a text from
 * a storage is a text from outside.
 */
export class Choices {
  /** @param {{place: any, storage: () => Storage}} options storage may throw where the browser keeps nothing */
  constructor({ place, storage }) {
    Object.assign(this, { storage, key: `${SHELF}/${place.key}/choices` });
    this.all = {};
    try {
      this.all = { ...JSON.parse(storage().getItem(this.key)) };
    } catch { /* what cannot be read was no choice */ }
  }

  /**
   * What was chosen last, or undefined.
   * @param {string} name
   * @param {(value: any) => boolean} fits
   */
  get(name, fits) {
    const value = Object.hasOwn(this.all, name) ? this.all[name] : undefined;
    return value !== undefined && fits(value) ? value : undefined;
  }

  set(name, value) {
    this.all[name] = value;
    try {
      this.storage().setItem(this.key, JSON.stringify(this.all));
    } catch { /* it lasts until the page is left */ }
  }
}

function recall(store, { steps, at, drawn = [], asked = [] }, arrived) {
  const found = steps.map((text) => positionIn(store.place, text));
  if (!found.every(Boolean) || !Number.isInteger(at) || !found[at]) throw new RangeError("steps");
  // a prediction is checked by the panel that draws it, which is not here yet
  const known = found.map(({ month, ...step }, index) => ({ ...step, prediction: drawn[index] ?? null, experiment: asked[index] ?? null }));
  Object.assign(store.history, { steps: known, at });
  const { prediction, experiment } = store.history.now;
  store.put(arrived ? { ...store.step(), prediction, experiment } : store.history.now);
  store.history.settle(store.step());
}

/**
 * Bring the steps of the last time back, and keep those to come.
 * @param {any} store
 * @param {() => Storage} storage may throw where the browser keeps nothing
 * @param {unknown} arrived whether the reader came with a position, which then stands and can be undone
 * @returns {string} the key of a sentence to be said, or ""
 */
export function remember(store, storage, arrived) {
  const key = `${SHELF}/${store.place.key}`;
  let said = "";
  try {
    const kept = JSON.parse(storage().getItem(key));
    if (kept) recall(store, kept, arrived);
    if (kept && !arrived && !store.isOwn()) said = "studio.kept.back";
  } catch (error) {
    said = error.name === "SecurityError" ? "studio.kept.off" : "studio.kept.bad";
  }
  store.onStep = () => {
    const { steps, at } = store.history;
    const texts = steps.map((step) => positionText(store.place, { ...step, month: 0 }));
    const [drawn, asked] = ["prediction", "experiment"].map((name) => steps.map((step) => step[name]));
    try {
      storage().setItem(key, JSON.stringify({ steps: texts, at, drawn, asked }));
    } catch { /* the position is in the address as well */ }
  };
  return said;
}
