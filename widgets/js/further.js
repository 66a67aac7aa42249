/**
 * What a reader may ask for beyond the studio: tabs, each with a panel that is fetched when it is
 * first opened. The panels stand in a chunk of their own, so that no page waits for them.
 */

import { breathe, el, mark, unique } from "./dom.js";
import { more } from "./fetch.js";
import { rove } from "./rove.js";
import { translator } from "./words.js";

/** The panels of more/index.js, in the order of their tabs. */
const PANELS = ["predict", "compare", "why", "sure", "budget", "share"];
/** The panel of the last time is fetched when its reader comes this near to it. */
const NEAR = "800px";

/**
 * @param {{t: Function, store: any, choices: any, model: any, root: Element, opened: Element, signal: AbortSignal}} options
 *   opened is the line that says what came of a link
 * @returns {{node: Element | string, update: (frame: any) => void, open: (name: string) => Promise<any>}}
 */
export function furtherPanels({ t, store, choices, model, root, opened, signal }) {
  const id = unique("further");
  const status = el("p", { class: "gt-note", role: "status" });
  const box = el("div", { id, role: "tabpanel", class: "gt-panel", hidden: true });
  const attributes = { type: "button", role: "tab", "aria-controls": id, "aria-selected": "false" };
  const tabs = PANELS.map((name) => el("button", attributes, t(`studio.further.${name}`)));
  const made = {};
  let shared = null;
  let shown = null;
  /** The panel that was asked for last, which may still be on its way. */
  let asked = null;

  function turn(name) {
    shown = name;
    choices.set("panel", name);
    box.hidden = !name;
    tabs.forEach((tab, index) => mark(tab, "aria-selected", PANELS[index] === name));
  }

  async function chunk() {
    const { panels, common, words, ...rest } = await more(model);
    const given = { t: translator({ ...store.place.words, ...words }), store, choices, root, home: model.get("home"), signal, open, panel, made };
    shared ??= { ...given, ...rest, ...common(given) };
    return panels;
  }

  async function panel(name) {
    const panels = await chunk();
    await breathe();
    return (made[name] ??= panels[name](shared));
  }

  /** Open the plan of a link, which is what its reader came for, now or when it is put into the address. */
  async function follow() {
    const text = model.get("carried");
    if (!text) return;
    // or the same link would not be followed again
    model.set("carried", "");
    opened.textContent = t("studio.further.wait");
    const said = await chunk().then(() => shared.take(shared, text), () => [t("studio.further.sorry")]);
    opened.replaceChildren(...said);
    opened.scrollIntoView({ block: "center" });
  }

  /** Open a panel; what was open stays if it cannot be fetched. */
  async function open(name) {
    asked = name;
    status.textContent = t("studio.further.wait");
    try {
      const part = await panel(name);
      turn(name);
      box.replaceChildren(part.node);
      mark(box, "aria-label", t(`studio.further.${name}`));
      part.update(store.frame());
      status.textContent = "";
      return part;
    } catch (error) {
      status.textContent = t("studio.further.sorry");
      throw error;
    }
  }

  /** What was open when the page was left is open again; in JupyterLab a cell begins anew. */
  function reopen(list) {
    const name = model.get("home") && choices.get("panel", (one) => PANELS.includes(one));
    if (!name) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.at(-1).isIntersecting) return;
      observer.disconnect();
      if (!asked) open(name).catch(() => {});
    }, { rootMargin: NEAR });
    observer.observe(list);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  model.on("change:carried", follow);
  follow();

  /** The page around the studio asks for a panel. */
  root.addEventListener("gt-open", async ({ detail }) => {
    const part = await open(detail.panel);
    part.suggest?.(detail);
    const tab = tabs[PANELS.indexOf(detail.panel)];
    tab.focus();
    tab.scrollIntoView();
  }, { signal });

  rove(tabs, { onChoose: (index) => (PANELS[index] === shown ? turn(null) : open(PANELS[index])), signal });
  const list = el("div", { class: "gt-tabs", role: "tablist", "aria-label": t("studio.further") }, ...tabs);
  const heading = el("h3", { class: "gt-heading" }, t("studio.further"));
  reopen(list);
  return {
    node: el("section", { class: "gt-further", hidden: !tabs.length }, heading, list, status, box),
    // no panel shows the bands of the stage, or the steps: when they come it has nothing to say anew
    update: (frame) => shown && !frame.same && made[shown].update(frame),
    open,
  };
}
