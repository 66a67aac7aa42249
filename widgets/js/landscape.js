/** A place's tables: bars or a grid, and on request the same in Plotly. */

import { barPicture, barTable, gridTable } from "./bars.js";
import { el, mark, unique, write } from "./dom.js";
import { dressed, plotly } from "./explore.js";
import { rove } from "./rove.js";
import { translator } from "./words.js";

const SETTINGS = { displaylogo: false, displayModeBar: false, responsive: true, scrollZoom: false };

/** Buttons of which one is chosen. */
function chips(names, label, onChoose, signal) {
  const buttons = names.map((name, index) => {
    const button = el("button", { type: "button", class: "gt-level" }, name);
    button.addEventListener("click", () => onChoose(index), { signal });
    return button;
  });
  const node = el("div", { class: "gt-levels gt-kinds", role: "group", "aria-label": label }, ...buttons);
  return { node, press: (index) => buttons.forEach((button, other) => mark(button, "aria-pressed", other === index)) };
}

/** One tab a figure; nothing where there is one figure only. */
function tabs(t, figures, panel, onChoose, signal) {
  if (figures.length < 2) return { node: null, turn: () => {} };
  const attributes = { type: "button", role: "tab", "aria-controls": panel };
  const buttons = figures.map((figure) => el("button", attributes, figure.title));
  const stopAt = rove(buttons, { onChoose, onMove: onChoose, signal });
  return {
    node: el("div", { class: "gt-tabs", role: "tablist", "aria-label": t("landscape.tabs") }, ...buttons),
    turn(index) {
      buttons.forEach((button, other) => mark(button, "aria-selected", other === index));
      stopAt(index);
    },
  };
}

/** The traces of a figure in a colour of the page. */
export function painted(data, colour) {
  return data.map((trace) => ({ ...trace, marker: { ...trace.marker, color: colour } }));
}

/** The picture that Plotly draws in place of ours, until it is told to stop. */
function livePicture({ t, home, box, choice }) {
  const place = el("div", { class: "gt-explore", role: "group", "aria-label": choice.sentence });
  const { data, layout } = choice.plot;
  return {
    async begin() {
      const figures = await plotly(home);
      box.replaceChildren(place);
      const colour = getComputedStyle(box).getPropertyValue("--gt-accent").trim();
      const { margin, height, legend } = layout;
      const dragmode = matchMedia("(pointer: fine)").matches ? "zoom" : false; // a finger scrolls the page
      await figures.newPlot(place, painted(data, colour), { ...dressed(layout, box), margin, height, legend, dragmode }, SETTINGS);
    },
    end: () => globalThis.Plotly?.purge(place),
    hint: t("explore.hint"),
  };
}

/** What stands below a picture: the button, what it says, and the numbers behind. */
function foot(t, home) {
  const button = el("button", { type: "button", class: "gt-button" });
  const status = el("p", { class: "gt-note", role: "status" });
  const behind = el("div", {});
  const node = el("div", { class: "gt-landscape-foot" }, home ? button : null, status);
  return { button, status, behind, node };
}

/**
 * @param {{model: any, el: HTMLElement, signal: AbortSignal}} host
 */
export function renderLandscape({ model, el: root, signal }) {
  const state = model.get("state");
  const home = model.get("home");
  const t = translator(state.words);
  const { figures } = state;
  const panelId = unique("landscape");
  let live = null;
  let drawn = new AbortController();

  const set = (changes) => {
    for (const [name, value] of Object.entries(changes)) model.set(name, value);
    model.save_changes();
  };
  const at = () => Math.max(0, figures.findIndex((figure) => figure.key === model.get("shown")));
  const now = () => {
    const figure = figures[at()];
    const index = Math.min(model.get("choice"), figure.choices.length - 1);
    return { figure, index, choice: figure.choices[index] };
  };
  const turnTo = (index) => at() !== index && set({ choice: 0, shown: figures[index].key });
  const bar = tabs(t, figures, panelId, turnTo, signal);
  const title = el("h4", { class: "gt-heading" });
  const choices = el("div", { class: "gt-landscape-choices" });
  const picture = el("div", { class: "gt-landscape-picture" });
  const sentence = el("p", { class: "gt-sentence", "aria-live": "polite" });
  const note = el("p", { class: "gt-note" });
  const origin = el("p", { class: "gt-origin" });
  const { button, status, behind, node: below } = foot(t, home);
  const role = figures.length > 1 ? { role: "tabpanel", "aria-label": t("landscape.tabs") } : {};
  const panel = el("div", { id: panelId, ...role }, bar.node ? null : title, choices, picture, sentence, note, origin, below, behind);

  function still() {
    const { figure, choice } = now();
    live?.end();
    live = null;
    picture.replaceChildren(figure.form === "grid" ? gridTable(t, choice) : barPicture(choice, drawn.signal));
    write(status, "");
    write(button, t("explore.open"));
  }

  async function wake() {
    const made = livePicture({ t, home, box: picture, choice: now().choice });
    write(status, t("explore.loading"));
    mark(button, "aria-disabled", true);
    try {
      await made.begin();
      live = made;
      write(status, made.hint);
      write(button, t("landscape.still"));
    } catch (error) {
      write(status, t("explore.failed"));
      console.warn(error.message);
    }
    button.removeAttribute("aria-disabled");
  }

  function offer(figure, index) {
    const focused = choices.contains(document.activeElement);
    const row = chips(figure.choices.map((one) => one.name), t("landscape.choices"), (choice) => set({ choice }), drawn.signal);
    choices.replaceChildren(...(figure.choices.length > 1 ? [row.node] : []));
    row.press(index);
    if (focused) row.node.children[index].focus();
  }

  function show() {
    const { figure, index, choice } = now();
    const awake = Boolean(live);
    drawn.abort();
    drawn = new AbortController();
    bar.turn(at());
    write(title, figure.title);
    offer(figure, index);
    write(sentence, choice.sentence);
    write(note, figure.note);
    write(origin, t("landscape.source", { source: figure.source }));
    behind.replaceChildren(...(figure.form === "grid" ? [] : [barTable(t, figure)]));
    still();
    if (awake) wake();
  }

  button.addEventListener("click", () => {
    if (button.hasAttribute("aria-disabled")) return;
    if (live) still();
    else wake();
  }, { signal });
  signal.addEventListener("abort", () => {
    drawn.abort();
    live?.end();
  });
  model.on("change:shown", show);
  model.on("change:choice", show);
  if (bar.node) root.append(bar.node);
  root.append(panel);
  show();
}
