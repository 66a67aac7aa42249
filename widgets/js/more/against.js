/** What a plan is set against: the place as it was, or a plan that the reader has kept. */

import { el } from "../dom.js";

/**
 * Offer the place as it was and every kept plan; what was chosen stays chosen while it is kept.
 * @param {HTMLSelectElement} list
 * @param {any} plans
 * @param {Function} t
 */
export function offerPlans(list, plans, t) {
  const chosen = list.value;
  const kept = plans.all().map(({ id, name }) => el("option", { value: id }, name));
  list.replaceChildren(el("option", { value: "" }, t("more.why.against.own")), ...kept);
  list.value = plans.find(chosen) ? chosen : "";
}
