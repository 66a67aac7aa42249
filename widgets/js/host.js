/** The page as a host: no kernel. Every `.gt-widget` holds its state as JSON and a picture until we draw. */

import { breathe, el } from "./dom.js";
import { loaded } from "./fetch.js";
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

/** A widget is drawn when it comes this near to what is seen. */
const NEAR = "800px";

/** What a widget is told stands in the page or, where it is much, in a file beside it. */
async function told(mount) {
  if (!mount.dataset.state) return JSON.parse(mount.querySelector("script").textContent);
  const script = el("script", { src: mount.dataset.state });
  await loaded(script);
  return script.state;
}

function whenNear(mounts, wake) {
  const observer = new IntersectionObserver((entries) => {
    for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
      observer.unobserve(target);
      wake(target);
    }
  }, { rootMargin: NEAR });
  mounts.forEach((mount) => observer.observe(mount));
}

/**
 * Bring the widgets of a page to life: the first studio at once, because it is what most readers
 * came for, every other widget when the reader comes near it, one after the other.
 * @param {Document} page
 * @param {{render: Function}} widget
 * @param {string} home address of this script, beside which other files lie
 */
export async function hostPage(page, widget, home) {
  const mounts = [...page.querySelectorAll(".gt-widget[data-widget]")];
  const away = new AbortController();
  const models = new Map();

  /** Draw a widget, or keep the picture that is there and say that it stays one. */
  async function draw(mount) {
    try {
      const model = models.get(mount) ?? pageModel({ ...(await told(mount)), home });
      await widget.render({ model, el: mount, signal: away.signal });
      mount.dataset.live = "true";
    } catch (error) {
      mount.append(el("p", { class: "gt-sorry", role: "status" }, mount.dataset.sorry));
      console.error(error);
    }
    await breathe();
  }

  for (const mount of mounts.filter((one) => one.dataset.widget === "studio")) {
    models.set(mount, pageModel({ ...(await told(mount)), home }));
  }
  followLink([...models.values()], page);
  const [first] = models.keys();
  let turn = first ? draw(first) : Promise.resolve();
  whenNear(mounts.filter((mount) => mount !== first), (mount) => { turn = turn.then(() => draw(mount)); });
}
