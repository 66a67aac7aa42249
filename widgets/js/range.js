/** A native slider with its name and its value in words. */

import { el, mark, unique, write } from "./dom.js";

/** How much room a text takes, as far as can be told without drawing it. */
const room = (text) => [...text].reduce((sum, letter) => sum + (letter < "\u2e80" ? 1 : 2), 0);

/** A box that keeps room for the widest text it ever held: a slider must not move under the thumb that moves it. */
function roomy(output) {
  const node = el("span", { class: "gt-said" }, output);
  let most = 0;
  function hold(text) {
    if (room(text) <= most) return;
    most = room(text);
    mark(node, "data-widest", text);
  }
  return { node, hold };
}

/**
 * @param {{label: string, low: number, high: number, step: number, named?: number[], className?: string,
 *   say: (value: number) => string, onInput: (value: number) => void, signal: AbortSignal,
 *   keep?: () => () => void}} options
 *   named are values between low and high that may take more words than these; keep gives what brings back all as it is now
 * @returns {{node: HTMLElement, input: HTMLInputElement, from: (start: number) => void,
 *   show: (value: number, own?: number) => void}}
 */
export function rangeField({ label, low, high, step, named = [], say, onInput, signal, keep, className = "" }) {
  const id = unique("range");
  const input = el("input", { id, type: "range", min: low, max: high, step });
  // the slider says its value itself: read out here too it would be heard twice
  const output = el("output", { for: id, class: "gt-output", "aria-live": "off" });
  const said = roomy(output);
  [low, high, ...named].forEach((value) => said.hold(say(value)));
  const stretch = el("span", { class: "gt-stretch", "aria-hidden": "true" });
  const tick = el("span", { class: "gt-tick", "aria-hidden": "true" });
  const node = el(
    "div",
    { class: `gt-field ${className}` },
    el("div", { class: "gt-field-head" }, el("label", { for: id }, label), said.node),
    el("div", { class: "gt-rail" }, stretch, tick, input),
  );
  input.addEventListener("input", () => onInput(Number(input.value)), { signal });
  // a finger that scrolls the page has touched the slider first, and meant nothing by it
  let back;
  input.addEventListener("pointerdown", () => {
    const value = Number(input.value);
    back = keep?.() ?? (() => onInput(value));
  }, { signal });
  input.addEventListener("pointercancel", () => back?.(), { signal });
  let first = low;
  const placed = {};
  const place = (part, name, at) => {
    if (placed[name] !== at) part.style.setProperty(name, (placed[name] = at));
  };
  const part = (value) => (high === first ? 0 : Math.min(1, Math.max(0, (value - first) / (high - first))));
  return {
    node,
    input,
    /** Let the slider begin elsewhere. */
    from(start) {
      first = start;
      mark(input, "min", start);
    },
    /** The value, and where the place's own value stands on the same rail. */
    show(value, own = value) {
      if (Number(input.value) !== value) input.value = String(value);
      const text = say(value);
      said.hold(text);
      write(output, text);
      mark(input, "aria-valuetext", text);
      // a transform moves the stretch without laying the page out again
      const [from, to] = [part(Math.min(value, own)), part(Math.max(value, own))];
      place(stretch, "transform", `translateX(${from * 100}%) scaleX(${to - from})`);
      place(tick, "--own", part(own));
    },
  };
}
