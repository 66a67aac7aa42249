/** Which plans are compared: up to four, each in a slot whose colour and letter stay its own. Pure. */

import { LETTERS } from "./lines.js";

/** The plan that stands in the studio, whatever it is. */
export const NOW = "now";

/** Whether a value from outside says which plan stands in each slot, none of them twice. */
export function isSlots(ids) {
  if (!Array.isArray(ids) || ids.length !== LETTERS.length) return false;
  const named = ids.filter((id) => id !== null);
  return named.every((id) => typeof id === "string") && new Set(named).size === named.length;
}

export class Slots {
  constructor(ids = LETTERS.map(() => null)) {
    /** @type {(string | null)[]} */
    this.ids = [...ids];
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

  /** The present plan has been kept: its line and letter are the kept one's now, and it goes on in another slot. */
  settle(id) {
    const slot = this.of(NOW);
    if (slot < 0) return void this.add(id);
    this.ids[slot] = id;
    this.add(NOW);
  }

  drop(id) {
    this.ids = this.ids.map((one) => (one === id ? null : one));
  }

  /** Let go of what is there no longer. */
  keepOnly(ids) {
    this.ids = this.ids.map((one) => (ids.includes(one) ? one : null));
  }
}
