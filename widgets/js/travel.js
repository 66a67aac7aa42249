/** One plan in every place: a few levers, a panel a place, all drawn at once. */

import { barTable } from "./bars.js";
import { LineChart } from "./chart.js";
import { el, mark, promptly, unique, write } from "./dom.js";
import { simulate } from "./engine.js";
import { resolve } from "./plan.js";
import { rangeField } from "./range.js";
import { number, position, ticks } from "./scale.js";
import { differs } from "./story.js";
import { monthName, translator } from "./words.js";

const HEIGHT = 128;
const SAVE_AFTER = 120;

/**
 * In which place a plan adds most to a quantity, and in which least; a fall is not called a rise.
 * @param {Function} t
 * @param {{name: string, unit: string}} quantity
 * @param {{name: string}[]} places
 * @param {number[]} gaps what the plan adds in each of them
 */
export function summarySentence(t, { name, unit }, places, gaps) {
  const size = (gap) => number(gap, unit);
  const seen = (gap) => (differs(gap, 0, unit) ? gap : 0);
  const order = places.map((place, index) => ({ place, gap: seen(gaps[index]) })).sort((one, other) => other.gap - one.gap);
  const [first, last] = [order[0], order.at(-1)];
  if (first.gap === 0 && last.gap === 0) return t("travel.summary.none", { name });
  const kind = first.gap <= 0 ? ".less" : last.gap < 0 ? ".both" : "";
  return t(`travel.summary${kind}`, {
    name, most: first.place.name, least: last.place.name, high: size(first.gap), low: size(last.gap),
  });
}

/**
 * A place's run under a plan that begins where its own history ends; money, hours and tasks per 1,000 residents.
 * @param {any} place
 * @param {any[]} levers
 * @param {Record<string, number>} plan
 * @param {number} after
 */
export function runIn(place, levers, plan, after) {
  const { parameters, start, shocks, months, thousands } = place;
  const changes = {};
  for (const { key, scaled } of levers) {
    if (key in plan) changes[key] = { [months]: plan[key] * (scaled ? thousands : 1) };
  }
  const whole = resolve(place.plan, changes, place.rest);
  return simulate({ parameters, start, plan: whole, shocks, months: months + after });
}

/** A quantity as it is compared: per 1,000 residents where it counts something. */
export function lineOf(place, run, { key, scaled }) {
  return scaled ? run[key].map((value) => value / place.thousands) : run[key];
}

/** A number with its unit; a share stands alone. */
export function sized({ unit, one, said }, value, write = number) {
  const text = write(value, unit);
  return (text === "1" ? one : said).replace("{value}", text);
}

function leverField({ t, lever, plan, move, signal }) {
  const field = rangeField({
    label: lever.name,
    low: 0,
    high: lever.high,
    step: lever.step,
    say: (value) => (lever.key in plan() ? sized(lever, value, position) : t("travel.own")),
    onInput: (value) => move({ ...plan(), [lever.key]: value }),
    signal,
    className: "gt-lever",
  });
  return {
    node: field.node,
    update() {
      const mine = lever.key in plan();
      field.show(mine ? plan()[lever.key] : lever.middle, lever.middle);
      field.node.classList.toggle("gt-moved", mine);
    },
  };
}

function panelOf({ t, place, after, before, signal, onMonth }) {
  const since = Math.max(0, place.months - before);
  const months = place.months + after;
  const chart = new LineChart({
    begins: place.begins,
    months,
    height: HEIGHT,
    signal,
    onMonth: (month) => onMonth(Math.max(0, month - place.months)),
  });
  const sentence = el("p", { class: "gt-sentence" });
  const node = el("section", { class: "gt-travel-panel" }, el("h4", { class: "gt-heading" }, place.name), chart.node, sentence);
  return {
    node,
    update({ own, run, domain, quantity, month, changed }) {
      const at = place.months + month;
      const { unit } = quantity;
      mark(node, "data-tone", quantity.dimension);
      chart.update({ own, run, unit, domain, month: at, since, starts: place.months, changed });
      const slots = { when: monthName(t, place.begins, at), value: sized(quantity, run[at]) };
      const gap = run[at] - own[at];
      const difference = number(Math.abs(gap), unit);
      const kind = Number(difference) === 0 ? "same" : gap > 0 ? "more" : "less";
      write(sentence, t(`travel.panel.${kind}`, { ...slots, difference }));
      return gap;
    },
  };
}

