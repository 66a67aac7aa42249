import assert from "node:assert/strict";
import { test } from "node:test";
import { pageModel } from "../../../widgets/js/host.js";
import { Store, firstDifference } from "../../../widgets/js/store.js";

const epidemic = { shock: "epidemic", month: 6, length: 3, size: 1 };
const dimension = (key, name) => ({ key, dimension: name, unit: "1", highest: 1, reversed: false, member: true });
const ONE = ["value", "resource", "interaction", "outcome"].map((name) => dimension(name, name));
const state = {
  levers: [{ key: "push", value: 1 }, { key: "pull", value: 2 }],
  parameters: { habit: 1 }, ranges: { habit: [0, 2] }, quantities: ONE, start: {}, plan: { push: { 0: 1, 12: 3 }, pull: 2 }, shocks: [epidemic], months: 24,
};

function make(traits = {}) {
  const frames = [];
  const runs = [];
  const model = pageModel({
    state, plan: {}, shocks: [epidemic], begins: 12, month: 24, since: 0, quantity: "level", written: {}, ...traits,
  });
  const simulate = (input) => {
    runs.push(input);
    const level = Float64Array.from({ length: input.months + 1 }, () => Object.keys(input.plan.push).length + input.parameters.habit);
    return { level, ...Object.fromEntries(ONE.map(({ key }) => [key, level])) };
  };
  const store = new Store(model, simulate, (paint) => frames.push(paint));
  return { store, model, runs, frames, next: () => frames.shift()() };
}

test("many moves before a frame cost one run and one picture", () => {
  const { store, runs, frames, next } = make();
  let pictures = 0;
  store.listen(() => (pictures += 1));
  const before = runs.length;
  for (const value of [1, 2, 3]) store.set({ plan: { push: { 12: value } } });
  assert.equal(frames.length, 1);
  next();
  assert.equal(runs.length - before, 1);
  assert.equal(pictures, 2);
});

test("a picture for which only bands or a step came says so, and not one in which anything moved", () => {
  const { store, next } = make();
  const told = [];
  store.listen((frame) => told.push(Boolean(frame.same)));
  for (const act of [() => store.sureness.tell(), () => store.set({ month: 3 }), () => store.sureness.tell()]) {
    act();
    next();
  }
  store.set({ plan: { push: { 12: 2 } } });
  store.sureness.tell();
  next();
  store.settle();
  next();
  store.go(-1);
  next();
  assert.deepEqual(told, [false, true, false, true, false, true, false]);
});

test("a plan that is there at the start is in the first picture", () => {
  const { store } = make({ plan: { push: { 6: 9 } } });
  let first = null;
  store.listen((frame) => (first ??= frame));
  assert.ok(first.changed);
  assert.equal(first.run.level[0], 3);
});

test("moving only the month costs no run", () => {
  const { store, runs, next } = make();
  const before = runs.length;
  store.set({ month: 3 });
  next();
  assert.equal(runs.length, before);
  assert.equal(store.frame().month, 3);
});

test("the engine gets the reader's change from where it begins, over the place's own history", () => {
  const { store, runs, next } = make();
  store.set({ plan: { push: { 6: 9, 12: 4 } } });
  next();
  assert.deepEqual(runs.at(-1).plan, { push: { 0: 9, 6: 4 }, pull: 2 });
  assert.deepEqual(runs.at(-1).shocks, [{ ...epidemic, month: 0 }]);
  assert.equal(runs.at(-1).months, 18);
  store.set({ plan: { pull: 7 } });
  next();
  assert.deepEqual(runs.at(-1).plan, { push: { 0: 1, 12: 3 }, pull: 7 });
  assert.equal(runs.at(-1).months, 24);
});

test("starting again gives the very run of the place's own history", () => {
  const { store, next } = make();
  store.set({ plan: { push: 5 }, shocks: [] });
  next();
  assert.ok(store.frame().changed && !store.isOwn());
  store.reset();
  next();
  assert.ok(!store.frame().changed && store.isOwn());
});

test("a run written from Python is shown until a lever moves", () => {
  const { store, model, next } = make();
  model.set("written", { level: [7, 7] });
  next();
  assert.deepEqual(store.frame().run.level, [7, 7]);
  store.set({ plan: { push: 5 } });
  next();
  assert.deepEqual(model.get("written"), {});
  assert.notDeepEqual(store.frame().run.level, [7, 7]);
});

test("letting changes begin earlier moves them all and draws the years they need", () => {
  const { store, model } = make({ plan: { push: { 12: 4 } }, since: 12 });
  store.begin(6);
  assert.deepEqual(model.get("plan"), { push: { 6: 4 } });
  assert.equal(model.get("since"), 6);
});

test("the first difference is the earliest change of a lever or of what happens", () => {
  assert.equal(firstDifference({ a: { 24: 1 }, b: { 12: 2 } }, [epidemic], [epidemic]), 12);
  assert.equal(firstDifference({ a: 1 }, [epidemic], [epidemic]), 0);
  assert.equal(firstDifference({ a: { 24: 1 } }, [], [epidemic]), 6);
});

test("how sure a line is, is asked for with every run, until a written run takes its place", () => {
  const { store, next } = make();
  const asked = [];
  store.sureness.restart = (changes, from) => asked.push([changes && Object.keys(changes.plan), from]);
  store.wantSure(true);
  next();
  assert.equal(store.frame().sure, store.sureness);
  store.set({ plan: { push: { 6: 5 } } });
  next();
  assert.deepEqual(asked, [[null, 12], [["push"], 6]]);
  store.set({ written: { level: [1] } });
  next();
  assert.equal(store.frame().sure, null);
  store.wantSure(false);
  assert.equal(store.frame().sure, null);
});

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

test("a change is a step when it rests, however many small moves it had", async () => {
  const { store } = make();
  for (const value of [3, 4, 5]) store.set({ plan: { push: { 12: value } } });
  await pause(700);
  assert.equal(store.history.steps.length, 2);
  assert.deepEqual(store.history.now.plan, { push: { 12: 5 } });
});

test("a thumb that is held still has not come to rest", async () => {
  const { store } = make();
  store.held = true;
  store.set({ plan: { push: 5 } });
  await pause(700);
  assert.equal(store.history.steps.length, 1);
  store.held = false;
  await pause(700);
  assert.equal(store.history.steps.length, 2);
});

test("a change that has not come to rest yet can be undone at once", () => {
  const { store, model } = make();
  store.set({ plan: { push: 5 } });
  store.go(-1);
  assert.deepEqual(model.get("plan"), {});
  store.go(1);
  assert.deepEqual(model.get("plan"), { push: 5 });
});

test("a plan written from Python is a step too", async () => {
  const { store, model } = make();
  model.set("plan", { pull: 9 });
  await pause(700);
  store.go(-1);
  assert.deepEqual(model.get("plan"), {});
});

test("undoing a begin takes the levers and the years drawn back with it", () => {
  const { store, model } = make({ plan: { push: { 12: 4 } }, since: 12 });
  store.begin(18);
  store.settle();
  store.set({ since: 18 });
  store.go(-1);
  assert.deepEqual([model.get("plan"), model.get("begins"), model.get("since")], [{ push: { 12: 4 } }, 12, 12]);
});
