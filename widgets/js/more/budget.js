/** Money: what the plan costs and who pays, a limit, and the best plans for it. */

import { el } from "../dom.js";
import { askPython } from "./asking.js";
import { billPart } from "./bill.js";
import { limitPart } from "./limit.js";
import { offersPart } from "./offers.js";

/**
 * @param {{t: Function, store: any, choices: any, signal: AbortSignal, extras?: Record<string, {offers: string[]}>}} options
 * @returns {{node: HTMLElement, update: (frame: any) => void}}
 */
export function budgetPanel({ t, store, choices, signal, extras }) {
  const bills = billPart({ t, store, signal });
  const offers = offersPart({ t, store, choices, signal, first: extras?.[store.place.key]?.offers ?? [] });
  const limit = limitPart({ t, store, choices, signal, onLimit: (limits) => offers.limit(limits) });
  offers.node.append(askPython({ t, model: store.model, onFound: (plans) => offers.bring(plans) }) ?? "");
  return {
    node: el("div", { class: "gt-budget" }, bills.node, limit.node, offers.node),
    update(frame) {
      for (const part of [bills, limit, offers]) part.update(frame);
    },
  };
}
