import assert from "node:assert/strict";
import { test } from "node:test";
import { Expected } from "../../../widgets/js/more/expected.js";

const place = { key: "here", months: 24, quantities: [{ key: "volunteers", highest: null }] };

function browser(held = {}) {
  return { held, getItem: (key) => held[key] ?? null, setItem: (key, value) => { held[key] = value; } };
}
const made = (storage = browser()) => new Expected({ place, storage: () => storage });

test("a drawn curve is there after a reload, beside those of other quantities", () => {
  const storage = browser();
  const expected = made(storage);
  expected.draw("volunteers", { 12: 5 });
  expected.draw("value", { 24: 0.5 });
  assert.deepEqual(made(storage).prediction, { volunteers: { 12: 5 }, value: { 24: 0.5 } });
});

test("with its last curve a prediction is gone", () => {
  const storage = browser();
  const expected = made(storage);
  expected.draw("volunteers", { 12: 5 });
  expected.draw("volunteers", null);
  assert.equal(expected.prediction, null);
  assert.equal(made(storage).prediction, null);
});

test("a curve that the place does not allow is refused and the others stay", () => {
  const expected = made();
  expected.draw("volunteers", { 12: 5 });
  assert.throws(() => expected.draw("value", { 12: 2 }), RangeError);
  assert.deepEqual(expected.prediction, { volunteers: { 12: 5 } });
});

for (const rubbish of ["{", "7", '{"luck":{"1":1}}', '{"value":{"1":"x"}}']) {
  test(`what the browser holds as ${rubbish} is no prediction`, () => {
    const key = "governing-together/here/prediction";
    assert.equal(made(browser({ [key]: rubbish })).prediction, null);
  });
}

test("a curve that is being drawn has not been compared yet, one that comes with a kept plan has", () => {
  const expected = made();
  expected.draw("volunteers", { 12: 5 });
  assert.ok(!expected.done.has("volunteers"));
  expected.replace({ volunteers: { 12: 5 } });
  assert.ok(expected.done.has("volunteers"));
});
