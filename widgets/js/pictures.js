/** The widgets beside the studio, fetched when a reader comes near the first of them. */

import { renderEvidence } from "./evidence.js";
import { putInPlace } from "./keeping.js";
import { renderLandscape } from "./landscape.js";
import { renderMap } from "./map.js";
import { renderNetwork } from "./alone.js";
import { renderTimeline } from "./timeline.js";
import { renderTravel } from "./travel.js";

export { mapPicture } from "./map.js";
export { NetworkPicture } from "./network.js";
export { quantityPicture } from "./quantity.js";

const renderers = {
  network: renderNetwork,
  causal_map: renderMap,
  timeline: renderTimeline,
  evidence: renderEvidence,
  landscape: renderLandscape,
  travel: renderTravel,
};

/**
 * Draw a widget in place of its picture.
 * @param {string} kind
 * @param {{model: any, el: HTMLElement, signal: AbortSignal}} host
 * @param {HTMLElement} root
 */
export function draw(kind, host, root) {
  renderers[kind](host);
  putInPlace(root, host.el, host.signal);
}
