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

/** Go back to where the reader left the page, or the other language; whether the fragment says where that was. */
function back(model, fragment) {
  let position = null;
  try {
    position = positionIn(model.get("state"), fragment);
  } catch { /* what is wrong with it is said by who carries it */ }
  if (!position) return false;
  for (const name of NAMES) model.set(name, position[name]);
  model.set("linked", true);
  return true;
}

/** The studios that a fragment speaks to: those of its place, or all; none where it names a heading. */
function meant(models, fragment) {
  if (!fragment.includes("=")) return [];
  const own = models.filter((model) => model.get("state").key === new URLSearchParams(fragment).get("place"));
  return own.length ? own : models;
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
  /** What is new here, or wrong, is opened or refused by its reader, which has yet to be fetched. */
  function follow(fragment, known) {
    for (const model of meant(models, fragment)) if (!known(model, fragment)) model.set("carried", fragment);
  }
  follow(page.location.hash.slice(1), back);
  // a change of a moment ago may have been written over the address before its reader hears of this one
  addEventListener("hashchange", ({ newURL }) => follow(new URL(newURL).hash.slice(1), (model, fragment) => fragment === written(model)));
  for (const model of models) {
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
