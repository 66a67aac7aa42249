/** Plans as dots: two outcomes, better to the right and upwards; the dearer a plan, the larger its dot. */

import { mark, onWidth, svg } from "../dom.js";
import { linear, number, ticks } from "../scale.js";

const [LEFT, RIGHT, TOP, BOTTOM] = [44, 14, 14, 40];
/** Radii of the cheapest and the dearest dot; where the picture is narrow the dearest is smaller, as part of its width. */
const [SMALL, LARGE, NARROW] = [2.5, 8, 1 / 64];
/** The picture is a little wider than high, and never higher than a hand. */
const [SHAPE, HIGHEST] = [0.72, 400];
/** Room round the dots, as part of what they span. */
const MARGIN = 0.08;
/** A tap further from every dot than this chooses none. */
const REACH = 40;

/** @typedef {{x: number, y: number, cost: number}} Point */

/**
 * The index of the point nearest to a place in the picture, or -1 where none is near.
 * @param {[number, number][]} places
 * @param {[number, number]} at
 */
export function nearest(places, [x, y]) {
  const gaps = places.map(([left, top]) => Math.hypot(left - x, top - y));
  const least = Math.min(...gaps);
  return least <= REACH ? gaps.indexOf(least) : -1;
}

/** The ends of an axis, better last: reversed where less is better. */
export function domainOf(values, reversed) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * MARGIN;
  const ends = [Math.max(low - room, low >= 0 ? 0 : -Infinity), high + room];
  return reversed ? ends.reverse() : ends;
}

/** The marks of an axis that lie on it. */
function marksOf(domain) {
  const [low, high] = [Math.min(...domain), Math.max(...domain)];
  return ticks(low, high, 4).filter((value) => value >= low && value <= high);
}

const diamond = (x, y, size) => `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`;
const cross = (x, y, size) => `M${x - size} ${y - size}L${x + size} ${y + size}M${x - size} ${y + size}L${x + size} ${y - size}`;

export class Scatter {
  /** @param {{box: Element, signal: AbortSignal, onChoose: (index: number) => void}} options drawn into the box */
  constructor({ box, signal, onChoose }) {
    this.node = svg("svg", { class: "gt-scatter", role: "img" });
    box.append(this.node);
    this.width = 0;
    this.places = [];
    this.node.addEventListener("click", (event) => {
      const box = this.node.getBoundingClientRect();
      const index = nearest(this.places, [event.clientX - box.left, event.clientY - box.top]);
      if (index >= 0) onChoose(index);
    }, { signal });
    onWidth(box, (width) => { this.width = width; this.draw(); }, signal);
  }

  /**
   * @param {{points: Point[], own: Point, mine: Point | null, chosen: number, axes: {name: string, unit: string,
   *   reversed: boolean}[], label: string}} picture
   */
  update(picture) {
    this.picture = picture;
    this.draw();
  }

  draw() {
    if (!this.picture || !this.width) return;
    const { points, own, mine, chosen, axes, label } = this.picture;
    const [width, height] = [this.width, Math.min(HIGHEST, Math.round(this.width * SHAPE))];
    mark(this.node, "viewBox", `0 0 ${width} ${height}`);
    mark(this.node, "aria-label", label);
    const all = [...points, own, ...(mine ? [mine] : [])];
    const [across, up] = [domainOf(all.map((one) => one.x), axes[0].reversed), domainOf(all.map((one) => one.y), axes[1].reversed)];
    const x = linear(across, [LEFT, width - RIGHT]);
    const y = linear(up, [height - BOTTOM, TOP]);
    const costs = points.map((one) => one.cost);
    const size = linear([Math.min(...costs), Math.max(...costs)], [SMALL, Math.min(LARGE, width * NARROW)]);
    this.places = points.map((one) => [x(one.x), y(one.y)]);
    const dots = points.map((one, index) => svg("circle", { class: "gt-dot", cx: x(one.x), cy: y(one.y), r: size(one.cost), "data-index": index }));
    this.node.replaceChildren(
      this.frame(axes, [across, up], [x, y], [width, height]),
      svg("g", {}, ...dots),
      ...this.marks({ own, mine, x, y, ring: points[chosen], size }),
    );
  }

  frame(axes, [across, up], [x, y], [width, height]) {
    const floor = height - BOTTOM;
    const grid = [
      ...marksOf(across).map((value) => [svg("line", { x1: x(value), x2: x(value), y1: TOP, y2: floor }),
        svg("text", { x: x(value), y: floor + 15, "text-anchor": "middle" }, number(value, axes[0].unit))]),
      ...marksOf(up).map((value) => [svg("line", { x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value) }),
        svg("text", { x: LEFT - 6, y: y(value) + 4, "text-anchor": "end" }, number(value, axes[1].unit))]),
    ];
    const names = [
      svg("text", { class: "gt-outcome", x: width - RIGHT, y: height - 6, "text-anchor": "end" }, `${axes[0].name} →`),
      svg("text", { class: "gt-outcome", x: 0, y: TOP - 3, "text-anchor": "start" }, `↑ ${axes[1].name}`),
    ];
    return svg("g", { class: "gt-grid" }, ...grid.flat(), ...names);
  }

  marks({ own, mine, x, y, ring, size }) {
    return [
      svg("path", { class: "gt-was", d: diamond(x(own.x), y(own.y), 6) }),
      mine && svg("path", { class: "gt-mine", d: cross(x(mine.x), y(mine.y), 5) }),
      ring && svg("circle", { class: "gt-chosen", cx: x(ring.x), cy: y(ring.y), r: size(ring.cost) }),
      ring && svg("circle", { class: "gt-ring", cx: x(ring.x), cy: y(ring.y), r: size(ring.cost) + 4 }),
    ].filter(Boolean);
  }
}
