/** A source as a picture names it. */

import { el } from "./dom.js";

const FACT = /\b([a-z]+\d{3})\b/;

/**
 * The name of a source; where the evidence stands on the same page, the number of a fact leads to its row there.
 * @param {string} source such as "Fu et al. 2023 · fu084"
 */
export function cite(source) {
  const evidence = document.querySelector("[data-widget=evidence]");
  const parts = source.split(FACT).map((part, at) => (at % 2 && evidence ? el("a", { href: `#${part}` }, part) : part));
  return el("cite", {}, ...parts);
}
