/** The members of a dimension, one touch away from its line. */

import { membersOf } from "./dimensions.js";
import { el } from "./dom.js";
import { lineFigure, quantityButton } from "./figure.js";

const HEIGHT = 76;

function memberFigures(options, dimension) {
  const { t, store, signal } = options;
  return membersOf(store.place.quantities, dimension).map((quantity) => {
    const heading = quantityButton(options, quantity.key);
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
