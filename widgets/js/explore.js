/**
 * A picture that becomes a Plotly figure when the reader asks for it. The library comes from the
 * book's own host and only then; its styles come as a file, because the page's policy allows no
 * others, and placeholders keep it from writing its own.
 */

import { el } from "./dom.js";
import { loaded } from "./fetch.js";

/** What Plotly looks for before it writes styles into the page; found there, it writes none. */
const STYLES = "plotly.js-style-global";

/** Load Plotly once for a page. */
let library = null;
export function plotly(home) {
  const at = (file) => new URL(file, home).href;
  const styles = el("link", { id: STYLES, class: "no-inline-styles", rel: "stylesheet", href: at("plotly.css") });
  const guards = async () => {
    const names = await loaded(el("script", { src: at("plotly-guards.js") })).then(() => globalThis.plotlyGuards);
    document.head.append(...names.map((id) => el("meta", { id })));
  };
  library ??= Promise.all([loaded(styles), guards()])
    .then(() => loaded(el("script", { src: at("plotly.min.js") })))
    .then(() => globalThis.Plotly)
    .catch((error) => {
      library = null;
      throw error;
    });
  return library;
}

/** The page's colours and face, so that the figure looks like the book. */
export function dressed(layout, node) {
  const style = getComputedStyle(node);
  const colour = (name) => style.getPropertyValue(name).trim();
  const axis = (one) => ({ gridcolor: colour("--gt-line"), zeroline: false, ...one });
  return {
    ...layout,
    xaxis: axis(layout.xaxis),
    yaxis: axis(layout.yaxis),
    font: { family: style.fontFamily, color: colour("--gt-ink"), size: 13 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    margin: { l: 56, r: 8, t: 8, b: 40 },
    legend: { orientation: "h", y: 1.15 },
    hovermode: "closest",
    height: 380,
  };
}
