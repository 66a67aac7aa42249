/** The evidence: every fact and every number of the model with its badge, to filter and to search. */

import { el, mark, unique, write } from "./dom.js";
import { rove } from "./rove.js";
import { position } from "./scale.js";
import { measure, translator } from "./words.js";

const WAIT = 120;

/**
 * Whether a row holds every word that was typed.
 * @param {{text: string}} row its text in small letters
 * @param {string} typed
 */
export function holds(row, typed) {
  return typed.toLowerCase().split(/\s+/).every((word) => row.text.includes(word));
}

function factRow(t, fact, source) {
  return {
    badge: fact.kind,
    name: fact.claim,
    value: fact.value,
    text: `${fact.id} ${fact.claim} ${fact.value} ${fact.anchor}`.toLowerCase(),
    answer: [el("dl", {}, ...pairs(t, { number: fact.id, source, anchor: fact.anchor }))],
  };
}

function valueRow(t, row) {
  const value = measure(t, row.value, row.unit, position);
  const range = t("evidence.low_high", { low: position(row.low), high: position(row.high) });
  return {
    badge: row.badge,
    name: row.title,
    value,
    text: `${row.name} ${row.title} ${value} ${row.reason} ${row.source}`.toLowerCase(),
    answer: [
      el("p", {}, row.reason),
      el("dl", {}, ...pairs(t, { number: row.name, range, source: row.source })),
    ],
  };
}

function pairs(t, values) {
  return Object.entries(values)
    .filter(([, value]) => value)
    .flatMap(([key, value]) => [el("dt", {}, t(`evidence.${key}`)), el("dd", {}, value)]);
}

function tableRow(t, row, onOpen, signal) {
  const button = el("button", { type: "button", class: "gt-link", "aria-expanded": "false" }, row.value || t("evidence.show"));
  mark(button, "aria-label", t("evidence.open", { name: row.name, value: row.value || t("evidence.show") }));
  const node = el(
    "tr",
    { class: "gt-row" },
    el("th", { scope: "row" }, row.name),
    el("td", { class: "gt-number" }, button),
    el("td", {}, el("span", { class: `gt-badge gt-badge-${row.badge}` }, t(`badge.${row.badge}`))),
  );
  button.addEventListener("click", () => onOpen(node, button, row), { signal });
  return { ...row, node, button };
}

/** Tabs between the facts of the sources and the numbers of the model. */
function tabs(t, model, names, signal) {
  const buttons = names.map((name) => el("button", { type: "button", role: "tab" }, t(`evidence.${name}`)));
  const choose = (index) => {
    model.set("part", names[index]);
    model.save_changes();
  };
  rove(buttons, { onChoose: choose, onMove: choose, signal });
  return { node: el("div", { class: "gt-tabs", role: "tablist", "aria-label": t("evidence.parts") }, ...buttons), buttons };
}

/**
 * @param {{model: any, el: HTMLElement, signal: AbortSignal}} host
 */
export function renderEvidence({ model, el: root, signal }) {
  const state = model.get("state");
  const t = translator(state.words);
  let open = null;

  function toggle(node, button, row) {
    const again = open?.node === node;
    open?.more.remove();
    if (open) mark(open.button, "aria-expanded", "false");
    open = null;
    if (again) return;
    const more = el("tr", { class: "gt-more-row" }, el("td", { colspan: 3 }, ...row.answer));
    node.after(more);
    mark(button, "aria-expanded", "true");
    open = { node, button, more };
  }

  const parts = {
    facts: state.facts.map((fact) => tableRow(t, factRow(t, fact, state.source), toggle, signal)),
    values: state.values.map((value) => tableRow(t, valueRow(t, value), toggle, signal)),
  };
  const names = Object.keys(parts).filter((name) => parts[name].length);
  const bar = tabs(t, model, names, signal);
  const [searchId, badgeId, panelId] = [unique("search"), unique("badge"), unique("panel")];
  const search = el("input", { id: searchId, type: "search", class: "gt-search", autocomplete: "off" });
  const badge = el("select", { id: badgeId, class: "gt-select" });
  const sentence = el("p", { class: "gt-sentence", "aria-live": "polite" });
  const body = el("tbody");
  const headings = ["claim", "value", "badge"].map((name) => el("th", { scope: "col" }, t(`evidence.${name}`)));
  const table = el("table", { class: "gt-evidence" }, el("thead", {}, el("tr", {}, ...headings)), body);

  function badges() {
    const all = [...new Set(parts[model.get("part")].map((row) => row.badge))];
    const options = all.map((one) => el("option", { value: one }, t(`badge.${one}`)));
    badge.replaceChildren(el("option", { value: "" }, t("evidence.all")), ...options);
  }

  function show() {
    if (open) toggle(open.node, open.button, open);
    const rows = parts[model.get("part")];
    const found = rows.filter((row) => (!badge.value || row.badge === badge.value) && holds(row, search.value));
    body.replaceChildren(...found.map((row) => row.node));
    write(sentence, t("evidence.story", { count: found.length, total: rows.length }));
  }

  function turn() {
    names.forEach((name, index) => {
      mark(bar.buttons[index], "aria-selected", name === model.get("part"));
      mark(bar.buttons[index], "tabindex", name === model.get("part") ? 0 : -1);
      mark(bar.buttons[index], "aria-controls", panelId);
    });
    badges();
    show();
  }

  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, WAIT);
  }, { signal });
  badge.addEventListener("change", show, { signal });
  model.on("change:part", turn);
  const filters = el(
    "div",
    { class: "gt-filters" },
    el("div", {}, el("label", { for: searchId }, t("evidence.search")), search),
    el("div", {}, el("label", { for: badgeId }, t("evidence.filter")), badge),
  );
  const panel = el("div", { id: panelId, role: "tabpanel", class: "gt-scroll gt-evidence-panel", tabindex: "0", "aria-label": t("evidence.label") }, table);
  root.append(bar.node, filters, sentence, panel);
  turn();
}
