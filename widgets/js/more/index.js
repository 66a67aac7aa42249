/** The panels that a reader may ask for, by name; the core fetches this chunk when the first is opened. */

import { budgetPanel } from "./budget.js";
import { comparePanel } from "./compare.js";
import { Expected } from "./expected.js";
import { KeptPlans } from "./kept.js";
import { take } from "./opening.js";
import { predictPanel } from "./predict.js";
import { sharePanel } from "./share.js";
import { surePanel } from "./sure.js";
import { whyPanel } from "./why.js";

export { recounting } from "./recount.js";
export { replay } from "./replay.js";

export const panels = {
  predict: predictPanel,
  compare: comparePanel,
  why: whyPanel,
  sure: surePanel,
  budget: budgetPanel,
  share: sharePanel,
};

/** What all panels of one studio share, made once: the plans that are kept, and what the reader expects of the present one. */
export function common({ store, choices }) {
  const plans = new KeptPlans({ place: store.place, storage: () => localStorage });
  return { plans, expected: new Expected({ store, choices }), take };
}
