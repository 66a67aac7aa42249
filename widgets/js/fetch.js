/** What is fetched when a reader asks for it, from the book's own host and only then. */

import { el } from "./dom.js";

/** Wait until a script or a style sheet has loaded. */
export function loaded(node) {
  return new Promise((resolve, reject) => {
    node.addEventListener("load", resolve);
    node.addEventListener("error", () => reject(new Error(`${node.src || node.href} did not load`)));
    document.head.append(node);
  });
}

let coming = null;

/**
 * The chunk with the panels, and their words; fetched once for a page. In JupyterLab it is there
 * already and its words come with the widget.
 * @param {any} model
 * @returns {Promise<{panels: Record<string, Function>, common: Function, words: Record<string, string>}>}
 */
export async function more(model) {
  const here = globalThis.governingTogether;
  const home = model.get("home");
  if (!home) return { ...here.more, ...model.get("given") };
  const at = (file) => new URL(file, home).href;
  coming ??= Promise.all([
    loaded(el("link", { rel: "stylesheet", href: at("more.css") })),
    loaded(el("script", { src: at("more.js") })),
  ]).catch((error) => {
    coming = null;
    throw error;
  });
  await coming;
  return { ...here.more, ...here.given };
}
