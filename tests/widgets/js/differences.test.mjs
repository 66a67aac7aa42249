import assert from "node:assert/strict";
import { test } from "node:test";
import { differenceRows, outcomeSentence } from "../../../widgets/js/more/differences.js";

const words = {
  "number.with_unit": "{number} {unit}", "unit.person": "people", "unit.one.person": "person",
  "more.compare.same": "same {name} {was}",
  "more.compare.above": "above {most} {high} {change} {was}",
  "more.compare.below": "below {most} {high} {change} {was}",
  "more.compare.alike": "alike {high} {was}",
  "more.compare.apart": "apart {most} {high} {least} {low} {gap} {was}",
};
const t = (key, slots = {}) => words[key].replace(/\{(\w+)\}/g, (_, slot) => slots[slot]);
const say = (was, ...values) =>
  outcomeSentence(t, {
    name: "Volunteers", unit: "person", own: [0, was], month: 1,
    lines: values.map((value, index) => ({ label: "AB"[index], values: [0, value] })),
  });

test("one plan is told against the place as it was", () => {
  assert.equal(say(100, 130), "above A 130 people 30 people 100 people");
  assert.equal(say(100, 90), "below A 90 people 10 people 100 people");
});

test("one is told in the singular", () => {
  assert.equal(say(100, 101), "above A 101 people 1 person 100 people");
});

test("several plans are told by the most and the least", () => {
  assert.equal(say(100, 90, 130), "apart B 130 people A 90 people 40 people 100 people");
});

test("plans that differ from the place but not from each other are alike", () => {
  assert.equal(say(100, 130.1, 130.2), "alike 130 people 100 people");
});

test("what prints the same is the same", () => {
  assert.equal(say(100, 100.2, 99.9), "same Volunteers 100 people");
});

test("the table has the month shown and the end, and each only once", () => {
  const picture = { own: [1, 2, 3], unit: "person", months: 2, lines: [{ values: [1, 5, 3] }] };
  assert.deepEqual(differenceRows({ ...picture, month: 1 }), [
    { month: 1, was: "2", cells: [{ value: 5, text: "5", gap: "▲ 3" }] },
    { month: 2, was: "3", cells: [{ value: 3, text: "3", gap: "＝" }] },
  ]);
  assert.equal(differenceRows({ ...picture, month: 2 }).length, 1);
});
