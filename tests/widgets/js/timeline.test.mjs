import assert from "node:assert/strict";
import { test } from "node:test";
import { stacked, yearOf } from "../../../widgets/js/timeline.js";

test("dates stand in the order of time, a bare year in its middle", () => {
  const dates = ["1988", "1988-11", "2019-01-17", "2019-02-27"];
  const years = dates.map(yearOf);
  assert.deepEqual([...years].sort((a, b) => a - b), years);
  assert.equal(yearOf("1988"), 1988.5);
});

test("dots that would hide each other are stacked, and the row is used again when there is room", () => {
  assert.deepEqual(stacked([0, 5, 8, 40], 16), [0, 1, 2, 0]);
  assert.deepEqual(stacked([40, 8, 0, 5], 16), [0, 2, 0, 1]);
});
