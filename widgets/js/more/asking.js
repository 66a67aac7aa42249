/** In JupyterLab it is Python that looks for the best plans, when the panel about money is first opened. */

import { el, write } from "../dom.js";

/**
 * Ask Python, and say how far it is; on a page nobody is there to be asked.
 * @param {{t: Function, model: any, onFound: (plans: string[]) => void}} options
 * @returns {HTMLElement | null} the line that says it
 */
export function askPython({ t, model, onFound }) {
  if (model.get("home")) return null;
  const line = el("p", { class: "gt-note gt-asking" });
  const hear = () => {
    const { part, plans } = model.get("offers");
    write(line, plans ? "" : t("more.budget.python", { percent: Math.round(100 * part) }));
    if (plans) onFound(plans);
  };
  model.on("change:offers", hear);
  if (model.get("offers").plans) hear();
  else {
    model.set("asked", true);
    model.save_changes();
  }
  return line;
}
