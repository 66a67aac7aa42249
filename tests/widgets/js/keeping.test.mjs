import assert from "node:assert/strict";
import { test } from "node:test";
import { shift } from "../../../widgets/js/keeping.js";

const HEIGHT = 800;
const moved = (top, bottom, now) => shift({ top, bottom }, now, HEIGHT);

test("what lies below a widget that has become lower or higher out of sight stays where it is", () => {
  assert.equal(moved(-4000, -100, -3000), -2900);
  assert.equal(moved(-400, -100, 200), 300);
  assert.equal(moved(-4000, 300, -3000), -3300);
});

test("a widget that begins in sight or below it moves nothing", () => {
  assert.equal(moved(0, 300, 900), 0);
  assert.equal(moved(900, 5000, 1500), 0);
});

test("who reads amid a picture meets the widget in its place, its end at the lowest", () => {
  assert.equal(moved(-50, 4000, 1000), 0);
  assert.equal(moved(-2000, 2000, -1000), -1800);
});
