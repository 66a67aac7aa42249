import assert from "node:assert/strict";
import { test } from "node:test";
import { MODEL } from "../../../widgets/js/engine.js";
import { chance } from "../../../widgets/js/ensemble.js";
import { Contest } from "../../../widgets/js/more/contest.js";
import { WeakPoints, furthest, ranks } from "../../../widgets/js/more/weakpoints.js";

const through = (work) => {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
};

test("equal values share a rank", () => {
  assert.deepEqual([...ranks([30, 10, 20, 10])], [4, 1.5, 3, 1.5]);
});

test("the attempt that takes most away is named, the first of equals", () => {
  const [a, b, c] = [{ lead: 5 }, { lead: -1 }, { lead: -1 }];
  assert.equal(furthest([a, b, c]), b);
  assert.equal(furthest([]), undefined);
});

const COUNT = 200;
const WIDTH = MODEL.parameters.length;
const NAMES = MODEL.parameters.slice(0, 40);

/**
 * A search in which no model runs: the difference of a community is a formula of its numbers, each drawn from 0 to 1.
 * @param {(numbers: Record<string, number>) => number} formula
 */
function search(formula, { count = COUNT } = {}) {
  const sets = Float64Array.from({ length: count * WIDTH }, chance(7));
  const numbers = (values, member) => Object.fromEntries(NAMES.map((name, at) => [name, values[member * WIDTH + at]]));
  const spreadsOf = (values) => {
    const all = Float64Array.from({ length: values.length / WIDTH }, (_, member) => formula(numbers(values, member)));
    return [all, new Float64Array(all.length)].map((line) => ({ at: () => line }));
  };
  const place = { quantities: [{ key: "need" }], months: 12, ranges: Object.fromEntries(NAMES.map((name) => [name, [0, 1]])) };
  const contest = new Contest({ place, full: { need: 1 }, communities: { count, sets } }, [], 12, ["need"]);
  contest.spreads = spreadsOf(sets);
  const weak = new WeakPoints(contest);
  const asked = [];
  weak.altered = function* altered({ assumption, value }, some) {
    asked.push({ assumption, value, some });
    const values = sets.slice(0, some * WIDTH);
    for (let at = MODEL.parameters.indexOf(assumption); at < values.length; at += WIDTH) values[at] = value;
    yield;
    return spreadsOf(values);
  };
  return { weak, asked, contest };
}

const [HUMP, STRONG, STRONGER, STRONGEST] = NAMES.slice(10, 14);
/** Three numbers go with the difference and cannot turn it; one does not go with it, and turns it at both ends. */
const hidden = (of) => 0.2 + 0.3 * of[STRONG] + 0.35 * of[STRONGER] + 0.4 * of[STRONGEST] - 4 * (of[HUMP] - 0.5) ** 2;

test("an assumption that turns a majority round is found though its draws do not go with the difference", () => {
  const { weak, asked } = search(hidden);
  const found = through(weak.search("need", 12));
  assert.deepEqual([found.assumption, found.turned, found.tried, found.others], [HUMP, true, NAMES.length, 0]);
  const first = asked.slice(0, 3).map(({ assumption }) => assumption);
  assert.ok(first.includes(STRONGEST) && !first.includes(HUMP), "the likeliest come first, and do not turn it");
});

test("what is said of an assumption is counted in all communities", () => {
  const { weak, asked, contest } = search(hidden);
  const found = through(weak.search("need", 12));
  assert.ok(asked.some(({ assumption, value, some }) => assumption === found.assumption && value === found.value && some === COUNT));
  assert.ok(contest.counts("need", 12).better > COUNT / 2 && found.better_then + found.worse_then <= COUNT && found.better_then < found.worse_then);
});

test("every assumption is set to both ends of its range, and none of it is done again for another outcome", () => {
  const { weak, asked } = search(hidden);
  through(weak.search("need", 12));
  const ends = new Set(asked.map(({ assumption, value }) => `${assumption} ${value}`));
  assert.equal(ends.size, 2 * NAMES.length);
  const made = asked.length;
  through(weak.search("need", 12));
  assert.equal(asked.length, made);
});

test("where several turn it round the others are counted", () => {
  const { weak } = search((of) => 0.8 + of[STRONG] - 3 * of[HUMP] + 3 * of[STRONGER]);
  const found = through(weak.search("need", 12));
  assert.ok(found.turned);
  assert.equal(found.others, 1);
});

test("where none turns it round the one that comes nearest is named", () => {
  const { weak } = search((of) => 0.6 + 0.3 * of[STRONG] - 0.7 * of[HUMP]);
  const found = through(weak.search("need", 12));
  assert.deepEqual([found.assumption, found.value, found.turned], [HUMP, 1, false]);
});

test("it tells how far it is and what it has found, the first of it soon", () => {
  const { weak } = search(hidden);
  const parts = [];
  let early = null;
  const work = weak.search("need", 12);
  for (let step = work.next(); !step.done; step = work.next()) {
    parts.push(step.value.part);
    if (step.value.attempts.length) early ??= step.value.part;
  }
  assert.ok(parts.every((part, at) => part >= (parts[at - 1] ?? 0) && part <= 1 + 1e-9));
  assert.ok(early < 0.1);
});

test("where nobody is ahead, or all is certain, nothing can be turned round", () => {
  assert.equal(through(search(() => 0).weak.search("need", 12)), null);
  const { weak } = search(() => 1);
  weak.ends = [];
  assert.equal(through(weak.search("need", 12)), null);
});
