import assert from "node:assert/strict";
import { test } from "node:test";
import { ceilings, dimensionLines, largestChange, membersOf, share } from "../../../widgets/js/dimensions.js";

const member = (key, dimension, highest = 1, reversed = false) =>
  ({ key, dimension, highest, reversed, member: true, unit: highest === 1 ? "1" : "person" });
const quantities = [
  member("trust", "value"),
  member("volunteers", "resource", null),
  member("participation", "interaction"),
  member("conflict", "interaction", 1, true),
  member("services", "outcome", null),
  { ...member("helper", "resource", null), member: false },
];
const own = {
  trust: [0.2, 0.4], volunteers: [10, 50], participation: [0.5, 0.5], conflict: [0.5, 0.1], services: [0, 0], helper: [1, 1],
};

test("a counted quantity is full at twice the most of the place's own history", () => {
  const full = ceilings(quantities, own);
  assert.equal(full.volunteers, 100);
  assert.equal(full.trust, 1);
});

test("a quantity that is nought all the time still has a scale", () => {
  assert.equal(ceilings(quantities, own).services, 1);
});

test("shares stay between 0 and 1, and less counts as better where it is better", () => {
  assert.equal(share({ reversed: false }, 150, 100), 1);
  assert.equal(share({ reversed: true }, 0.25, 1), 0.75);
});

test("a dimension is the mean of its members, helpers left out", () => {
  assert.deepEqual(membersOf(quantities, "resource").map((one) => one.key), ["volunteers"]);
  const lines = dimensionLines(quantities, own, ceilings(quantities, own));
  assert.deepEqual([...lines.interaction], [0.5, 0.7]);
  assert.deepEqual([...lines.resource], [0.1, 0.5]);
});

test("the largest change is found on the common scale, whatever the unit", () => {
  const run = { ...own, trust: [0.2, 0.45], volunteers: [10, 90] };
  const { quantity, change } = largestChange(quantities, own, run, ceilings(quantities, own), 1);
  assert.equal(quantity.key, "volunteers");
  assert.ok(Math.abs(change - 0.4) < 1e-12);
});
