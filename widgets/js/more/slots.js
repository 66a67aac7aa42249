/** Which plans are compared: up to four, each in a slot whose colour and letter stay its own. Pure. */

import { LETTERS } from "./lines.js";

/** The plan that stands in the studio, whatever it is. */
export const NOW = "now";

export class Slots {
  constructor() {
    /** @type {(string | null)[]} */
    this.ids = LETTERS.map(() => null);
  }

  of(id) {
    return this.ids.indexOf(id);
  }

  get full() {
    return !this.ids.includes(null);
  }

  /** Put a plan into the first free slot; false where there is none. */
  add(id) {
    if (this.of(id) >= 0) return true;
    const free = this.ids.indexOf(null);
    if (free >= 0) this.ids[free] = id;
    return free >= 0;
  }

  drop(id) {
    this.ids = this.ids.map((one) => (one === id ? null : one));
  }

  /** Let go of what is there no longer. */
  keepOnly(ids) {
    this.ids = this.ids.map((one) => (ids.includes(one) ? one : null));
  }
}
