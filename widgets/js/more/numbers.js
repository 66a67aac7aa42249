/** All named quantities by month as CSV: one row a month, first as the place was, then the plan. Pure. */

import { calendar } from "../scale.js";

/** Excel takes a file for UTF-8 only if it begins so. */
const MARK = "\ufeff";

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const dateOf = (begins, month) => {
  const date = calendar(begins, month);
  return `${date.year}-${String(date.month).padStart(2, "0")}`;
};

/**
 * @param {(key: string, slots?: any) => string} t
 * @param {{place: any, own: any, run: any, changed: boolean, code: string}} picture code is what the
 *   column `plan` says of the plan's rows
 */
export function numbersText(t, { place, own, run, changed, code }) {
  const quantities = place.quantities.filter((one) => one.named);
  const unitOf = ({ unit }) => (unit === "1" ? t("more.share.csv.share") : t(`unit.${unit}`));
  const named = (one) => t("more.share.csv.column", { name: t(`quantity.${one.key}`), unit: unitOf(one) });
  const head = ["place", "plan", "month", "date"].map((key) => t(`more.share.csv.${key}`));
  const rows = [[...head, ...quantities.map(named)]];
  for (const [plan, lines] of [[t("studio.own"), own], ...(changed ? [[code, run]] : [])]) {
    for (let month = 0; month <= place.months; month += 1) {
      const values = quantities.map(({ key }) => String(lines[key][month]));
      rows.push([place.key, plan, String(month), dateOf(place.begins, month), ...values]);
    }
  }
  return `${MARK}${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
