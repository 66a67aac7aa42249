/** What is marked on the causal map: where changes enter it, and which stocks pass the difference on. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { marksOf, ranksOf } from "../../../widgets/js/more/whymarks.js";

const enters = { thanks: ["spirit", "volunteers"], training: ["skill"], orders: ["burden"], platform: ["reach"] };
const cause = (key, effect) => ({ key, name: key.toUpperCase(), effect });

test("a change is marked wherever it acts, with its name", () => {
  const marks = marksOf({ causes: [cause("thanks", -3), cause("training", 1)], mediators: [] }, enters);
  assert.deepEqual(marks, {
    spirit: { changes: ["THANKS"], rank: 0 },
    volunteers: { changes: ["THANKS"], rank: 0 },
    skill: { changes: ["TRAINING"], rank: 0 },
  });
});

test("of many changes the three largest are marked, and none that does nothing", () => {
  const four = ["thanks", "training", "orders", "platform"].map((key) => cause(key, 1));
  assert.ok(!("reach" in marksOf({ causes: four, mediators: [] }, enters)));
  assert.deepEqual(marksOf({ causes: [cause("orders", 0)], mediators: [] }, enters), {});
});

test("stocks are numbered as in the table as long as they carry much, whichever way", () => {
  const rows = [["trust", -0.9], ["skill", 0.4], ["spirit", 0.1], ["reach", 0.09]].map(([key, share]) => ({ key, share }));
  assert.deepEqual(ranksOf(rows), { trust: 1, skill: 2, spirit: 3 });
  assert.deepEqual(ranksOf(["a", "b", "c", "d", "e"].map((key) => ({ key, share: 0.5 }))), { a: 1, b: 2, c: 3, d: 4 });
});

test("a quantity may bear both marks", () => {
  const marks = marksOf({ causes: [cause("training", 1)], mediators: [{ key: "skill", share: 0.5 }] }, enters);
  assert.deepEqual(marks, { skill: { changes: ["TRAINING"], rank: 1 } });
});
