import assert from "node:assert/strict";
import { test } from "node:test";
import { spread, stretch } from "../../../widgets/js/more/lines.js";

const gaps = (heights) => [...heights].sort((a, b) => a - b).slice(1).map((height, index) => height - [...heights].sort((a, b) => a - b)[index]);

test("letters that have room stand where their lines end", () => {
  assert.deepEqual(spread([50, 10, 90], 12, 0, 100), [50, 10, 90]);
});

test("letters of lines that end together stand apart, in the order of their lines", () => {
  const placed = spread([50.2, 50, 50.1], 12, 0, 100);
  assert.ok(gaps(placed).every((gap) => gap >= 12));
  assert.ok(placed[1] < placed[2] && placed[2] < placed[0]);
});

for (const edge of [0, 100]) {
  test(`letters of lines that end together at ${edge} stay inside the picture`, () => {
    const placed = spread([edge, edge, edge, edge], 12, 0, 100);
    assert.ok(Math.min(...placed) >= 0 && Math.max(...placed) <= 100);
    assert.ok(gaps(placed).every((gap) => gap >= 12));
  });
}

test("lines that lie close are not torn apart to fill the picture", () => {
  const [low, high] = stretch([1000, 1001]);
  assert.ok(high - low >= 80 && low < 1000 && high > 1001);
  assert.deepEqual(stretch([100, 300]), [100, 300]);
});

test("a picture has a height even where all is nothing", () => {
  const [low, high] = stretch([0, 0]);
  assert.ok(low >= 0 && high > low);
});
