/** A native slider with its name and its value in words. */

import { el, mark, unique, write } from "./dom.js";

/**
 * @param {{label: string, low: number, high: number, step: number, className?: string,
 *   say: (value: number) => string, onInput: (value: number) => void, signal: AbortSignal}} options
 * @returns {{node: HTMLElement, input: HTMLInputElement, show: (value: number, mine?: number) => void}}
 */
export function rangeField({ label, low, high, step, say, onInput, signal, className = "" }) {
  const id = unique("range");
  const input = el("input", { id, type: "range", min: low, max: high, step });
  const output = el("output", { for: id, class: "gt-output" });
  const tick = el("span", { class: "gt-tick", "aria-hidden": "true" });
  const node = el(
    "div",
    { class: `gt-field ${className}` },
    el("div", { class: "gt-field-head" }, el("label", { for: id }, label), output),
    el("div", { class: "gt-rail" }, tick, input),
  );
  input.addEventListener("input", () => onInput(Number(input.value)), { signal });
  const part = (value) => (high === low ? 0 : Math.min(1, Math.max(0, (value - low) / (high - low))));
  return {
    node,
    input,
    /** The value, and where the place's own value stands on the same rail. */
    show(value, own = value) {
      if (Number(input.value) !== value) input.value = String(value);
      const text = say(value);
      write(output, text);
      mark(input, "aria-valuetext", text);
      node.style.setProperty("--from", part(Math.min(value, own)));
      node.style.setProperty("--to", part(Math.max(value, own)));
      node.style.setProperty("--own", part(own));
    },
  };
}
