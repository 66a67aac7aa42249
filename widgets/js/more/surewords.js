/** How sure a comparison is, said in the reader's language; templates are rows of locale/words.csv. */

import { quantile } from "../ensemble.js";
import { fixed, negative } from "../scale.js";
import { measure } from "../words.js";
import { signed } from "./whywords.js";

/** Numbers of the model are shown with so many digits: ranges are no finer. */
const DIGITS = 3;
const THOUSAND = 1000;

/** In how many communities the one plan is better, in how many worse. */
export function countSentence(t, { better, worse, same }) {
  return t(same ? "more.sure.counts.same" : "more.sure.counts", { better, worse, same });
}

/** Where the middle four fifths of the differences lie. */
export function spreadSentence(t, { differences, unit }) {
  const [low, middle, high] = [0.1, 0.5, 0.9].map((part) => quantile(differences.slice(), part));
  const change = high - low || middle || 1;
  const say = (value) => measure(t, value, unit, (one) => signed({ change, causes: [] }, one));
  return t("more.sure.band", { low: say(low), middle: say(middle), high: say(high) });
}

/** A number of the model, as fine as ranges are. */
function ranged(value) {
  const rounded = Number(value.toPrecision(DIGITS));
  const size = Math.abs(rounded);
  return negative(rounded, size < THOUSAND ? String(size) : fixed(size, 0));
}

const amount = (t, value, unit) => measure(t, value, unit, ranged);

/** What is said of an assumption at an end of its range, and how it leaves a majority. */
function about(t, { found, counts, place, assumptions, plan }) {
  const { unit, badges } = assumptions[found.assumption];
  const [low, high] = place.ranges[found.assumption];
  const wins = counts.better > counts.worse;
  const [was, then] = wins ? [counts.better, found.better_then] : [counts.worse, found.worse_then];
  const gone = found.better_then === found.worse_then ? "gone" : "turned";
  return {
    kind: found.turned ? gone : then < was ? "nearest" : "none",
    slots: {
      plan,
      name: t(`parameter.${found.assumption}`),
      value: amount(t, found.value, unit),
      better: found.better_then,
      worse: found.worse_then,
      tried: found.tried,
      others: found.others,
      low: ranged(low),
      high: amount(t, high, unit),
      badge: t(`badge.${badges[place.key] ?? "judged"}`),
    },
  };
}

/**
 * The assumption on which a majority hangs most, and whether it would turn it round.
 * @param {Function} t
 * @param {{found: import("./weakpoints.js").Hanging | null, counts: any, place: any, assumptions: any, plan: string}} known
 *   plan is what the plan is called that is looked at
 * @returns {string[]} the finding; where the assumption comes from, and how many others would do the same
 */
export function hangingSentences(t, known) {
  if (!known.found) return [t("more.sure.even")];
  const { kind, slots } = about(t, known);
  const finding = t(`more.sure.${kind}`, slots);
  if (kind === "none") return [finding];
  const range = t("more.sure.range", slots);
  return [finding, slots.others ? t("more.predict.join", { one: range, other: t("more.sure.others", slots) }) : range];
}

/**
 * What can be said while the others are still being tried.
 * @param {Function} t
 * @param {Parameters<typeof hangingSentences>[1]} known found may be missing
 * @returns {string[]}
 */
export function soFar(t, known) {
  if (!known.found) return [];
  const { kind, slots } = about(t, known);
  return kind === "none" ? [] : [t(`more.sure.${kind === "nearest" ? "sofar" : kind}`, slots), t("more.sure.range", slots)];
}
