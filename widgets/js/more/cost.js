/** What a plan costs, month by month, by what is paid for and by who pays. The twin of model/analyses/costs.py. */

import { resolve, valueAt } from "../plan.js";

export const RUNNING = "running";
/** Levers that cost money, in the order of the place's tables. */
const LEVERS = ["service_contracts", "self_help_grants", "incubation", "training", "platform_investment", "recognition"];

/** @typedef {Record<string, Float64Array>} Spent one value for each month that begins, in yuan */

const price = {
  service_contracts: (run, month) => run.contracts[month] * run.cheapness[month],
  training: (run, month, value, { trainer_wage: wage }) => wage * value,
};
const ofMoney = (run, month, value) => run.money_left[month] * value;

/**
 * What is spent in each month of a run.
 * @param {any} place
 * @param {Record<string, Float64Array>} run
 * @param {import("../plan.js").Plan} changes
 * @returns {Spent} levers that cost money, and the running of the place: what is left of money_spent
 */
export function spending(place, run, changes) {
  const rest = Object.fromEntries(place.levers.map((lever) => [lever.key, lever.value]));
  const plan = resolve(place.plan, changes, rest);
  const months = run.money_spent.length - 1;
  const spent = { [RUNNING]: Float64Array.from({ length: months }, (_, at) => run.money_spent[at + 1] - run.money_spent[at]) };
  for (const lever of LEVERS) {
    const of = price[lever] ?? ofMoney;
    const line = (_, month) => of(run, month, valueAt(plan[lever], month, rest[lever]), place.parameters);
    spent[lever] = Float64Array.from({ length: months }, line);
    spent[lever].forEach((value, month) => { spent[RUNNING][month] -= value; });
  }
  return spent;
}

/** The sum of a line from a month up to another. */
export function total(line, from, to) {
  let sum = 0;
  for (let month = from; month < to; month += 1) sum += line[month];
  return sum;
}

/**
 * Who pays for a spending, and which part; what nobody is named for has no payer.
 * @param {{spending: string, payer: string, share: number}[]} payers
 * @param {string} name
 * @returns {[string | null, number][]}
 */
export function sharedOut(payers, name) {
  const named = payers.filter((one) => one.spending === name).map((one) => [one.payer, one.share]);
  const rest = 1 - named.reduce((sum, [, share]) => sum + share, 0);
  return rest > 1e-6 ? [...named, [null, rest]] : named;
}

/**
 * The same sums by who pays, the largest first and what is not known last.
 * @param {any[]} payers
 * @param {Record<string, number>} sums by spending
 * @returns {[string | null, number][]}
 */
export function byPayer(payers, sums) {
  const found = new Map();
  for (const [name, sum] of Object.entries(sums)) {
    for (const [payer, share] of sharedOut(payers, name)) found.set(payer, (found.get(payer) ?? 0) + share * sum);
  }
  return [...found].sort(([a, x], [b, y]) => (a === null) - (b === null) || y - x);
}

/**
 * What a run spends from a month on: in all, in its dearest month, and when a sum is used up.
 * @param {ArrayLike<number>} course money_spent
 * @param {number} from
 */
export function bill(course, from) {
  const last = course.length - 1;
  let dearest = from;
  for (let month = from; month < last; month += 1) {
    if (course[month + 1] - course[month] > course[dearest + 1] - course[dearest]) dearest = month;
  }
  return {
    all: course[last] - course[from],
    dearest,
    peak: course[dearest + 1] - course[dearest],
    /** The first month in which more than a sum has been spent, or none. */
    usedUp(sum) {
      for (let month = from; month < last; month += 1) if (course[month + 1] - course[from] > sum) return month;
      return null;
    },
  };
}
