/** Every picture of the studio as SVG and PNG that look the same elsewhere: on white paper, with its name and keys. */

import { el, svg } from "../dom.js";
import { wrap } from "../graph.js";
import { dressed, painted, plainColour } from "./painting.js";

/** A picture narrower than this is a sign in a sentence. */
const NARROWEST = 100;
const ROOM = 12;
const LINE = 16;
const SWATCH = 20;
/** Sizes of letters, in pixels: the name, what its lines mean, what stands below. */
const [NAME, KEY, FOOT] = [13, 11, 10];
/** A letter is about so wide, as part of its size; a Chinese one counts as two. */
const LETTER = 0.56;
/** As part of that, the letters of the name. */
const BOLD = 1.12;
/** A small picture is enlarged, so that what stands below it fits. */
const LEAST = 420;
/** A PNG has so many dots for each pixel of the page. */
const FINE = 3;
/** On this ground pictures are taken, whatever the screen shows. */
const BRIGHT = "gt-bright";

/** About how wide a text is, in pixels. */
const widthOf = (text, size) => [...text].reduce((all, letter) => all + (letter > "\u2e7f" ? size : size * LETTER), 0);

/** As much of a text as fits. */
function fitting(text, width, size) {
  if (widthOf(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length && widthOf(`${letters.join("")}…`, size) > width) letters.pop();
  return `${letters.join("")}…`;
}

/** What a line of a picture is called, or undefined where it is no line with a name. */
function called(line, t) {
  if (!line.getAttribute("d")) return undefined;
  const names = { "gt-own": "studio.own", "gt-run": "studio.mine", "gt-drawn": "more.predict.mine" };
  const name = Object.keys(names).find((one) => line.classList.contains(one));
  if (name) return t(names[name]);
  const slot = [...line.classList].find((one) => /^gt-plan-\d$/.test(one));
  const keys = line.closest(".gt-compare")?.querySelectorAll(".gt-legend .gt-key") ?? [];
  const key = slot && line.classList.contains("gt-plan") ? [...keys].find((one) => one.querySelector(`.${slot}`)) : null;
  return key ? `${key.querySelector("b").textContent} ${key.lastChild.textContent}` : undefined;
}

/** What the lines of a picture mean, in rows. */
function keyRows(from, t, width) {
  const rows = [[]];
  let left = 0;
  for (const line of from.querySelectorAll(":scope > path")) {
    const name = called(line, t);
    if (!name) continue;
    const text = fitting(name, width - SWATCH - 6, KEY);
    const wide = SWATCH + 6 + widthOf(text, KEY) + ROOM;
    if (left && left + wide - ROOM > width) [left] = [0, rows.push([])];
    rows.at(-1).push({ line, text, left });
    left += wide;
  }
  return rows.filter((row) => row.length);
}

function drawnKey({ line, text, left }, y, words) {
  const { stroke, strokeWidth, strokeDasharray, strokeLinecap } = getComputedStyle(line);
  const about = { stroke: plainColour(stroke), "stroke-width": strokeWidth, "stroke-dasharray": strokeDasharray, "stroke-linecap": strokeLinecap };
  const x = ROOM + left;
  return [
    svg("line", { x1: x, x2: x + SWATCH, y1: y - 4, y2: y - 4, ...about }),
    svg("text", { ...words, "font-size": KEY, x: x + SWATCH + 6, y }, text),
  ];
}

/** A picture by itself, as the page looks now. */
function composed(from, { t, name, note, foot, lang }) {
  const box = from.getBoundingClientRect();
  const scale = Math.max(1, LEAST / box.width);
  const [wide, high] = [box.width * scale, box.height * scale];
  const letters = (size) => Math.floor(wide / (size * LETTER));
  const heads = wrap(name, letters(NAME * BOLD));
  const keys = keyRows(from, t, wide);
  const feet = [...(note ? wrap(note, letters(FOOT)) : []), ...foot.flatMap((text) => wrap(text, letters(FOOT)))];
  const top = ROOM + (heads.length + keys.length) * LINE + 6;
  const [width, height] = [Math.ceil(wide) + 2 * ROOM, Math.ceil(top + high + feet.length * (LINE - 2)) + 2 * ROOM];
  const { fontFamily, color } = getComputedStyle(from);
  const words = { "font-family": fontFamily, fill: plainColour(color) };
  const inside = from instanceof SVGElement ? dressed(from) : painted(from);
  const placed = { x: ROOM, y: top, width: wide, height: high, viewBox: `0 0 ${box.width} ${box.height}`, overflow: "visible" };
  const own = from.getAttribute("viewBox");
  for (const [key, value] of Object.entries(own ? { ...placed, viewBox: own } : placed)) inside.setAttribute(key, value);
  const about = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "xml:lang": lang };
  const whole = svg(
    "svg", about, svg("title", {}, name), svg("desc", {}, [note, ...foot].filter(Boolean).join("\n")),
    svg("rect", { width, height, fill: paperColour(from) }),
    ...heads.map((text, row) => svg("text", { ...words, "font-size": NAME, x: ROOM, y: ROOM + (row + 1) * LINE - 4, "font-weight": 650 }, text)),
    ...keys.flatMap((row, at) => row.flatMap((key) => drawnKey(key, ROOM + (heads.length + at + 1) * LINE - 2, words))),
    inside,
    ...feet.map((text, row) => svg("text", { ...words, "font-size": FOOT, x: ROOM, y: height - ROOM - (feet.length - 1 - row) * (LINE - 2) }, text)),
  );
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

/** The colour of the paper as the browser writes it. */
function paperColour(from) {
  const probe = el("span", { hidden: true });
  const widget = from.closest(".gt-widget");
  probe.style.setProperty("color", "var(--gt-paper)");
  widget.append(probe);
  const colour = plainColour(getComputedStyle(probe).color);
  probe.remove();
  return colour;
}

/**
 * A picture by itself, dark on white: its styles in its attributes, its name and keys above, whose it is below.
 * @param {Element} from a drawing, or a part of the page with bars
 * @param {{t: Function, name: string, note?: string, foot: string[], lang: string}} about
 * @returns {{text: string, width: number, height: number}}
 */
export function standalone(from, about) {
  const widget = from.closest(".gt-widget");
  widget.classList.add(BRIGHT);
  try {
    return composed(from, about);
  } finally {
    widget.classList.remove(BRIGHT);
  }
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
  if (drawing.dataset.name) return drawing.dataset.name;
  const figure = drawing.closest("figure");
  const chosen = figure?.querySelector("select");
  const title = chosen?.selectedOptions[0] ?? figure?.querySelector(".gt-title, strong") ?? drawing.closest("section")?.querySelector(".gt-heading");
  const unit = figure?.querySelector(".gt-unit")?.textContent;
  const name = title?.textContent ?? "";
  return unit ? t("more.share.csv.column", { name, unit }) : name;
}

/** The pictures that stand in a part of the page now, each with its name. */
export function picturesIn(t, root) {
  const wide = [...root.querySelectorAll("svg, [data-name]")].filter((one) => one.getBoundingClientRect().width >= NARROWEST);
  return wide.map((drawing) => ({ drawing, name: nameOf(t, drawing), note: drawing.dataset.note })).filter(({ name }) => name);
}
