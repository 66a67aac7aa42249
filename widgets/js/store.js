/**
 * The state of a studio: one place where a plan changes, one run for each painted frame.
 * It knows no page; the traits of the widget model are its memory.
 */

import { ceilings } from "./dimensions.js";
import { History } from "./history.js";
import { begun, resolve } from "./plan.js";
import { resumed } from "./resume.js";
import { Sureness } from "./sureness.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Shock} Shock */

/** Traits that change the run, and those that change only what is seen of it. */
const RUNNING = ["plan", "shocks", "written"];
const SEEING = ["begins", "month", "since", "quantity"];
/** Traits that a reader can undo. */
const UNDOING = ["plan", "shocks", "begins", "prediction", "experiment"];

/** How long the kernel waits for the last of many small moves, in milliseconds. */
const SAVE_AFTER = 120;
/** A change that rests for so long is a step that can be undone; a thumb that is held still is no rest. */
const REST = 500;

export class Store {
  /**
   * @param {{get: Function, set: Function, save_changes: Function, on: Function}} model
   * @param {(input: object) => Record<string, Float64Array>} simulate
   * @param {(paint: () => void) => void} nextFrame
   */
  constructor(model, simulate, nextFrame) {
    Object.assign(this, { model, simulate, nextFrame });
    this.place = model.get("state");
    this.rest = Object.fromEntries(this.place.levers.map((lever) => [lever.key, lever.value]));
    this.listeners = new Set();
    this.own = this.engine({}, this.place.shocks);
    this.full = ceilings(this.place.quantities, this.own);
    this.run = this.current();
    this.waiting = false;
    this.stale = false;
    this.same = true;
    this.saving = 0;
    this.history = new History(this.step());
    this.onStep = () => {};
    this.sureness = new Sureness({ place: this.place, full: this.full, tell: () => this.ask(false, true) });
    for (const name of RUNNING) model.on(`change:${name}`, () => this.ask(true));
    for (const name of SEEING) model.on(`change:${name}`, () => this.ask(false));
    for (const name of UNDOING) model.on(`change:${name}`, () => this.moved());
  }

  engine(changes, shocks, parameters = this.place.parameters) {
    const { start, plan, months } = this.place;
    return this.simulate({ parameters, start, plan: resolve(plan, changes, this.rest), shocks, months });
  }

  get(name) {
    return this.model.get(name);
  }

  /** Whether a run written from Python stands in place of the reader's. */
  isWritten() {
    return Object.keys(this.get("written")).length > 0;
  }

  /** Whether the reader has changed nothing. */
  isOwn() {
    const untouched = Object.keys(this.get("plan")).length === 0 && !this.isWritten();
    return untouched && JSON.stringify(this.get("shocks")) === JSON.stringify(this.place.shocks);
  }

  current() {
    if (this.isWritten()) return { ...this.own, ...this.get("written") };
    return this.isOwn() ? this.own : this.changedRun(this.get("plan"), this.get("shocks"));
  }

  /** The reader's run; until it can differ it is the place's own. */
  changedRun(changes, shocks) {
    const { parameters, start, plan, months, shocks: ownShocks } = this.place;
    const from = Math.min(months, firstDifference(changes, shocks, ownShocks));
    if (from === 0) return this.engine(changes, shocks);
    const input = { parameters, plan: resolve(plan, changes, this.rest), shocks, months };
    return resumed(this.simulate, input, this.own, Object.keys(start), from);
  }

  /** What a picture needs to draw itself. */
  frame() {
    return {
      own: this.own,
      run: this.run,
      month: this.get("month"),
      since: this.get("since"),
      starts: this.starts(),
      changed: this.run !== this.own,
      sure: this.sureness.wanted && !this.isWritten() ? this.sureness : null,
    };
  }

  /** The first month at which the reader's run can differ from the place's own. */
  starts() {
    return firstDifference(this.get("plan"), this.get("shocks"), this.place.shocks);
  }

  /** Let all be drawn; same says that the plan and what is seen of it are as before: only bands, or steps, are new. */
  ask(needsRun, same = false) {
    this.stale ||= needsRun;
    this.same &&= same;
    if (this.waiting) return;
    this.waiting = true;
    this.nextFrame(() => this.paint());
  }

  paint() {
    this.waiting = false;
    if (this.stale) {
      this.run = this.current();
      this.makeSure();
    }
    const frame = { ...this.frame(), same: this.same };
    [this.stale, this.same] = [false, true];
    for (const listener of this.listeners) listener(frame);
  }

  makeSure() {
    if (this.isWritten()) this.sureness.stop();
    else if (this.isOwn()) this.sureness.restart(null, this.get("begins"));
    else this.sureness.restart({ plan: this.get("plan"), shocks: this.get("shocks") }, Math.min(this.starts(), this.place.months));
  }

  /** Whether the reader wants to see how sure the lines are. */
  wantSure(wanted) {
    this.sureness.wanted = wanted;
    this.makeSure();
    this.ask(false);
  }

  /** Be told of every frame; the first comes at once. */
  listen(listener) {
    this.listeners.add(listener);
    listener(this.frame());
  }

  /** Change some traits; the pictures follow in the next frame. */
  set(changes) {
    const moved = { ...changes };
    if ("plan" in moved || "shocks" in moved) moved.written = {};
    for (const [name, value] of Object.entries(moved)) this.model.set(name, value);
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.model.save_changes(), SAVE_AFTER);
  }

  /** Let all the reader's changes begin at another month. */
  begin(begins) {
    const since = Math.min(this.get("since"), begins);
    this.set({ begins, since, plan: begun(this.get("plan"), begins) });
  }

  /** What can be undone of the present position. */
  step() {
    return Object.fromEntries(UNDOING.map((name) => [name, this.get(name) ?? null]));
  }

  /** Something moved that can be undone: it is a step when it has come to rest. */
  moved() {
    if (this.putting) return;
    this.replaying = null;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => (this.held ? this.moved() : this.settle()), REST);
  }

  settle() {
    clearTimeout(this.resting);
    if (this.replaying || !this.history.settle(this.step())) return;
    this.onStep();
    this.ask(false, true);
  }

  /** Show a step, without making one of it. */
  put(step) {
    this.putting = true;
    this.set({ ...step, since: Math.min(this.get("since"), step.begins) });
    this.putting = false;
  }

  /** Undo (−1) or redo (1). */
  go(by) {
    this.settle();
    this.replaying = null;
    this.put(this.history.go(by));
    this.onStep();
    this.ask(false);
  }

  /** Back to the place as it was. */
  reset() {
    this.set({ plan: {}, shocks: this.place.shocks });
  }
}

/**
 * The first month at which a plan or its shocks can differ from the place's own history.
 * @param {Plan} plan
 * @param {Shock[]} shocks
 * @param {Shock[]} ownShocks
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
