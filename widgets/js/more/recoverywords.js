/** What a shock did, said in the reader's language; templates are rows of locale/words.csv. */

import { number } from "../scale.js";
import { NOTICEABLE } from "../story.js";
import { monthName } from "../words.js";
import { telling } from "./recovery.js";

/** @typedef {import("../words.js").Translate} Translate */

const side = (gap) => (gap < 0 ? "lower" : "higher");

function outcome(t, { gap, recovered, left }, { going, end }) {
  const slots = { end, size: number(Math.abs(left), "1"), count: recovered };
  if (going) return t("more.recovery.going", slots);
  if (recovered === null) return t(`more.recovery.${gap * left > 0 ? "still" : "then"}.${side(left)}`, slots);
  return t(`more.recovery.${["once", "one"][recovered] ?? "months"}.${side(gap)}`, slots);
}

/**
 * @param {Translate} t
 * @param {{shock: {month: number, length: number, size: number}, found: import("./recovery.js").Found[],
 *   begins: string, months: number}} picture found are the four lines, months how long the run is
 * @returns {string} a sentence
 */
export function recoverySentence(t, { shock, found, begins, months }) {
  if (!shock.size) return t("more.recovery.nothing");
  const end = monthName(t, begins, months);
  const going = shock.month + shock.length > months;
  const told = telling(found);
  if (!told.length) return t(going ? "more.recovery.early" : "more.recovery.small", { end, least: NOTICEABLE });
  const clauses = told.map((one) => {
    const slots = { name: t(`dimension.${one.dimension}`), size: number(Math.abs(one.gap), "1"), month: monthName(t, begins, one.month) };
    if (one.month === months && !going) return t(`more.recovery.last.${side(one.gap)}`, slots);
    return t("more.recovery.clause", { what: t(`more.recovery.${side(one.gap)}`, slots), then: outcome(t, one, { going, end }) });
  });
  return t("more.recovery.said", { clauses: clauses.join(t("more.recovery.next")) });
}
