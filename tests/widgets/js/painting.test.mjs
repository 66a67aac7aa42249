import assert from "node:assert/strict";
import { test } from "node:test";
import { plainColour } from "../../../widgets/js/more/painting.js";

for (const [given, plain] of [
  ["rgb(1, 2, 3)", "rgb(1, 2, 3)"],
  ["none", "none"],
  ["color(srgb 0.2 0.4 1)", "rgb(51, 102, 255)"],
  ["color(srgb 0 0 0 / 0.5)", "rgba(0, 0, 0, 0.5)"],
]) {
  test(`${given} is written as ${plain}`, () => assert.equal(plainColour(given), plain));
}