/** The list of quantities, those of one dimension together. */
function chooser(t, quantities, onChoose, signal) {
  const id = unique("travel");
  const kinds = [...new Set(quantities.map((one) => one.dimension))];
  const options = kinds.map((kind) => {
    const members = quantities.filter((one) => one.dimension === kind);
    return el("optgroup", { label: t(`dimension.${kind}`) }, ...members.map(({ key, name }) => el("option", { value: key }, name)));
  });
  const select = el("select", { id, class: "gt-select" }, ...options);
  select.addEventListener("change", () => onChoose(select.value), { signal });
  return { select, node: el("p", { class: "gt-travel-choice" }, el("label", { for: id }, t("travel.quantity")), " ", select) };
}

/**
 * @param {{model: any, el: HTMLElement, signal: AbortSignal}} host
 */
export function renderTravel({ model, el: root, signal }) {
  const { after, before, levers, places, quantities, words } = model.get("state");
  const t = translator(words);
  const plan = () => model.get("plan");
  const owns = places.map((place) => runIn(place, levers, {}, after));
  let [runs, ran, waiting, saving] = [owns, "{}", false, 0];

  const set = (changes) => {
    for (const [name, value] of Object.entries(changes)) model.set(name, value);
    clearTimeout(saving);
    saving = setTimeout(() => model.save_changes(), SAVE_AFTER);
  };
  const fields = levers.map((lever) => leverField({ t, lever, plan, move: (moved) => set({ plan: moved }), signal }));
  const choice = chooser(t, quantities, (quantity) => set({ quantity }), signal);
  const clock = rangeField({
    label: t("travel.month"),
    low: 0,
    high: after,
    step: 1,
    say: (month) => t("travel.after", { count: month }),
    onInput: (month) => set({ month }),
    signal,
  });
  const reset = el("button", { type: "button", class: "gt-button" }, t("travel.reset"));
  reset.addEventListener("click", () => set({ plan: {} }), { signal });
  const panels = places.map((place) => panelOf({ t, place, after, before, signal, onMonth: (month) => set({ month }) }));
  const summary = el("p", { class: "gt-sentence gt-travel-summary", "aria-live": "polite" });
  const behind = el("div", {});

  function tabulate(quantity, lines, gaps, month) {
    const title = t("travel.caption", {
      name: quantity.name,
      unit: quantity.words || t("unit.1"),
      when: t("travel.after", { count: month }),
    });
    const at = (one) => places.map((place, index) => lines[index][one][place.months + month]);
    const choices = [["own", at(0)], ["mine", at(1)], ["difference", gaps]].map(([key, values]) => ({
      name: t(`travel.${key}`),
      rows: places.map(({ name }, index) => ({ name, text: number(values[index], quantity.unit) })),
    }));
    const made = barTable(t, { title, choices });
    made.open = behind.firstChild?.open;
    behind.replaceChildren(made);
  }

  function draw() {
    waiting = false;
    if (signal.aborted) return;
    const now = JSON.stringify(plan());
    if (now !== ran) runs = now === "{}" ? owns : places.map((place) => runIn(place, levers, plan(), after));
    ran = now;
    const [month, changed] = [model.get("month"), runs !== owns];
    const quantity = quantities.find(({ key }) => key === model.get("quantity"));
    const lines = places.map((place, index) => [owns, runs].map((all) => lineOf(place, all[index], quantity)));
    const drawn = lines.flatMap((pair, index) => pair.map((line) => line.slice(Math.max(0, places[index].months - before))));
    const most = Math.max(...drawn.map((line) => Math.max(...line)));
    const domain = [0, ticks(0, most || 1, 4).at(-1)];
    const gaps = panels.map((panel, index) => {
      const [own, run] = lines[index];
      return panel.update({ own, run, domain, quantity, month, changed });
    });
    fields.forEach((field) => field.update());
    clock.show(month, after);
    choice.select.value = quantity.key;
    reset.disabled = now === "{}";
    write(summary, runs === owns ? t("travel.untouched", { name: quantity.name }) : summarySentence(t, quantity, places, gaps));
    tabulate(quantity, lines, gaps, month);
  }

  const soon = promptly();
  const ask = () => {
    if (waiting) return;
    waiting = true;
    soon(draw);
  };
  for (const name of ["plan", "quantity", "month"]) model.on(`change:${name}`, ask);
  const keys = [["own", "travel.own"], ["run", "travel.mine"]].map(([kind, key]) =>
    el("span", { class: `gt-key gt-key-${kind}` }, el("span", { class: "gt-swatch" }), t(key)),
  );
  root.append(
    el("div", { class: "gt-travel-levers", role: "group", "aria-label": t("travel.levers") }, ...fields.map(({ node }) => node)),
    el("div", { class: "gt-travel-bar" }, choice.node, clock.node, reset),
    el("div", { class: "gt-legend" }, ...keys),
    el("div", { class: "gt-travel" }, ...panels.map(({ node }) => node)),
    summary,
    el("p", { class: "gt-note" }, t("travel.scale")),
    behind,
  );
  draw();
}
