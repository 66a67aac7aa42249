import assert from "node:assert/strict";
import { test } from "node:test";
import { loopEdges } from "../../../widgets/js/map.js";

const edges = [{ from: "a", to: "b" }, { from: "b", to: "c" }, { from: "c", to: "a" }, { from: "b", to: "a" }];

test("a loop lights its own arrows and closes", () => {
  assert.deepEqual(loopEdges(["a", "b", "c"], edges), [0, 1, 2]);
  assert.deepEqual(loopEdges(["a", "b"], edges), [0, 3]);
});

test("an arrow that the map does not have is not found", () => {
  assert.deepEqual(loopEdges(["a", "c"], edges), [-1, 2]);
});
