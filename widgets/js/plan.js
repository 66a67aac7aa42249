/** A plan: what each lever does over time. Pure data and pure functions. */

/** @typedef {number | Record<string, number>} Setting a constant, or {month: value} from that month on */
/** @typedef {Record<string, Setting>} Plan */
/** @typedef {{shock: string, month: number, length: number, size: number}} Shock */

const isSchedule = (setting) => typeof setting === "object" && setting !== null;
const monthsOf = (schedule) => Object.keys(schedule).map(Number).sort((a, b) => a - b);

/**
 * What a setting says at a month; before a schedule's first month, what stood before.
 * @param {Setting} setting
 * @param {number} month
 * @param {number} [before]
 */
export function valueAt(setting, month, before = 0) {
  if (!isSchedule(setting)) return setting;
  let value = before;
  for (const start of monthsOf(setting)) {
    if (start > month) break;
    value = setting[start];
  }
  return value;
}

/**
 * One lever over the whole run: its own history until the change, the change after it.
 * @param {Setting} own
 * @param {Setting} change
 * @param {number} rest value of the lever where its own history says nothing
 * @returns {Setting}
 */
export function overlay(own, change, rest) {
  if (!isSchedule(change)) return change;
  const [first] = monthsOf(change);
  if (first === undefined) return own;
  const whole = {};
  if (first > 0) whole[0] = valueAt(own, 0, rest);
  if (isSchedule(own)) {
    for (const month of monthsOf(own)) if (month < first) whole[month] = own[month];
  }
  return Object.assign(whole, change);
}

/**
 * The complete plan that the engine runs.
 * @param {Plan} own the place's own history, every lever
 * @param {Plan} changes the reader's levers
 * @param {Record<string, number>} rest each lever's value where history says nothing
 * @returns {Plan}
 */
export function resolve(own, changes, rest) {
  const whole = {};
  for (const [lever, setting] of Object.entries(own)) {
    whole[lever] = lever in changes ? overlay(setting, changes[lever], rest[lever]) : setting;
  }
  return whole;
}

/**
 * The plan with one lever moved, from the month at which the reader's changes begin.
 * @param {Plan} changes
 * @param {string} lever
 * @param {number} value
 * @param {number} begins
 * @returns {Plan}
 */
export function moved(changes, lever, value, begins) {
  return { ...changes, [lever]: begins > 0 ? { [begins]: value } : value };
}

/**
 * The plan without one lever's change.
 * @param {Plan} changes
 * @param {string} lever
 * @returns {Plan}
 */
export function released(changes, lever) {
  const { [lever]: _, ...others } = changes;
  return others;
}

/**
 * The plan with all its changes begun at another month: a schedule of several steps moves whole.
 * @param {Plan} changes
 * @param {number} begins
 * @returns {Plan}
 */
export function begun(changes, begins) {
  const shifted = {};
  for (const [lever, setting] of Object.entries(changes)) {
    const steps = isSchedule(setting) ? setting : { 0: setting };
    const months = monthsOf(steps);
    const moves = months.map((month) => [month - months[0] + begins, steps[month]]);
    shifted[lever] = begins === 0 && moves.length === 1 ? moves[0][1] : Object.fromEntries(moves);
  }
  return shifted;
}

/**
 * The named level at which a lever stands, if it stands at one.
 * @param {{levels: [string, number][], step: number}} lever
 * @param {number} value
 */
export function levelName(lever, value) {
  return lever.levels.find(([, at]) => Math.abs(at - value) < lever.step / 2)?.[0] ?? "";
}
