/** A picture with its name, its number, its difference and its sentence. */

import { LineChart } from "./chart.js";
import { el, mark, restful, write } from "./dom.js";
import { number } from "./scale.js";
import { difference, lineSentence } from "./story.js";

/**
 * The name of a quantity, which a touch shows large.
 * @param {{t: Function, store: any, signal: AbortSignal, onQuantity: () => void}} options
 * @param {string} key
 */
export function quantityButton({ t, store, signal, onQuantity }, key) {
  const attributes = { type: "button", class: "gt-title", title: t("studio.plot") };
  const button = el("button", attributes, t(`quantity.${key}`));
  button.addEventListener("click", () => {
    store.set({ quantity: key });
    onQuantity();
  }, { signal });
  return button;
}

/**
 * One quantity or dimension over time.
 * @param {{t: Function, store: any, signal: AbortSignal, height: number, tone: string,
 *   heading: Node, note?: string, small?: boolean}} options
 * @returns {{node: HTMLElement, update: (picture: {key: string, name: string, unit: string, domain?: [number, number],
 *   own: ArrayLike<number>, run: ArrayLike<number>, month: number, starts: number,
 *   changed: boolean, sure: any}) => void}}
 */
export function lineFigure({ t, store, signal, height, tone, heading, note = "", small = true }) {
  const { begins, months } = store.place;
  const chart = new LineChart({ begins, months, height, small, signal, onMonth: (month) => store.set({ month }) });
  const value = el("data", { class: "gt-value" });
  const unit = el("span", { class: "gt-unit" });
  const gap = el("span", { class: "gt-difference" });
  const sentence = el("figcaption", { class: "gt-sentence" });
  const node = el(
    "figure",
    { class: "gt-figure", "data-tone": tone },
    el("div", { class: "gt-figure-head" }, heading, el("span", { class: "gt-reading" }, el("span", { class: "gt-read" }, value, unit, gap))),
    chart.node,
    note ? el("p", { class: "gt-note" }, note) : null,
    sentence,
  );
  const say = restful((picture) => write(sentence, lineSentence(t, { ...picture, begins })));
  return {
    node,
    update(picture) {
      const { own, run, month, changed } = picture;
      chart.update({ ...picture, band: picture.sure?.band(picture.key) });
      write(value, number(run[month], picture.unit));
      mark(value, "value", run[month]);
      write(unit, picture.unit === "1" ? "" : t(`unit.${picture.unit}`));
      write(gap, changed ? difference(run[month], own[month], picture.unit) : "");
      say(picture);
    },
  };
}
