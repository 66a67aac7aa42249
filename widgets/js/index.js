/** One module for every widget, in JupyterLab and on the page. */

import { pictures } from "./fetch.js";
import { hostPage } from "./host.js";
import { renderStudio } from "./studio.js";

/** anywidget's front-end form: draw into an element, stop when the signal says so. */
async function render({ model, el, signal }) {
  const stop = new AbortController();
  signal?.addEventListener("abort", () => stop.abort());
  const box = document.createElement("div");
  box.className = "gt-box";
  box.lang = model.get("language") === "zh_CN" ? "zh-CN" : "en";
  el.classList.add("gt-widget");
  const kind = model.get("kind");
  const host = { model, el: box, signal: stop.signal };
  if (kind !== "studio") (await pictures(model)).draw(kind, host, el);
  else {
    await renderStudio(host);
    el.replaceChildren(box);
  }
  return () => stop.abort();
}

const widget = { render };

const home = import.meta.url;
if (typeof document !== "undefined" && !home.startsWith("blob:")) hostPage(document, widget, home);

export default widget;
