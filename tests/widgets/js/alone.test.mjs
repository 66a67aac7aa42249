import assert from "node:assert/strict";
import { test } from "node:test";
import { monthly } from "../../../widgets/js/alone.js";

test("yearly values are joined by straight lines and held to the end", () => {
  const values = monthly([0, 12, 24], 30);
  assert.equal(values.length, 31);
  assert.deepEqual([values[0], values[6], values[24], values[30]], [0, 6, 24, 24]);
});
