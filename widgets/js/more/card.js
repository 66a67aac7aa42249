/** One of the best plans in words, and the numbers of all of them. */

import { el } from "../dom.js";
import { levelName, valueAt } from "../plan.js";
import { number, position } from "../scale.js";
import { difference, differs } from "../story.js";
import { measure } from "../words.js";
import { yuan } from "./bill.js";
import { changesOf, moving } from "./stands.js";

/** Yuan without fen: the unit of things that are counted. */
const COUNTED = "person";

/** The named level at which a lever stands, or the two between which it does. */
function levelText(t, lever, value) {
  const above = lever.levels.findIndex(([, at]) => at > value);
  return levelName(lever, value) || t("more.budget.between", { low: lever.levels[above - 1][0], high: lever.levels[above][0] });
}

/** What a plan changes, lever by lever. */
function changeList(t, place, signs, begins) {
  const changes = changesOf(place, signs, begins);
  const items = moving(place).filter((lever) => lever.key in changes).map((lever) => {
    const value = valueAt(changes[lever.key], begins, lever.value);
    const was = valueAt(place.plan[lever.key], begins, lever.value);
    const say = (size) => measure(t, size, lever.unit, position);
    const slots = { level: levelText(t, lever, value), size: say(value), was: say(was) };
    return el("li", {}, el("strong", {}, lever.name), t("more.budget.change", slots));
  });
  return items.length ? el("ul", { class: "gt-changes" }, ...items) : el("p", {}, t("more.budget.unchanged"));
}

/** How much dearer or cheaper than the place as it was. */
const sparing = (t, cost, own) => (differs(cost, own, COUNTED) ? `${cost > own ? "▲" : "▼"} ${yuan(t, Math.abs(cost - own))}` : "＝");

/**
 * A plan as a card.
 * @param {{t: Function, place: any, axes: any[], own: any, trial: any, index: number, count: number,
 *   begins: number, onTry: () => void}} options own is the place as it was, trial the plan
 */
export function planCard({ t, place, axes, own, trial, index, count, begins, onTry }) {
  const months = place.months - begins;
  const fact = (name, value, gap) =>
    el("div", {}, el("dt", {}, name), el("dd", {}, value, gap ? el("small", {}, gap) : null));
  const facts = axes.map(({ key, unit }) =>
    fact(t(`quantity.${key}`), measure(t, trial.values[key], unit), difference(trial.values[key], own.values[key], unit)));
  const button = el("button", { type: "button", class: "gt-button gt-strong" }, t("more.budget.try"));
  button.addEventListener("click", onTry);
  return [
    el("h5", { class: "gt-heading" }, t("more.budget.card", { index: index + 1, count })),
    el("dl", { class: "gt-facts" },
      fact(t("more.budget.price"), yuan(t, trial.cost), sparing(t, trial.cost, own.cost)),
      fact(t("more.budget.span.month"), yuan(t, trial.cost / months), ""),
      ...facts),
    el("p", { class: "gt-note" }, t("more.budget.changes")),
    changeList(t, place, trial.signs, begins),
    button,
  ];
}

/** The numbers behind the picture. */
export function planTable(t, axes, front) {
  const name = ({ key, unit }) => (unit === "1" ? t(`quantity.${key}`) : `${t(`quantity.${key}`)} (${t(`unit.${unit}`)})`);
  const head = [t("more.budget.plan"), `${t("more.budget.price")} (${t("unit.yuan")})`, ...axes.map(name)];
  const cells = (one) => [number(one.cost, COUNTED), ...axes.map(({ key, unit }) => number(one.values[key], unit))];
  const rows = front.map((one, index) =>
    el("tr", {}, el("th", { scope: "row" }, String(index + 1)), ...cells(one).map((text) => el("td", {}, text))));
  return el(
    "table",
    {},
    el("caption", {}, t("more.budget.best")),
    el("thead", {}, el("tr", {}, ...head.map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, ...rows),
  );
}
