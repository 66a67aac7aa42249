/** What the reader did, step by step. Pure: it knows no page. */

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Shock} Shock */
/**
 * @typedef {{plan: Plan, shocks: Shock[], begins: number, prediction: object | null, experiment: string | null}} Step
 *   prediction is what the reader drew, experiment the one that asked for it
 */

/** So many steps can be undone; older ones are forgotten. */
const MOST = 60;

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export class History {
  /** @param {Step} first */
  constructor(first) {
    this.steps = [first];
    this.at = 0;
  }

  /** The step that is in force. */
  get now() {
    return this.steps[this.at];
  }

  /** Whether one can go so many steps. */
  can(by) {
    return this.at + by in this.steps;
  }

  /**
   * A change has come to rest: it is a step, and what had been undone is gone.
   * @param {Step} step
   * @returns {boolean} whether it differs from the step before
   */
  settle(step) {
    if (same(step, this.now)) return false;
    this.steps = [...this.steps.slice(0, this.at + 1), step].slice(-MOST);
    this.at = this.steps.length - 1;
    return true;
  }

  /** Go some steps, as far as there are any. */
  go(by) {
    if (this.can(by)) this.at += by;
    return this.now;
  }
}
