/** The studio: levers on one side, what they do on the other, redrawn in every frame. */

import { simulate } from "./engine.js";
import { clock } from "./clock.js";
import { el } from "./dom.js";
import { leverPanel } from "./levers.js";
import { networkPicture } from "./network.js";
import { headlines, quantityPicture } from "./outcomes.js";
import { shockPanel } from "./shocks.js";
import { stage } from "./stage.js";
import { createStore } from "./store.js";
import { translator } from "./words.js";

/**
 * @param {{model: any, el: HTMLElement, signal: AbortSignal}} host
 */
export function renderStudio({ model, el: root, signal }) {
  const store = createStore(model, simulate, requestAnimationFrame);
  const t = translator(store.place.words);
  const options = { t, store, signal };
  const pictures = stage({ ...options, clock: clock(options) });
  const levers = leverPanel(options);
  const shocks = shockPanel(options);
  const tiles = headlines(options);
  const one = quantityPicture(options);
  const network = networkPicture(options);
  const parts = [levers, shocks, pictures, tiles, one, network];
  const part = model.get("refused");
  const refused = part ? el("p", { class: "gt-sorry", role: "status" }, t("studio.refused", { part })) : "";
  root.classList.add("gt-studio");
  root.append(
    refused,
    el("div", { class: "gt-play-area" }, pictures.sticky, el("div", { class: "gt-desk" }, levers.node, shocks.node)),
    el("div", { class: "gt-results" }, pictures.below, tiles.node, one.node, network.node),
    el("p", { class: "gt-caution" }, t("studio.caution")),
  );
  store.listen((frame) => parts.forEach((part) => part.update(frame)));
}
