/**
 * The plans that a reader keeps: a list in the browser, checked whenever it is read, so that no
 * text from outside reaches the engine unchecked. It knows no page but the storage it is given.
 */

import { DIMENSIONS } from "../dimensions.js";
import { SHELF } from "../memory.js";
import { positionIn, positionText } from "../position.js";
import { shown } from "./checked.js";
import { Refusal } from "./code.js";

/**
 * @typedef {Record<string, Record<string, number>>} Prediction
 *   quantity or dimension, to what the reader expects of it in some months
 * @typedef {{id: string, name: string, plan: import("../plan.js").Plan, shocks: import("../plan.js").Shock[],
 *   begins: number, prediction: Prediction | null}} KeptPlan
 */

/** As in cases/plan.py: one line, and no more of it than fits a table. */
const LONGEST_NAME = 80;
/** More than a course needs, and far less than a browser holds. */
export const MOST = 40;

/**
 * A name that may stand anywhere: one line, no marks of markup, not too long.
 * @param {unknown} text
 * @returns {string}
 */
export function cleanName(text) {
  return [...String(text ?? "").replace(/[<>\p{C}]/gu, " ").replace(/\s+/g, " ").trim()].slice(0, LONGEST_NAME).join("").trim();
}

function checkedCurve(place, key, curve) {
  const odd = new Refusal("prediction", { part: shown(key) });
  const high = DIMENSIONS.includes(key) ? 1 : place.quantities.find((one) => one.key === key)?.highest ?? Infinity;
  if (!DIMENSIONS.includes(key) && !place.quantities.some((one) => one.key === key)) throw odd;
  if (!Object.keys(curve).length) throw odd;
  const known = Object.entries(curve).map(([month, value]) => {
    if (!/^\d+$/.test(month) || Number(month) > place.months) throw odd;
    if (typeof value !== "number" || !(value >= 0 && value < Infinity)) throw odd;
    if (value > high) throw new Refusal("value", { part: key, found: shown(value), low: 0, high });
    return [Number(month), value];
  });
  return Object.fromEntries(known);
}

/**
 * A prediction with nothing in it but quantities, months and values that this place allows.
 * @param {any} place
 * @param {any} prediction
 * @returns {Prediction | null}
 * @throws {Refusal}
 */
export function checkedPrediction(place, prediction) {
  const curves = Object.entries(prediction ?? {});
  return curves.length ? Object.fromEntries(curves.map(([key, curve]) => [key, checkedCurve(place, key, curve)])) : null;
}

/**
 * A plan from outside, with nothing in it but what this place allows.
 * @param {any} place
 * @param {any} one as `KeptPlan`; a missing `shocks` is the place's own
 * @returns {Omit<KeptPlan, "id">}
 * @throws {RangeError} with the part that is not allowed
 */
export function checkedPlan(place, { name, plan, shocks, begins, prediction }) {
  const text = positionText(place, { plan, shocks: shocks ?? place.shocks, begins, month: 0 });
  const { month, ...position } = positionIn(place, text);
  return { name: cleanName(name), ...position, prediction: checkedPrediction(place, prediction) };
}

export class KeptPlans {
  /** @param {{place: any, storage: () => Storage}} options storage may throw where the browser keeps nothing */
  constructor({ place, storage }) {
    Object.assign(this, { place, storage, key: `${SHELF}/${place.key}/plans` });
    this.listeners = new Set();
    /** @type {KeptPlan[]} */
    this.list = [];
    /** What could not be read as a plan; it is written back as it was found. */
    this.unread = [];
    /** Whether something was there that could not be read. */
    this.broken = false;
    /** Whether the browser keeps what it is given. */
    this.lasting = true;
    this.gone = null;
    this.read();
  }

  read() {
    let found = [];
    try {
      found = JSON.parse(this.storage().getItem(this.key)) ?? [];
    } catch (error) {
      this.broken = this.lasting = error instanceof SyntaxError;
    }
    if (!Array.isArray(found)) found = [found];
    for (const one of found) {
      try {
        this.list.push({ id: String(one.id), ...checkedPlan(this.place, one) });
      } catch {
        this.unread.push(one);
      }
    }
    this.broken ||= this.unread.length > 0;
  }

  /** All kept plans, the oldest first. What is returned may be read, not changed. */
  all() {
    return this.list;
  }

  find(id) {
    return this.list.find((one) => one.id === id);
  }

  /** Be told whenever the list has changed. */
  listen(listener) {
    this.listeners.add(listener);
  }

  put(list) {
    this.list = list;
    try {
      this.storage().setItem(this.key, JSON.stringify([...list, ...this.unread]));
    } catch {
      this.lasting = false;
    }
    this.listeners.forEach((listener) => listener());
  }

  newId() {
    const taken = new Set(this.list.map((one) => one.id));
    let number = this.list.length + 1;
    while (taken.has(`p${number}`)) number += 1;
    return `p${number}`;
  }

  /**
   * Keep one more plan.
   * @param {any} plan as `KeptPlan`, without id
   * @returns {KeptPlan | null} null where the shelf is full
   * @throws {RangeError} with the part that is not allowed
   */
  keep(plan) {
    if (this.list.length >= MOST) return null;
    const kept = { id: this.newId(), ...checkedPlan(this.place, plan) };
    this.put([...this.list, kept]);
    return kept;
  }

  /** Give a plan another name; an empty one is none. */
  rename(id, name) {
    const clean = cleanName(name);
    if (clean) this.put(this.list.map((one) => (one.id === id ? { ...one, name: clean } : one)));
  }

  /** Take a plan away; the last one taken can be put back. */
  remove(id) {
    const index = this.list.findIndex((one) => one.id === id);
    if (index < 0) return;
    this.gone = { index, plan: this.list[index] };
    this.put(this.list.filter((one) => one.id !== id));
  }

  /** Put the plan back that was taken away last. */
  restore() {
    if (!this.gone) return;
    const { index, plan } = this.gone;
    this.gone = null;
    const id = this.find(plan.id) ? this.newId() : plan.id;
    this.put([...this.list.slice(0, index), { ...plan, id }, ...this.list.slice(index)]);
  }
}
