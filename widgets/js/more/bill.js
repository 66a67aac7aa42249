/** What a plan costs: a sentence, what is paid for, who pays. */

import { el, mark, write } from "../dom.js";
import { number } from "../scale.js";
import { difference, differs } from "../story.js";
import { monthName } from "../words.js";
import { bill, byPayer, spending, total } from "./cost.js";
import { late } from "./late.js";

/** Yuan without fen: the unit of things that are counted. */
const COUNTED = "person";
/** So many digits of a sum are worth reading. */
const DIGITS = 3;

/** A sum of money to the digits that are worth reading. */
export function rounded(value) {
  const unit = 10 ** Math.max(0, Math.ceil(Math.log10(Math.abs(value) || 1)) - DIGITS);
  return Math.round(value / unit) * unit;
}

/** A sum of money as a sentence says it. */
export const yuan = (t, value) => t("number.with_unit", { number: number(rounded(value), COUNTED), unit: t("unit.yuan") });

/** The name of a spending: a lever of the place, or its running. */
const spendingName = (t, place, key) => place.levers.find((one) => one.key === key)?.name ?? t("more.budget.running");

/** The name of someone who pays. */
const payerName = (t, place, key) => (key ? place.actors.find((one) => one.key === key).name : t("more.budget.not_known"));

function sumsOf(spent, from, to, share) {
  return Object.fromEntries(Object.entries(spent).map(([name, line]) => [name, total(line, from, to) * share]));
}

function table(t, caption, head, rows) {
  const cell = (value, was) =>
    el("td", {}, el("data", { value }, number(value, COUNTED)), was === undefined || !differs(value, was, COUNTED) ? null : el("small", {}, difference(value, was, COUNTED)));
  const columns = [head, t("studio.own"), t("studio.mine")];
  return el(
    "table",
    { class: "gt-bill" },
    el("caption", {}, caption),
    el("thead", {}, el("tr", {}, ...columns.map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, ...rows.map(({ name, own, mine }) => el("tr", {}, el("th", { scope: "row" }, name), cell(own), cell(mine, own)))),
  );
}

/** Where it comes from who pays. */
function origins(t, place) {
  const slots = (one) => ({
    spending: spendingName(t, place, one.spending),
    payer: payerName(t, place, one.payer),
    share: Math.round(one.share * 1000) / 10,
  });
  const items = place.payers.map((one) => el(
    "li",
    {},
    el("span", { class: `gt-badge gt-badge-${one.badge}` }, t(`badge.${one.badge}`)),
    " ",
    t("more.budget.origin", slots(one)),
    ` ${one.reason}`,
    one.source ? el("cite", {}, ` ${one.source}`) : null,
  ));
  const none = el("p", { class: "gt-note" }, t("more.budget.nobody"));
  const list = el("ul", { class: "gt-origin" }, ...items);
  return el("details", { class: "gt-table" }, el("summary", {}, t("more.budget.origins")), items.length ? list : none);
}

/** Two buttons: a month, or in all. */
function spans(t, signal, onChoose) {
  const buttons = ["month", "all"].map((name) => {
    const button = el("button", { type: "button", class: "gt-level" }, t(`more.budget.span.${name}`));
    button.addEventListener("click", () => onChoose(name), { signal });
    return [name, button];
  });
  const node = el("div", { class: "gt-levels", role: "group", "aria-label": t("more.budget.span") }, ...buttons.map(([, one]) => one));
  return { node, press: (chosen) => buttons.forEach(([name, one]) => mark(one, "aria-pressed", name === chosen)) };
}

/**
 * @param {{t: Function, store: any, signal: AbortSignal}} options
 */
export function billPart({ t, store, signal }) {
  const { place } = store;
  const heading = el("h4", { class: "gt-heading" }, t("more.budget.costs"));
  const sentence = el("p", { class: "gt-sentence" });
  const tables = el("div", { class: "gt-bills" });
  let span = "month";
  let last = null;
  const choose = spans(t, signal, (name) => {
    span = name;
    tabulate();
  });

  function rowsOf({ own, run }, from) {
    const to = place.months;
    const share = span === "month" ? 1 / (to - from) : 1;
    const owns = sumsOf(spending(place, own, {}), from, to, share);
    const mine = sumsOf(spending(place, run, store.get("plan")), from, to, share);
    const spent = Object.keys(owns).filter((key) => owns[key] || mine[key]).map((key) =>
      ({ name: spendingName(t, place, key), own: owns[key], mine: mine[key] }));
    const [before, after] = [byPayer(place.payers, owns), byPayer(place.payers, mine)];
    const paid = after.map(([key, sum]) => ({ name: payerName(t, place, key), own: before.find(([other]) => other === key)[1], mine: sum }));
    return { spent: spent.reverse(), paid: paid.filter((one) => one.own || one.mine) };
  }

  const begun = () => Math.min(store.get("begins"), place.months - 1);
  const when = (from) => ({ first: monthName(t, place.begins, from), last: monthName(t, place.begins, place.months) });

  function say({ own, run, changed }) {
    const from = begun();
    const { all, peak, dearest } = bill(run.money_spent, from);
    write(sentence, t(changed ? "more.budget.sentence" : "more.budget.sentence.own", {
      ...when(from), all: yuan(t, all), was: yuan(t, bill(own.money_spent, from).all), month: yuan(t, all / (place.months - from)),
      peak: yuan(t, peak), dearest: monthName(t, place.begins, dearest),
    }));
  }

  function tabulate() {
    choose.press(span);
    const from = begun();
    const { spent, paid } = rowsOf(last, from);
    const sum = (part) => spent.reduce((so, one) => so + one[part], 0);
    const totals = { name: t("more.budget.total"), own: sum("own"), mine: sum("mine") };
    const caption = (name) => t(name, { ...when(from), span: t(`more.budget.span.${span}`) });
    tables.replaceChildren(
      table(t, caption("more.budget.table.spending"), t("more.budget.spending"), [...spent, totals]),
      table(t, caption("more.budget.table.payers"), t("more.budget.payer"), paid),
    );
  }

  const found = el("div", { class: "gt-billed" }, sentence, choose.node, tables);
  const follow = late(found, () => {
    say(last);
    tabulate();
  });
  const written = el("p", { class: "gt-note", hidden: true }, t("more.budget.written"));
  const node = el("section", { class: "gt-part", "aria-label": t("more.budget.costs") },
    heading, found, written, origins(t, place), el("p", { class: "gt-note" }, t("more.budget.note")));
  return {
    node,
    update(frame) {
      last = frame;
      written.hidden = !store.isWritten();
      found.hidden = store.isWritten();
      follow();
    },
  };
}
