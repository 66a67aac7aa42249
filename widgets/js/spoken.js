/** A sentence that changes with every frame and is read aloud only when the reader comes to rest. */

import { el, write } from "./dom.js";

const SPOKEN_AFTER = 600;

/**
 * @param {() => boolean} [heard] whether anyone is to hear it, asked when it is said and when the reader has come to rest
 * @returns {{nodes: HTMLElement[], say: (text: string, aloud?: () => string, about?: string) => void}}
 *   aloud gives what is read out, where that is more than what is shown; it is asked when the reader has come
 *   to rest. What is said about the same as before is not said again.
 */
export function spoken(heard = () => true) {
  const shown = el("p", { class: "gt-sentence" });
  const live = el("p", { class: "gt-hidden", "aria-live": "polite" });
  let waiting = 0;
  let last = null;
  return {
    nodes: [shown, live],
    say(text, aloud = () => text, about = text) {
      write(shown, text);
      if (about === last) return;
      clearTimeout(waiting);
      // what is said once more is heard once more
      write(live, "");
      if (last !== null && heard()) waiting = setTimeout(() => heard() && write(live, aloud()), SPOKEN_AFTER);
      last = about;
    },
  };
}
