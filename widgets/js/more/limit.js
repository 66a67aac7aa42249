/** A limit that the reader sets, and whether the plan keeps it. */

import { el } from "../dom.js";
import { rangeField } from "../range.js";
import { roundUp } from "../scale.js";
import { spoken } from "../spoken.js";
import { monthName } from "../words.js";
import { yuan } from "./bill.js";
import { bill } from "./cost.js";

/** The slider reaches from half to twice what the place spends as it was; its end is no limit. */
const [LEAST, MOST] = [0.5, 2];
const STEPS = 100;

/** Positions of a slider about a sum: low, high, step; round numbers all. */
export function spanOf(sum) {
  const step = roundUp((sum * (MOST - LEAST)) / STEPS);
  return { low: Math.ceil((sum * LEAST) / step) * step, high: Math.ceil((sum * MOST) / step) * step, step };
}

function slider({ t, signal, name, sum, slots, onInput }) {
  const { low, high, step } = spanOf(sum);
  const field = rangeField({
    label: t(`more.budget.limit.${name}`, slots), low, high, step, signal, className: "gt-limit",
    say: (value) => (value >= high ? t("more.budget.limit.none") : yuan(t, value)),
    onInput: (value) => {
      field.show(value, value);
      onInput(value >= high ? Infinity : value);
    },
  });
  const first = Math.min(high, Math.ceil(sum / step) * step);
  return { field, first, high };
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
 * @param {{t: Function, store: any, signal: AbortSignal, onLimit: (limits: {all: number, month: number}) => void}} options
 */
export function limitPart({ t, store, signal, onLimit }) {
  const { place } = store;
  const sentence = spoken();
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
    const whole = slider({ t, signal, name: "all", sum: all, slots, onInput: onInput("all") });
    const monthly = slider({ t, signal, name: "month", sum: peak, slots, onInput: onInput("month") });
    whole.field.show(whole.first, whole.first);
    monthly.field.show(monthly.high, monthly.high);
    holder.replaceChildren(whole.field.node, monthly.field.node);
    limits = { all: whole.first, month: Infinity };
    onLimit(limits);
  }

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
      say();
    },
  };
}
