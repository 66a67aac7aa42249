/** What happens to the place: its own shocks, on or off, and the reader's. */

import { el, mark, unique, write } from "./dom.js";
import { more } from "./fetch.js";
import { rangeField } from "./range.js";
import { position } from "./scale.js";
import { measure, monthName, translator } from "./words.js";

const LONGEST = 36;
const SIZE_STEP = 0.25;
const LARGEST = 3;

const same = (one, other) =>
  ["shock", "month", "length", "size"].every((key) => one[key] === other[key]);

/**
 * Which of the place's own shocks are on, and where in the list the reader's stand.
 * @param {any[]} shocks the list in force
 * @param {any[]} own the place's own
 */
export function sortOut(shocks, own) {
  const mine = new Set(shocks.keys());
  const on = own.map((one) => {
    const at = [...mine].find((index) => same(shocks[index], one));
    return mine.delete(at);
  });
  return { on, mine: [...mine] };
}

const sorted = (store) => sortOut(store.get("shocks"), store.place.shocks);

/** The place's own shocks stay in the place's order: all of them together are its own history. */
function switched(store, index, checked) {
  const { on, mine } = sorted(store);
  const shocks = store.get("shocks");
  const kept = store.place.shocks.filter((_, at) => (at === index ? checked : on[at]));
  return [...kept, ...mine.map((at) => shocks[at])];
}

function ownRow({ t, store, signal }, shock, index) {
  const id = unique("shock");
  const box = el("input", { type: "checkbox", id });
  const facts = t("studio.shock.facts", {
    month: monthName(t, store.place.begins, shock.month),
    length: measure(t, shock.length, "month"),
    size: position(shock.size),
  });
  const told = el("p", { class: "gt-told" });
  box.addEventListener("change", () => store.set({ shocks: switched(store, index, box.checked) }), { signal });
  const words = el(
    "label",
    { for: id },
    el("span", { class: "gt-shock-name" }, store.place.shock_names[index]),
    el("small", {}, `${t(`shock.${shock.shock}`)} · ${facts}`),
  );
  return {
    node: el("li", { class: "gt-shock" }, box, words, told),
    update: () => { box.checked = sorted(store).on[index]; },
    tell: (sentences) => write(told, sentences[store.get("shocks").findIndex((one) => same(one, shock))] ?? ""),
  };
}

/**
 * How strong a shock of a kind is, in words: a multiple of the usual or, of money, the part that is cut.
 * @param {import("./words.js").Translate} t
 * @param {string} kind
 * @param {number} size
 */
export const strength = (t, kind, size) =>
  t(`studio.shock.strength.${kind}`, { size: position(size), percent: position(100 * Math.min(1, size)) });

function readerRow({ t, store, signal }, index) {
  const shock = () => store.get("shocks")[sorted(store).mine[index]];
  const change = (part) => {
    const shocks = [...store.get("shocks")];
    const at = sorted(store).mine[index];
    shocks[at] = { ...shocks[at], ...part };
    store.set({ shocks });
  };
  const part = (name, low, high, step, say) =>
    rangeField({
      label: t(`studio.shock.${name}`), low, high, step, say, signal,
      onInput: (value) => change({ [name]: value }),
    });
  const when = part("month", 0, store.place.months, 1, (month) => monthName(t, store.place.begins, month));
  const length = part("length", 1, LONGEST, 1, (months) => measure(t, months, "month"));
  const size = part("size", 0, LARGEST, SIZE_STEP, (value) => strength(t, shock().shock, value));
  const title = el("strong", {});
  const told = el("p", { class: "gt-told" });
  const remove = el("button", { type: "button", class: "gt-button" }, t("studio.shock.remove"));
  remove.addEventListener("click", () => {
    const at = sorted(store).mine[index];
    store.set({ shocks: store.get("shocks").filter((_, other) => other !== at) });
  }, { signal });
  const head = el("div", { class: "gt-field-head" }, title, remove);
  return {
    node: el("li", { class: "gt-shock gt-shock-mine" }, head, when.node, length.node, size.node, told),
    update() {
      const now = shock();
      title.textContent = t(`shock.${now.shock}`);
      mark(remove, "aria-label", t("studio.shock.remove_named", { name: title.textContent }));
      when.show(now.month);
      length.show(now.length);
      size.show(now.size);
    },
    tell: (sentences) => write(told, sentences[sorted(store).mine[index]] ?? ""),
  };
}

/**
 * @param {{t: Function, store: any, signal: AbortSignal}} options
 */
export function shockPanel(options) {
  const { t, store, signal } = options;
  const own = store.place.shocks.map((shock, index) => ownRow(options, shock, index));
  const mine = el("ul", { class: "gt-shocks" });
  let rows = [];
  const id = unique("kind");
  const kinds = Object.keys(store.place.kinds);
  const select = el("select", { id }, ...kinds.map((kind) => el("option", { value: kind }, t(`shock.${kind}`))));
  const add = el("button", { type: "button", class: "gt-button" }, t("studio.shock.add"));
  add.addEventListener("click", () => {
    const { length, size } = store.place.kinds[select.value];
    const month = Math.min(store.get("begins"), store.place.months - 1);
    store.set({ shocks: [...store.get("shocks"), { shock: select.value, month, length, size }] });
  }, { signal });
  const note = el("p", { class: "gt-note" });
  const node = el(
    "details",
    { class: "gt-happenings" },
    el("summary", {}, t("studio.shocks")),
    note,
    el("ul", { class: "gt-shocks" }, ...own.map((row) => row.node)),
    mine,
    el("div", { class: "gt-add" }, el("label", { for: id }, t("studio.shock.kind")), select, add),
  );

  function tell(said, sentences) {
    write(note, said);
    [...own, ...rows].forEach((row) => row.tell(sentences));
  }

  /** What each event did is told by the chunk, once the list has been opened. */
  let recount = () => {};
  const whenOpened = () => node.addEventListener("toggle", fetched, { signal, once: true });
  function fetched() {
    more(store.model).then(({ recounting, words }) => {
      recount = recounting({ t: translator({ ...store.place.words, ...words }), store, signal, node, tell });
      recount();
    }, () => {
      write(note, t("studio.further.sorry"));
      whenOpened();
    });
  }
  whenOpened();

  return {
    node,
    update() {
      own.forEach((row) => row.update());
      const count = sorted(store).mine.length;
      if (count !== rows.length) {
        rows = Array.from({ length: count }, (_, index) => readerRow(options, index));
        mine.replaceChildren(...rows.map((row) => row.node));
      }
      rows.forEach((row) => row.update());
      recount();
    },
  };
}
