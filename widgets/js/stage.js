/** The four dimensions side by side, and the members of one of them on request. */

import { DIMENSIONS, dimensionLines, membersOf } from "./dimensions.js";
import { el, mark, unique, write } from "./dom.js";
import { DRAWS } from "./ensemble.js";
import { lineFigure } from "./figure.js";
import { calendar, tenths } from "./scale.js";
import { spoken } from "./spoken.js";
import { stageSentence } from "./story.js";
import { tableBehind } from "./table.js";

const HEIGHT = { dimension: 96, member: 76 };
const YEAR = 12;
/** The four lines share one scale, with this much room above and below. */
const ROOM = 0.05;
/** A closer look begins this many months before the reader's changes. */
const BEFORE = 60;

/** The years that are drawn: all of them, or those around the reader's changes. */
function yearsButton({ t, store, signal }) {
  const button = el("button", { type: "button", class: "gt-years-button" });
  const near = () => Math.max(0, Math.floor((store.get("begins") - BEFORE) / YEAR) * YEAR);
  button.addEventListener("click", () => store.set({ since: store.get("since") ? 0 : near() }), { signal });
  return {
    node: button,
    update({ since }) {
      button.hidden = !since && !near();
      const { year } = calendar(store.place.begins, near());
      write(button, since ? t("studio.all_years") : t("studio.closer", { year }));
    },
  };
}

/** Show or hide the band of runs with other numbers. */
function sureButton({ t, store, signal }, note) {
  const button = el("button", { type: "button", class: "gt-years-button", "aria-pressed": "true" }, t("studio.sure"));
  button.addEventListener("click", () => {
    const wanted = button.getAttribute("aria-pressed") !== "true";
    mark(button, "aria-pressed", wanted);
    note.hidden = !wanted;
    store.wantSure(wanted);
  }, { signal });
  store.wantSure(true);
  return button;
}

function legend(t, years, sure) {
  const entry = (name, text) =>
    el("span", { class: `gt-key gt-key-${name}` }, el("span", { class: "gt-swatch", "aria-hidden": "true" }), text);
  return el("p", { class: "gt-legend" }, entry("run", t("studio.mine")), entry("own", t("studio.own")), sure, years.node);
}

function memberFigures({ t, store, signal, onQuantity }, dimension) {
  return membersOf(store.place.quantities, dimension).map((quantity) => {
    const heading = el("button", { type: "button", class: "gt-title" }, t(`quantity.${quantity.key}`));
    heading.addEventListener("click", () => {
      store.set({ quantity: quantity.key });
      onQuantity();
    }, { signal });
    mark(heading, "title", t("studio.plot"));
    const figure = lineFigure({
      t, store, signal, heading, tone: dimension, height: HEIGHT.member,
      note: quantity.reversed ? t("studio.reversed") : "",
    });
    return { quantity, ...figure };
  });
}

/** The members of a dimension, one touch away from its line. */
function memberPanel(options, id) {
  const { t } = options;
  const node = el("section", { class: "gt-members", id, hidden: true });
  let figures = [];
  return {
    node,
    open(dimension) {
      node.hidden = !dimension;
      figures = dimension ? memberFigures(options, dimension) : [];
      if (!dimension) return node.replaceChildren();
      const name = t(`dimension.${dimension}`);
      node.setAttribute("aria-label", t("studio.members", { name }));
      node.replaceChildren(
        el("p", { class: "gt-note" }, t("studio.members.note", { name })),
        el("div", { class: "gt-cells" }, ...figures.map((one) => one.node)),
      );
    },
    update({ own, run, ...frame }) {
      for (const { quantity, update } of figures) {
        const { key, unit, highest } = quantity;
        const picture = { unit, domain: highest === 1 ? [0, 1] : undefined, own: own[key], run: run[key] };
        update({ ...frame, ...picture, key, name: t(`quantity.${key}`) });
      }
    },
  };
}

/**
 * @param {{t: Function, store: any, signal: AbortSignal, clock: {node: Node, update: Function},
 *   onQuantity: () => void}} options onQuantity is told when a member is to be seen large
 */
export function stage({ t, store, signal, clock, onQuantity }) {
  const { quantities, begins } = store.place;
  const { full } = store;
  const ownLines = dimensionLines(quantities, store.own, full);
  const id = unique("members");
  const members = memberPanel({ t, store, signal, onQuantity }, id);
  const years = yearsButton({ t, store, signal });
  const note = el("p", { class: "gt-note" }, t("studio.sure.note", { count: DRAWS }));
  const sure = sureButton({ t, store, signal }, note);
  let open = null;

  const figures = DIMENSIONS.map((dimension) => {
    const heading = el(
      "button",
      { type: "button", class: "gt-title", "aria-expanded": "false", "aria-controls": id },
      t(`dimension.${dimension}`),
    );
    heading.addEventListener("click", () => {
      open = open === dimension ? null : dimension;
      members.open(open);
      figures.forEach((one) => mark(one.heading, "aria-expanded", one.dimension === open));
      members.update(store.frame());
    }, { signal });
    const figure = lineFigure({ t, store, signal, heading, tone: dimension, height: HEIGHT.dimension });
    return { dimension, heading, ...figure };
  });

  const sentence = spoken();
  let lines = ownLines;
  const table = tableBehind({
    t, store, signal,
    label: t("studio.table.dimensions"),
    columns: () =>
      DIMENSIONS.map((one) => ({ name: t(`dimension.${one}`), unit: "1", own: ownLines[one], run: lines[one] })),
  });

  function update(frame) {
    lines = frame.changed ? dimensionLines(quantities, frame.run, full) : ownLines;
    const domain = tenths([...Object.values(ownLines), ...Object.values(lines)], frame.since, ROOM);
    for (const { dimension, update: draw } of figures) {
      const [own, run] = [ownLines[dimension], lines[dimension]];
      draw({ ...frame, key: dimension, name: t(`dimension.${dimension}`), unit: "1", domain, own, run });
    }
    clock.update(frame);
    years.update(frame);
    members.update(frame);
    sentence.say(stageSentence(t, { ...frame, quantities, begins, full, ownLines, runLines: lines }));
    table.update(frame);
  }

  return {
    sticky: el(
      "div",
      { class: "gt-stage" },
      legend(t, years, sure),
      el("div", { class: "gt-four" }, ...figures.map((one) => one.node)),
      clock.node,
    ),
    below: el("div", { class: "gt-below" }, ...sentence.nodes, note, members.node, table.node),
    update,
  };
}
