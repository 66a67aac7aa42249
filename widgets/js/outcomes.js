/** The headline numbers, and any one quantity at full size. */

import { el, mark, unique, write } from "./dom.js";
import { lineFigure } from "./figure.js";
import { number } from "./scale.js";
import { difference, sureSentence } from "./story.js";
import { tableBehind } from "./table.js";
import { monthName } from "./words.js";

export const HEADLINES = [
  "services",
  "satisfaction",
  "volunteers",
  "administrative_burden",
  "unmet_need",
  "public_cost",
];
const HEIGHT = 232;

/**
 * The outcomes that readers ask for first, each with its difference to the place's own history.
 * @param {{t: Function, store: any}} options
 */
export function headlines({ t, store }) {
  const { quantities, begins } = store.place;
  const tiles = HEADLINES.map((key) => {
    const quantity = quantities.find((one) => one.key === key);
    const value = el("data", { class: "gt-value" });
    const gap = el("span", { class: "gt-difference" });
    const unit = quantity.unit === "1" ? "" : t(`unit.${quantity.unit}`);
    const node = el(
      "div",
      { class: "gt-tile", "data-quantity": key, "data-tone": quantity.dimension },
      el("dt", {}, t(`quantity.${key}`)),
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

/**
 * Any quantity of the run, chosen from a list.
 * @param {{t: Function, store: any, signal: AbortSignal}} options
 */
export function quantityPicture({ t, store, signal }) {
  const quantities = store.place.quantities.filter((one) => one.named);
  const find = () => quantities.find((one) => one.key === store.get("quantity"));
  const id = unique("quantity");
  const select = el("select", { id, class: "gt-select" }, ...quantityOptions(t, quantities));
  select.addEventListener("change", () => store.set({ quantity: select.value }), { signal });
  const heading = el(
    "span",
    { class: "gt-choose" },
    el("label", { for: id, class: "gt-hidden" }, t("studio.quantity")),
    select,
  );
  const title = el("h3", { class: "gt-hidden" }, t("studio.quantity"));
  const meaning = el("p", { class: "gt-note" });
  const sureness = el("p", { class: "gt-sentence" });
  const figure = lineFigure({ t, store, signal, height: HEIGHT, tone: "value", small: false, heading });
  const table = tableBehind({
    t, store, signal,
    label: t("studio.table.quantity"),
    columns: ({ own, run }) => {
      const { key, unit } = find();
      return [{ name: t(`quantity.${key}`), unit, own: own[key], run: run[key] }];
    },
  });
  return {
    node: el("section", { class: "gt-one", "aria-label": t("studio.quantity") }, title, figure.node, sureness, meaning, table.node),
    update({ own, run, ...frame }) {
      const { key, unit, highest, dimension } = find();
      select.value = key;
      mark(figure.node, "data-tone", dimension);
      write(meaning, t(`quantity.${key}.meaning`));
      const picture = { unit, domain: highest === 1 ? [0, 1] : undefined, own: own[key], run: run[key] };
      figure.update({ ...frame, ...picture, key, name: t(`quantity.${key}`) });
      write(sureness, frame.sure && frame.changed ? sureSentence(t, { ...frame, key, full: store.full[key] }) : "");
      table.update({ own, run, ...frame });
    },
  };
}
