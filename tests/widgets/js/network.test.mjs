import assert from "node:assert/strict";
import { test } from "node:test";
import { fullTies, strengths } from "../../../widgets/js/network.js";

const ties = [{ quantity: "trust" }, { quantity: "volunteers" }, { quantity: "nothing" }];
const own = { trust: [0.2, 0.5], volunteers: [13, 1163], nothing: [0, 0] };
const full = fullTies(ties, own, (name) => name === "trust");

test("a tie is full at 1, or at the most that the place's own history reached", () => {
  assert.deepEqual(full, { trust: 1, volunteers: 1163, nothing: 1 });
});

test("a tie is as strong as its quantity, never stronger than full", () => {
  const run = { ...own, volunteers: [13, 2000] };
  assert.deepEqual(strengths(ties, run, full, 1), [0.5, 1, 0]);
});
