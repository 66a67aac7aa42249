/** One module for every widget, in JupyterLab and on the page. */

import { renderEvidence } from "./evidence.js";
import { hostPage } from "./host.js";
import { renderLandscape } from "./landscape.js";
import { renderMap } from "./map.js";
import { renderNetwork } from "./alone.js";
import { renderStudio } from "./studio.js";
import { renderTimeline } from "./timeline.js";
import { renderTravel } from "./travel.js";

const RENDERERS = {
  studio: renderStudio,
  network: renderNetwork,
  causal_map: renderMap,
  timeline: renderTimeline,
  evidence: renderEvidence,
  landscape: renderLandscape,
  travel: renderTravel,
};

/** anywidget's front-end form: draw into an element, stop when the signal says so. */
function render({ model, el, signal }) {
  const stop = new AbortController();
  signal?.addEventListener("abort", () => stop.abort());
  const box = document.createElement("div");
  box.className = "gt-box";
  box.lang = model.get("language") === "zh_CN" ? "zh-CN" : "en";
  el.classList.add("gt-widget");
  RENDERERS[model.get("kind")]({ model, el: box, signal: stop.signal });
  el.replaceChildren(box);
  return () => stop.abort();
}

const widget = { render };

const home = import.meta.url;
if (typeof document !== "undefined" && !home.startsWith("blob:")) hostPage(document, widget, home);

export default widget;
