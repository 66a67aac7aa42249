import assert from "node:assert/strict";
import { test } from "node:test";
import { between, lastChange } from "../../../widgets/js/more/replay.js";

const place = {
  plan: { push: { 0: 1, 12: 3 }, pull: 2 },
  levers: [{ key: "push", value: 1, step: 0.5 }, { key: "pull", value: 2, step: 1 }],
};
const at = (plan, rest = {}) => ({ plan, shocks: [], begins: 6, ...rest });

test("a lever that is first moved glides from where the place itself stood", () => {
  assert.deepEqual(between(at({}), at({ push: { 6: 5 } }), 0.5, place).plan, { push: { 6: 3 } });
  assert.deepEqual(between(at({}), at({ push: { 14: 5 } }), 0.5, place).plan, { push: { 14: 4 } });
});

test("a lever that is let go glides back", () => {
  assert.deepEqual(between(at({ pull: 10 }), at({}), 0.25, place).plan, { pull: 8 });
});

test("a lever never stands between its steps", () => {
  assert.deepEqual(between(at({ pull: 2 }), at({ pull: 5 }), 0.5, place).plan, { pull: 4 });
});

test("levers that did not move stand still", () => {
  const mixed = between(at({ pull: 4 }), at({ pull: 4, push: { 6: 9 } }), 0.5, place).plan;
  assert.deepEqual(mixed, { pull: 4, push: { 6: 5 } });
});

test("a begin glides month by month and takes the levers with it", () => {
  const after = at({ push: { 20: 9 } }, { begins: 20 });
  const mixed = between(at({ push: { 6: 9 } }), after, 0.5, place);
  assert.equal(mixed.begins, 13);
  assert.deepEqual(mixed.plan, { push: { 13: 9 } });
});

test("what happens to the place changes half-way", () => {
  const epidemic = [{ shock: "epidemic", month: 6, length: 3, size: 1 }];
  const [before, after] = [at({}), at({}, { shocks: epidemic })];
  assert.deepEqual(between(before, after, 0.4, place).shocks, []);
  assert.deepEqual(between(before, after, 0.6, place).shocks, epidemic);
});

test("what is replayed is the last change of the plan, not a curve that was drawn since", () => {
  const steps = [at({}), at({ pull: 4 }), at({ pull: 4 }, { prediction: { trust: { 6: 1 } } })];
  assert.deepEqual(lastChange({ steps, at: 2 }), [at({}), at({ pull: 4 })]);
  assert.deepEqual(lastChange({ steps: steps.slice(0, 1), at: 0 }), [at({}), at({})]);
});
