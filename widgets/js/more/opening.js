/** Plans from outside: pasted, dropped, chosen as a file, or in the address. What is wrong is said, and nothing moves. */

import { DIMENSIONS } from "../dimensions.js";
import { el, unique } from "../dom.js";
import { phrase } from "../words.js";
import { LARGEST, readAnything } from "./files.js";
import { Refusal } from "./code.js";
import { checkedPrediction } from "./kept.js";
import { editionOf, linkOf } from "./passing.js";

/** What the book calls a part of a plan; what it has no word for is called as it was found. */
function called(t, { kinds, quantities }, part) {
  if (part === "begins") return t("more.share.begins");
  if (Object.hasOwn(kinds, part)) return t(`shock.${part}`);
  if (DIMENSIONS.includes(part)) return t(`dimension.${part}`);
  return quantities.some(({ key }) => key === part) ? t(`quantity.${part}`) : part;
}

/**
 * What a reader is told of a plan that is not opened.
 * @param {Function} t
 * @param {any} place
 * @param {Refusal} refusal
 */
export function refusalText(t, place, { reason, slots }) {
  const worded = (key, value) => {
    if (typeof value === "number") return value.toLocaleString("en").replace("-", "−");
    return key === "part" ? called(t, place, value) : value;
  };
  const all = Object.fromEntries(Object.entries(slots).map(([key, value]) => [key, worded(key, value)]));
  const why = t(`more.share.no.${reason}`, all);
  // where nothing was brought there is nothing that was not opened
  return reason === "empty" ? why : t("more.share.refused", { why });
}

/** The rules that a plan of any place keeps, as the readers of files take them. */
export const rulesOf = ({ store, editions }) => ({ editions, levers: store.place.levers, kinds: store.place.kinds });

function show({ store, expected }, { plan, shocks, begins, prediction, month = store.get("month") }) {
  if (begins > store.place.months) throw new Refusal("value", { part: "begins", found: begins, low: 0, high: store.place.months });
  store.set({ plan, begins, shocks: shocks ?? store.place.shocks, since: Math.min(store.get("since"), begins), month: Math.min(month, store.place.months) });
  expected.replace(prediction);
}

/** A plan of another place is not lost: a link leads there with it. */
function elsewhere({ t, names, home, editions }, plan) {
  const place = names[plan.place];
  const text = t("more.share.elsewhere", { place });
  if (!home) return [text];
  const link = linkOf(editionOf(editions, plan.place), plan);
  return [text, " ", el("a", { href: `${plan.place}.html${link}` }, t("more.share.go", { place }))];
}

/**
 * Open whatever a reader brings.
 * @param {any} options t, store, plans, expected, editions, names, home
 * @param {string} text
 * @returns {(string | Node)[]} what to say: the plan is open, or why it is not
 */
export function take(options, text) {
  const { t, store, plans } = options;
  try {
    const all = readAnything(text, rulesOf(options));
    const here = all.filter(({ place }) => place === store.place.key).map((one) => ({ ...one, prediction: checkedPrediction(store.place, one.prediction) }));
    if (!here.length) return elsewhere(options, all[0]);
    show(options, here[0]);
    const named = here.length > 1 || here[0].name ? here : [];
    const kept = named.filter((one) => plans.keep({ ...one, shocks: one.shocks ?? store.place.shocks, name: one.name || t("more.share.nameless") }));
    const others = [...new Set(all.filter((one) => !here.some(({ place }) => place === one.place)).map(({ place }) => options.names[place]))];
    const said = [
      t(here[0].name ? "more.share.opened_named" : "more.share.opened", { name: here[0].name }),
      ...(kept.length ? [t("more.share.kept", { count: kept.length })] : []),
      ...(kept.length < named.length ? [t("more.plans.full")] : []),
      ...(others.length ? [t("more.share.others", { places: phrase(t, others) })] : []),
    ];
    return [said.reduce((one, other) => t("more.predict.join", { one, other }))];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [refusalText(t, store.place, error)];
  }
}

/**
 * Where a reader brings a plan.
 * @param {any} options as for `take`, and signal
 */
export function openingPart(options) {
  const { t, signal } = options;
  const id = unique("open");
  const text = el("textarea", { id, class: "gt-search gt-paste", rows: 2, spellcheck: "false", autocomplete: "off", autocapitalize: "off" });
  const file = el("input", { type: "file", accept: ".json,.txt,application/json,text/plain", class: "gt-hidden", tabindex: "-1", "aria-hidden": "true" });
  const status = el("p", { class: "gt-sentence", role: "status" });
  const say = (parts) => status.replaceChildren(...parts);
  const button = (name) => el("button", { type: "button", class: "gt-button" }, t(`more.share.${name}`));
  const [open, choose] = [button("open"), button("choose")];
  const fromFile = async (one) => {
    if (!one) return;
    if (one.size > LARGEST) say([refusalText(t, options.store.place, new Refusal("large", { count: one.size, most: LARGEST }))]);
    else say(take(options, await one.text()));
  };
  open.addEventListener("click", () => say(take(options, text.value)), { signal });
  choose.addEventListener("click", () => file.click(), { signal });
  file.addEventListener("change", async () => {
    await fromFile(file.files[0]);
    file.value = "";
  }, { signal });
  const node = el(
    "section", { class: "gt-share-part gt-opening" },
    el("label", { for: id, class: "gt-heading" }, t("more.share.paste")), text,
    el("div", { class: "gt-share-row" }, open, choose, file), status,
  );
  const over = (event) => {
    event.preventDefault();
    node.classList.toggle("gt-over", event.type === "dragover");
  };
  for (const kind of ["dragover", "dragleave", "drop"]) node.addEventListener(kind, over, { signal });
  node.addEventListener("drop", ({ dataTransfer }) => {
    const [one] = dataTransfer.files;
    if (one) fromFile(one);
    else say(take(options, dataTransfer.getData("text/plain")));
  }, { signal });
  return node;
}
