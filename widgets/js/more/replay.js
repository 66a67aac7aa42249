/** The last change once more: the place as it was before it, and the way from there to after it. */

import { calm } from "../dom.js";
import { begun, resolve, valueAt } from "../plan.js";

/** @typedef {import("../plan.js").Plan} Plan */
/** @typedef {import("../history.js").Step} Step */

/** How long the state before a change is shown, and how long the change then takes, in milliseconds. */
const HOLD = 700;
const GLIDE = 1800;

/**
 * A position on the way from one step to the next: levers glide, everything else changes half-way.
 * @param {Step} before
 * @param {Step} after
 * @param {number} part 0 is before, 1 is after
 * @param {{plan: Plan, levers: {key: string, value: number, step: number}[]}} place
 * @returns {Step}
 */
export function between(before, after, part, { plan: own, levers }) {
  const mix = (from, to, step) => Math.round((from + (to - from) * part) / step) * step;
  const begins = mix(before.begins, after.begins, 1);
  const { shocks } = part < 0.5 ? before : after;
  if (before.begins !== after.begins) return { plan: begun(after.plan, begins), shocks, begins };
  const rest = Object.fromEntries(levers.map(({ key, value }) => [key, value]));
  const [first, last] = [before, after].map(({ plan }) => resolve(own, plan, rest));
  const plan = {};
  for (const { key, step } of levers) {
    const shape = after.plan[key] ?? before.plan[key];
    if (shape === undefined) continue;
    const at = (month) => mix(valueAt(first[key], month, rest[key]), valueAt(last[key], month, rest[key]), step);
    plan[key] = typeof shape === "object" ? Object.fromEntries(Object.keys(shape).map((month) => [month, at(Number(month))])) : at(0);
  }
  return { plan, shocks, begins };
}

const position = ({ plan, shocks, begins }) => ({ plan, shocks, begins });

/** The last change of the plan, from before to after it; a curve that was drawn since changes no plan. */
export function lastChange({ steps, at }) {
  const positions = steps.slice(0, at + 1).map(position);
  const after = positions.at(-1);
  return [positions.findLast((one) => JSON.stringify(one) !== JSON.stringify(after)) ?? after, after];
}

/**
 * Go back before the last change and make it once more; whatever else moves the plan ends it. Until then
 * `store.replaying` is where it began: a voice keeps silent on the way, and in the end says what moved from there.
 */
export function replay(store, signal) {
  store.settle();
  const [before, after] = lastChange(store.history);
  let started = null;
  function advance(time) {
    if (signal.aborted || store.replaying !== before) return;
    started ??= time;
    const gone = (time - started - HOLD) / GLIDE;
    const part = gone < 0 ? 0 : calm() ? 1 : Math.min(1, gone);
    store.put(part === 0 ? before : part === 1 ? after : between(before, after, part, store.place));
    if (part === 1) store.replaying = null;
    else requestAnimationFrame(advance);
  }
  store.replaying = before;
  requestAnimationFrame(advance);
}
