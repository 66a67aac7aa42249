import assert from "node:assert/strict";
import { test } from "node:test";
import {
  areaPath, calendar, linePath, linear, number, position, roundUp, samples, tenths, ticks, yearTicks,
} from "../../../widgets/js/scale.js";

test("a scale carries the ends of its domain to the ends of its range", () => {
  const x = linear([10, 20], [0, 100]);
  assert.deepEqual([10, 15, 20].map(x), [0, 50, 100]);
});

test("a domain without width stands at the beginning of its range", () => {
  assert.equal(linear([5, 5], [3, 9])(5), 3);
});

test("rounding up gives a round number that is never below the value", () => {
  for (const value of [0.003, 0.7, 1, 1.01, 9, 9.99, 1163, 74_240]) {
    assert.ok(roundUp(value) >= value);
    assert.ok(roundUp(value) <= value * 2.5);
  }
  assert.equal(roundUp(0), 1);
});

test("the marks of an axis hold all of what is drawn and stand equally far apart", () => {
  const marks = ticks(0, 1205, 4);
  assert.equal(marks[0], 0);
  assert.ok(marks.at(-1) >= 1205);
  assert.deepEqual(marks, [0, 500, 1000, 1500]);
});

test("the part of 0–1 that is drawn has room around the lines and stays inside 0–1", () => {
  assert.deepEqual(tenths([[0.42, 0.58]], 0, 0.05), [0.3, 0.7]);
  assert.deepEqual(tenths([[0.01, 0.99]], 0, 0.05), [0, 1]);
  assert.deepEqual(tenths([[0, 0.5, 0.5]], 1, 0.05), [0.4, 0.6]);
});

test("years are marked where they begin, none outside the run", () => {
  assert.deepEqual(yearTicks("1988-01", [0, 24], 5), [
    { month: 0, year: 1988 }, { month: 12, year: 1989 }, { month: 24, year: 1990 },
  ]);
  assert.deepEqual(yearTicks("1988-07", [0, 12], 5), [{ month: 6, year: 1989 }]);
  for (const { month } of yearTicks("1988-01", [324, 468], 4)) assert.ok(month >= 324 && month <= 468);
});

test("a line is drawn through no more months than fit, and through its first and its last", () => {
  const chosen = samples(0, 408, 100);
  assert.ok(chosen.length <= 102);
  assert.deepEqual([chosen[0], chosen.at(-1)], [0, 408]);
  assert.deepEqual(samples(400, 402, 100), [400, 401, 402]);
});

test("paths go through the values, and an area comes back along the other line", () => {
  const same = (value) => value;
  assert.equal(linePath([1, 2], [0, 1], same, same), "M0.0 1.0L1.0 2.0");
  assert.equal(areaPath([1, 2], [3, 4], [0, 1], same, same), "M0.0 1.0L1.0 2.0L1.0 4.0L0.0 3.0Z");
});

test("numbers have the decimals that their size and unit deserve", () => {
  assert.equal(number(0.617, "1"), "0.62");
  assert.equal(number(1163.4, "person"), "1,163");
  assert.equal(number(74_240.2, "yuan/month"), "74,240");
  assert.equal(number(42.25, "hour"), "42.3");
  assert.equal(number(4.256, "hour"), "4.26");
  assert.equal(number(-4.256, "hour"), "−4.26");
  assert.equal(number(-0.001, "1"), "0.00");
});

test("a difference takes the decimals of the number beside it", () => {
  assert.equal(number(22.6, "hour/month", 10_894), "23");
});

test("a lever's position is written as far as it needs", () => {
  assert.deepEqual([0.35, 2000, 12.5, 0].map(position), ["0.35", "2,000", "12.5", "0"]);
});

test("months are counted in the calendar", () => {
  assert.deepEqual(calendar("1988-01", 0), { year: 1988, month: 1 });
  assert.deepEqual(calendar("1988-01", 393), { year: 2020, month: 10 });
  assert.deepEqual(calendar("1988-11", 2), { year: 1989, month: 1 });
});
