/** Plans as a file, after plan.schema.json; the twin of cases/files.py. */

import { checked, isObject, shown } from "./checked.js";
import { Refusal } from "./code.js";
import { editionOf, ownOrNull, readText } from "./passing.js";

const VERSION = 1;
export const LARGEST = 1_000_000;
const MOST = 100;
const KEYS = ["place", "name", "begins", "changes", "shocks", "prediction"];

/**
 * The text of a file.
 * @param {any[]} plans each with place, name, plan, shocks (null: the place's own), begins, prediction
 * @param {string} schema where the schema is
 */
export function writeFile(plans, schema) {
  const rows = plans.map(({ place, name, plan, shocks, begins, prediction }) => ({ place, name, begins, changes: plan, shocks, prediction }));
  return `${JSON.stringify({ $schema: schema, version: VERSION, plans: rows }, null, 1)}\n`;
}

/** The rules for a plan of any place of the book, as `checked` takes them. */
function boundsIn(place, { editions, levers, kinds }) {
  const edition = typeof place === "string" ? editionOf(editions, place) : undefined;
  if (!edition) throw new Refusal("place");
  return { edition, bounds: { months: edition.months, own: edition.own, levers, kinds } };
}

function clean(raw, rules) {
  const { edition, bounds } = boundsIn(raw.place, rules);
  const plan = checked(raw, bounds);
  return { ...plan, shocks: ownOrNull(edition, plan.shocks) };
}

/** The plan of a code or a link, with the month that a link may show. */
function linked(text, rules) {
  const raw = readText(text, rules.editions, rules);
  return { ...clean(raw, rules), month: raw.month };
}

function parsed(text) {
  if (text.length > LARGEST) throw new Refusal("large", { count: text.length, most: LARGEST });
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new Refusal("json");
  }
}

function one(row, rules) {
  const known = isObject(row) && Object.keys(row).every((key) => KEYS.includes(key));
  if (!known || !("place" in row && "changes" in row)) throw new Refusal("shape", { part: shown(row) });
  const { changes, ...rest } = row;
  return clean({ ...rest, plan: changes }, rules);
}

/**
 * The plans of a file.
 * @param {string} text
 * @param {{editions: any, levers: any[], kinds: any}} rules what is known of all places
 * @returns {any[]}
 * @throws {Refusal}
 */
export function readFile(text, rules) {
  const whole = parsed(text);
  if (!isObject(whole) || !("version" in whole && "plans" in whole)) throw new Refusal("shape", { part: shown(whole) });
  const { version, plans, $schema, ...others } = whole;
  if (version !== VERSION) throw new Refusal(version > VERSION && typeof version === "number" ? "newer" : "version", { found: shown(version) });
  const odd = !Array.isArray(plans) || !plans.length || plans.length > MOST;
  if (odd || Object.keys(others).length) throw new Refusal("shape", { part: odd ? shown(plans) : shown(Object.keys(others)[0]) });
  return plans.map((row) => one(row, rules));
}

/**
 * The plans of whatever a reader brings: a code, a link or the text of a file.
 * @param {string} text
 * @param {any} rules as for `readFile`
 */
export function readAnything(text, rules) {
  if (/^[ \t\r\n\ufeff]*[{[]/.test(text)) return readFile(text, rules);
  return [linked(text, rules)];
}
