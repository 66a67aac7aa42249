import assert from "node:assert/strict";
import { test } from "node:test";
import { tableMonths } from "../../../widgets/js/table.js";

test("a table has a row a year, the month in view and the last month, once each and in order", () => {
  assert.deepEqual(tableMonths(30, 5), [0, 5, 12, 24, 30]);
  assert.deepEqual(tableMonths(24, 12), [0, 12, 24]);
});
