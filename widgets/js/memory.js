/** What this browser keeps of a studio: the reader's steps, so that nothing is lost when the page is left. */

import { positionIn, positionText } from "./position.js";

/** Under this name, with the place's own behind it, the browser keeps what we ask it to. */
export const SHELF = "governing-together";

function recall(store, { steps, at }, arrived) {
  const found = steps.map((text) => positionIn(store.place, text));
  if (!found.every(Boolean) || !Number.isInteger(at) || !found[at]) throw new RangeError("steps");
  const known = found.map(({ month, ...step }) => step);
  const now = store.step();
  Object.assign(store.history, { steps: known, at });
  if (arrived) store.history.settle(now);
  else store.put(store.history.now);
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
    try {
      storage().setItem(key, JSON.stringify({ steps: texts, at }));
    } catch { /* the position is in the address as well */ }
  };
  return said;
}
