import assert from "node:assert/strict";
import { test } from "node:test";
import { sortOut, strength } from "../../../widgets/js/shocks.js";

const epidemic = { shock: "epidemic", month: 384, length: 9, size: 1 };
const honour = { shock: "honour", month: 252, length: 2, size: 1 };

test("the place's own shocks are told from the reader's", () => {
  const mine = { ...epidemic, month: 12 };
  assert.deepEqual(sortOut([honour, mine], [honour, epidemic]), { on: [true, false], mine: [1] });
});

test("a second shock that equals an own one is the reader's", () => {
  assert.deepEqual(sortOut([epidemic, { ...epidemic }], [epidemic]), { on: [true], mine: [1] });
});

test("half a budget is told as what is cut of it, and more than all of it cannot be cut", () => {
  const t = (key, { size, percent }) => `${key} ${size} ${percent}%`;
  assert.equal(strength(t, "budget_cut", 0.5), "studio.shock.strength.budget_cut 0.5 50%");
  assert.equal(strength(t, "budget_cut", 3), "studio.shock.strength.budget_cut 3 100%");
});
