/** The numbers behind a picture, a row a year; built when a reader opens it. */

import { el } from "./dom.js";
import { number } from "./scale.js";
import { monthName } from "./words.js";

const YEAR = 12;
const REST = 150;

/**
 * The months that a table shows: each year, the month in view, the last.
 * @param {number} months
 * @param {number} shown
 */
export function tableMonths(months, shown) {
  const rows = new Set([shown, months]);
  for (let month = 0; month <= months; month += YEAR) rows.add(month);
  return [...rows].sort((a, b) => a - b);
}

function row(t, begins, month, columns, shown) {
  const cells = columns.flatMap(({ own, run, unit }) =>
    [own, run].map((line) => el("td", {}, el("data", { value: line[month] }, number(line[month], unit)))),
  );
  const attributes = month === shown ? { "aria-current": "true" } : {};
  return el("tr", attributes, el("th", { scope: "row" }, monthName(t, begins, month)), ...cells);
}

function heads(t, columns) {
  const names = columns.map(({ name, unit }) =>
    el("th", { colspan: 2, scope: "colgroup" }, unit === "1" ? name : `${name} (${t(`unit.${unit}`)})`),
  );
  const pairs = columns.flatMap(() => [
    el("th", { scope: "col" }, t("studio.own")),
    el("th", { scope: "col" }, t("studio.mine")),
  ]);
  const corner = el("th", { rowspan: 2, scope: "col" }, t("table.month"));
  return el("thead", {}, el("tr", {}, corner, ...names), el("tr", {}, ...pairs));
}

/**
 * @param {{t: Function, store: any, label: string, signal: AbortSignal,
 *   columns: (frame: any) => {name: string, unit: string, own: ArrayLike<number>,
 *   run: ArrayLike<number>}[]}} options
 */
export function tableBehind({ t, store, label, columns, signal }) {
  const holder = el("div", { class: "gt-scroll", tabindex: "0", role: "region", "aria-label": label });
  const node = el("details", { class: "gt-table" }, el("summary", {}, t("table.open")), holder);
  let waiting = 0;
  let last = null;

  function build() {
    const { begins, months } = store.place;
    const shown = columns(last);
    const rows = tableMonths(months, last.month).map((month) => row(t, begins, month, shown, last.month));
    const caption = el("caption", {}, label);
    holder.replaceChildren(el("table", {}, caption, heads(t, shown), el("tbody", {}, ...rows)));
  }

  node.addEventListener("toggle", () => node.open && build(), { signal });
  return {
    node,
    update(frame) {
      last = frame;
      if (!node.open) return;
      clearTimeout(waiting);
      waiting = setTimeout(build, REST);
    },
  };
}
