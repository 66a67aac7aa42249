/** One page to print: the plan in words, its pictures and outcomes, the caveat and the code. */

import { LineChart } from "../chart.js";
import { DIMENSIONS, dimensionLines } from "../dimensions.js";
import { el } from "../dom.js";
import { HEADLINES } from "../outcomes.js";
import { number, tenths } from "../scale.js";
import { difference } from "../story.js";
import { monthName } from "../words.js";
import { toldPlan } from "./telling.js";

/** A picture of the report in pixels of the page: two stand beside each other on A4. */
const WIDTH = 330;
/** Pictures are made lower before sentences are left out. */
const HEIGHTS = [104, 78];
const ROOM = 0.05;
/** So many sentences of a plan are told where they fit; the others are in the code. */
const MOST_TOLD = 20;
/** The most that stands on A4 between its margins, in pixels, with a little to spare. */
const PAGE = 1015;

function picture({ t, store }, key, domain, [own, run], frame, height) {
  const { begins, months } = store.place;
  const once = new AbortController();
  const chart = new LineChart({ begins, months, height, small: true, edge: 34, signal: once.signal, onMonth: () => {} });
  chart.update({ ...frame, month: months, unit: "1", domain, own, run, band: null });
  chart.resize(WIDTH);
  once.abort();
  const head = el("figcaption", { class: "gt-figure-head" }, el("strong", {}, t(`dimension.${key}`)));
  return el("figure", { class: "gt-figure", "data-tone": key }, head, chart.node);
}

function pictures(options, frame, height) {
  const { place, full } = options.store;
  const [own, run] = [frame.own, frame.run].map((lines) => dimensionLines(place.quantities, lines, full));
  const domain = tenths([...Object.values(own), ...Object.values(run)], frame.since, ROOM);
  return DIMENSIONS.map((key) => picture(options, key, domain, [own[key], run[key]], frame, height));
}

function outcomes({ t, store }, { own, run, changed }) {
  const { quantities, months } = store.place;
  const rows = HEADLINES.map((key) => {
    const { unit } = quantities.find((one) => one.key === key);
    const name = unit === "1" ? t(`quantity.${key}`) : t("more.share.csv.column", { name: t(`quantity.${key}`), unit: t(`unit.${unit}`) });
    const values = [number(own[key][months], unit), number(run[key][months], unit), changed ? difference(run[key][months], own[key][months], unit) : ""];
    return el("tr", {}, el("th", { scope: "row" }, name), ...values.map((text) => el("td", {}, text)));
  });
  const heads = [t("more.share.report.outcome"), t("studio.own"), t("studio.mine"), t("more.share.report.difference")];
  return el("table", {}, el("thead", {}, el("tr", {}, ...heads.map((text) => el("th", { scope: "col" }, text)))), el("tbody", {}, ...rows));
}

function planPart({ t, store }, most) {
  const { month, told } = toldPlan(t, store.place, store.step());
  const left = told.length - most;
  const items = told.slice(0, most).map((text) => el("li", {}, text));
  const when = month === null ? t("more.share.report.plan") : t("more.share.report.plan_from", { month: monthName(t, store.place.begins, month) });
  return part(when, el("ul", {}, ...items, left > 0 ? el("li", {}, t("more.share.told.more", { count: left })) : null));
}

const part = (heading, ...nodes) => el("section", {}, el("h2", {}, heading), ...nodes);

/** A code in groups of four, which the eye parts and what is copied does not. @param {string} code */
export const inGroups = (code) => (code.match(/.{4}/g) ?? []).map((group) => el("span", {}, group));

/** How the plan is opened elsewhere: by its code, by an address that others can use, or only as a file. */
function opening(t, code, address) {
  const how = ["open_file", "open_link", "open_code", "open"][Number(Boolean(address)) + 2 * Number(Boolean(code))];
  return [el("p", {}, t(`more.share.report.${how}`)), address ? el("p", { class: "gt-address" }, address) : null];
}

/**
 * The page as an element.
 * @param {{t: any, store: any}} options
 * @param {{title: string, name: string, code: string, address: string, why: string, lang: string}} about
 *   name, code, address and why may be ""
 * @param {{most: number, height: number}} room how many sentences tell the plan, how high a picture is, in pixels
 */
export function reportPage(options, { title, name, code, address, why, lang }, { most, height }) {
  const { t, store } = options;
  const frame = store.frame();
  const { begins, months } = store.place;
  const book = t("more.share.report.head");
  const head = name ? t("more.share.report.named", { book, title }) : book;
  const key = (name, text) => el("span", { class: `gt-key gt-key-${name}` }, el("span", { class: "gt-swatch" }), text);
  return el(
    "div",
    { class: "gt-widget gt-report", lang },
    el("header", {}, el("div", {}, el("p", {}, head), el("h1", {}, name || title)), el("p", { class: "gt-code" }, ...inGroups(code))),
    planPart(options, most),
    part(
      t("more.share.report.pictures"),
      el("p", { class: "gt-legend" }, key("own", t("studio.own")), frame.changed ? key("run", t("studio.mine")) : null),
      el("div", { class: "gt-report-four" }, ...pictures(options, frame, height)),
    ),
    part(t("more.share.report.outcomes", { month: monthName(t, begins, months) }), outcomes(options, frame)),
    why ? part(t("more.share.report.why"), el("p", {}, why)) : null,
    el("footer", {}, el("p", {}, t("studio.caution")), ...opening(t, code, address)),
  );
}

/** What is tried until all stands on one sheet. */
function rooms() {
  const low = HEIGHTS.at(-1);
  const fewer = Array.from({ length: MOST_TOLD - 1 }, (_, at) => ({ most: MOST_TOLD - 1 - at, height: low }));
  return [...HEIGHTS.map((height) => ({ most: MOST_TOLD, height })), ...fewer];
}

/**
 * Print one element and nothing else of the page, on one sheet.
 * @param {(room: {most: number, height: number}) => HTMLElement} make
 */
export function printFitting(make) {
  const root = document.documentElement;
  document.querySelector(".gt-report")?.remove();
  root.classList.add("gt-printing");
  let page = null;
  for (const room of rooms()) {
    page?.remove();
    page = make(room);
    document.body.append(page);
    if (page.scrollHeight <= PAGE) break;
  }
  addEventListener("afterprint", () => {
    page.remove();
    root.classList.remove("gt-printing");
  }, { once: true });
  window.print();
}
