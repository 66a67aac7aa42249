/**
 * The studio in words, for those who hear it: what can be moved, what is shown, how it stands now.
 * It stands before everything else and is not read out by itself when it changes.
 */

import { DIMENSIONS } from "./dimensions.js";
import { el, write } from "./dom.js";
import { movedSentence } from "./moved.js";
import { monthName, phrase } from "./words.js";

/**
 * @param {{t: Function, store: any}} options
 * @returns {{node: Element, say: (sentence: string) => void}}
 */
export function summary({ t, store }) {
  const { levers, begins, months } = store.place;
  const groups = [...new Set(levers.filter((one) => one.shown).map((one) => one.group))].map((one) => t(`group.${one}`));
  const slots = {
    count: levers.filter((one) => one.shown).length,
    more: levers.filter((one) => !one.shown).length,
    groups: phrase(t, groups),
    dimensions: phrase(t, DIMENSIONS.map((one) => t(`dimension.${one}`))),
    first: monthName(t, begins, 0),
    last: monthName(t, begins, months),
  };
  const now = el("p");
  const heading = el("h3", {}, t("studio.summary"));
  const told = ["shown", "moved"].map((part) => el("p", {}, t(`studio.summary.${part}`, slots)));
  return {
    node: el("section", { class: "gt-hidden gt-summary", "aria-label": t("studio.summary") }, heading, ...told, now),
    /** How it stands: the reader's levers, and what the picture says. */
    say(sentence) {
      const moved = movedSentence(t, levers, { plan: store.get("plan"), begins: store.get("begins") });
      write(now, t("studio.summary.now", { moved, sentence }));
    },
  };
}
