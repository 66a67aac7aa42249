/** What a reader sees stays where it is when something above it becomes another height. */

const scroll = (by) => by && scrollBy({ top: by, behavior: "instant" });

/**
 * How far the page must scroll for a part of it that becomes another height.
 * @param {{top: number, bottom: number}} before where it lay, in pixels below the upper edge of the window
 * @param {number} bottom where it ends now
 * @param {number} height of the window
 */
export function shift(before, bottom, height) {
  // whoever was amid of it is still there, or at its end
  return before.top < 0 ? bottom - Math.min(before.bottom, Math.max(bottom, height)) : 0;
}

/** Later it may change as well, being measured only when it is near. Most browsers then keep the place by themselves. */
function follow(root, signal) {
  if (getComputedStyle(document.documentElement).overflowAnchor === "auto") return;
  let { height } = root.getBoundingClientRect();
  const observer = new ResizeObserver(() => {
    const now = root.getBoundingClientRect();
    const by = now.height - height;
    height = now.height;
    if (now.bottom <= by) scroll(by);
  });
  observer.observe(root);
  signal.addEventListener("abort", () => observer.disconnect());
}

/**
 * Put a widget in place of its picture, which may be far higher.
 * @param {HTMLElement} root
 * @param {HTMLElement} box
 * @param {AbortSignal} signal
 */
export function putInPlace(root, box, signal) {
  const before = root.getBoundingClientRect();
  root.replaceChildren(box);
  scroll(shift(before, root.getBoundingClientRect().bottom, innerHeight));
  follow(root, signal);
}
