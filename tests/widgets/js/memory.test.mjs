import assert from "node:assert/strict";
import { test } from "node:test";
import { pageModel } from "../../../widgets/js/host.js";
import { Choices, SHELF, remember } from "../../../widgets/js/memory.js";
import { Store } from "../../../widgets/js/store.js";

const state = {
  key: "here", months: 24, parameters: {}, ranges: {}, start: {}, plan: { push: 1 }, shocks: [],
  levers: [{ key: "push", value: 1, lowest: 0, highest: 9 }],
  kinds: { epidemic: { lowest: 0, highest: 3 } },
  quantities: ["value", "resource", "interaction", "outcome"].map((key) => ({ key, dimension: key, highest: 1, member: true })),
};
const line = Object.fromEntries(state.quantities.map(({ key }) => [key, new Float64Array(25)]));
const KEY = `${SHELF}/here`;

function browser(text) {
  const held = text === undefined ? {} : { [KEY]: text };
  return { held, getItem: (key) => held[key] ?? null, setItem: (key, value) => { held[key] = value; } };
}

function studio(storage, arrived = false, traits = {}) {
  const model = pageModel({ state, plan: {}, shocks: [], begins: 12, month: 24, since: 12, written: {}, ...traits });
  const store = new Store(model, () => line, () => {});
  return { store, model, said: remember(store, () => storage, arrived) };
}

const move = ({ store }, plan) => {
  store.set({ plan });
  store.settle();
};

test("a reader who comes back finds the last step, and can undo to the first", () => {
  const storage = browser();
  const first = studio(storage);
  assert.equal(first.said, "");
  move(first, { push: { 6: 5 } });
  first.store.begin(9);
  first.store.settle();
  const { store, model, said } = studio(storage);
  assert.equal(said, "studio.kept.back");
  assert.deepEqual([model.get("plan"), model.get("begins"), model.get("since")], [{ push: { 9: 5 } }, 9, 9]);
  store.go(-1);
  assert.deepEqual([model.get("plan"), model.get("begins")], [{ push: { 6: 5 } }, 12]);
  store.go(-1);
  assert.ok(store.isOwn());
});

test("what was undone before leaving can be redone after coming back", () => {
  const storage = browser();
  const first = studio(storage);
  move(first, { push: 5 });
  first.store.go(-1);
  const { store, model, said } = studio(storage);
  assert.equal(said, "");
  store.go(1);
  assert.deepEqual(model.get("plan"), { push: 5 });
});

test("a reader who comes with a link sees the link, and one step before it what stood here", () => {
  const storage = browser();
  move(studio(storage), { push: 5 });
  const { store, model, said } = studio(storage, true, { plan: { push: 7 } });
  assert.equal(said, "");
  assert.deepEqual(model.get("plan"), { push: 7 });
  store.go(-1);
  assert.deepEqual(model.get("plan"), { push: 5 });
});

test("a curve that was drawn is there after a reload, also behind a link, and its loss can be undone", () => {
  const storage = browser();
  const first = studio(storage);
  first.store.set({ prediction: { trust: { 24: 0.5 } } });
  first.store.settle();
  first.store.set({ prediction: null });
  first.store.settle();
  const { store, model } = studio(storage);
  assert.equal(model.get("prediction"), null);
  store.go(-1);
  assert.deepEqual(model.get("prediction"), { trust: { 24: 0.5 } });
  const linked = studio(storage, true, { plan: { push: 7 } });
  assert.deepEqual([linked.model.get("prediction"), linked.model.get("plan")], [{ trust: { 24: 0.5 } }, { push: 7 }]);
  linked.store.go(-1);
  assert.deepEqual([linked.model.get("prediction"), linked.model.get("plan")], [{ trust: { 24: 0.5 } }, {}]);
});

test("which experiment a curve was drawn for is known after a reload, also behind a link, and undone with it", () => {
  const storage = browser();
  const first = studio(storage);
  for (const experiment of ["first", "second"]) {
    first.store.set({ experiment, prediction: null });
    first.store.settle();
  }
  for (const arrived of [true, false]) {
    const { store, model } = studio(storage, arrived);
    assert.equal(model.get("experiment"), "second");
    store.go(-1);
    assert.equal(model.get("experiment"), "first");
    store.go(1);
  }
});

const text = (...steps) => JSON.stringify({ steps, at: 0 });
for (const bad of [
  "{", "7", "[]", '"x"', "{}", '{"steps":[],"at":0}', '{"steps":[7],"at":0}', '{"steps":["place=here"],"at":1}',
  '{"steps":["place=here"],"at":"length"}', '{"steps":{"length":1},"at":0}', text("place=there"), text("place=here&push=10"),
  text("place=here&begins=25"), text("place=here&flying=1"), text("place=here&shocks=flood~1~1~1"), text("place=here", "<b>"),
]) {
  test(`kept ${bad} is refused with a sentence, and the place stands as it was`, () => {
    const storage = browser(bad);
    const { store, model, said } = studio(storage);
    assert.equal(said, "studio.kept.bad");
    assert.ok(store.isOwn() && model.get("begins") === 12 && store.history.steps.length === 1);
    store.set({ plan: { push: 5 } });
    store.settle();
    assert.equal(studio(storage).said, "studio.kept.back");
  });
}

test("where the browser keeps nothing everything else goes on", () => {
  const model = pageModel({ state, plan: {}, shocks: [], begins: 12, month: 24, since: 12, written: {} });
  const store = new Store(model, () => line, () => {});
  const none = () => { throw new DOMException("no", "SecurityError"); };
  assert.equal(remember(store, none, false), "studio.kept.off");
  store.set({ plan: { push: 5 } });
  store.settle();
  store.go(-1);
  assert.ok(store.isOwn());
});

const isNumber = (value) => typeof value === "number";
const choices = (storage) => new Choices({ place: state, storage: () => storage });

test("what was chosen is chosen after a reload, where it still may be", () => {
  const storage = browser();
  choices(storage).set("limit", 5);
  assert.equal(choices(storage).get("limit", isNumber), 5);
  assert.equal(choices(storage).get("limit", (value) => value > 5), undefined);
  assert.equal(choices(storage).get("toString", () => true), undefined);
});

for (const rubbish of ["{", "7", '"x"', "null", "[[]]", '{"limit":"<img>"}', '{"__proto__":{"limit":1}}']) {
  test(`choices kept as ${rubbish} are none, and new ones are kept`, () => {
    const storage = browser();
    storage.held[`${KEY}/choices`] = rubbish;
    assert.equal(choices(storage).get("limit", isNumber), undefined);
    choices(storage).set("limit", 6);
    assert.equal(choices(storage).get("limit", isNumber), 6);
  });
}

test("where the browser keeps nothing, choices last until the page is left", () => {
  const kept = new Choices({ place: state, storage: () => { throw new DOMException("no", "SecurityError"); } });
  kept.set("limit", 5);
  assert.equal(kept.get("limit", isNumber), 5);
});
