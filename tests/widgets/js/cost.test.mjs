import assert from "node:assert/strict";
import { test } from "node:test";
import { bill, byPayer, sharedOut, total } from "../../../widgets/js/more/cost.js";

const PAYERS = [
  { spending: "incubation", payer: "office", share: 0.6 },
  { spending: "incubation", payer: "fund", share: 0.1 },
  { spending: "running", payer: "office", share: 1 },
];

test("what nobody is named for has no payer", () => {
  const shares = sharedOut(PAYERS, "incubation");
  assert.deepEqual(shares.map(([who]) => who), ["office", "fund", null]);
  assert.ok(Math.abs(shares[2][1] - 0.3) < 1e-12);
  assert.deepEqual(sharedOut(PAYERS, "running"), [["office", 1]]);
  assert.deepEqual(sharedOut(PAYERS, "training"), [[null, 1]]);
});

test("sums by payer add up, the largest first and what is not known last", () => {
  const paid = byPayer(PAYERS, { incubation: 100, running: 50, training: 900 });
  assert.deepEqual(paid.map(([who]) => who), ["office", "fund", null]);
  assert.ok(Math.abs(paid.reduce((sum, [, part]) => sum + part, 0) - 1050) < 1e-9);
});

test("a bill counts from a month on, and knows when a sum is used up", () => {
  const course = [0, 10, 20, 50, 60, 70];
  const { all, peak, dearest, usedUp } = bill(course, 1);
  assert.deepEqual([all, peak, dearest], [60, 30, 2]);
  assert.equal(usedUp(39), 2);
  assert.equal(usedUp(40), 3);
  assert.equal(usedUp(60), null);
});

test("a line is summed up to a month and without it", () => {
  assert.equal(total([1, 2, 3, 4], 1, 3), 5);
});
