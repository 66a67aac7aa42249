/** A sentence that changes with every frame and is read aloud only when the reader comes to rest. */

import { el, write } from "./dom.js";

const SPOKEN_AFTER = 600;

/** @returns {{nodes: HTMLElement[], say: (text: string) => void}} */
export function spoken() {
  const shown = el("p", { class: "gt-sentence" });
  const live = el("p", { class: "gt-hidden", "aria-live": "polite" });
  let waiting = 0;
  let first = true;
  return {
    nodes: [shown, live],
    say(text) {
      write(shown, text);
      clearTimeout(waiting);
      if (!first) waiting = setTimeout(() => write(live, text), SPOKEN_AFTER);
      first = false;
    },
  };
}
