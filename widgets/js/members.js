/** The members of a dimension, one touch away from its line. */

import { membersOf } from "./dimensions.js";
import { el, mark } from "./dom.js";
import { lineFigure } from "./figure.js";

const HEIGHT = 76;

function memberFigures({ t, store, signal, onQuantity }, dimension) {
  return membersOf(store.place.quantities, dimension).map((quantity) => {
    const heading = el("button", { type: "button", class: "gt-title" }, t(`quantity.${quantity.key}`));
    heading.addEventListener("click", () => {
      store.set({ quantity: quantity.key });
      onQuantity();
    }, { signal });
    mark(heading, "title", t("studio.plot"));
    const figure = lineFigure({
      t, store, signal, heading, tone: dimension, height: HEIGHT,
      note: quantity.reversed ? t("studio.reversed") : "",
    });
    return { quantity, ...figure };
  });
}

/**
 * @param {{t: Function, store: any, signal: AbortSignal, onQuantity: () => void}} options
 * @param {string} id by which the titles of the dimensions find it
 */
export function memberPanel(options, id) {
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
