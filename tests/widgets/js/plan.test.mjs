import assert from "node:assert/strict";
import { test } from "node:test";
import { begun, levelName, moved, overlay, released, resolve, valueAt } from "../../../widgets/js/plan.js";

test("a constant holds in every month", () => {
  assert.equal(valueAt(7, 0), 7);
  assert.equal(valueAt(7, 400), 7);
});

test("a schedule holds each value from its month on, and before the first month what stood before", () => {
  const schedule = { 12: 1, 24: 2 };
  assert.deepEqual([0, 11, 12, 23, 24, 99].map((month) => valueAt(schedule, month, 5)), [5, 5, 1, 1, 2, 2]);
});

test("a schedule is read in the order of its months, not of its writing", () => {
  assert.equal(valueAt({ 240: 3, 12: 1 }, 100), 1);
});

test("a change keeps the place's own history until it begins, and nothing of it afterwards", () => {
  assert.deepEqual(overlay({ 0: 1, 12: 2, 24: 3 }, { 18: 9 }, 0), { 0: 1, 12: 2, 18: 9 });
});

test("a change over a constant begins from that constant", () => {
  assert.deepEqual(overlay(4, { 18: 9 }, 0), { 0: 4, 18: 9 });
});

test("a change from month 0 leaves nothing of history", () => {
  assert.deepEqual(overlay({ 0: 1, 12: 2 }, { 0: 9 }, 0), { 0: 9 });
  assert.equal(overlay({ 0: 1, 12: 2 }, 9, 0), 9);
});

test("history that says nothing at first begins from the lever's own value", () => {
  assert.deepEqual(overlay({ 12: 2 }, { 18: 9 }, 5), { 0: 5, 12: 2, 18: 9 });
});

test("the whole plan has every lever of the place, changed or not", () => {
  const own = { a: 1, b: { 0: 2, 12: 3 } };
  assert.deepEqual(resolve(own, { a: { 6: 5 } }, { a: 1, b: 2 }), { a: { 0: 1, 6: 5 }, b: { 0: 2, 12: 3 } });
});

test("moving a lever leaves the other changes and the old plan as they are", () => {
  const before = { a: { 6: 1 } };
  assert.deepEqual(moved(before, "b", 2, 6), { a: { 6: 1 }, b: { 6: 2 } });
  assert.deepEqual(before, { a: { 6: 1 } });
});

test("a change that begins at month 0 is a constant", () => {
  assert.deepEqual(moved({}, "a", 2, 0), { a: 2 });
});

test("releasing a lever forgets its change only", () => {
  assert.deepEqual(released({ a: 1, b: 2 }, "a"), { b: 2 });
});

test("changes begin together at another month, and a schedule keeps its gaps", () => {
  assert.deepEqual(begun({ a: { 6: 1 }, b: { 6: 1, 18: 2 }, c: 3 }, 24), { a: { 24: 1 }, b: { 24: 1, 36: 2 }, c: { 24: 3 } });
});

test("changes pulled to month 0 become constants where they have one step", () => {
  assert.deepEqual(begun({ a: { 6: 1 }, b: { 6: 1, 18: 2 } }, 0), { a: 1, b: { 0: 1, 12: 2 } });
});

test("a level is named only where the lever stands at it", () => {
  const lever = { levels: [["none", 0], ["strong", 40]], step: 5 };
  assert.equal(levelName(lever, 40), "strong");
  assert.equal(levelName(lever, 42), "strong");
  assert.equal(levelName(lever, 45), "");
});
