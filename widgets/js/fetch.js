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

const coming = new Map();

/** Fetch a file beside the core once for a page; what failed is tried again when it is next asked for. */
function once(file, home) {
  const href = new URL(file, home).href;
  if (!coming.has(file)) {
    const node = file.endsWith(".css") ? el("link", { rel: "stylesheet", href }) : el("script", { src: href });
    coming.set(file, loaded(node).catch((error) => {
      coming.delete(file);
      throw error;
    }));
  }
  return coming.get(file);
}

/**
 * The chunk with the panels, and their words. In JupyterLab it is there already and its words come
 * with the widget.
 * @param {any} model
 * @returns {Promise<{panels: Record<string, Function>, common: Function, words: Record<string, string>}>}
 */
export async function more(model) {
  const home = model.get("home");
  if (home) await Promise.all(["more.css", "more.js"].map((file) => once(file, home)));
  const here = globalThis.governingTogether;
  return { ...here.more, ...(home ? here.given : model.get("given")) };
}

/**
 * What is drawn as the causal map, for the panel that shows its loops.
 * @param {any} model
 * @returns {Promise<{nodes: object[], edges: object[], enters: Record<string, string[]>, words: Record<string, string>}>}
 */
export async function causalMap(model) {
  const home = model.get("home");
  if (!home) return model.get("given").map;
  await once("causal-map.js", home);
  return globalThis.governingTogether.map;
}

/**
 * The chunk with the widgets beside the studio.
 * @param {any} model
 * @returns {Promise<{draw: (kind: string, host: object, root: Element) => void, NetworkPicture: any, mapPicture: Function}>}
 */
export async function pictures(model) {
  const home = model.get("home");
  if (home) await once("pictures.js", home);
  return globalThis.governingTogether.pictures;
}
