import assert from "node:assert/strict";
import { test } from "node:test";
import { domainOf, nearest } from "../../../widgets/js/more/scatter.js";

test("a tap chooses the nearest dot, and none where none is near", () => {
  const dots = [[10, 10], [50, 50], [52, 50]];
  assert.equal(nearest(dots, [49, 48]), 1);
  assert.equal(nearest(dots, [55, 52]), 2);
  assert.equal(nearest(dots, [300, 300]), -1);
});

test("better is last on an axis, and a share never begins below 0", () => {
  const [low, high] = domainOf([0.01, 0.5], false);
  assert.equal(low, 0);
  assert.ok(high > 0.5);
  const [first, last] = domainOf([10, 20], true);
  assert.ok(first > 20 && last < 10);
  assert.ok(domainOf([3, 3], false)[1] > 3);
});
