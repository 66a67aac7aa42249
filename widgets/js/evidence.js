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
    id: fact.id,
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
  const button = el("button", { type: "button", class: `gt-link${row.value ? "" : " gt-show"}`, "aria-expanded": "false" }, row.value || t("evidence.show"));
  mark(button, "aria-label", t("evidence.open", { name: row.name, value: row.value || t("evidence.show") }));
  const node = el(
    "tr",
    { class: "gt-row", id: row.id },
    el("th", { scope: "row" }, row.name),
    el("td", { class: "gt-number" }, button),
    el("td", {}, el("span", { class: `gt-badge gt-badge-${row.badge}` }, t(`badge.${row.badge}`))),
  );
  button.addEventListener("click", () => onOpen(node, button, row), { signal });
  return { ...row, node, button };
}

class EvidenceView {
  constructor({ model, el: root, signal }) {
    Object.assign(this, { model, signal, state: model.get("state") });
    this.t = translator(this.state.words);
    this.parts = this.makeRows();
    this.names = Object.keys(this.parts).filter((name) => this.parts[name].length);
    this.open = null;
    this.sentence = el("p", { class: "gt-sentence", "aria-live": "polite" });
    this.panel = this.makePanel();
    root.append(this.makeTabs(), this.makeFilters(), this.sentence, this.panel);
    model.on("change:part", () => this.turn());
    this.turn();
    // a studio may have written over the address before its reader hears of this
    addEventListener("hashchange", ({ newURL }) => this.follow(new URL(newURL).hash), { signal });
    // once the table stands in the page
    setTimeout(() => this.follow(location.hash));
  }

  get rows() {
    return this.parts[this.model.get("part")];
  }

  makeRows() {
    const { t, state, signal } = this;
    const onOpen = (...row) => this.toggle(...row);
    return {
      facts: state.facts.map((fact) => tableRow(t, factRow(t, fact, state.source), onOpen, signal)),
      values: state.values.map((value) => tableRow(t, valueRow(t, value), onOpen, signal)),
    };
  }

  makePanel() {
    const { t } = this;
    const heads = ["claim", "value", "badge"].map((name) => el("th", { scope: "col" }, t(`evidence.${name}`)));
    this.body = el("tbody");
    const table = el("table", { class: "gt-evidence" }, el("thead", {}, el("tr", {}, ...heads)), this.body);
    const attributes = { id: unique("panel"), role: "tabpanel", tabindex: "0", "aria-label": t("evidence.label") };
    return el("div", { ...attributes, class: "gt-scroll gt-evidence-panel" }, table);
  }

  makeTabs() {
    const { t, names, signal } = this;
    const attributes = { type: "button", role: "tab", "aria-controls": this.panel.id };
    this.tabs = names.map((name) => el("button", attributes, t(`evidence.${name}`)));
    const onChoose = (index) => {
      this.model.set("part", names[index]);
      this.model.save_changes();
    };
    this.stopAt = rove(this.tabs, { onChoose, onMove: onChoose, signal });
    return el("div", { class: "gt-tabs", role: "tablist", "aria-label": t("evidence.parts") }, ...this.tabs);
  }

  makeFilters() {
    const { t, signal } = this;
    let waiting = 0;
    this.search = el("input", { id: unique("search"), type: "search", class: "gt-search", autocomplete: "off" });
    this.badge = el("select", { id: unique("badge"), class: "gt-select" });
    this.search.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.show(), WAIT);
    }, { signal });
    this.badge.addEventListener("change", () => this.show(), { signal });
    const field = (name, control) => el("div", {}, el("label", { for: control.id }, t(`evidence.${name}`)), control);
    return el("div", { class: "gt-filters" }, field("search", this.search), field("filter", this.badge));
  }

  /** Open the fact that the page's address names, as a link on a number does. */
  follow(hash) {
    const row = this.parts.facts.find((one) => `#${one.id}` === hash);
    if (!row || this.signal.aborted) return;
    this.search.value = "";
    this.model.set("part", "facts");
    this.turn();
    this.toggle(row.node, row.button, row);
    row.button.focus({ preventScroll: true });
    row.node.scrollIntoView({ block: "center" });
  }

  /** Open what stands behind a number, or close it; one is open at a time. */
  toggle(node, button, row) {
    const again = this.open?.node === node;
    this.close();
    if (again) return;
    const more = el("tr", { class: "gt-more-row" }, el("td", { colspan: 3 }, ...row.answer));
    node.after(more);
    mark(button, "aria-expanded", "true");
    this.open = { node, button, more };
  }

  close() {
    this.open?.more.remove();
    if (this.open) mark(this.open.button, "aria-expanded", "false");
    this.open = null;
  }

  turn() {
    const at = this.names.indexOf(this.model.get("part"));
    this.tabs.forEach((tab, index) => mark(tab, "aria-selected", index === at));
    this.stopAt(at);
    const badges = [...new Set(this.rows.map((row) => row.badge))];
    const options = badges.map((one) => el("option", { value: one }, this.t(`badge.${one}`)));
    this.badge.replaceChildren(el("option", { value: "" }, this.t("evidence.all")), ...options);
    this.show();
  }

  show() {
    this.close();
    const wanted = this.badge.value;
    const found = this.rows.filter((row) => (!wanted || row.badge === wanted) && holds(row, this.search.value));
    this.body.replaceChildren(...found.map((row) => row.node));
    this.panel.hidden = !found.length;
    const told = found.length ? "evidence.story" : "evidence.nothing";
    write(this.sentence, this.t(told, { count: found.length, total: this.rows.length }));
  }
}

/**
 * @param {{model: any, el: HTMLElement, signal: AbortSignal}} host
 */
export function renderEvidence(host) {
  return new EvidenceView(host);
}
