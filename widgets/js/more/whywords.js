/**
 * Why two plans differ, said in the reader's language. The twin of widgets/why.py; templates are
 * rows of locale/words.csv, here is only the choice among them.
 */

import { decimals, fixed, negative } from "../scale.js";
import { differs } from "../story.js";
import { measure, monthName, phrase } from "../words.js";

/** A stock that carries less than this share of the difference is not named. */
const CARRIES = 0.1;
/** A second stock, or one that works against the difference, is named from this share on. */
const AS_WELL = 0.25;
/** A loop without which the difference changes by less than this share does little. */
const WEAK = 0.02;
/** A share below this is told in tenths of a per cent. */
const FINE = 0.0095;
/** So many changes are named one by one. */
const NAMED = 3;
const FINEST = 4;

/** @typedef {import("../words.js").Translate} Translate */

/** How many decimals show two digits of a difference. */
export function places(change) {
  return change ? Math.min(FINEST, Math.max(0, 1 - Math.floor(Math.log10(Math.abs(change))))) : 0;
}

/**
 * What decides how fine the numbers are: the whole difference or, if smaller, the largest part of it.
 * @param {{change: number, causes: {effect: number}[]}} picture
 */
export function grain({ change, causes }) {
  return Math.min(Math.abs(change), ...causes.slice(0, 1).map(({ effect }) => Math.abs(effect)));
}

/**
 * A difference with its sign, as fine as the parts of the whole difference deserve; its unit is
 * said once, with the outcome.
 * @param {{change: number, causes: {effect: number}[]}} picture
 * @param {number} value
 */
export function signed(picture, value) {
  const text = fixed(value, places(grain(picture)));
  return (Number(text.replaceAll(",", "")) === 0 ? "" : value < 0 ? "−" : "+") + text;
}

/** A number without its sign, to two digits of its own. */
export const own = (value) => fixed(value, places(value));

/** A share without its sign in per cent: a small one with one decimal. */
export const percent = (share) => fixed(share * 100, Math.abs(share) < FINE ? 1 : 0);

function opening(t, picture) {
  const { unit, mine, other, change, name, under, than } = picture;
  const fine = places(grain(picture));
  const digits = Math.max(fine, decimals(Math.abs(mine), unit));
  const amount = (value) => measure(t, value, unit, (one) => negative(one, fixed(one, digits)));
  const slots = { month: monthName(t, picture.begins, picture.month), name, under, than, value: amount(mine), was: amount(other) };
  if (!differs(mine, other, unit)) return t("more.why.same", slots);
  slots.change = measure(t, change, unit, (one) => fixed(one, fine));
  return t(change > 0 ? "more.why.above" : "more.why.below", slots);
}

function aboutCauses(t, picture) {
  const { causes } = picture;
  if (causes.length === 1) return t("more.why.one", { cause: causes[0].name });
  const named = causes.slice(0, causes.length > NAMED + 1 ? NAMED : causes.length);
  const parts = named.map(({ name, effect }) => t("more.why.part", { cause: name, effect: signed(picture, effect) }));
  const rest = causes.slice(named.length);
  const left = rest.reduce((sum, { effect }) => sum + effect, 0);
  if (rest.length) parts.push(t("more.why.others", { count: rest.length, effect: signed(picture, left) }));
  return t("more.why.many", { count: causes.length, parts: phrase(t, parts) });
}

function aboutMediators(t, picture) {
  const { mediators, change, name, course } = picture;
  const rest = (one) => ({ stock: one.name, rest: signed(picture, change - one.vanishes) });
  const [first, second] = mediators.filter(({ share }) => share > 0);
  const counter = mediators.find(({ share }) => share <= -AS_WELL);
  const passes = first?.share >= CARRIES;
  const told = [passes ? t("more.why.passes", { ...rest(first), course, change: signed(picture, change) }) : t("more.why.direct", { name })];
  if (passes && second?.share >= AS_WELL) told.push(t("more.why.next", rest(second)));
  if (counter) told.push(t("more.why.counters", { ...rest(counter), course }));
  return told;
}

function aboutLoops(t, picture) {
  const { loops, change } = picture;
  const [first] = loops;
  if (!first || Math.abs(first.share) < WEAK) return t("more.why.weak", { count: loops.length, percent: percent(WEAK) });
  const slots = { key: first.key, loop: first.name, story: first.story, rest: signed(picture, change - first.vanishes) };
  return t(first.share > 0 ? "more.why.enlarges" : "more.why.brakes", slots);
}

/**
 * The whole answer.
 * @param {Translate} t
 * @param {{name: string, unit: string, begins: string, month: number, under: string, than: string, course: string,
 *   mine: number, other: number, change: number, causes: {name: string, effect: number}[],
 *   mediators: {name: string, vanishes: number, share: number}[],
 *   loops: {key: string, name: string, story: string, vanishes: number, share: number}[]}} picture
 *   as explainedAt gives it, with words
 * @returns {string[]} sentences
 */
export function whySentences(t, picture) {
  const told = [opening(t, picture)];
  if (!differs(picture.mine, picture.other, picture.unit)) return told;
  return [...told, aboutCauses(t, picture), ...aboutMediators(t, picture), aboutLoops(t, picture)];
}
