/** The runs with other numbers: made when a plan has come to rest, given up when it moves. */

import { dimensionLines } from "./dimensions.js";
import { draws, gather } from "./ensemble.js";

/** How long a plan rests before its other runs are made, and how long they may take at once. */
const REST = 400;
const SPEND = 8;

export class Sureness {
  /**
   * @param {{engine: (plan: object, shocks: object[], parameters: object) => object, place: any,
   *   full: Record<string, number>, tell: () => void}} options tell is called when runs are ready
   */
  constructor({ engine, place, full, tell }) {
    Object.assign(this, { engine, place, full, tell });
    this.wanted = false;
    /** The lines of the plan and of the place as it was, pair by pair; null while they are not known. */
    this.known = null;
    this.owns = null;
    this.giveUp = () => {};
    this.resting = 0;
  }

  /** What is kept of a run: the quantities that can be drawn, and the four lines. */
  kept(run) {
    const { quantities } = this.place;
    const values = quantities.map(({ key }) => [key, Float32Array.from(run[key])]);
    return Object.fromEntries([...values, ...Object.entries(dimensionLines(quantities, run, this.full))]);
  }

  gather(plan, shocks, done) {
    this.giveUp = gather({
      run: (drawn) => this.engine(plan, shocks, drawn),
      sets: (this.sets ??= draws(this.place.parameters, this.place.ranges)),
      keep: (run) => this.kept(run),
      later: (work) => setTimeout(work, 0),
      clock: () => performance.now(),
      spend: SPEND,
      done,
    });
  }

  finish(lines) {
    this.known = { lines, owns: this.owns };
    this.tell();
  }

  /**
   * Begin again for another plan.
   * @param {{plan: object, shocks: object[]} | null} changes null for the place as it was
   */
  restart(changes) {
    this.stop();
    if (!this.wanted) return;
    const mine = () =>
      changes ? this.gather(changes.plan, changes.shocks, (lines) => this.finish(lines)) : this.finish(this.owns);
    const first = (lines) => {
      this.owns = lines;
      mine();
    };
    this.resting = setTimeout(() => (this.owns ? mine() : this.gather({}, this.place.shocks, first)), REST);
  }

  stop() {
    this.giveUp();
    clearTimeout(this.resting);
    this.known = null;
  }
}
