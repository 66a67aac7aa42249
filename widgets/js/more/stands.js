/** Where the levers of a plan that is searched may stand: at their named levels and between them; the twin of `choices` in model/analyses/front.py. */

import { valueAt } from "../plan.js";

/** Named levels alone, then half the way between two of them as well, then a quarter. */
const PARTS = [1, 2, 4];
export const FINEST = PARTS.at(-1);
/** Decimals of a value between two levels: what arithmetic adds beyond them is dust. */
const EXACT = 6;

/** @typedef {{value: number, parts: number}} Stand parts is 1 at a named level, 2 half the way between two, 4 at a quarter */

/** The levers that plans move. */
export const moving = (place) => place.levers.filter((lever) => lever.shown);

const onSlider = ({ low, step }, value) => Number((low + step * Math.floor((value - low) / step + 0.5)).toFixed(EXACT));

function made(lever) {
  const named = lever.levels.map(([, value]) => value);
  const found = new Map(named.map((value) => [value, 1]));
  for (const parts of PARTS) {
    named.slice(1).forEach((high, at) => {
      for (let part = 1; part < parts; part += 1) {
        const value = onSlider(lever, named[at] + ((high - named[at]) * part) / parts);
        if (!found.has(value)) found.set(value, parts);
      }
    });
  }
  return [...found].map(([value, parts]) => ({ value, parts })).sort((one, other) => one.value - other.value);
}

const known = new WeakMap();

/**
 * Every value that a lever may take, rising.
 * @returns {Stand[]}
 */
export function standsOf(lever) {
  if (!known.has(lever)) known.set(lever, made(lever));
  return known.get(lever);
}

/** A plan is a row of signs, one for each lever: 0 to 9, then what follows them in Unicode. */
export const sign = (index) => String.fromCharCode(48 + index);

/** Where each lever stands. */
export const standing = (place, signs) => moving(place).map((lever, at) => standsOf(lever)[signs.charCodeAt(at) - 48]);

/**
 * What the signs say, as the reader's changes: only levers that stand elsewhere than they would.
 * @param {any} place
 * @param {string} signs
 * @param {number} begins
 */
export function changesOf(place, signs, begins) {
  const changes = {};
  const stands = standing(place, signs);
  moving(place).forEach((lever, at) => {
    const { value } = stands[at];
    if (value !== valueAt(place.plan[lever.key], begins, lever.value)) changes[lever.key] = begins ? { [begins]: value } : value;
  });
  return changes;
}

/** The signs nearest to the place as it would go on. */
export function ownSigns(place, begins) {
  return moving(place).map((lever) => {
    const gaps = standsOf(lever).map(({ value }) => Math.abs(value - valueAt(place.plan[lever.key], begins, lever.value)));
    return sign(gaps.indexOf(Math.min(...gaps)));
  }).join("");
}
