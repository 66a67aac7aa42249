/** What the causes of a difference between two plans are called. The twin of `_cause` in widgets/why.py. Pure. */

import { sortOut } from "../shocks.js";
import { monthName, phrase } from "../words.js";

/** What the name of an input begins with when it is an event; all events of a kind are one input. */
const EVENT = "shock_";
/** So many events of a kind are named one by one. */
const NAMED = 2;

/** The events of a kind that happen in one list and not in the other. */
const beyond = (shocks, others, kind) => sortOut(shocks, others).mine.map((at) => shocks[at]).filter(({ shock }) => shock === kind);

/** The place's own events have names; any other is called by its kind and its month. */
function eventName(t, { begins, shocks, shock_names: names }, event) {
  const own = sortOut([event], shocks).on.indexOf(true);
  return own < 0 ? t("more.why.event", { name: t(`shock.${event.shock}`), month: monthName(t, begins, event.month) }) : names[own];
}

function eventsName(t, place, kind, events) {
  if (events.length > NAMED) return t("more.why.events", { name: t(`shock.${kind}`), count: events.length });
  return phrase(t, events.map((one) => eventName(t, place, one)));
}

/**
 * The name of a cause: a lever, or what happens under one plan and not under the other.
 * @param {import("../words.js").Translate} t
 * @param {any} place
 * @param {import("../plan.js").Shock[]} mine what happens under the plan that is explained
 * @param {import("../plan.js").Shock[]} others what happens under the plan that it is set against
 * @param {string} key
 * @returns {string}
 */
export function causeName(t, place, mine, others, key) {
  if (!key.startsWith(EVENT)) return place.levers.find((one) => one.key === key).name;
  const kind = key.slice(EVENT.length);
  const [come, gone] = [beyond(mine, others, kind), beyond(others, mine, kind)];
  const slots = { come: eventsName(t, place, kind, come), gone: eventsName(t, place, kind, gone) };
  if (!gone.length) return slots.come;
  return t(come.length ? "more.why.instead" : "more.why.without", slots);
}
