/** Plans as codes and links, and back; the twin of cases/links.py. */

import { fromFragment } from "../link.js";
import { CODE, LINK, Refusal, spell, unspell } from "./code.js";
import { anyNumber, anyPlan } from "./general.js";
import { Numbering } from "./numbering.js";

const NUMBERS = 256n;
const FORMS = 8n;
const LONGEST_LINK = 4000;

const numberings = new Map();
const rowsOf = (shocks) => shocks.map(([shock, month, length, size]) => ({ shock, month, length, size }));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function numberingOf(edition) {
  if (!numberings.has(edition.id)) numberings.set(edition.id, new Numbering(edition));
  return numberings.get(edition.id);
}

/** The shocks of a plan, or null where they are the place's own. */
export const ownOrNull = (edition, shocks) => (shocks && same(shocks, rowsOf(edition.shocks)) ? null : shocks);

/**
 * The letters of a plan, without marks between.
 * @param {any} edition the one in force
 * @param {{plan: any, shocks: any[] | null, begins: number}} position shocks null where they are the place's own
 * @param {number} [longest]
 * @throws {Refusal} where the plan is too much
 */
export function codeOf(edition, position, longest = CODE) {
  const { plan, begins } = position;
  const shocks = ownOrNull(edition, position.shocks);
  const slid = numberingOf(edition).number({ plan, shocks: shocks ?? rowsOf(edition.shocks), begins });
  const any = anyNumber(edition, { plan, shocks, begins });
  const name = BigInt(edition.id);
  const numbers = [
    ...(slid === null ? [] : [2n * (name + NUMBERS * slid)]),
    ...(any === null ? [] : [2n * FORMS * (name + NUMBERS * any) + 1n]),
  ];
  const [best] = numbers.map(spell).sort((one, other) => one.length - other.length);
  if (!best || best.length > longest) throw new Refusal("much", { longest });
  return best;
}

/** What stands after the address of a page. */
export const linkOf = (edition, position) => `#plan=${codeOf(edition, position, LINK)}`;

/**
 * The plan that a code holds; its values are not yet checked against their bounds.
 * @param {string} text
 * @param {Record<string, any>} editions all that are known, by their number
 * @returns {{place: string, plan: any, shocks: any[] | null, begins: number}}
 * @throws {Refusal}
 */
export function readCode(text, editions) {
  let number = unspell(text);
  const other = number % 2n;
  number /= 2n;
  const form = other ? number % FORMS : 0n;
  if (other) number /= FORMS;
  if (form) throw new Refusal("newer");
  const edition = editions[String(number % NUMBERS)];
  if (!edition) throw new Refusal("place");
  const found = (other ? anyOf : slidOf)(edition, number / NUMBERS);
  return { place: edition.place, ...found, shocks: ownOrNull(edition, found.shocks) };
}

function slidOf(edition, number) {
  const numbering = numberingOf(edition);
  const found = numbering.plan(number);
  if (!found || numbering.number(found) !== number) throw new Refusal("nothing");
  return found;
}

function anyOf(edition, number) {
  const found = anyPlan(edition, number);
  if (!found || anyNumber(edition, found) !== number) throw new Refusal("nothing");
  return found;
}

/** The edition in force of a place, or undefined: of several of one place it is the first. */
export const editionOf = (editions, place) => editions.order.map((id) => editions[id]).find((one) => one.place === place);

/** Any value is read: whether a lever or a shock allows it is said later, by its name. */
const free = (one) => ({ ...one, lowest: 0, highest: Infinity });

/**
 * As `readCode`, from a code or from a link of this edition or an older one, which has a month as well.
 * @param {string} text
 * @param {any} editions
 * @param {{levers: any[], kinds: any}} rules what is allowed in every place
 */
export function readText(text, editions, { levers, kinds }) {
  if (!text.includes("=")) return readCode(text, editions);
  if (text.length > LONGEST_LINK) throw new Refusal("long", { count: text.length, most: LONGEST_LINK });
  const parts = new URLSearchParams(text.slice(text.lastIndexOf("#") + 1).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""));
  if (parts.has("plan")) return readCode(parts.get("plan"), editions);
  if (!parts.has("place")) throw new Refusal("link", { part: text.slice(0, 40) });
  const edition = editionOf(editions, parts.get("place"));
  if (!edition) throw new Refusal("place");
  try {
    const allKinds = Object.fromEntries(Object.entries(kinds).map(([key, kind]) => [key, free(kind)]));
    const bounds = { place: edition.place, months: edition.months, levers: levers.map(free), kinds: allKinds };
    const position = fromFragment(parts.toString(), bounds);
    return { place: edition.place, ...position, shocks: ownOrNull(edition, position.shocks) };
  } catch (error) {
    throw new Refusal("link", { part: error.message.slice(0, 40) });
  }
}
