/** The position of a studio travels in the address, so that a switch of language keeps it. */

import { fromFragment, toFragment } from "./link.js";

const WRITE_AFTER = 250;

function read(model, fragment) {
  const place = model.get("state");
  const bounds = { place: place.key, months: place.months, levers: place.levers, kinds: place.kinds };
  const position = fromFragment(fragment, bounds);
  if (!position) return;
  const { plan, shocks, begins, month } = position;
  const moved = { plan, shocks: shocks ?? place.shocks, begins, month };
  for (const [name, value] of Object.entries(moved)) model.set(name, value);
}

function written(model) {
  const place = model.get("state");
  const [plan, shocks, begins, month] = ["plan", "shocks", "begins", "month"].map((name) => model.get(name));
  const own = JSON.stringify(shocks) === JSON.stringify(place.shocks);
  return toFragment(place.key, { plan, shocks: own ? null : shocks, begins, month });
}

/**
 * Take the position from the address, keep it there, and hand it to the link to the other language.
 * @param {any[]} models the studios of the page; the first of each place is meant
 * @param {Document} page
 */
export function followLink(models, page) {
  let last = null;
  for (const model of models) {
    const fragment = page.location.hash.slice(1);
    try {
      read(model, fragment);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      model.set("refused", error.message);
    }
    let waiting = 0;
    const changed = () => {
      last = model;
      clearTimeout(waiting);
      waiting = setTimeout(() => page.defaultView.history.replaceState(null, "", `#${written(model)}`), WRITE_AFTER);
    };
    for (const name of ["plan", "shocks", "begins", "month"]) model.on(`change:${name}`, changed);
  }
  page.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[hreflang]");
    const model = last ?? models[0];
    if (link && model) link.hash = written(model);
  });
}
