/** What is seen of a part of the page as SVG that looks the same elsewhere: its styles become attributes. */

import { el, svg, unique } from "../dom.js";

const STYLES = [
  "fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  "opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline", "paint-order", "visibility",
];
const SHAPES = new Set([
  "d", "x", "y", "dx", "dy", "x1", "x2", "y1", "y2", "r", "rx", "ry", "cx", "cy", "width", "height", "points", "transform", "viewBox",
]);
const CLEAR = "rgba(0, 0, 0, 0)";
/** What is smaller is there for those who hear the page, in pixels. */
const SEEN = 1;
/** The stripes of a bar for less, in pixels: as wide as on the page. */
const STRIPES = { width: 4, each: 7 };
const ANCHORS = { end: "end", right: "end", center: "middle" };

/** A colour as every program reads it: what a mixture gives is written as a share of red, green and blue. */
export function plainColour(value) {
  const parts = /^color\(srgb ([\d.e+-]+) ([\d.e+-]+) ([\d.e+-]+)(?: \/ ([\d.e+-]+))?\)$/.exec(value);
  if (!parts) return value;
  const [red, green, blue] = parts.slice(1, 4).map((part) => Math.round(Number(part) * 255));
  return parts[4] === undefined ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${parts[4]})`;
}

/** The looks of every part become its attributes; of the others only those that shape it stay. */
function dress(from, to) {
  const style = getComputedStyle(from);
  to.getAttributeNames().filter((name) => !SHAPES.has(name)).forEach((name) => to.removeAttribute(name));
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value) to.setAttribute(name, plainColour(value));
  }
  [...from.children].forEach((child, index) => dress(child, to.children[index]));
}

/** What is not seen leaves no trace: a reach for the finger, a dot of another month. */
function clear(from, to) {
  [...from.children].map((child, index) => [child, to.children[index]]).forEach(([child, copy]) => {
    const style = getComputedStyle(child);
    if (style.display === "none" || style.visibility === "hidden" || style.stroke === CLEAR && style.fill === "none") copy.remove();
    else clear(child, copy);
  });
}

/** A drawing of the page by itself. */
export function dressed(from) {
  const inside = /** @type {any} */ (from.cloneNode(true));
  dress(from, inside);
  clear(from, inside);
  return inside;
}

/** The letters of a text node, line by line as the browser broke them. */
function linesOf(text) {
  const range = document.createRange();
  const lines = [];
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const [box] = range.getClientRects();
    if (!box?.width) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - box.top) < line.height / 2) Object.assign(line, { text: line.text + text.data[at], right: box.right });
    else lines.push({ text: text.data[at], left: box.left, right: box.right, top: box.top, height: box.height });
  }
  return lines;
}

function letters(text, style, pen) {
  const { fontFamily, fontSize, fontWeight, color, textAlign } = style;
  pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText("x");
  const anchor = ANCHORS[textAlign] ?? "start";
  const about = { fill: plainColour(color), "font-family": fontFamily, "font-size": fontSize, "font-weight": fontWeight, "text-anchor": anchor };
  return linesOf(text).map(({ text: words, left, right, top, height }) => {
    const x = { start: left, middle: (left + right) / 2, end: right }[anchor];
    return svg("text", { ...about, x, y: top + (height * above) / (above + below) }, words.trim());
  });
}

/** Stripes in the colours of a gradient that repeats. */
function striped(image, box) {
  const colours = image.match(/(?:rgba?|color)\([^)]*\)/g).map(plainColour);
  const id = unique("stripes");
  const pattern = svg("pattern", { id, width: STRIPES.each, height: STRIPES.each, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("rect", { width: STRIPES.each, height: STRIPES.each, fill: colours.at(-1) }),
    svg("rect", { width: STRIPES.width, height: STRIPES.each, fill: colours[0] }));
  return [svg("defs", {}, pattern), svg("rect", { ...box, fill: `url(#${id})` })];
}

/** What lies under the words of a part: its ground, a rule in its middle or below it. */
function grounds(style, { left: x, top: y, width, height, right, bottom }) {
  const { backgroundColor, backgroundImage, borderBottomStyle, borderBottomWidth, borderBottomColor, borderRadius } = style;
  const parts = [];
  const rule = (at, colour, thick) => svg("line", { x1: x, x2: right, y1: at, y2: at, stroke: plainColour(colour), "stroke-width": thick });
  if (backgroundColor !== CLEAR) parts.push(svg("rect", { x, y, width, height, rx: parseFloat(borderRadius) || 0, fill: plainColour(backgroundColor) }));
  if (backgroundImage.startsWith("repeating")) parts.push(...striped(backgroundImage, { x, y, width, height }));
  else if (backgroundImage !== "none") parts.push(rule(y + height / 2, backgroundImage.match(/(?:rgba?|color)\([^)]*\)/)[0], 1));
  if (borderBottomStyle !== "none") parts.push(rule(bottom, borderBottomColor, borderBottomWidth));
  return parts;
}

/** Bars and words of the page as a drawing. */
export function painted(from) {
  const { left, top } = from.getBoundingClientRect();
  const pen = el("canvas").getContext("2d");
  const partsOf = (node) => {
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    if (style.display === "none" || style.visibility === "hidden" || box.width <= SEEN || box.height <= SEEN) return [];
    const inside = [...node.childNodes].flatMap((child) => (child.nodeType === Node.TEXT_NODE ? letters(child, style, pen) : partsOf(child)));
    return [...grounds(style, box), ...inside];
  };
  return svg("svg", {}, svg("g", { transform: `translate(${-left} ${-top})` }, ...partsOf(from)));
}
