/** What follows when the hand rests, and is seen to wait until then: no drag is held up by it. */

/** How long a hand has not moved that rests, in milliseconds; as long css/more-late.css waits before it dims. */
const REST = 150;

/**
 * Work that is done at once the first time, and then after the last of many calls; what it will write anew
 * bears a mark meanwhile.
 * @param {Element} node
 * @param {(...given: any[]) => void} work
 */
export function late(node, work) {
  let waiting = null;
  return (...given) => {
    if (waiting === null) {
      waiting = 0;
      return work(...given);
    }
    clearTimeout(waiting);
    node.classList.add("gt-late");
    waiting = setTimeout(() => {
      node.classList.remove("gt-late");
      work(...given);
    }, REST);
  };
}
