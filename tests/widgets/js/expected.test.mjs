import assert from "node:assert/strict";
import { test } from "node:test";
import { pageModel } from "../../../widgets/js/host.js";
import { Choices } from "../../../widgets/js/memory.js";
import { Expected } from "../../../widgets/js/more/expected.js";

const place = { key: "here", months: 24, quantities: [{ key: "volunteers", highest: null }] };

function browser(held = {}) {
  return { held, getItem: (key) => held[key] ?? null, setItem: (key, value) => { held[key] = value; } };
}
function made(prediction = null, storage = browser()) {
  const model = pageModel({ prediction });
  const set = (changes) => Object.entries(changes).forEach(([name, value]) => model.set(name, value));
  const store = { place, model, get: model.get, set };
  return new Expected({ store, choices: new Choices({ place, storage: () => storage }) });
}

test("a drawn curve stands beside those of other quantities, where the store can undo it", () => {
  const expected = made();
  let heard = 0;
  expected.listen(() => (heard += 1));
  expected.draw("volunteers", { 12: 5 });
  expected.draw("value", { 24: 0.5 });
  assert.deepEqual(expected.store.get("prediction"), { volunteers: { 12: 5 }, value: { 24: 0.5 } });
  expected.store.set({ prediction: { volunteers: { 12: 5 } } });
  assert.deepEqual(expected.prediction, { volunteers: { 12: 5 } });
  assert.equal(heard, 3);
});

test("with its last curve a prediction is gone", () => {
  const expected = made();
  expected.draw("volunteers", { 12: 5 });
  expected.draw("volunteers", null);
  assert.equal(expected.prediction, null);
});

test("a curve that the place does not allow is refused and the others stay", () => {
  const expected = made();
  expected.draw("volunteers", { 12: 5 });
  assert.throws(() => expected.draw("value", { 12: 2 }), RangeError);
  assert.deepEqual(expected.prediction, { volunteers: { 12: 5 } });
});

for (const rubbish of ["x", 7, [[]], { luck: { 1: 1 } }, { value: { 1: "x" } }, { value: 3 }]) {
  test(`${JSON.stringify(rubbish)} from the browser's memory is no prediction`, () => assert.equal(made(rubbish).prediction, null));
}

test("a curve that is being drawn has not been compared yet, one that comes with a kept plan has", () => {
  const expected = made();
  expected.draw("volunteers", { 12: 5 });
  assert.ok(!expected.done.has("volunteers"));
  expected.replace({ volunteers: { 12: 5 } });
  assert.ok(expected.done.has("volunteers"));
});

test("what has been compared is so after a reload, and a curve that has not is still without its run", () => {
  const storage = browser();
  const before = made(null, storage);
  before.draw("volunteers", { 12: 5 });
  before.draw("value", { 24: 0.5 });
  before.show("volunteers", true);
  assert.deepEqual([...made(before.prediction, storage).done], ["volunteers"]);
  before.show("volunteers", false);
  assert.deepEqual([...made(before.prediction, storage).done], []);
});

test("with a plan that is opened comes what was expected of it, and of one without a prediction nothing", () => {
  const expected = made();
  expected.draw("volunteers", { 12: 5 });
  expected.replace(null);
  assert.equal(expected.prediction, null);
  assert.equal(expected.store.get("prediction"), null);
});

test("another experiment begins with an empty paper and no run, and one that is come back to as it was left", () => {
  const storage = browser();
  const expected = made(null, storage);
  expected.enter("first");
  expected.draw("volunteers", { 12: 5 });
  expected.show("volunteers", true);
  expected.enter("second");
  assert.deepEqual([expected.prediction, [...expected.done]], [null, []]);
  expected.draw("volunteers", { 12: 9 });
  expected.enter("first");
  assert.deepEqual([expected.prediction, [...expected.done]], [{ volunteers: { 12: 5 } }, ["volunteers"]]);
  const later = made(expected.prediction, storage);
  later.store.set({ experiment: "first" });
  later.enter("second");
  assert.deepEqual([later.prediction, [...later.done]], [{ volunteers: { 12: 9 } }, []]);
});

test("the experiment in hand keeps its curve, also as it was changed or undone", () => {
  const expected = made();
  expected.enter("first");
  expected.draw("volunteers", { 12: 5 });
  expected.enter("first");
  assert.deepEqual(expected.prediction, { volunteers: { 12: 5 } });
  expected.store.set({ prediction: null });
  expected.enter("second");
  expected.enter("first");
  assert.equal(expected.prediction, null);
});

test("a plan that is opened is no experiment, whose curve is found again", () => {
  const expected = made();
  expected.enter("first");
  expected.draw("volunteers", { 12: 5 });
  expected.replace({ volunteers: { 24: 7 } });
  expected.enter("first");
  assert.deepEqual(expected.prediction, { volunteers: { 12: 5 } });
});

for (const rubbish of [7, { first: 7 }, { first: null }, { first: { prediction: { luck: { 1: 1 } }, over: 3 } }, { __proto__: { first: 1 } }]) {
  test(`an experiment of which the browser keeps ${JSON.stringify(rubbish)} begins anew`, () => {
    const expected = made();
    expected.choices.set("predict.left", rubbish);
    expected.enter("first");
    expected.enter("toString");
    expected.enter("first");
    assert.deepEqual([expected.prediction, [...expected.done]], [null, []]);
  });
}
