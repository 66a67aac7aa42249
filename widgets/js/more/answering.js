/** A sentence of a panel: read out only to a reader who is at work in that part of it; of a lever the studio itself tells. */

import { spoken } from "../spoken.js";

/**
 * @param {() => Element} part where a reader has to be to hear the sentence
 * @param {string} [name] the class of the line that is seen
 */
export function answering(part, name = "gt-sentence") {
  const sentence = spoken(() => part().matches(":focus-within"));
  sentence.nodes[0].className = name;
  return sentence;
}
