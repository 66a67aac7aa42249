/** Many things in one picture, one stop of the Tab key: arrows move, Enter or Space chooses. */

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * @param {Element[]} items in reading order
 * @param {{onChoose: (index: number) => void, onMove?: (index: number) => void,
 *   signal: AbortSignal}} options
 * @returns {(index: number) => void} lets the Tab key stop at another item
 */
export function rove(items, { onChoose, onMove = () => {}, signal }) {
  const stopAt = (index) => items.forEach((item, other) => item.setAttribute("tabindex", other === index ? "0" : "-1"));

  function onKey(event, index) {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onChoose(index);
      return;
    }
    const ends = { Home: 0, End: items.length - 1 };
    const next = event.key in STEPS ? index + STEPS[event.key] : ends[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items[(next + items.length) % items.length].focus();
  }

  items.forEach((item, index) => {
    item.addEventListener("keydown", (event) => onKey(event, index), { signal });
    item.addEventListener("click", () => onChoose(index), { signal });
    item.addEventListener("focus", () => { stopAt(index); onMove(index); }, { signal });
  });
  stopAt(0);
  return stopAt;
}
