import assert from "node:assert/strict";
import { test } from "node:test";
import { Contest } from "../../../widgets/js/more/contest.js";
import { counted } from "../../../widgets/js/more/surespread.js";

test("differences are counted in bars of one width, one of which begins at nothing", () => {
  const { width, first, counts } = counted([-2, -1, 0.5, 1, 3, 4], 6);
  assert.equal(width, 1);
  assert.equal(first, -2);
  assert.deepEqual(counts, [1, 1, 1, 1, 0, 1, 1]);
  assert.equal(counted([0, 0], 6).counts.reduce((sum, one) => sum + one, 0), 2);
});

/** A contest whose two plans come to these values. */
function make(one, other, reversed = false) {
  const place = { quantities: [{ key: "need", reversed }], months: 5, ranges: {} };
  const contest = new Contest({ place, full: { need: 100 }, communities: { count: one.length } }, [], 0, ["need"]);
  contest.spreads = [one, other].map((values) => ({ at: () => Float64Array.from(values) }));
  return contest;
}

test("a difference below half a hundredth of what is full is none", () => {
  assert.deepEqual(make([1, 2, 3], [1.4, 1, 4]).counts("need", 5), { better: 1, worse: 1, same: 1 });
});

test("where less is better, less wins", () => {
  assert.deepEqual(make([1, 2, 3], [2, 3, 2], true).counts("need", 5), { better: 2, worse: 1, same: 0 });
});

test("before the plans begin nothing differs", () => {
  const contest = make([1], [2]);
  contest.spreads = [{ at: () => null }, { at: () => null }];
  assert.deepEqual(contest.counts("need", 0), { better: 0, worse: 0, same: 1 });
});
