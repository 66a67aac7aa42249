import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "../../../widgets/js/evidence.js";

const row = { text: "fu076 the community has 1163 volunteers 1163人注册志愿者" };

test("a row is found by any words that it holds, in any order and case", () => {
  assert.ok(holds(row, "VOLUNTEERS 1163"));
  assert.ok(holds(row, "注册志愿者"));
  assert.ok(holds(row, ""));
});

test("a row is not found when one word is missing", () => {
  assert.ok(!holds(row, "volunteers 1164"));
});
