import assert from "node:assert/strict";
import { test } from "node:test";
import { stageSentence } from "../../../widgets/js/story.js";

const t = (key, slots = {}) => (key === "date.months" ? "J|F|M|A|M|J|J|A|S|O|N|D" : key.startsWith("story.stage") ? `${key} ${slots.from}-${slots.to}` : key);
const flat = Float64Array.of(0.5, 0.5);
const lines = { value: flat, resource: flat, interaction: flat, outcome: flat };
const say = (end) =>
  stageSentence(t, {
    quantities: [{ key: "trust", unit: "1", dimension: "value", member: true }], full: { trust: 1 },
    own: { trust: flat }, run: { trust: Float64Array.of(0.5, end) }, ownLines: lines, runLines: lines,
    month: 1, starts: 0, begins: "2000-01", changed: true,
  });

test("the member that moved most is named where that can be seen in print", () => {
  assert.equal(say(0.6), "story.stage.changed 0.50-0.60");
  assert.ok(say(0.501).startsWith("story.stage.little"));
});
