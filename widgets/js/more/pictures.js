/** Every picture of the studio as SVG and PNG that look the same elsewhere. */

import { el, svg } from "../dom.js";

const STYLES = [
  "fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  "opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline", "paint-order", "visibility",
];
const SHAPES = new Set([
  "d", "x", "y", "dx", "dy", "x1", "x2", "y1", "y2", "r", "rx", "ry", "cx", "cy", "width", "height", "points", "transform", "viewBox",
]);
/** A picture narrower than this is a sign in a sentence. */
const NARROWEST = 100;
const ROOM = 12;
const LINE = 16;
const SWATCH = 20;
/** A small picture is enlarged, so that what stands below it fits. */
const LEAST = 420;
/** A PNG has so many dots for each pixel of the page. */
const FINE = 3;

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
    if (style.display === "none" || style.visibility === "hidden" || style.stroke === "rgba(0, 0, 0, 0)" && style.fill === "none") copy.remove();
    else clear(child, copy);
  });
}

const line = (text, attributes) => svg("text", attributes, text);

/**
 * A picture by itself: its styles in its attributes, its name above, whose it is below.
 * @param {SVGSVGElement} from
 * @param {{t: Function, name: string, foot: string[], lang: string}} about
 * @returns {{text: string, width: number, height: number}}
 */
export function standalone(from, { t, name, foot, lang }) {
  const box = from.getBoundingClientRect();
  const inside = /** @type {any} */ (from.cloneNode(true));
  dress(from, inside);
  clear(from, inside);
  const style = getComputedStyle(from);
  const paper = getComputedStyle(from.closest(".gt-widget")).getPropertyValue("--gt-paper").trim();
  const scale = Math.max(1, LEAST / box.width);
  const [wide, high] = [box.width * scale, box.height * scale];
  const [width, height] = [Math.ceil(wide) + 2 * ROOM, Math.ceil(high) + 2 * ROOM + 4 * LINE];
  const placed = { x: ROOM, y: ROOM + LINE + 6, width: wide, height: high, viewBox: `0 0 ${box.width} ${box.height}`, overflow: "visible" };
  for (const [key, value] of Object.entries(placed)) inside.setAttribute(key, value);
  const words = { "font-family": style.fontFamily, "font-size": 13, fill: style.color };
  const whole = svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "xml:lang": lang },
    svg("title", {}, name), svg("desc", {}, foot.join("\n")),
    svg("rect", { width, height, fill: paperColour(from, paper) }),
    line(name, { ...words, x: ROOM, y: ROOM + LINE - 4, "font-weight": 650 }),
    ...keys(from, t, width, words),
    inside,
    ...foot.map((text, row) => line(text, { ...words, "font-size": 10, x: ROOM, y: height - ROOM - (foot.length - 1 - row) * (LINE - 2) })),
  );
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

/** What the lines of a picture mean, in a row that ends at its right edge. */
function keys(from, t, width, words) {
  const lines = [["gt-own", t("studio.own")], ["gt-run", t("studio.mine")]].map(([name, text]) => ({ line: from.querySelector(`:scope > .${name}`), text }));
  let right = width - ROOM;
  return lines.filter(({ line }) => line?.getAttribute("d")).reverse().flatMap(({ line, text }) => {
    const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(line);
    const named = svg("text", { ...words, "font-size": 11, x: right, y: ROOM + LINE - 4, "text-anchor": "end" }, text);
    const left = right - widthOf(text) - 6;
    right = left - SWATCH - ROOM;
    const about = { stroke: plainColour(stroke), "stroke-width": strokeWidth, "stroke-dasharray": strokeDasharray };
    return [named, svg("line", { x1: left - SWATCH, x2: left, y1: ROOM + LINE - 8, y2: ROOM + LINE - 8, ...about })];
  });
}

/** About how wide a text of 11 pixels is: a Chinese character is as wide as it is high. */
const widthOf = (text) => [...text].reduce((all, letter) => all + (letter > "\u2e7f" ? 11 : 6.2), 0);

/** The colour of the paper as the browser writes it. */
function paperColour(from, paper) {
  const probe = el("span", { hidden: true });
  probe.style.setProperty("color", paper);
  from.closest(".gt-widget").append(probe);
  const colour = plainColour(getComputedStyle(probe).color);
  probe.remove();
  return colour;
}

/** The same as dots. */
export async function asPng({ text, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = /** @type {HTMLCanvasElement} */ (el("canvas", { width: width * FINE, height: height * FINE }));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function nameOf(t, drawing) {
  const figure = drawing.closest("figure");
  const chosen = figure?.querySelector("select");
  const title = chosen?.selectedOptions[0] ?? figure?.querySelector(".gt-title, strong") ?? drawing.closest("section")?.querySelector(".gt-heading");
  const unit = figure?.querySelector(".gt-unit")?.textContent;
  const name = title?.textContent ?? "";
  return unit ? t("more.share.csv.column", { name, unit }) : name;
}

/** The pictures that stand on the page now, each with its name. */
export function picturesIn(t, root) {
  const wide = [...root.querySelectorAll("svg")].filter((one) => one.getBoundingClientRect().width >= NARROWEST);
  return wide.map((drawing) => ({ drawing, name: nameOf(t, drawing) })).filter(({ name }) => name);
}
