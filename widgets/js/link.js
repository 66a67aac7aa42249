/** A plan in a link: `#place=…&begins=240&month=408&training=240~80&shocks=epidemic~384~9~1`. */

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Shock} Shock */
/** @typedef {{plan: Plan, shocks: Shock[] | null, begins: number, month: number}} Position */

const settingText = (setting) =>
  typeof setting === "number"
    ? `${setting}`
    : Object.entries(setting).map(([month, value]) => `${month}~${value}`).join("_");

/**
 * A position of the studio as the fragment of an address.
 * @param {string} place
 * @param {Position} position shocks null where they are the place's own
 */
export function toFragment(place, { plan, shocks, begins, month }) {
  const parts = [`place=${place}`, `begins=${begins}`, `month=${month}`];
  for (const [lever, setting] of Object.entries(plan)) parts.push(`${lever}=${settingText(setting)}`);
  if (shocks) {
    const texts = shocks.map((one) => [one.shock, one.month, one.length, one.size].join("~"));
    parts.push(`shocks=${texts.join("_")}`);
  }
  return parts.join("&");
}

/** A shock ends with a number; the name of another may hold the same mark. */
const BETWEEN_SHOCKS = /(\d)_/g;
const NUMBER = /^\d+(\.\d+)?(e[+-]?\d{1,3})?$/;

function numberIn(text, low, high) {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  if (!(value >= low && value <= high)) throw new RangeError(text);
  return value;
}

function monthIn(text, months, first = 0) {
  const month = numberIn(text, first, months);
  if (!Number.isInteger(month)) throw new RangeError(text);
  return month;
}

function parted(text, count) {
  const parts = text.split("~");
  if (parts.length !== count) throw new RangeError(text);
  return parts;
}

function settingIn(text, lever, months) {
  if (!text.includes("~")) return numberIn(text, lever.lowest, lever.highest);
  const steps = text.split("_").map((step) => parted(step, 2));
  return Object.fromEntries(
    steps.map(([month, value]) => [monthIn(month, months), numberIn(value, lever.lowest, lever.highest)]),
  );
}

function shockIn(text, kinds, months) {
  const [shock, month, length, size] = parted(text, 4);
  if (!Object.hasOwn(kinds, shock)) throw new RangeError(text);
  return {
    shock,
    month: monthIn(month, months),
    length: monthIn(length, months, 1),
    size: numberIn(size, kinds[shock].lowest, kinds[shock].highest),
  };
}

/**
 * The position that a fragment holds, or null where it holds none for this place.
 * @param {string} fragment without its #
 * @param {{place: string, months: number, levers: {key: string, lowest: number, highest: number}[],
 *   kinds: Record<string, {lowest: number, highest: number}>}} bounds
 * @returns {Position | null}
 * @throws {RangeError} with the part that is not allowed
 */
export function fromFragment(fragment, { place, months, levers, kinds }) {
  const parts = new URLSearchParams(fragment);
  if (parts.get("place") !== place) return null;
  const position = { plan: {}, shocks: null, begins: 0, month: months };
  for (const [key, text] of parts) {
    const lever = levers.find((one) => one.key === key);
    if (key === "begins" || key === "month") position[key] = monthIn(text, months);
    else if (key === "shocks") {
      position.shocks = text ? text.replace(BETWEEN_SHOCKS, "$1 ").split(" ").map((one) => shockIn(one, kinds, months)) : [];
    } else if (lever) position.plan[key] = settingIn(text, lever, months);
    else if (key !== "place") throw new RangeError(key);
  }
  return position;
}
