/**
 * A picture of one line over time: the place's own history dashed, the reader's plan solid,
 * the difference between them as a tint. Made once; afterwards only `d` and positions change.
 */

import { mark, onWidth, svg } from "./dom.js";
import { areaPath, linear, linePath, number, position, samples, ticks, yearTicks } from "./scale.js";

/**
 * @typedef {{own: ArrayLike<number>, run: ArrayLike<number>, unit: string, domain?: [number, number],
 *   month: number, since: number, starts: number, changed: boolean,
 *   band?: {low: ArrayLike<number>, high: ArrayLike<number>} | null}} Picture
 */

/** Two pixels to a drawn month: finer is not seen, and costs time on a phone. */
const PIXELS = 2;
const MARGIN = { top: 8, right: 8, bottom: 18 };
/** A small picture is lower where it is narrow, so that four of them leave room for a thumb. */
const LOW = { below: 200, height: 72 };
/** Room for the numbers at the left edge: few digits, a share, a count. */
const EDGE = { small: 24, share: 30, count: 52 };
const YEAR_WIDTH = 64;

function makeParts(small) {
  return {
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
}

export class LineChart {
  /**
   * @param {{begins: string, months: number, height: number, small?: boolean, edge?: number, room?: number, signal: AbortSignal,
   *   onMonth: (month: number) => void}} options edge and room are what stays free at the left and the right, in pixels
   */
  constructor({ begins, months, height, small = false, edge, room = MARGIN.right, signal, onMonth }) {
    Object.assign(this, { begins, months, tallest: height, small, edge, room, onMonth });
    this.parts = makeParts(small);
    this.node = svg("svg", { class: "gt-chart", height, "aria-hidden": "true" }, ...Object.values(this.parts));
    this.width = 0;
    this.paths = new WeakMap();
    /** @type {Picture | null} */
    this.picture = null;
    onWidth(this.node, (width) => this.resize(width), signal);
    this.node.addEventListener("pointerdown", (event) => this.choose(event), { signal });
    this.node.addEventListener("pointermove", (event) => event.buttons && this.choose(event), { signal });
  }

  resize(width) {
    this.width = width;
    if (!this.picture) return;
    this.layout();
    this.draw();
  }

  /** @param {Picture} picture */
  update(picture) {
    const { unit, since } = this.picture ?? {};
    this.picture = picture;
    if (!this.width) return;
    if (unit !== picture.unit || since !== picture.since) this.layout();
    this.draw();
  }

  /** Everything that depends on the width, the unit and the years drawn, and on nothing else. */
  layout() {
    const { since, unit } = this.picture;
    this.height = this.small && this.width < LOW.below ? Math.min(LOW.height, this.tallest) : this.tallest;
    this.left = this.edge ?? EDGE[this.small ? "small" : unit === "1" ? "share" : "count"];
    this.right = this.width - this.room;
    this.bottom = this.height - MARGIN.bottom;
    this.x = linear([since, this.months], [this.left, this.right]);
    this.chosen = samples(since, this.months, (this.right - this.left) / PIXELS);
    this.scale = "";
    mark(this.node, "height", this.height);
    mark(this.node, "viewBox", `0 0 ${this.width} ${this.height}`);
    mark(this.parts.now, "y2", this.bottom);
    mark(this.parts.past, "x", this.left);
    mark(this.parts.past, "height", this.bottom - MARGIN.top);
    this.writeYears();
  }

  writeYears() {
    const most = Math.max(2, Math.floor((this.right - this.left) / YEAR_WIDTH));
    const marks = yearTicks(this.begins, [this.picture.since, this.months], most)
      .map(({ month, year }) => ({ x: this.x(month), year }))
      .filter(({ x }) => x > this.left + 8 && x < this.right - 4);
    this.parts.years.replaceChildren(
      ...marks.map(({ x, year }) => svg("text", { x: x.toFixed(1), y: this.height - 4 }, `${year}`)),
    );
  }

  /** The values that the picture has to hold: those asked for, or from 0 to the most. */
  bounds() {
    const { domain, own, run, band } = this.picture;
    if (domain) return domain;
    const high = band?.high ?? run;
    const most = Math.max(...this.chosen.map((month) => Math.max(own[month], run[month], high[month])));
    return [0, ticks(0, most || 1, 4).at(-1)];
  }

  rescale(marks) {
    this.scale = String(marks);
    this.y = linear([marks.at(0), marks.at(-1)], [this.bottom, MARGIN.top]);
    const say = (value) => (this.small || !value ? position(value) : number(value, this.picture.unit));
    const rows = marks.map((value) => {
      const y = this.y(value);
      const line = svg("line", { x1: this.left, x2: this.right, y1: y, y2: y });
      return svg("g", {}, line, svg("text", { x: this.left - 6, y: y + 4 }, say(value)));
    });
    this.parts.grid.replaceChildren(...rows);
  }

  draw() {
    const [low, high] = this.bounds();
    const marks = ticks(low, high, this.small ? 2 : 4);
    if (String(marks) !== this.scale) this.rescale(marks);
    this.drawLines();
    this.drawMonth();
  }

  /** Write a path anew only where what it is made of has changed: in a drag that is not the place's own history. */
  path(node, from, make) {
    const { x, y } = this;
    const last = this.paths.get(node);
    if (last && last.from === from && last.x === x && last.y === y) return;
    this.paths.set(node, { from, x, y });
    mark(node, "d", from ? make() : "");
  }

  drawLines() {
    const { parts, chosen, x, y } = this;
    const { own, run, starts, since, changed, band } = this.picture;
    const inside = (value) => Math.min(this.bottom, Math.max(MARGIN.top, y(value)));
    this.path(parts.own, own, () => linePath(own, chosen, x, y));
    this.path(parts.run, run, () => linePath(run, chosen, x, y));
    this.path(parts.gap, changed ? run : null, () => areaPath(run, own, chosen, x, y));
    this.path(parts.band, band ?? null, () => areaPath(band.high, band.low, chosen, x, inside));
    this.shade(changed ? starts : since);
  }

  /** Shade the months in which nothing can differ yet. */
  shade(until) {
    mark(this.parts.past, "width", Math.max(0, Math.min(this.x(until), this.right) - this.left).toFixed(1));
  }

  /** Stand the line of the month shown where it belongs, and return where that is. */
  stand() {
    const { month, since } = this.picture;
    const at = this.x(Math.max(month, since)).toFixed(1);
    this.node.classList.toggle("gt-before", month < since);
    mark(this.parts.now, "x1", at);
    mark(this.parts.now, "x2", at);
    return at;
  }

  drawMonth() {
    const { parts } = this;
    const { own, run, month } = this.picture;
    const at = this.stand();
    for (const [dot, values] of [[parts.ownDot, own], [parts.runDot, run]]) {
      mark(dot, "cx", at);
      mark(dot, "cy", this.y(values[month]).toFixed(1));
    }
  }

  /** A finger or a mouse on the picture chooses the month; a vertical swipe still scrolls the page. */
  choose(event) {
    if (!this.x) return;
    const { since } = this.picture;
    const across = event.clientX - this.node.getBoundingClientRect().left - this.left;
    const part = Math.min(1, Math.max(0, across / (this.right - this.left)));
    this.onMonth(Math.round(since + part * (this.months - since)));
  }
}
