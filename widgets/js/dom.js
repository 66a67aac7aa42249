/** Elements, made briefly. No markup text is ever parsed, no style attribute ever written. */

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/**
 * An HTML element.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {any}
 */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * An SVG element.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {any}
 */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * Write a text only where it changed, so that nothing is laid out twice.
 * @param {Node} node
 * @param {string} text
 */
export function write(node, text) {
  if (node.textContent === text) return;
  // a text that is changed is laid out sooner than one that takes the place of another
  const [only, more] = node.childNodes ?? [];
  if (text && only?.nodeType === 3 && !more) only.data = text;
  else node.textContent = text;
}

/**
 * Write an attribute only where it changed.
 * @param {Element} node
 * @param {string} name
 * @param {string | number} value
 */
export function mark(node, name, value) {
  const text = String(value);
  if (node.getAttribute(name) !== text) node.setAttribute(name, text);
}

/** A box narrower than this is one that is not laid out yet. */
const NARROWEST = 120;

let counter = 0;

/** A name that no other element of the page bears. */
export function unique(stem) {
  counter += 1;
  return `gt-${stem}-${counter}`;
}

/**
 * Tell how wide a box is, now and whenever that changes.
 * @param {Element} box
 * @param {(width: number) => void} tell
 * @param {AbortSignal} signal
 */
export function onWidth(box, tell, signal) {
  let last = 0;
  const observer = new ResizeObserver(([entry]) => {
    const width = Math.round(entry.contentRect.width);
    if (width >= NARROWEST && width !== last) tell((last = width));
  });
  observer.observe(box);
  signal.addEventListener("abort", () => observer.disconnect());
}

/**
 * What draws when something has changed: at the end of what the reader just did, so that the work is done while
 * the screen is awaited, and at most once a frame.
 * @returns {(draw: () => void) => void}
 */
export function promptly() {
  let drawn = null;
  return (draw) => {
    const frame = document.timeline.currentTime;
    if (frame === drawn) return requestAnimationFrame(draw);
    drawn = frame;
    queueMicrotask(draw);
  };
}

/** Let the page paint and answer before long work goes on. */
export const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Whether the reader asked for less movement. */
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** So long after the last of many calls comes its answer, in milliseconds. */
const REST = 150;

/**
 * A function that is called at once after a rest, and else when its calls have come to rest: a
 * sentence need not keep up with a thumb.
 * @param {(...given: any[]) => void} work
 */
export function restful(work) {
  let [last, given, waiting] = [-Infinity, [], false];
  // one clock for many calls: a drag would start and stop one for each of them in every frame
  function look() {
    const left = last + REST - performance.now();
    waiting = left > 0;
    if (waiting) setTimeout(look, left);
    else work(...given);
  }
  return (...now) => {
    const rested = performance.now() - last > REST;
    [last, given] = [performance.now(), now];
    if (waiting) return;
    if (rested) return work(...given);
    waiting = true;
    setTimeout(look, REST);
  };
}
