/** The month shown: a slider, and a button that lets the months pass. */

import { calm, el, mark, write } from "./dom.js";
import { rangeField } from "./range.js";
import { monthName } from "./words.js";

/** A whole run passes in about ten seconds; readers who want calm see one year a second. */
const RUN = 10_000;
const YEAR = 12;
const CALM = 1000;

/**
 * @param {{t: Function, store: any, signal: AbortSignal,
 *   beside?: {node: Element, update: Function}}} options beside stands between the name and the month
 */
export function clock({ t, store, signal, beside = null }) {
  const { begins, months } = store.place;
  const field = rangeField({
    label: t("studio.month"),
    low: 0,
    high: months,
    step: 1,
    say: (month) => monthName(t, begins, month),
    onInput: (month) => { stop(); store.set({ month }); },
    signal,
    className: "gt-month",
  });
  if (beside) field.node.querySelector("label").after(beside.node);
  const button = el("button", { type: "button", class: "gt-play" });
  let playing = false;
  let from = null;

  function face() {
    mark(button, "aria-label", t(playing ? "studio.pause" : "studio.play"));
    mark(button, "data-playing", playing);
    write(button, playing ? "❚❚" : "▶");
  }

  function stop() {
    playing = false;
    face();
  }

  function advance(time) {
    if (!playing || signal.aborted) return;
    from ??= { time, month: store.get("month") };
    const passed = time - from.time;
    const gone = calm() ? Math.floor(passed / CALM) * YEAR : Math.round((passed / RUN) * months);
    const month = Math.min(months, from.month + gone);
    if (month !== store.get("month")) store.set({ month });
    if (month >= months) stop();
    else requestAnimationFrame(advance);
  }

  button.addEventListener("click", () => {
    if (playing) return stop();
    playing = true;
    from = null;
    if (store.get("month") >= months) store.set({ month: 0 });
    face();
    requestAnimationFrame(advance);
  }, { signal });
  face();

  return {
    node: el("div", { class: "gt-clock" }, button, field.node),
    update(frame) {
      const { month, since = 0 } = frame;
      beside?.update(frame);
      field.from(Math.min(since, month));
      field.show(month);
    },
  };
}
