/** The position of a studio travels in the address, so that a switch of language keeps it. */

import { fromFragment, toFragment } from "./link.js";

const WRITE_AFTER = 250;

/**
 * The position that a text holds, or null where it holds none for this place.
 * @throws {RangeError} with the part that is not allowed
 */
export function positionIn(place, text) {
  const bounds = { place: place.key, months: place.months, levers: place.levers, kinds: place.kinds };
  const position = fromFragment(text, bounds);
  return position && { ...position, shocks: position.shocks ?? place.shocks };
}

/** A position as a text, for an address or for keeping. */
export function positionText(place, { plan, shocks, begins, month }) {
  const own = JSON.stringify(shocks) === JSON.stringify(place.shocks);
  return toFragment(place.key, { plan, shocks: own ? null : shocks, begins, month });
}

const NAMES = ["plan", "shocks", "begins", "month"];

function read(model, fragment) {
  const position = positionIn(model.get("state"), fragment);
  if (!position) return;
  for (const name of NAMES) model.set(name, position[name]);
  model.set("linked", true);
}

/** What a reader comes with: a code, which is read when its reader has been fetched, or an older position. */
function arrive(model, fragment) {
  if (fragment.startsWith("plan=")) return model.set("carried", fragment);
  try {
    read(model, fragment);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    model.set("refused", error.message);
  }
}

function written(model) {
  return positionText(model.get("state"), Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));
}

/**
 * Take the position from the address, keep it there, and hand it to the link to the other language.
 * @param {any[]} models the studios of the page; the first of each place is meant
 * @param {Document} page
 */
export function followLink(models, page) {
  let last = null;
  for (const model of models) {
    const come = () => arrive(model, page.location.hash.slice(1));
    come();
    addEventListener("hashchange", come);
    let waiting = 0;
    const changed = () => {
      last = model;
      clearTimeout(waiting);
      waiting = setTimeout(() => page.defaultView.history.replaceState(null, "", `#${written(model)}`), WRITE_AFTER);
    };
    for (const name of NAMES) model.on(`change:${name}`, changed);
  }
  page.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[hreflang]");
    const model = last ?? models[0];
    if (link && model) link.hash = written(model);
  });
}
