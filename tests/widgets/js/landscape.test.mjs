/** Bars and the colours of a live picture, without a page. */

import assert from "node:assert/strict";
import test from "node:test";

import { parts } from "../../../widgets/js/bars.js";
import { painted } from "../../../widgets/js/landscape.js";

test("bars are parts of the longest, and nothing where all are nothing", () => {
  assert.deepEqual(parts([{ value: 2 }, { value: 4 }, { value: 0 }]), [0.5, 1, 0]);
  assert.deepEqual(parts([{ value: 0 }, { value: 0 }]), [0, 0]);
});

test("a live picture takes a colour of the page and leaves its own marks as they are", () => {
  const data = [{ x: [1], marker: { size: 14 } }, { x: [2] }];
  assert.deepEqual(painted(data, "teal"), [{ x: [1], marker: { size: 14, color: "teal" } }, { x: [2], marker: { color: "teal" } }]);
  assert.deepEqual(data[0].marker, { size: 14 });
});
