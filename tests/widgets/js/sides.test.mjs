import assert from "node:assert/strict";
import { test } from "node:test";
import { Sides, sideWords } from "../../../widgets/js/more/sides.js";

/** A translator that shows which row it was asked for, and with what name. */
const t = (key, slots) => `${key}${slots?.name ? ` ${slots.name}` : ""}`;
const KEPT = { id: "p1", name: "Less", plan: { push: 0 }, shocks: [], begins: 3 };

/** Two sides without their lists: what was chosen is given. */
function sides(plan, against, { changes = {}, written = false } = {}) {
  const store = { place: { shocks: ["own"] }, get: (name) => ({ plan: changes, shocks: ["mine"] })[name], isWritten: () => written };
  const plans = { find: (id) => [KEPT].find((one) => one.id === id) };
  return Object.assign(Object.create(Sides.prototype), { t, store, plans, lists: { plan: { value: plan }, against: { value: against } } });
}

test("any plan may stand on either side: the reader's, the place as it was, one that is kept", () => {
  assert.deepEqual(sides("now", "", { changes: { push: 2 } }).mine, { kind: "now", name: "", plan: { push: 2 }, shocks: ["mine"] });
  assert.deepEqual(sides("now", "").other, { kind: "own", name: "", plan: {}, shocks: ["own"] });
  assert.deepEqual(sides("p1", "now").mine, { kind: "plan", name: "Less", plan: { push: 0 }, shocks: [] });
  assert.equal(sides("", "p1").mine.kind, "own");
});

test("the place as it was is one and the same plan however often it is asked for", () => {
  const both = sides("now", "");
  assert.equal(both.other.plan, both.other.plan);
});

test("sentences name the side that is looked at, and the other", () => {
  assert.deepEqual(sides("p1", "now").words(), {
    plan: "more.side.plan Less", against: "more.side.now", under: "more.why.under.plan Less", than: "more.why.than.now", course: "more.why.course.now",
  });
  assert.equal(sideWords(t, { kind: "own", name: "" }, { kind: "plan", name: "Less" }).course, "more.why.course.plan Less");
});

test("what there is nothing to say about is told apart: one plan twice, no change yet, two that are alike", () => {
  assert.equal(sides("p1", "p1").nothing(), "more.side.twice");
  assert.equal(sides("now", "").nothing(), "more.why.nothing");
  assert.equal(sides("p1", "").nothing(), "more.side.alike");
});

test("a run from Python is refused only where it would be one of the two", () => {
  assert.equal(sides("now", "", { written: true }).refused(), "more.why.written");
  assert.equal(sides("p1", "", { written: true }).refused(), "");
  assert.equal(sides("p1", "now").refused(), "");
});
