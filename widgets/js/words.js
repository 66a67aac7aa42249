/** The reader's language: every word comes from locale/words.csv, none is written here. */

import { calendar, number } from "./scale.js";

/**
 * @typedef {(key: string, slots?: Record<string, string | number>) => string} Translate
 */

/**
 * A function that looks a word up and fills its {slots}.
 * @param {Record<string, string>} words
 * @returns {Translate}
 */
export function translator(words) {
  return (key, slots) => {
    const text = words[key];
    if (text === undefined) throw new Error(`locale/words.csv has no row ${key}`);
    return slots ? text.replace(/\{(\w+)\}/g, (_, slot) => String(slots[slot])) : text;
  };
}

/**
 * A number with its unit; a pure share stands alone.
 * @param {Translate} t
 * @param {number} value
 * @param {string} unit
 * @param {(value: number, unit: string) => string} [write]
 */
export function measure(t, value, unit, write = number) {
  const text = write(value, unit);
  return unit === "1" ? text : t("number.with_unit", { number: text, unit: t(`unit.${text === "1" ? "one." : ""}${unit}`) });
}

/**
 * A month of the run by its name in the calendar.
 * @param {Translate} t
 * @param {string} begins
 * @param {number} month
 */
export function monthName(t, begins, month) {
  const date = calendar(begins, month);
  const name = t("date.months").split("|")[date.month - 1];
  return t("date.month", { name, month: date.month, year: date.year });
}

/**
 * A list as a phrase.
 * @param {Translate} t
 * @param {string[]} parts
 * @param {string} list what stands between them: as between names, or as between sentences
 */
export function phrase(t, parts, list = "list") {
  if (parts.length < 2) return parts.join("");
  return parts.slice(0, -1).join(t(`${list}.comma`)) + t(`${list}.and`) + parts.at(-1);
}
