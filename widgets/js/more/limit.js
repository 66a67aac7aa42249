/** A limit that the reader sets, and whether the plan keeps it. */

import { el } from "../dom.js";
import { rangeField } from "../range.js";
import { roundUp } from "../scale.js";
import { monthName } from "../words.js";
import { answering } from "./answering.js";
import { yuan } from "./bill.js";
import { bill } from "./cost.js";
import { late } from "./late.js";

/** The slider reaches from half to twice what the place spends as it was; its end is no limit. */
const [LEAST, MOST] = [0.5, 2];
const STEPS = 100;

/** Positions of a slider about a sum: low, high, step; round numbers all. */
export function spanOf(sum) {
  const step = roundUp((sum * (MOST - LEAST)) / STEPS);
  return { low: Math.ceil((sum * LEAST) / step) * step, high: Math.ceil((sum * MOST) / step) * step, step };
}

const isLimit = (value) => value === null || (Number.isFinite(value) && value > 0);

/**
 * Where a slider stands when it is made: where its reader left it, if it reaches there.
 * @param {number | null | undefined} kept a sum, null for no limit, undefined where the reader has set none
 * @param {{low: number, high: number, step: number}} span
 * @param {number} first where it stands otherwise
 */
export function standing(kept, { low, high, step }, first) {
  if (kept === null) return high;
  return kept >= low && kept < high ? Math.min(high - step, Math.round(kept / step) * step) : first;
}

function slider({ t, signal, choices, name, sum, free, slots, onInput }) {
  const span = spanOf(sum);
  const { low, high, step } = span;
  const limit = (value) => (value >= high ? Infinity : value);
  const field = rangeField({
    label: t(`more.budget.limit.${name}`, slots), low, high, step, named: [high - step], signal, className: "gt-limit",
    say: (value) => (value >= high ? t("more.budget.limit.none") : yuan(t, value)),
    onInput: (value) => {
      field.show(value, value);
      choices.set(`budget.${name}`, value >= high ? null : value);
      onInput(limit(value));
    },
  });
  const first = free ? high : Math.min(high, Math.ceil(sum / step) * step);
  const stands = standing(choices.get(`budget.${name}`, isLimit), span, first);
  field.show(stands, stands);
  return { node: field.node, limit: limit(stands) };
}

/** What is said of a limit on all that is spent. */
export function sayAll(t, place, run, from, limit) {
  if (limit === Infinity) return "";
  const { all, usedUp } = bill(run.money_spent, from);
  const slots = { limit: yuan(t, limit), gap: yuan(t, Math.abs(all - limit)) };
  if (all <= limit) return t("more.budget.all.kept", slots);
  return t("more.budget.all.passed", { ...slots, month: monthName(t, place.begins, usedUp(limit)) });
}

/** What is said of a limit on each month. */
export function sayMonth(t, place, run, from, limit) {
  if (limit === Infinity) return "";
  const { peak, dearest } = bill(run.money_spent, from);
  const slots = { limit: yuan(t, limit), gap: yuan(t, Math.abs(peak - limit)), month: monthName(t, place.begins, dearest) };
  return t(peak <= limit ? "more.budget.month.kept" : "more.budget.month.passed", slots);
}

/**
 * @param {{t: Function, store: any, choices: any, signal: AbortSignal, onLimit: (limits: {all: number, month: number}) => void}} options
 */
export function limitPart({ t, store, choices, signal, onLimit }) {
  const { place } = store;
  const sentence = answering(() => node);
  const holder = el("div", { class: "gt-limits" });
  const node = el("section", { class: "gt-part", "aria-label": t("more.budget.limit") },
    el("h4", { class: "gt-heading" }, t("more.budget.limit")), holder, ...sentence.nodes);
  let limits = { all: Infinity, month: Infinity };
  let begins = null;
  let last = null;

  function say() {
    const from = Math.min(store.get("begins"), place.months - 1);
    const parts = [sayAll(t, place, last.run, from, limits.all), sayMonth(t, place, last.run, from, limits.month)];
    const passed = bill(last.run.money_spent, from).all > limits.all || bill(last.run.money_spent, from).peak > limits.month;
    node.classList.toggle("gt-passed", passed);
    const [one, other] = parts.filter(Boolean);
    if (other) sentence.say(t("more.budget.both", { one, other }));
    else sentence.say(one ?? t("more.budget.free"));
  }

  function build() {
    const { all, peak } = bill(store.own.money_spent, begins);
    const slots = { first: monthName(t, place.begins, begins), last: monthName(t, place.begins, place.months) };
    const onInput = (name) => (value) => {
      limits = { ...limits, [name]: value };
      say();
      onLimit(limits);
    };
    const whole = slider({ t, signal, choices, name: "all", sum: all, free: false, slots, onInput: onInput("all") });
    const monthly = slider({ t, signal, choices, name: "month", sum: peak, free: true, slots, onInput: onInput("month") });
    holder.replaceChildren(whole.node, monthly.node);
    limits = { all: whole.limit, month: monthly.limit };
    onLimit(limits);
  }

  const follow = late(sentence.nodes[0], say);
  return {
    node,
    update(frame) {
      last = frame;
      const now = Math.min(store.get("begins"), place.months - 1);
      node.hidden = store.isWritten();
      if (node.hidden) return;
      if (now !== begins) {
        begins = now;
        build();
      }
      follow();
    },
  };
}
