/**
 * A picture of one line over time: the place's own history dashed, the reader's plan solid,
 * the difference between them as a tint. Made once; afterwards only `d` and positions change.
 */

import { mark, onWidth, svg } from "./dom.js";
import { areaPath, linear, linePath, number, position, samples, ticks, yearTicks } from "./scale.js";

/** Two pixels to a drawn month: finer is not seen, and costs time on a phone. */
const PIXELS = 2;
const MARGIN = { top: 8, right: 8, bottom: 18 };
/** A small picture is lower where it is narrow, so that four of them leave room for a thumb. */
const LOW = { below: 200, height: 72 };

function frameOf({ small, unit }) {
  return { ...MARGIN, left: small ? 24 : unit === "1" ? 30 : 52 };
}

/**
 * @param {{begins: string, months: number, height: number, small?: boolean, signal: AbortSignal,
 *   onMonth: (month: number) => void}} options
 * @returns {{node: SVGElement, update: (picture: {own: ArrayLike<number>, run: ArrayLike<number>,
 *   unit: string, domain?: [number, number], month: number, since: number, starts: number, changed: boolean,
 *   band?: {low: ArrayLike<number>, high: ArrayLike<number>} | null}) => void}}
 */
export function lineChart({ begins, months, height: tallest, small = false, signal, onMonth }) {
  const parts = {
    grid: svg("g", { class: "gt-grid" }),
    years: svg("g", { class: "gt-years" }),
    past: svg("rect", { class: "gt-past", x: 0, y: MARGIN.top }),
    band: svg("path", { class: "gt-band" }),
    gap: svg("path", { class: "gt-gap" }),
    own: svg("path", { class: "gt-own" }),
    run: svg("path", { class: "gt-run" }),
    now: svg("line", { class: "gt-now", y1: MARGIN.top }),
    ownDot: svg("circle", { class: "gt-own-dot", r: small ? 2.5 : 3 }),
    runDot: svg("circle", { class: "gt-run-dot", r: small ? 3.5 : 4.5 }),
  };
  const node = svg("svg", { class: "gt-chart", height: tallest, "aria-hidden": "true" }, ...Object.values(parts));
  let width = 0;
  let height = tallest;
  let box = null;
  let picture = null;
  let chosen = [];
  let x = null;
  let scale = [];

  function layout() {
    height = small && width < LOW.below ? Math.min(LOW.height, tallest) : tallest;
    mark(node, "height", height);
    box = { ...frameOf({ small, unit: picture.unit }), width };
    x = linear([picture.since, months], [box.left, width - box.right]);
    chosen = samples(picture.since, months, (width - box.left - box.right) / PIXELS);
    mark(node, "viewBox", `0 0 ${width} ${height}`);
    const bottom = height - box.bottom;
    mark(parts.now, "y2", bottom);
    mark(parts.past, "x", box.left);
    mark(parts.past, "height", bottom - box.top);
    const fits = ({ month }) => x(month) > box.left + 8 && x(month) < width - 12;
    const marks = yearTicks(begins, [picture.since, months], Math.max(2, Math.floor((width - box.left) / 64))).filter(fits);
    parts.years.replaceChildren(
      ...marks.map(({ month, year }) => svg("text", { x: x(month).toFixed(1), y: height - 4 }, `${year}`)),
    );
    scale = [];
  }

  function rescale([low, high]) {
    const marks = ticks(low, high, small ? 2 : 4);
    scale = [low, high, marks.at(0), marks.at(-1)];
    const y = linear([marks.at(0), marks.at(-1)], [height - box.bottom, box.top]);
    const rows = marks.map((value) =>
      svg(
        "g",
        {},
        svg("line", { x1: box.left, x2: width - box.right, y1: y(value), y2: y(value) }),
        svg("text", { x: box.left - 6, y: y(value) + 4 }, small ? position(value) : number(value, picture.unit)),
      ),
    );
    parts.grid.replaceChildren(...rows);
  }

  function bounds() {
    if (picture.domain) return picture.domain;
    let most = 0;
    const high = picture.band?.high ?? picture.run;
    for (const month of chosen) most = Math.max(most, picture.own[month], picture.run[month], high[month]);
    return [0, ticks(0, most || 1, small ? 2 : 4).at(-1)];
  }

  function draw() {
    if (!width || !picture) return;
    const { own, run, month, starts, changed, band } = picture;
    const [low, high] = bounds();
    if (low !== scale[0] || high !== scale[1]) rescale([low, high]);
    const y = linear(scale.slice(2), [height - box.bottom, box.top]);
    mark(parts.own, "d", linePath(own, chosen, x, y));
    mark(parts.run, "d", linePath(run, chosen, x, y));
    mark(parts.gap, "d", changed ? areaPath(run, own, chosen, x, y) : "");
    const inside = (value) => Math.min(height - box.bottom, Math.max(box.top, y(value)));
    mark(parts.band, "d", band ? areaPath(band.high, band.low, chosen, x, inside) : "");
    const past = changed ? Math.min(x(starts), width - box.right) - box.left : 0;
    mark(parts.past, "width", Math.max(0, past).toFixed(1));
    const seen = month >= picture.since;
    node.classList.toggle("gt-before", !seen);
    const at = x(Math.max(month, picture.since)).toFixed(1);
    for (const name of ["x1", "x2"]) mark(parts.now, name, at);
    for (const [dot, values] of [[parts.ownDot, own], [parts.runDot, run]]) {
      mark(dot, "cx", at);
      mark(dot, "cy", y(values[month]).toFixed(1));
    }
  }

  onWidth(node, (now) => {
    width = now;
    if (picture) layout();
    draw();
  }, signal);
  listenToMonth(node, () => x && { from: box.left, to: width - box.right, since: picture.since, months }, onMonth, signal);

  return {
    node,
    update(next) {
      const fresh = !picture || picture.unit !== next.unit || picture.since !== next.since;
      picture = next;
      if (fresh && width) layout();
      draw();
    },
  };
}

/** A finger or a mouse on the picture chooses the month; a vertical swipe still scrolls the page. */
function listenToMonth(node, scale, onMonth, signal) {
  const choose = (event) => {
    const span = scale();
    if (!span) return;
    const part = (event.clientX - node.getBoundingClientRect().left - span.from) / (span.to - span.from);
    onMonth(Math.round(span.since + Math.min(1, Math.max(0, part)) * (span.months - span.since)));
  };
  node.addEventListener("pointerdown", choose, { signal });
  node.addEventListener("pointermove", (event) => event.buttons && choose(event), { signal });
}

