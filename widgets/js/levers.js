/** The levers: grouped by what they act on, named levels, numbers with units. */

import { el, mark, write } from "./dom.js";
import { sayLever } from "./moved.js";
import { moved, released, valueAt } from "./plan.js";
import { rangeField } from "./range.js";
import { toolbar } from "./toolbar.js";
import { monthName } from "./words.js";

const GROUPS = ["people", "money", "rules", "tasks"];

function about(t, lever) {
  return el(
    "details",
    { class: "gt-about" },
    el("summary", {}, t("studio.about")),
    el("p", {}, lever.hint),
    el(
      "p",
      { class: "gt-origin" },
      el("span", { class: `gt-badge gt-badge-${lever.badge}` }, t(`badge.${lever.badge}`)),
      " ",
      lever.reason,
      lever.source ? el("cite", {}, ` ${lever.source}`) : null,
    ),
  );
}

class Lever {
  /** @param {{t: Function, store: any, lever: any, signal: AbortSignal}} options */
  constructor({ t, store, lever, signal }) {
    Object.assign(this, { t, store, lever, signal });
    this.field = rangeField({
      label: lever.name,
      low: lever.low,
      high: lever.high,
      step: lever.step,
      named: lever.levels.map(([, value]) => value),
      say: (value) => sayLever(t, lever, value),
      onInput: (value) => this.set(value),
      keep: () => {
        const plan = store.get("plan");
        return () => store.set({ plan });
      },
      signal,
      className: "gt-lever",
    });
    this.node = this.field.node;
    mark(this.node, "data-lever", lever.key);
    this.node.append(this.makeLevels(), el("div", { class: "gt-lever-foot" }, about(t, lever), this.makeBack()));
  }

  set(value) {
    const { store, lever } = this;
    store.set({ plan: moved(store.get("plan"), lever.key, value, store.get("begins")) });
  }

  makeLevels() {
    const { t, lever, signal } = this;
    this.levels = lever.levels.map(([name, value]) => {
      const button = el("button", { type: "button", class: "gt-level" }, name);
      button.addEventListener("click", () => this.set(value), { signal });
      return { button, value };
    });
    const label = t("studio.lever.levels", { name: lever.name });
    const buttons = this.levels.map((one) => one.button);
    return el("div", { class: "gt-levels", role: "group", "aria-label": label }, ...buttons);
  }

  makeBack() {
    const { t, store, lever, signal } = this;
    const name = t("studio.lever.back_named", { name: lever.name });
    this.back = el("button", { type: "button", class: "gt-back", "aria-label": name }, t("studio.lever.back"));
    this.back.addEventListener("click", () => {
      store.set({ plan: released(store.get("plan"), lever.key) });
      this.field.input.focus();
    }, { signal });
    return this.back;
  }

  update() {
    const { store, lever } = this;
    const [plan, begins] = [store.get("plan"), store.get("begins")];
    const own = valueAt(store.place.plan[lever.key], begins, lever.value);
    const mine = lever.key in plan;
    const value = mine ? valueAt(plan[lever.key], begins, own) : own;
    const shown = `${value} ${own} ${mine}`;
    // of all levers a thumb moves one
    if (shown === this.shown && Number(this.field.input.value) === value) return;
    this.shown = shown;
    this.field.show(value, own);
    this.node.classList.toggle("gt-moved", mine);
    this.back.hidden = !mine;
    for (const level of this.levels) {
      mark(level.button, "aria-pressed", Math.abs(level.value - value) < lever.step / 2);
    }
  }
}

function groupOf(t, group, fields) {
  if (!fields.length) return null;
  return el(
    "fieldset",
    { class: "gt-group" },
    el("legend", {}, t(`group.${group}`)),
    ...fields.map((field) => field.node),
  );
}

/**
 * All levers of a place: its own first, the rest behind "more".
 * @param {{t: Function, store: any, root: Element, signal: AbortSignal}} options
 */
export function leverPanel({ t, store, root, signal }) {
  const fields = store.place.levers.map((lever) => new Lever({ t, store, lever, signal }));
  const inGroups = (shown) =>
    GROUPS.map((group) =>
      groupOf(t, group, fields.filter(({ lever }) => lever.group === group && lever.shown === shown)),
    );
  const begins = rangeField({
    label: t("studio.begins"),
    low: 0,
    high: store.place.months,
    step: 1,
    say: (month) => monthName(t, store.place.begins, month),
    onInput: (month) => store.begin(month),
    signal,
    className: "gt-begins",
  });
  const tools = toolbar({ t, store, root, signal });
  const count = el("p", { class: "gt-count" });
  const others = inGroups(false).filter(Boolean);
  const node = el(
    "section",
    { class: "gt-levers", "aria-label": t("studio.levers") },
    el("h3", { class: "gt-heading" }, t("studio.levers")),
    tools.node,
    count,
    begins.node,
    ...inGroups(true),
    others.length ? el("details", { class: "gt-more" }, el("summary", {}, t("studio.more")), ...others) : null,
  );
  let last = [];
  return {
    node,
    update() {
      tools.update();
      const now = ["plan", "begins", "since", "shocks", "written"].map((name) => store.get(name));
      if (now.every((value, index) => value === last[index])) return;
      last = now;
      begins.from(store.get("since"));
      begins.show(store.get("begins"));
      fields.forEach((field) => field.update());
      const moves = Object.keys(store.get("plan")).length;
      write(count, moves || !store.isOwn() ? t("studio.count", { count: moves }) : t("studio.untouched"));
    },
  };
}
