import assert from "node:assert/strict";
import { test } from "node:test";
import { agreement, band, chance, draws, quantile } from "../../../widgets/js/ensemble.js";

test("draws lie in their ranges, are the same for everyone, and leave certain numbers alone", () => {
  const given = { a: 1, b: 5 };
  const sets = draws(["a", "b"], given, { a: [0, 2] }, 200);
  assert.deepEqual(sets, draws(["a", "b"], given, { a: [0, 2] }, 200));
  const [first, second] = [0, 1].map((place) => [...sets].filter((_, at) => at % 2 === place));
  assert.ok(first.every((value) => value >= 0 && value <= 2));
  assert.ok(second.every((value) => value === 5));
  assert.ok(Math.abs(first.reduce((sum, value) => sum + value, 0) / 200 - 1) < 0.15);
  assert.deepEqual(given, { a: 1, b: 5 });
});

test("a few are the first of many", () => {
  const [few, many] = [3, 9].map((count) => draws(["a", "b"], { a: 1, b: 5 }, { b: [0, 1], a: [2, 3] }, count));
  assert.deepEqual(many.slice(0, few.length), few);
});

test("a quantile lies between the values around it, in whatever order they come", () => {
  assert.equal(quantile(Float64Array.of(10, 0), 0.25), 2.5);
  assert.equal(quantile(Float64Array.of(3), 0.9), 3);
  const next = chance(7);
  for (const count of [2, 5, 60, 501]) {
    const values = Float64Array.from({ length: count }, () => Math.floor(next() * 50));
    const sorted = values.slice().sort();
    for (const part of [0, 0.1, 0.5, 0.9, 1]) {
      const along = part * (count - 1);
      const [before, after] = [Math.floor(along), Math.min(count - 1, Math.floor(along) + 1)];
      const wanted = sorted[before] + (sorted[after] - sorted[before]) * (along - before);
      for (const guess of [undefined, wanted, wanted + 0.5, -1, 50, Infinity]) {
        const found = quantile(values.slice(), part, count, guess);
        assert.ok(Math.abs(found - wanted) < 1e-12, `${part} of ${count}, guessed ${guess}`);
      }
    }
  }
});

test("a band holds the middle four fifths of the lines, month by month, from where it is put", () => {
  const lines = Array.from({ length: 11 }, (_, index) => [index, 2 * index]);
  const months = Float64Array.from([0, 1].flatMap((month) => lines.map((line) => line[month])));
  const into = { low: new Float64Array(3), high: new Float64Array(3) };
  const { low, high } = band(months, 11, into, 1);
  assert.deepEqual([...low], [0, 1, 2]);
  assert.deepEqual([...high], [0, 9, 18]);
});

test("a band of few lines holds them all", () => {
  for (const count of [1, 2, 3]) {
    const { low, high } = band(Float64Array.of(...[5, 3, 9].slice(0, count)), count, { low: [], high: [] }, 0);
    const sorted = [5, 3, 9].slice(0, count).sort((one, other) => one - other);
    const at = (part) => sorted[Math.floor(part * (count - 1))] + (part * (count - 1) % 1) * ((sorted[Math.floor(part * (count - 1)) + 1] ?? 0) - sorted[Math.floor(part * (count - 1))]);
    assert.ok(Math.abs(low[0] - at(0.1)) < 1e-12 && Math.abs(high[0] - at(0.9)) < 1e-12, `${count}`);
  }
});

test("runs are compared in pairs", () => {
  assert.deepEqual(agreement([1, 2, 3, 4], [0, 2, 4, 3.999], 0.01), { above: 1, below: 1, count: 4 });
});
