/** The reader's plans as a list: keep the present one, open, rename, copy, delete, choose for comparison. */

import { el, svg, unique, write } from "../dom.js";
import { monthName } from "../words.js";
import { LETTERS } from "./lines.js";
import { NOW } from "./slots.js";

const SWATCH = { width: 28, height: 12, class: "gt-plan-swatch", "aria-hidden": "true" };

/** What marks a plan everywhere: its letter and its line. */
export function planMark(slot) {
  const line = svg("line", { x1: 0, x2: SWATCH.width, y1: 6, y2: 6, class: `gt-plan gt-plan-${slot}` });
  return el("span", { class: "gt-plan-mark" }, el("b", {}, LETTERS[slot]), svg("svg", SWATCH, line));
}

/** A name that no plan bears yet. */
export function freeName(t, plans) {
  const taken = new Set(plans.all().map((one) => one.name));
  let number = 1;
  while (taken.has(t("more.plans.nth", { number }))) number += 1;
  return t("more.plans.nth", { number });
}

export class PlanList {
  /**
   * @param {{t: Function, store: any, signal: AbortSignal, plans: any, expected: any, slots: any,
   *   onChoose: () => void}} options
   */
  constructor(options) {
    Object.assign(this, options);
    const { t } = this;
    this.status = el("p", { class: "gt-note", role: "status" });
    this.list = el("ul", { class: "gt-plans" });
    this.note = el("p", { class: "gt-note" });
    /** Which plan is being renamed. */
    this.renaming = null;
    this.node = el("div", { class: "gt-plans-box" }, this.keeping(), this.status, this.list, this.note);
    this.plans.listen(() => this.build());
    if (!this.plans.lasting) this.say(t("more.plans.off"));
    else if (this.plans.broken) this.say(t("more.plans.broken"));
  }

  say(...parts) {
    this.status.replaceChildren(...parts);
  }

  button(name, act, label) {
    const attributes = { type: "button", class: "gt-button", "aria-label": label, "data-act": name };
    const button = el("button", attributes, this.t(`more.plans.${name}`));
    button.addEventListener("click", act, { signal: this.signal });
    return button;
  }

  /** The line in which the present plan gets its name. */
  keeping() {
    const { t, signal } = this;
    const id = unique("name");
    this.name = el("input", { id, type: "text", maxlength: 80, autocomplete: "off", class: "gt-search" });
    const keep = el("button", { type: "submit", class: "gt-button" }, t("more.plans.keep"));
    const form = el("form", { class: "gt-keep" }, el("label", { for: id }, t("more.plans.name")), this.name, keep);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.keep(this.name.value);
    }, { signal });
    return form;
  }

  keep(name) {
    const { t, store, plans, expected, slots } = this;
    const given = name.trim() || freeName(t, plans);
    const kept = plans.keep({ ...store.step(), name: given, prediction: expected.prediction });
    if (!kept) return this.say(t("more.plans.full"));
    this.name.value = "";
    slots.settle(kept.id);
    this.say(t("more.plans.kept", { name: kept.name }));
    this.choose();
  }

  /** Put a kept plan, and what was expected of it, into the studio. */
  bring({ name, plan, shocks, begins, prediction }) {
    const { t, store, expected } = this;
    store.set({ plan, shocks, begins, since: Math.min(store.get("since"), begins) });
    expected.replace(prediction);
    this.say(t("more.plans.opened", { name }));
  }

  copy(plan) {
    const name = this.t("more.plans.copy_of", { name: plan.name });
    if (!this.plans.keep({ ...plan, name })) return this.say(this.t("more.plans.full"));
    this.say(this.t("more.plans.kept", { name }));
  }

  remove({ id, name }) {
    const { t, plans } = this;
    plans.remove(id);
    this.slots.keepOnly([NOW, ...plans.all().map((one) => one.id)]);
    const back = this.button("restore", () => {
      plans.restore();
      this.say(t("more.plans.restored", { name }));
      this.name.focus();
    });
    this.say(t("more.plans.gone", { name }), " ", back);
    back.focus();
    this.choose();
  }

  choose() {
    this.build();
    this.onChoose();
  }

  box(id, label) {
    const { slots, signal } = this;
    const slot = slots.of(id);
    const field = unique("chosen");
    const box = el("input", { type: "checkbox", id: field, disabled: slot < 0 && slots.full });
    box.checked = slot >= 0;
    box.addEventListener("change", () => {
      if (box.checked) slots.add(id);
      else slots.drop(id);
      this.choose();
      this.list.querySelector(`[data-plan="${id}"] input`)?.focus();
    }, { signal });
    const badge = slot >= 0 ? planMark(slot) : el("span", { class: "gt-plan-mark" });
    return [box, el("label", { for: field }, badge, label)];
  }

  facts({ plan, begins, prediction }) {
    const { t, store } = this;
    const count = t("studio.count", { count: Object.keys(plan).length });
    const from = t("more.plans.from", { month: monthName(t, store.place.begins, begins) });
    return [count, from, ...(prediction ? [t("more.plans.predicted")] : [])].join(" · ");
  }

  row(plan) {
    const { t } = this;
    const acts = { open: () => this.bring(plan), rename: () => this.rename(plan.id), copy: () => this.copy(plan), remove: () => this.remove(plan) };
    const named = (name) => t("more.plans.act", { act: t(`more.plans.${name}`), name: plan.name });
    const buttons = Object.entries(acts).map(([name, act]) => this.button(name, act, named(name)));
    const head = this.renaming === plan.id ? [this.renameField(plan)] : this.box(plan.id, plan.name);
    const facts = el("small", {}, this.facts(plan));
    return el("li", { class: "gt-kept", "data-plan": plan.id }, ...head, facts, el("div", { class: "gt-acts" }, ...buttons));
  }

  renameField({ id, name }) {
    const { t, signal } = this;
    const field = el("input", { type: "text", maxlength: 80, class: "gt-search", "aria-label": t("more.plans.name") });
    field.value = name;
    const done = (accept) => {
      if (this.renaming !== id) return;
      this.renaming = null;
      if (accept) this.plans.rename(id, field.value);
      this.choose();
      this.list.querySelector(`[data-plan="${id}"] [data-act=rename]`)?.focus();
    };
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault(); // or the button that gets the focus would be pressed by the same key
      done(event.key === "Enter");
    }, { signal });
    field.addEventListener("change", () => done(true), { signal });
    return field;
  }

  rename(id) {
    this.renaming = id;
    this.build();
    this.list.querySelector(`[data-plan="${id}"] input`).select();
  }

  build() {
    const { t, plans, slots } = this;
    const now = el("li", { class: "gt-kept", "data-plan": NOW }, ...this.box(NOW, t("more.plans.now")));
    this.list.replaceChildren(now, ...plans.all().map((plan) => this.row(plan)));
    write(this.note, slots.full ? t("more.plans.four") : "");
  }
}
