/**
 * The picture on which a reader draws: with a finger or a mouse along the line, or point by point
 * with the arrow keys. Each point is a slider of its own, with its month as name and its value in words.
 */

import { LineChart } from "../chart.js";
import { mark, svg } from "../dom.js";
import { linePath, roundUp } from "../scale.js";

/** So many steps of an arrow key from the lowest value to the highest; a page key takes several at once. */
const STEPS = 50;
const PAGE = 5;
const UP = { ArrowUp: 1, ArrowDown: -1, PageUp: PAGE, PageDown: -PAGE };
const ALONG = { ArrowRight: 1, ArrowLeft: -1 };

export class Sketch extends LineChart {
  /** @param {any} options those of a LineChart; onPoints is told {month: value} of what was placed, and whether that is all */
  constructor(options) {
    super(options);
    this.onPoints = options.onPoints;
    this.signal = options.signal;
    this.drawn = svg("path", { class: "gt-drawn" });
    this.handles = svg("g", {});
    this.parts.now.before(this.drawn);
    this.node.append(this.handles);
    this.node.removeAttribute("aria-hidden");
    this.node.setAttribute("role", "group");
    this.points = [];
    this.last = null;
    const end = () => this.last !== null && this.onPoints({}, true);
    for (const kind of ["pointerup", "pointercancel"]) this.node.addEventListener(kind, () => { end(); this.last = null; }, options);
  }

  /** @param {any} picture that of a LineChart, with drawn (a line), curve ({month: value}), drawing, and say (a value in words) */
  update(picture) {
    this.node.classList.toggle("gt-drawing", picture.drawing);
    super.update(picture);
  }

  bounds() {
    return this.picture.domain;
  }

  drawLines() {
    super.drawLines();
    const { parts, chosen, x, y, picture } = this;
    const { drawn, curve, drawing, starts } = picture;
    mark(this.drawn, "d", linePath(drawn, chosen.filter((month) => month >= Math.min(...Object.keys(curve).map(Number))), x, y));
    this.shade(starts);
    if (drawing) for (const part of [parts.run, parts.gap]) this.path(part, null);
    this.placeHandles();
  }

  drawMonth() {
    super.drawMonth();
    this.node.classList.toggle("gt-before", this.picture.drawing || this.picture.month < this.picture.since);
  }

  /** The points that can be moved: all but the first, which stands where the place then stands. */
  placeHandles() {
    const { curve, drawing, say, name } = this.picture;
    const months = drawing ? Object.keys(curve).map(Number).sort((a, b) => a - b).slice(1) : [];
    if (months.join() !== this.points.map((one) => one.month).join()) {
      this.points = months.map((month) => ({ month, node: this.handle(month) }));
      this.handles.replaceChildren(...this.points.map((one) => one.node));
      this.stopAt(0);
    }
    const [low, high] = this.bounds();
    this.points.forEach(({ month, node }) => {
      mark(node, "transform", `translate(${this.x(month).toFixed(1)} ${this.y(curve[month]).toFixed(1)})`);
      mark(node, "aria-label", name(month));
      mark(node, "aria-valuenow", curve[month]);
      mark(node, "aria-valuemin", low);
      mark(node, "aria-valuemax", high);
      mark(node, "aria-valuetext", say(month));
    });
  }

  handle(month) {
    const node = svg(
      "g", { role: "slider", "aria-orientation": "vertical", class: "gt-handle" },
      svg("circle", { r: 14, class: "gt-handle-reach" }), svg("circle", { r: 5.5, class: "gt-handle-dot" }),
    );
    node.addEventListener("keydown", (event) => this.onKey(event, month), { signal: this.signal });
    node.addEventListener("focus", () => this.stopAt(this.points.findIndex((one) => one.month === month)), { signal: this.signal });
    return node;
  }

  /** One stop of the Tab key; left and right go along the line. */
  stopAt(index) {
    this.points.forEach(({ node }, other) => mark(node, "tabindex", other === index ? 0 : -1));
  }

  onKey(event, month) {
    const { key } = event;
    const [low, high] = this.bounds();
    const at = this.points.findIndex((one) => one.month === month);
    const step = roundUp((high - low) / STEPS);
    const ends = { Home: low, End: high };
    if (key in ALONG) this.points[at + ALONG[key]]?.node.focus();
    else if (key in UP) this.onPoints({ [month]: Math.round(this.picture.curve[month] / step + UP[key]) * step }, true);
    else if (key in ends) this.onPoints({ [month]: ends[key] }, true);
    else return;
    event.preventDefault();
  }

  /** A finger or a mouse: every point that it passes is placed where it passes. */
  choose(event) {
    if (!this.picture?.drawing) return super.choose(event);
    if (event.type === "pointerdown") this.node.setPointerCapture(event.pointerId);
    else if (this.last === null) return;
    const box = this.node.getBoundingClientRect();
    const here = { x: event.clientX - box.left, y: event.clientY - box.top };
    const before = this.last ?? here;
    this.last = here;
    const value = (y) => this.y.back(y);
    const placed = {};
    for (const { month } of this.points) {
      const x = this.x(month);
      const near = Math.abs(x - here.x) <= this.reach();
      const passed = (x - before.x) * (x - here.x) < 0;
      if (near) placed[month] = value(here.y);
      else if (passed) placed[month] = value(before.y + ((here.y - before.y) * (x - before.x)) / (here.x - before.x));
    }
    event.preventDefault();
    if (Object.keys(placed).length) this.onPoints(placed, false);
  }

  /** Half the distance between two points. */
  reach() {
    const [first, second] = this.points;
    return second ? (this.x(second.month) - this.x(first.month)) / 2 : this.width;
  }

  rescale(bounds) {
    super.rescale(bounds);
    const { y } = this;
    const [low, high] = bounds;
    this.y.back = (at) => low + ((high - low) * (at - y(low))) / (y(high) - y(low));
  }
}
