import assert from "node:assert/strict";
import { test } from "node:test";
import { agreement, band, draws, gather, quantile } from "../../../widgets/js/ensemble.js";

test("draws lie in their ranges, are the same for everyone, and leave certain numbers alone", () => {
  const given = { a: 1, b: 5 };
  const sets = draws(given, { a: [0, 2] }, 200);
  assert.deepEqual(sets, draws(given, { a: [0, 2] }, 200));
  assert.ok(sets.every(({ a, b }) => a >= 0 && a <= 2 && b === 5));
  const mean = sets.reduce((sum, { a }) => sum + a, 0) / sets.length;
  assert.ok(Math.abs(mean - 1) < 0.15);
  assert.deepEqual(given, { a: 1, b: 5 });
});

test("a quantile lies between the values around it", () => {
  assert.equal(quantile([0, 10], 0.25), 2.5);
  assert.equal(quantile([3], 0.9), 3);
});

test("a band holds the middle four fifths of the lines, month by month", () => {
  const lines = Array.from({ length: 11 }, (_, index) => [index, 10 - index]);
  const { low, high } = band(lines);
  assert.deepEqual([...low], [1, 1]);
  assert.deepEqual([...high], [9, 9]);
});

test("runs are compared in pairs", () => {
  const lines = [[1], [2], [3], [4]];
  const references = [[0], [2], [4], [3.999]];
  assert.deepEqual(agreement(lines, references, 0, 0.01), { above: 1, below: 1, count: 4 });
});

test("work is done a little at a time and stops when it is given up", () => {
  const queue = [];
  let now = 0;
  let finished = null;
  const start = () => gather({
    run: (set) => { now += 5; return { level: [set] }; },
    sets: [1, 2, 3, 4, 5],
    keep: (run) => run,
    later: (work) => queue.push(work),
    done: (lines) => { finished = lines; },
    spend: 8,
    clock: () => now,
  });
  start();
  queue.shift()();
  assert.equal(finished, null);
  while (queue.length) queue.shift()();
  assert.deepEqual(finished, { level: [[1], [2], [3], [4], [5]] });
  finished = null;
  const giveUp = start();
  queue.shift()();
  giveUp();
  while (queue.length) queue.shift()();
  assert.equal(finished, null);
});
