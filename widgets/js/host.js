/** The page as a host: no kernel. Every `.gt-widget` holds its state as JSON and a picture until we draw. */

import { el } from "./dom.js";
import { followLink } from "./position.js";

/**
 * A model such as anywidget gives, held by the page alone.
 * @param {Record<string, any>} traits
 */
export function pageModel(traits) {
  const values = { ...traits };
  const listeners = new Map();
  const tell = (event, detail) => (listeners.get(event) ?? []).forEach((listener) => listener(detail));
  return {
    get: (name) => values[name],
    set(name, value) {
      if (Object.is(values[name], value)) return;
      values[name] = value;
      tell(`change:${name}`, value);
      tell("change", { [name]: value });
    },
    save_changes() {},
    on(event, listener) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
    off(event, listener) {
      listeners.set(event, (listeners.get(event) ?? []).filter((one) => listener && one !== listener));
    },
  };
}

/** Keep the picture that is there and say, in the reader's language, that it stays a picture. */
function apologise(mount, model, error) {
  mount.append(el("p", { class: "gt-sorry", role: "status" }, model.get("state").words["host.sorry"]));
  console.error(error);
}

/**
 * Bring every widget of a page to life: all models first, then one after the other from the top.
 * @param {Document} page
 * @param {{render: Function}} widget
 * @param {string} home address of this script, beside which other files lie
 */
export async function hostPage(page, widget, home) {
  const mounts = [...page.querySelectorAll(".gt-widget[data-widget]")];
  const models = mounts.map((mount) => pageModel({ ...JSON.parse(mount.querySelector("script").textContent), home }));
  const away = new AbortController();
  followLink(models.filter((model) => model.get("kind") === "studio"), page);
  for (const [index, mount] of mounts.entries()) {
    try {
      await widget.render({ model: models[index], el: mount, signal: away.signal });
      mount.dataset.live = "true";
    } catch (error) {
      apologise(mount, models[index], error);
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
