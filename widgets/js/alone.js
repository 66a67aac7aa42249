/** The actor network by itself, with its own month. */

import { clock } from "./clock.js";
import { el } from "./dom.js";
import { NetworkPicture } from "./network.js";
import { translator } from "./words.js";

const YEAR = 12;

/** Monthly values from yearly ones: the ties of a picture need no more. */
export function monthly(yearly, months) {
  return Float64Array.from({ length: months + 1 }, (_, month) => {
    const at = Math.min(month / YEAR, yearly.length - 1);
    const before = Math.floor(at);
    const after = Math.min(before + 1, yearly.length - 1);
    return yearly[before] + (yearly[after] - yearly[before]) * (at - before);
  });
}

/**
 * @param {{model: any, el: HTMLElement, signal: AbortSignal}} host
 */
export function renderNetwork({ model, el: root, signal }) {
  const place = model.get("state");
  const t = translator(place.words);
  const own = Object.fromEntries(
    Object.entries(place.series).map(([name, yearly]) => [name, monthly(yearly, place.months)]),
  );
  const store = {
    place,
    own,
    get: (name) => model.get(name),
    set(changes) {
      for (const [name, value] of Object.entries(changes)) model.set(name, value);
      model.save_changes();
    },
  };
  const picture = new NetworkPicture({ t, store, signal });
  const time = clock({ t, store, signal });
  root.append(picture.node, time.node);
  const update = () => {
    const frame = { own, run: own, month: model.get("month"), changed: false };
    picture.update(frame);
    time.update(frame);
  };
  model.on("change:month", update);
  update();
}
