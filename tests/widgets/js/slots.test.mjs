import assert from "node:assert/strict";
import { test } from "node:test";
import { Slots } from "../../../widgets/js/more/slots.js";

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

test("a plan is shown once, however often it is chosen", () => {
  assert.deepEqual(made("a", "a").ids, ["a", null, null, null]);
});

test("a plan that is no longer there leaves its place", () => {
  const slots = made("a", "b");
  slots.keepOnly(["b"]);
  assert.deepEqual(slots.ids, [null, "b", null, null]);
});
