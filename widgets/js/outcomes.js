/** The headline numbers. */

import { el, mark, write } from "./dom.js";
import { quantityButton } from "./figure.js";
import { number } from "./scale.js";
import { difference } from "./story.js";
import { monthName } from "./words.js";

export const HEADLINES = [
  "services",
  "satisfaction",
  "volunteers",
  "administrative_burden",
  "unmet_need",
  "public_cost",
];

/**
 * The outcomes that readers ask for first, each with its difference to the place's own history; a touch on a name shows it large.
 * @param {{t: Function, store: any, signal: AbortSignal, onQuantity: () => void}} options
 */
export function headlines(options) {
  const { t, store } = options;
  const { quantities, begins } = store.place;
  const tiles = HEADLINES.map((key) => {
    const quantity = quantities.find((one) => one.key === key);
    const value = el("data", { class: "gt-value" });
    const gap = el("span", { class: "gt-difference" });
    const unit = quantity.unit === "1" ? "" : t(`unit.${quantity.unit}`);
    const node = el(
      "div",
      { class: "gt-tile", "data-quantity": key, "data-tone": quantity.dimension },
      el("dt", {}, quantityButton(options, key)),
      el("dd", {}, value, el("span", { class: "gt-unit" }, unit), gap),
    );
    return { key, quantity, value, gap, node };
  });
  const title = el("h3", { class: "gt-heading" });
  return {
    node: el(
      "section",
      { class: "gt-headlines", "aria-label": t("studio.headlines") },
      title,
      el("dl", { class: "gt-tiles" }, ...tiles.map((one) => one.node)),
    ),
    update({ own, run, month, changed }) {
      write(title, t("studio.headlines.when", { month: monthName(t, begins, month) }));
      for (const { key, quantity, value, gap } of tiles) {
        write(value, number(run[key][month], quantity.unit));
        mark(value, "value", run[key][month]);
        write(gap, changed ? difference(run[key][month], own[key][month], quantity.unit) : "");
      }
    },
  };
}

/** Quantities as the options of a list, dimension by dimension. */
export function quantityOptions(t, quantities) {
  const dimensions = [...new Set(quantities.map((one) => one.dimension))];
  return dimensions.map((dimension) =>
    el(
      "optgroup",
      { label: t(`dimension.${dimension}`) },
      ...quantities
        .filter((one) => one.dimension === dimension)
        .map(({ key }) => el("option", { value: key }, t(`quantity.${key}`))),
    ),
  );
}
