/** Under each shock in force, what it did: worked out while the list is open and the plan rests. */

import { resolve } from "../plan.js";
import { recoveries } from "./recovery.js";
import { recoverySentence } from "./recoverywords.js";
import { inSlices } from "./slices.js";

/** So long the plan rests before a sentence is worth its runs, in milliseconds. */
const REST = 200;

/**
 * @param {{t: Function, store: any, signal: AbortSignal, node: HTMLDetailsElement,
 *   tell: (note: string, sentences: string[]) => void}} options node is the list, tell is given a
 *   sentence for each shock in force, or none
 * @returns {() => void} to be called whenever the run may have changed
 */
export function recounting({ t, store, signal, node, tell }) {
  const { parameters, start, plan, quantities, months, begins } = store.place;
  let told = null;
  let waiting = 0;
  let stop = () => {};

  function say(shocks, found) {
    const sentences = found.map((lines, at) => recoverySentence(t, { shock: shocks[at], found: lines, begins, months }));
    tell(sentences.length ? t("more.recovery.note") : "", sentences);
  }

  function work() {
    const shocks = store.get("shocks");
    const input = { parameters, plan: resolve(plan, store.get("plan"), store.rest), shocks, months };
    const place = { quantities, full: store.full, stocks: Object.keys(start) };
    const steps = recoveries(store.simulate, input, store.run, place);
    stop = inSlices(steps, { progress() {}, done: (found) => say(shocks, found) });
  }

  function look() {
    if (!node.open || store.run === told) return;
    stop();
    clearTimeout(waiting);
    if (store.isWritten()) tell("", []);
    else waiting = setTimeout(work, told ? REST : 0);
    told = store.run;
  }

  node.addEventListener("toggle", look, { signal });
  return look;
}
