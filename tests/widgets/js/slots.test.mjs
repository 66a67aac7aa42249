import assert from "node:assert/strict";
import { test } from "node:test";
import { Slots, isSlots } from "../../../widgets/js/more/slots.js";

const made = (...ids) => {
  const slots = new Slots();
  ids.forEach((id) => slots.add(id));
  return slots;
};

test("four plans have room and a fifth has not", () => {
  const slots = made("a", "b", "c", "d");
  assert.ok(slots.full);
  assert.equal(slots.add("e"), false);
  assert.equal(slots.of("e"), -1);
});

test("a plan keeps its letter when another one leaves, and the next takes what is free", () => {
  const slots = made("a", "b", "c");
  slots.drop("a");
  assert.deepEqual([slots.of("b"), slots.of("c")], [1, 2]);
  slots.add("d");
  assert.equal(slots.of("d"), 0);
});

test("a plan that is kept keeps its letter, and the present one goes on in the next while there is room", () => {
  const slots = made("now");
  for (const id of ["a", "b", "c"]) slots.settle(id);
  assert.deepEqual(slots.ids, ["a", "b", "c", "now"]);
  slots.settle("d");
  assert.deepEqual(slots.ids, ["a", "b", "c", "d"]);
  slots.settle("e");
  assert.equal(slots.of("e"), -1);
});

test("a plan is shown once, however often it is chosen", () => {
  assert.deepEqual(made("a", "a").ids, ["a", null, null, null]);
});

test("a plan that is no longer there leaves its place", () => {
  const slots = made("a", "b");
  slots.keepOnly(["b"]);
  assert.deepEqual(slots.ids, [null, "b", null, null]);
});

test("what was compared is taken up again, and nothing that is no list of four plans", () => {
  assert.ok(isSlots(["a", null, "now", null]));
  assert.deepEqual(new Slots(["a", null, "b", null]).ids, ["a", null, "b", null]);
  for (const bad of [null, 7, "abcd", ["a"], ["a", "a", null, null], ["a", 7, null, null], [{}, null, null, null]]) assert.ok(!isSlots(bad), JSON.stringify(bad));
});
