/** Bars with their names above them, and tables of what goes with what. */

import { el, mark, onWidth, svg } from "./dom.js";

const ROW = 44;
const NAME = 14;
const TOP = 20;
const THICK = 16;
const GAP = 6;
const RIGHT = 96;
const SIGNS = { stated: "●", inferred: "○" };

/** How long each bar is, as a part of the longest. */
export function parts(rows) {
  const most = Math.max(...rows.map((row) => row.value));
  return rows.map((row) => (most > 0 ? row.value / most : 0));
}

/**
 * One bar a row, drawn as wide as there is room.
 * @param {{sentence: string, rows: {name: string, value: number, text: string}[]}} choice
 * @param {AbortSignal} signal
 */
export function barPicture(choice, signal) {
  const height = choice.rows.length * ROW;
  const lines = choice.rows.map((row, index) => {
    const bar = svg("rect", { x: 0, y: index * ROW + TOP, height: THICK, rx: 2, class: "gt-still-bar" });
    const text = svg("text", { y: index * ROW + TOP + THICK - 4, class: "gt-bar-text" }, row.text);
    return { bar, text, nodes: [svg("text", { x: 0, y: index * ROW + NAME, class: "gt-bar-name" }, row.name), bar, text] };
  });
  const node = svg("svg", { role: "img", "aria-label": choice.sentence, height }, ...lines.flatMap((line) => line.nodes));
  const long = parts(choice.rows);
  onWidth(node, (width) => {
    mark(node, "viewBox", `0 0 ${width} ${height}`);
    lines.forEach(({ bar, text }, index) => {
      const length = Math.max(2, (width - RIGHT) * long[index]);
      mark(bar, "width", length.toFixed(1));
      mark(text, "x", (length + GAP).toFixed(1));
    });
  }, signal);
  return node;
}

/**
 * The numbers behind bars: a row a name, a column a choice.
 * @param {Function} t
 * @param {{title: string, choices: {name: string, rows: {name: string, text: string}[]}[]}} figure
 */
export function barTable(t, figure) {
  const heads = figure.choices.map((choice) => el("th", { scope: "col" }, choice.name));
  const rows = figure.choices[0].rows.map((row, index) =>
    el("tr", {}, el("th", { scope: "row" }, row.name), ...figure.choices.map((choice) => el("td", {}, choice.rows[index].text))));
  const table = el("table", {}, el("caption", {}, figure.title), el("thead", {}, el("tr", {}, el("td"), ...heads)), el("tbody", {}, ...rows));
  const holder = el("div", { class: "gt-scroll", tabindex: "0", role: "region", "aria-label": figure.title }, table);
  return el("details", { class: "gt-table" }, el("summary", {}, t("landscape.table")), holder);
}

/**
 * What goes with what: the table is the picture.
 * @param {Function} t
 * @param {{name: string, columns: string[], rows: {name: string, cells: string[]}[]}} choice
 */
export function gridTable(t, choice) {
  const sign = (cell) => (cell
    ? el("span", { class: "gt-mark", "data-mark": cell }, el("span", { "aria-hidden": "true" }, SIGNS[cell]), el("span", { class: "gt-hidden" }, t(`landscape.${cell}`)))
    : el("span", { class: "gt-hidden" }, t("landscape.none")));
  const rows = choice.rows.map((row) =>
    el("tr", {}, el("th", { scope: "row" }, row.name), ...row.cells.map((cell) => el("td", {}, sign(cell)))));
  const heads = choice.columns.map((column) => el("th", { scope: "col" }, column));
  const table = el("table", { class: "gt-grid-table" }, el("caption", {}, t("landscape.key")),
    el("thead", {}, el("tr", {}, el("td", {}), ...heads)), el("tbody", {}, ...rows));
  return el("div", { class: "gt-scroll", tabindex: "0", role: "region", "aria-label": choice.name }, table);
}
