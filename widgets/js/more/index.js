/** The panels that a reader may ask for, by name; the core fetches this chunk when the first is opened. */

export { replay } from "./replay.js";

export const panels = {};

/** What all panels of one studio share, made once. */
export function common() {
  return {};
}
