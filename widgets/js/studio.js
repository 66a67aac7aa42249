/** The studio: levers on one side, what they do on the other, redrawn in every frame. */

import { simulate } from "./engine.js";
import { clock } from "./clock.js";
import { breathe, el, promptly } from "./dom.js";
import { pictures as otherWidgets } from "./fetch.js";
import { furtherPanels } from "./further.js";
import { yearsButton } from "./legend.js";
import { leverPanel } from "./levers.js";
import { Choices, remember } from "./memory.js";
import { headlines } from "./outcomes.js";
import { shockPanel } from "./shocks.js";
import { Stage } from "./stage.js";
import { Store } from "./store.js";
import { translator } from "./words.js";

/** Pictures this far outside the window are kept up to date already, so that scrolling shows no old ones. */
const MARGIN = "200px";

/**
 * A part that is redrawn only while it can be seen, and at once when it comes into sight.
 * @param {{node: Element, update: (frame: any) => void}} part
 * @param {AbortSignal} signal
 */
function whileSeen(part, signal) {
  let seen = false;
  let missed = null;
  const observer = new IntersectionObserver(
    (entries) => {
      seen = entries.at(-1).isIntersecting;
      if (seen && missed) part.update(missed);
      if (seen) missed = null;
    },
    { rootMargin: MARGIN },
  );
  observer.observe(part.node);
  signal.addEventListener("abort", () => observer.disconnect());
  let first = true;
  return (frame) => {
    if (seen || first) part.update(frame);
    else missed = { ...frame, same: frame.same && (missed?.same ?? true) };
    first = false;
  };
}

/** Parts that a reader meets further down are made one by one, once the levers answer. */
async function append(makers, box, signal, join) {
  for (const make of makers) {
    await breathe();
    const part = await make();
    if (signal.aborted) return;
    box.append(part.node);
    join(part);
  }
}

/** What is to be said about the position with which a reader arrives: from a link, or from the last time. */
function arrival(t, model, store) {
  const kept = model.get("home") && remember(store, () => localStorage, model.get("linked"));
  return kept && !model.get("carried") ? el("p", { class: "gt-note", role: "status" }, t(kept)) : "";
}

/** The quantity drawn large is the one that the reader chose last; in JupyterLab Python says which. */
function keepQuantity(model, store, choices) {
  if (!model.get("home")) return;
  const quantity = choices.get("quantity", (key) => store.place.quantities.some((one) => one.named && one.key === key));
  if (quantity) store.set({ quantity });
  model.on("change:quantity", () => choices.set("quantity", model.get("quantity")));
}

/**
 * Made in three breaths: a slow phone would else answer nothing while it is made.
 * @param {{model: any, el: HTMLElement, signal: AbortSignal}} host
 */
export async function renderStudio({ model, el: root, signal }) {
  const store = new Store(model, simulate, promptly());
  await breathe();
  const t = translator(store.place.words);
  const choices = new Choices({ place: store.place, storage: () => localStorage });
  const options = { t, store, choices, root, signal };
  keepQuantity(model, store, choices);
  // who leaves does not wait until a change has come to rest
  addEventListener("pagehide", () => store.settle(), { signal });
  const onQuantity = () => root.querySelector(".gt-one").scrollIntoView({ block: "center" });
  const pictures = new Stage({ ...options, clock: clock({ ...options, beside: yearsButton(options) }), onQuantity });
  await breathe();
  const levers = leverPanel(options);
  const shocks = shockPanel(options);
  const said = arrival(t, model, store);
  const results = el("div", { class: "gt-results" }, pictures.below);
  const opened = el("p", { class: "gt-note", role: "status" });
  root.classList.add("gt-studio");
  root.append(
    pictures.summary.node,
    said,
    opened,
    el("div", { class: "gt-play-area" }, pictures.sticky, el("div", { class: "gt-desk" }, levers.node, shocks.node)),
    results,
    el("p", { class: "gt-caution" }, t("studio.caution")),
  );
  for (const part of [levers, shocks, pictures]) store.listen((frame) => part.update(frame));
  const seen = (part) => ({ node: part.node, update: whileSeen(part, signal) });
  const below = [
    () => seen(headlines({ ...options, onQuantity })),
    () => seen(furtherPanels({ ...options, model, opened })),
    async () => seen((await otherWidgets(model)).quantityPicture(options)),
    async () => seen(new (await otherWidgets(model)).NetworkPicture({ ...options, aloud: false })),
  ];
  append(below, results, signal, (part) => store.listen((frame) => part.update(frame)));
}
