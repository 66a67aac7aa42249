/** Undo, redo, the last change once more, and the place as it was. */

import { el, mark } from "./dom.js";
import { more } from "./fetch.js";

/** Where a text is typed, the browser's own undo is meant. */
const TYPED = "textarea, input:not([type=range], [type=checkbox])";

/**
 * The row of buttons; its shortcuts hold while the focus is inside the studio.
 * @param {{t: Function, store: any, root: Element, signal: AbortSignal}} options
 */
export function toolbar({ t, store, root, signal }) {
  const status = el("p", { class: "gt-note", role: "status" });
  const replay = () =>
    more(store.model).then((chunk) => chunk.replay(store, signal), () => { status.textContent = t("studio.further.sorry"); });
  const back = () => store.history.can(-1);
  const button = (name, act, can, keys) => {
    const node = el("button", { type: "button", class: `gt-button gt-${name}`, "aria-keyshortcuts": keys }, t(`studio.${name}`));
    node.addEventListener("click", () => can() && act(), { signal });
    return { node, can };
  };
  const buttons = [
    button("undo", () => store.go(-1), back, "Control+Z"),
    button("redo", () => store.go(1), () => store.history.can(1), "Control+Shift+Z"),
    button("replay", replay, back),
    button("reset", () => store.reset(), () => !store.isOwn()),
  ];
  root.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || !/^z$/i.test(event.key) || event.target.matches(TYPED)) return;
    event.preventDefault();
    store.go(event.shiftKey ? 1 : -1);
  }, { signal });
  // Whoever takes hold of another control is done with the last one; a drag is one step from its first touch.
  root.addEventListener("focusin", () => store.held || store.settle(), { signal });
  root.addEventListener("pointerdown", () => store.settle(), { signal });
  for (const kind of ["pointerdown", "pointerup", "pointercancel"]) {
    document.addEventListener(kind, () => { store.held = kind === "pointerdown"; }, { signal });
  }
  return {
    node: el("div", { class: "gt-tools", role: "group", "aria-label": t("studio.tools") }, ...buttons.map((one) => one.node), status),
    update: () => buttons.forEach(({ node, can }) => mark(node, "aria-disabled", !can())),
  };
}
