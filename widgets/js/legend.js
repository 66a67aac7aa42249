/** What the lines mean, how sure they are, and which years are drawn. */

import { el, mark, write } from "./dom.js";
import { MEMBERS } from "./ensemble.js";
import { calendar } from "./scale.js";

const YEAR = 12;
/** A closer look begins this many months before the reader's changes. */
const BEFORE = 60;

/** The years that are drawn: all of them, or those around the reader's changes. */
export function yearsButton({ t, store, signal }) {
  const button = el("button", { type: "button", class: "gt-quiet" });
  const near = () => Math.max(0, Math.floor((store.get("begins") - BEFORE) / YEAR) * YEAR);
  button.addEventListener("click", () => store.set({ since: store.get("since") ? 0 : near() }), { signal });
  return {
    node: button,
    update({ since }) {
      button.toggleAttribute("hidden", !since && !near());
      const { year } = calendar(store.place.begins, near());
      write(button, since ? t("studio.all_years") : t("studio.closer", { year }));
    },
  };
}

/** Show or hide the band of runs with other numbers. */
function sureButton({ t, store, choices, signal }, note) {
  const button = el("button", { type: "button", class: "gt-quiet" }, t("studio.sure"));
  const want = (wanted) => {
    mark(button, "aria-pressed", wanted);
    note.hidden = !wanted;
    store.wantSure(wanted);
  };
  button.addEventListener("click", () => {
    want(!store.sureness.wanted);
    choices.set("sure", store.sureness.wanted);
  }, { signal });
  want(choices.get("sure", (wanted) => wanted === false) ?? true);
  return button;
}

function entry(name, text) {
  const swatch = el("span", { class: "gt-swatch", "aria-hidden": "true" });
  return el("span", { class: `gt-key gt-key-${name}` }, swatch, text);
}

/**
 * @param {{t: Function, store: any, choices: any, signal: AbortSignal}} options
 * @returns {{node: Element, note: Element}} note says what the band is
 */
export function legend(options) {
  const { t } = options;
  const note = el("p", { class: "gt-note" }, t("studio.sure.note", { count: MEMBERS }));
  const lines = [entry("run", t("studio.mine")), entry("own", t("studio.own"))];
  return { node: el("p", { class: "gt-legend" }, ...lines, sureButton(options, note)), note };
}
