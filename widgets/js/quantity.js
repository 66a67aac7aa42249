/** Any one quantity at full size. */

import { el, mark, unique, write } from "./dom.js";
import { lineFigure } from "./figure.js";
import { quantityOptions } from "./outcomes.js";
import { sureSentence } from "./story.js";
import { tableBehind } from "./table.js";

const HEIGHT = 232;

/** What links to the equation of a quantity in the chapter about the model; nothing where no book stands around the studio. */
function equationLink(t, home, key) {
  if (!home) return [];
  const href = new URL(`../model.html#equation-${key.replaceAll("_", "-")}`, home).href;
  return [" · ", el("a", { href }, t("studio.equation", { name: t(`quantity.${key}`) }))];
}

/**
 * Any quantity of the run, chosen from a list, with what it means and where its numbers come from.
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
  const home = store.model.get("home");
  let told = "";
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
      if (key !== told) {
        meaning.replaceChildren(t(`quantity.${key}.meaning`), ...equationLink(t, home, key));
        told = key;
      }
      const picture = { unit, domain: highest === 1 ? [0, 1] : undefined, own: own[key], run: run[key] };
      figure.update({ ...frame, ...picture, key, name: t(`quantity.${key}`) });
      write(sureness, frame.sure && frame.changed ? sureSentence(t, { ...frame, key, full: store.full[key] }) : "");
      table.update({ own, run, ...frame });
    },
  };
}
