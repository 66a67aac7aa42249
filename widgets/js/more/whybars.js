/** The numbers of an explanation as tables with bars: what each change adds, what passes it on. */

import { el } from "../dom.js";
import { negative } from "../scale.js";
import { lone, ranksOf, STOCKS } from "./whymarks.js";
import { percent, signed } from "./whywords.js";

/** So many rows stand alone; what is left is put together. */
const ROWS = 8;
/** A bar for a share ends here, though a share may be larger. */
const FULL = 1.25;

function bar(from, to, tone) {
  const mark = el("span", { class: "gt-why-bar", "data-sign": tone, "aria-hidden": "true" }, el("span", {}));
  mark.style.setProperty("--from", Math.min(from, to).toFixed(4));
  mark.style.setProperty("--to", Math.max(from, to).toFixed(4));
  return mark;
}

const sign = (value) => (value < 0 ? "less" : "more");

function table(label, note, heads, rows, foot) {
  const cells = heads.map((head) => (head ? el("th", { scope: "col" }, head) : el("td", {})));
  return el("table", { class: "gt-why-table", "data-name": label, "data-note": note }, el("caption", { class: "gt-hidden" }, label),
    el("thead", {}, el("tr", {}, ...cells)), el("tbody", {}, ...rows), foot ? el("tfoot", {}, foot) : null);
}

/** The head of a column of numbers; a pure share has no unit. */
const inUnit = (t, head, unit) => (unit === "1" ? head : t("more.why.unit", { head, unit: t(`unit.${unit}`) }));

function row(name, mark, text, value, attributes = {}) {
  return el("tr", attributes, el("th", { scope: "row" }, ...[name].flat()), el("td", {}, mark), el("td", {}, el("data", { value }, text)));
}

/** The largest changes, and the small ones together. */
export function gathered(t, causes) {
  if (causes.length <= ROWS) return causes;
  const rest = causes.slice(ROWS - 1);
  const effect = rest.reduce((sum, one) => sum + one.effect, 0);
  return [...causes.slice(0, ROWS - 1), { name: t("more.why.rest", { count: rest.length }), effect }];
}

/**
 * What each change adds: bars that begin where the one before ended, so that the last ends at the whole difference.
 * @param {import("../words.js").Translate} t
 * @param {any} picture as whySentences takes it
 */
export function causeTable(t, picture) {
  const causes = gathered(t, picture.causes);
  const ends = causes.reduce((list, { effect }) => [...list, list.at(-1) + effect], [0]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const at = (value) => (high > low ? (value - low) / (high - low) : 0);
  const rows = causes.map(({ name, effect }, index) =>
    row(name, bar(at(ends[index]), at(ends[index + 1]), sign(effect)), signed(picture, effect), effect));
  const whole = row(t("more.why.sum"), bar(at(0), at(picture.change), "sum"), signed(picture, picture.change), picture.change);
  return table(t("more.why.causes"), picture.note, [t("more.why.cause"), "", inUnit(t, t("more.why.effect"), picture.unit)], rows, whole);
}

/** The part of the difference that goes when something is held, as a share and in the outcome's unit. */
export const gone = (t, picture, { share, vanishes }) =>
  t("more.why.gone.size", { percent: negative(share, percent(share)), size: signed(picture, vanishes) });

/**
 * How much of the difference goes when a stock is held.
 * @param {import("../words.js").Translate} t
 * @param {any} picture
 * @param {Set<string>} lit stocks on the loop that is chosen
 */
export function mediatorTable(t, picture, lit) {
  const ranks = ranksOf(picture.mediators);
  const rows = picture.mediators.slice(0, STOCKS).map((one) => {
    const part = Math.min(1, Math.abs(one.share) / FULL);
    return row([ranks[one.key] ? lone(ranks[one.key]) : "", one.name], bar(0, part, sign(one.share)), gone(t, picture, one), one.vanishes, lit.has(one.key) ? { class: "gt-lit" } : {});
  });
  return table(t("more.why.mediators"), picture.note, [t("more.why.mediator"), "", inUnit(t, t("more.why.gone"), picture.unit)], rows);
}
