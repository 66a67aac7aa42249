import assert from "node:assert/strict";
import { test } from "node:test";
import { History } from "../../../widgets/js/history.js";

const at = (value) => ({ plan: value ? { push: value } : {}, shocks: [], begins: 12 });

function made(...values) {
  const history = new History(at(0));
  values.forEach((value) => history.settle(at(value)));
  return history;
}

test("what was done can be undone and done again", () => {
  const history = made(1, 2);
  assert.deepEqual(history.go(-1), at(1));
  assert.deepEqual(history.go(-1), at(0));
  assert.deepEqual(history.go(1), at(1));
});

test("at either end there is nowhere to go", () => {
  const history = made(1);
  assert.ok(!history.can(1) && history.can(-1));
  assert.deepEqual(history.go(1), at(1));
  history.go(-1);
  assert.ok(!history.can(-1));
  assert.deepEqual(history.go(-1), at(0));
});

test("a change that changes nothing is no step", () => {
  const history = made(1);
  assert.equal(history.settle(at(1)), false);
  assert.equal(history.steps.length, 2);
});

test("a new step takes the place of those that were undone", () => {
  const history = made(1, 2, 3);
  history.go(-1);
  history.go(-1);
  assert.equal(history.settle(at(7)), true);
  assert.deepEqual(history.steps, [at(0), at(1), at(7)]);
  assert.ok(!history.can(1));
});

test("the oldest steps are forgotten, never the newest", () => {
  const history = made(...Array.from({ length: 200 }, (_, index) => index + 1));
  assert.equal(history.steps.length, 60);
  assert.deepEqual(history.now, at(200));
});
