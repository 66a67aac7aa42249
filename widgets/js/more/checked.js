/** A plan from outside, checked by the rules of cases/plan.py. Pure. */

import { Refusal } from "./code.js";

const LONGEST_NAME = 80;
const UNFIT = /[<>\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]/u;
const MONTH = /^(0|[1-9][0-9]{0,4})$/;
const MOST = 1e12;

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function numberIn(part, value, low, high) {
  if (typeof value !== "number" || !(value >= low && value <= high)) throw new Refusal("value", { part, found: shown(value), low, high });
  return value + 0;
}

function whole(part, value, low, high) {
  if (!Number.isInteger(numberIn(part, value, low, high))) throw new Refusal("value", { part, found: shown(value), low, high });
  return value;
}

/** A value in a sentence, however odd it is. */
export function shown(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function course(part, steps, months, [low, high]) {
  return Object.fromEntries(Object.entries(steps).map(([month, value]) => {
    if (!MONTH.test(month)) throw new Refusal("value", { part, found: shown(month), low: 0, high: months });
    return [whole(part, Number(month), 0, months), numberIn(part, value, low, high)];
  }));
}

function setting(name, value, { levers, months }) {
  const lever = levers.find(({ key }) => key === name);
  if (!lever) throw new Refusal("lever", { part: shown(name) });
  const range = [lever.lowest, lever.highest];
  if (!isObject(value)) return numberIn(lever.name, value, ...range);
  if (!Object.keys(value).length) throw new Refusal("shape", { part: shown(name) });
  return course(lever.name, value, months, range);
}

function shock(one, { kinds, months }) {
  const known = isObject(one) && Object.keys(one).every((key) => ["shock", "month", "length", "size"].includes(key));
  if (!known || !("shock" in one && "month" in one)) throw new Refusal("shape", { part: shown(one) });
  if (typeof one.shock !== "string" || !Object.hasOwn(kinds, one.shock)) throw new Refusal("shock", { part: shown(one.shock) });
  const kind = kinds[one.shock];
  return {
    shock: one.shock,
    month: whole(one.shock, one.month, 0, months),
    length: whole(one.shock, one.length ?? kind.length, 1, months),
    size: numberIn(one.shock, one.size ?? kind.size, kind.lowest, kind.highest),
  };
}

function firstOf(plan, end) {
  const months = Object.values(plan).map((one) => (typeof one === "object" ? Math.min(...Object.keys(one).map(Number)) : 0));
  return Math.min(end, ...months);
}

function predicted(prediction, months) {
  if (prediction === null || prediction === undefined) return null;
  if (!isObject(prediction)) throw new Refusal("shape", { part: shown(prediction) });
  const curves = Object.entries(prediction).map(([key, curve]) => {
    if (!/^[a-z_]{1,40}$/.test(key) || !isObject(curve)) throw new Refusal("shape", { part: shown(key) });
    return [key, course(key, curve, months, [0, MOST])];
  });
  return curves.length ? Object.fromEntries(curves) : null;
}

/**
 * @param {any} given place, plan, shocks (null: the place's own), begins, name, prediction
 * @param {{months: number, own: number, levers: any[], kinds: any}} bounds
 * @returns {any} the same, clean
 * @throws {Refusal}
 */
export function checked({ place, plan, shocks = null, begins = null, name = "", prediction = null }, bounds) {
  if (typeof name !== "string" || [...name].length > LONGEST_NAME || UNFIT.test(name)) throw new Refusal("name", { most: LONGEST_NAME });
  if (!isObject(plan)) throw new Refusal("shape", { part: shown(plan) });
  if (shocks !== null && !Array.isArray(shocks)) throw new Refusal("shape", { part: shown(shocks) });
  const clean = Object.fromEntries(Object.entries(plan).map(([lever, value]) => [lever, setting(lever, value, bounds)]));
  return {
    place,
    name,
    plan: clean,
    shocks: shocks && shocks.map((one) => shock(one, bounds)),
    begins: whole("begins", begins ?? firstOf(clean, Object.keys(clean).length ? bounds.months : bounds.own), 0, bounds.months),
    prediction: predicted(prediction, bounds.months),
  };
}
