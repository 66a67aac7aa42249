/** A plan in words: what is changed from what to what, and what else happens. Pure. */

import { valueAt } from "../plan.js";
import { position } from "../scale.js";
import { sortOut, strength } from "../shocks.js";
import { measure, monthName } from "../words.js";

const sizeOf = (t, lever, value) => measure(t, value, lever.unit, position);

/** A lever that changes more often is told of so far. */
const MOST_STEPS = 4;

const stepsOf = (setting) => (typeof setting === "object" ? Object.entries(setting) : [["0", setting]]);

/** The month from which every change holds, or null where they have several. */
function commonMonth(plan) {
  const months = Object.values(plan).flatMap((setting) => stepsOf(setting).map(([month]) => month));
  return new Set(months).size === 1 ? Number(months[0]) : null;
}

function courseOf(t, place, lever, setting, common) {
  const steps = stepsOf(setting);
  const own = sizeOf(t, lever, valueAt(place.plan[lever.key], Number(steps[0][0]), lever.value));
  if (common !== null) return t("more.share.told.set", { name: lever.name, own, value: sizeOf(t, lever, steps[0][1]) });
  const parts = steps.slice(0, MOST_STEPS).map(([month, value]) =>
    t("more.share.told.step", { value: sizeOf(t, lever, value), month: monthName(t, place.begins, Number(month)) }));
  const told = parts.join(t("more.share.told.then"));
  const count = steps.length - parts.length;
  return t("more.share.told.lever", { name: lever.name, own, steps: count ? t("more.share.told.later", { steps: told, count }) : told });
}

const shockFacts = (t, place, { shock, month, length, size }) =>
  t("more.share.told.shock", { name: t(`shock.${shock}`), month: monthName(t, place.begins, month), length, strength: strength(t, shock, size) });

/**
 * The sentences of a plan; one that says so where nothing is changed.
 * @param {import("../words.js").Translate} t
 * @param {any} place
 * @param {{plan: any, shocks: any[]}} step
 * @returns {{month: number | null, told: string[]}} month is that of all changes, or null where they have several
 */
export function toldPlan(t, place, { plan, shocks }) {
  const month = commonMonth(plan);
  const levers = place.levers.filter(({ key }) => key in plan).map((lever) => courseOf(t, place, lever, plan[lever.key], month));
  const { on, mine } = sortOut(shocks, place.shocks);
  const off = place.shocks.flatMap((_, at) => (on[at] ? [] : [t("more.share.told.off", { name: place.shock_names[at] })]));
  const told = [...levers, ...off, ...mine.map((at) => shockFacts(t, place, shocks[at]))];
  return { month, told: told.length ? told : [t("more.share.told.nothing")] };
}
