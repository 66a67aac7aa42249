/**
 * The state of a studio: one place where a plan changes, one run for each painted frame.
 * It knows no page; the traits of the widget model are its memory.
 */

/** @typedef {import("./plan.js").Plan} Plan */

import { ceilings, dimensionLines } from "./dimensions.js";
import { draws, gather } from "./ensemble.js";
import { begun, resolve } from "./plan.js";

/** Traits that the reader moves and that Python reads and writes. */
const MOVING = ["plan", "shocks", "begins", "month", "since", "quantity", "written"];

/** How long a plan rests before its other runs are made, and how long they may take at once. */
const REST = 400;
const SPEND = 8;

/** How long the kernel waits for the last of many small moves, in milliseconds. */
const SAVE_AFTER = 120;

/**
 * @param {{get: Function, set: Function, save_changes: Function, on: Function, off: Function}} model
 * @param {(input: object) => Record<string, Float64Array>} simulate
 * @param {(paint: () => void) => void} nextFrame
 */
export function createStore(model, simulate, nextFrame) {
  const place = model.get("state");
  const listeners = new Set();
  const rest = Object.fromEntries(place.levers.map((lever) => [lever.key, lever.value]));
  const engine = (changes, shocks, parameters = place.parameters) =>
    simulate({
      parameters,
      start: place.start,
      plan: resolve(place.plan, changes, rest),
      shocks,
      months: place.months,
    });
  const own = engine({}, place.shocks);
  const full = ceilings(place.quantities, own);
  const sets = draws(place.parameters, place.ranges);
  let wantsSure = false;
  let ownSure = null;
  let sure = null;
  let giveUp = () => {};
  let resting = 0;
  let waiting = false;
  let stale = false;
  let saving = 0;

  const isOwn = () =>
    Object.keys(model.get("plan")).length === 0 &&
    JSON.stringify(model.get("shocks")) === JSON.stringify(place.shocks) &&
    Object.keys(model.get("written")).length === 0;

  function current() {
    const written = model.get("written");
    if (Object.keys(written).length) return { ...own, ...written };
    return isOwn() ? own : engine(model.get("plan"), model.get("shocks"));
  }

  let run = current();

  function paint() {
    waiting = false;
    if (stale) {
      run = current();
      makeSure();
    }
    stale = false;
    const frame = store.frame();
    for (const listener of listeners) listener(frame);
  }

  function ask(needsRun) {
    stale ||= needsRun;
    if (waiting) return;
    waiting = true;
    nextFrame(paint);
  }

  /** What is kept of a run with other numbers: the quantities that can be drawn, and the four lines. */
  function kept(other) {
    const lines = dimensionLines(place.quantities, other, full);
    const quantities = place.quantities.map(({ key }) => [key, Float32Array.from(other[key])]);
    return Object.fromEntries([...quantities, ...Object.entries(lines)]);
  }

  function gatherRuns(changes, shocks, done) {
    const later = (work) => setTimeout(work, 0);
    const clock = () => performance.now();
    giveUp = gather({ run: (drawn) => engine(changes, shocks, drawn), sets, keep: kept, later, clock, spend: SPEND, done });
  }

  /** Make the runs with other numbers once the plan has come to rest; what is moved in between goes first. */
  function makeSure() {
    giveUp();
    clearTimeout(resting);
    sure = null;
    if (!wantsSure || Object.keys(model.get("written")).length) return;
    const finish = (lines) => {
      sure = { lines, owns: ownSure };
      ask(false);
    };
    const mine = () => (isOwn() ? finish(ownSure) : gatherRuns(model.get("plan"), model.get("shocks"), finish));
    const first = (lines) => {
      ownSure = lines;
      mine();
    };
    resting = setTimeout(() => (ownSure ? mine() : gatherRuns({}, place.shocks, first)), REST);
  }

  function save() {
    clearTimeout(saving);
    saving = setTimeout(() => model.save_changes(), SAVE_AFTER);
  }

  const store = {
    place,
    own,
    get: (name) => model.get(name),
    /** What a picture needs to draw itself. */
    frame: () => ({
      own,
      run,
      month: model.get("month"),
      since: model.get("since"),
      starts: firstDifference(model.get("plan"), model.get("shocks"), place.shocks),
      changed: run !== own,
      sure,
    }),
    /** Change some traits; the pictures follow in the next frame. */
    set(changes) {
      const moved = { ...changes };
      if ("plan" in moved || "shocks" in moved) moved.written = {};
      for (const [name, value] of Object.entries(moved)) model.set(name, value);
      save();
    },
    /** Be told of every frame; the first comes at once. */
    listen(listener) {
      listeners.add(listener);
      listener(store.frame());
      return () => listeners.delete(listener);
    },
    isOwn,
    full,
    /** Whether the reader wants to see how sure the lines are. */
    wantSure(wanted) {
      wantsSure = wanted;
      makeSure();
      ask(false);
    },
    /** Let all the reader's changes begin at another month. */
    begin(begins) {
      const since = Math.min(model.get("since"), begins);
      store.set({ begins, since, plan: begun(model.get("plan"), begins) });
    },
    reset() {
      store.set({ plan: {}, shocks: place.shocks });
    },
  };

  for (const name of MOVING) {
    model.on(`change:${name}`, () => ask(name === "plan" || name === "shocks" || name === "written"));
  }
  return store;
}

/**
 * The first month at which a plan or its shocks can differ from the place's own history.
 * @param {Plan} plan
 * @param {import("./plan.js").Shock[]} shocks
 * @param {import("./plan.js").Shock[]} ownShocks
 */
export function firstDifference(plan, shocks, ownShocks) {
  const months = Object.values(plan).map((setting) =>
    typeof setting === "object" ? Math.min(...Object.keys(setting).map(Number)) : 0,
  );
  const texts = (list) => list.map((one) => JSON.stringify(one));
  const [mine, theirs] = [texts(shocks), texts(ownShocks)];
  shocks.forEach((one, index) => !theirs.includes(mine[index]) && months.push(one.month));
  ownShocks.forEach((one, index) => !mine.includes(theirs[index]) && months.push(one.month));
  return months.length ? Math.min(...months) : 0;
}
