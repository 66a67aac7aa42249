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

/**
 * The assumption on which a majority hangs most, and whether it would turn it round.
 * @param {Function} t
 * @param {{found: any, counts: any, place: any, assumptions: any}} known
 * @returns {string[]} the finding, and where the assumption comes from
 */
export function hangingSentences(t, { found, counts, place, assumptions }) {
  if (!found) return [t("more.sure.even")];
  const { unit, badges } = assumptions[found.assumption];
  const [low, high] = place.ranges[found.assumption];
  const wins = counts.better > counts.worse;
  const [was, then] = wins ? [counts.better, found.better_then] : [counts.worse, found.worse_then];
  const gone = found.better_then === found.worse_then ? "gone" : "turned";
  const kind = found.turned ? gone : then < was ? "nearest" : "none";
  const slots = {
    name: t(`parameter.${found.assumption}`),
    value: amount(t, found.value, unit),
    better: found.better_then,
    worse: found.worse_then,
    low: ranged(low),
    high: amount(t, high, unit),
    badge: t(`badge.${badges[place.key] ?? "judged"}`),
  };
  const finding = t(`more.sure.${kind}`, slots);
  return kind === "none" ? [finding] : [finding, t("more.sure.range", slots)];
}
