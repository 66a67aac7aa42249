/** What a reader has moved, in words: all of it, or what is new since it was last said. Pure. */

import { levelName, valueAt } from "./plan.js";
import { position } from "./scale.js";
import { measure, monthName } from "./words.js";

/** More levers than this at once are counted, not named. */
const NAMED = 3;

/**
 * A lever's value with its unit and, where it has one, its name.
 * @param {import("./words.js").Translate} t
 * @param {{unit: string, levels: [string, number][], step: number}} lever
 * @param {number} value
 */
export function sayLever(t, lever, value) {
  const size = measure(t, value, lever.unit, position);
  const level = levelName(lever, value);
  // a time of nought that has a name is no time at all: "0 months" beside "never" would say the opposite
  if (level && !value && lever.unit === "month") return level;
  return level ? t("studio.lever.level", { size, level }) : size;
}

const text = (setting) => JSON.stringify(setting);

function leverPhrase(t, lever, { plan, begins }) {
  if (!(lever.key in plan)) return t("story.moved.back", lever);
  return `${lever.name}${t("colon")}${sayLever(t, lever, valueAt(plan[lever.key], begins, lever.value))}`;
}

function listed(t, levers, now) {
  if (levers.length > NAMED) return [t("story.moved.many", { count: levers.length })];
  return levers.map((lever) => leverPhrase(t, lever, now));
}

const sentence = (t, parts) => t("story.moved", { parts: parts.join(t("story.moved.next")) });

/**
 * The levers that stand elsewhere than in the place's own history.
 * @param {import("./words.js").Translate} t
 * @param {any[]} levers
 * @param {{plan: import("./plan.js").Plan, begins: number}} now
 */
export function movedSentence(t, levers, now) {
  const moved = levers.filter(({ key }) => key in now.plan);
  return moved.length ? sentence(t, listed(t, moved, now)) : t("story.moved.none");
}

/**
 * What differs from what was said before; empty if nothing does. A lever that only begins in another month says the same.
 * @param {import("./words.js").Translate} t
 * @param {{levers: any[], begins: string}} place
 * @param {{plan: import("./plan.js").Plan, shocks: object[], begins: number}} before
 * @param {{plan: import("./plan.js").Plan, shocks: object[], begins: number}} now
 */
export function newsSentence(t, { levers, begins }, before, now) {
  if (Object.keys(before.plan).length && !Object.keys(now.plan).length) return t("story.moved.none");
  const moved = levers.filter((one) => leverPhrase(t, one, before) !== leverPhrase(t, one, now));
  const parts = listed(t, moved, now);
  if (before.begins !== now.begins) parts.unshift(t("studio.begins") + t("colon") + monthName(t, begins, now.begins));
  if (text(before.shocks) !== text(now.shocks)) parts.push(t("story.moved.shocks"));
  return parts.length ? sentence(t, parts) : "";
}
