import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST, Search, apart, frontier, thinned } from "../../../widgets/js/more/search.js";

const lever = (key, value, values) => ({ key, value, shown: true, low: values[0], step: 1, levels: values.map((one) => [String(one), one]) });
const PLACE = { levers: [lever("a", 1, [0, 1, 2, 3]), lever("b", 0, [0, 1, 5])], plan: {} };
const AXES = [{ key: "x", reversed: false }, { key: "y", reversed: true }];
const FREE = { all: Infinity, month: Infinity };
const trial = (signs, cost, x, y, peak = cost, moves = 0, between = 0) => ({ signs, moves, between, cost, peak, values: { x, y } });
const choice = (tried, most) => apart(tried, frontier(tried, AXES, FREE), AXES, FREE, most);

test("a plan that another betters, or that passes a limit, is left out", () => {
  const [cheap, good, worse, dear, spiky] = [
    trial("c", 1, 1, 5), trial("g", 2, 3, 4), trial("w", 3, 2, 4), trial("d", 9, 9, 0), trial("s", 3, 4, 4, 8),
  ];
  const all = [spiky, dear, worse, good, cheap];
  assert.deepEqual(frontier(all, AXES, FREE), [cheap, good, spiky, dear]);
  assert.deepEqual(frontier(all, AXES, { all: 5, month: 5 }), [cheap, good]);
  assert.deepEqual(frontier(all, AXES, { all: 0.5, month: 5 }), []);
  assert.deepEqual(apart(all, [], AXES, FREE), []);
});

test("of plans that come to the same the one that moves fewest levers is shown, and of those the one at named levels", () => {
  const [plain, between, busy] = [trial("1", 1, 1, 1, 1, 2), trial("2", 1, 1, 1, 1, 2, 1), trial("3", 1, 1, 1, 1, 3)];
  assert.deepEqual(choice([busy, between, plain], 1), [plain]);
});

test("where two plans come to nearly the same the one that moves fewer levers is shown", () => {
  const busy = trial("1", 1000, 5.0001, 1, 1, 9);
  const quiet = trial("2", 1000.01, 5, 1, 1, 2);
  assert.deepEqual(choice([busy, quiet], 1), [quiet]);
  const better = trial("3", 1000, 5.1, 1, 1, 9);
  assert.deepEqual(choice([better, quiet], 1), [better]);
  assert.deepEqual(apart([busy, quiet], [busy], AXES, { all: 1000, month: 9 }, 1), [busy]);
});

test("plans are told apart as finely as is needed for as many as can be shown", () => {
  // one plan for each of two hundred sums, a ten thousandth apart; every other moves fewer levers
  const plans = Array.from({ length: 200 }, (_, at) => trial(String(at), 1 + at / 10_000, 5 + at / 1000, 1, 1, at % 2));
  const count = (most) => choice(plans, most).length;
  assert.ok(count(3) < 20 && count(20) >= 20 && count(20) < 100 && count(100) >= 100);
  assert.equal(count(1000), 200);
  assert.ok(choice(plans, 20).filter((one) => one.moves === 0).length > 15);
});

test("what differs by dust alone counts once, however few plans there are", () => {
  assert.equal(choice([trial("1", 1, 1, 1), trial("2", 1 - 1e-12, 1 - 1e-12, 1)], MOST).length, 1);
});

test("too many plans are thinned, and the ends stay", () => {
  const front = Array.from({ length: 60 }, (_, index) => trial(String(index), index, index ** 2, 0));
  const kept = thinned(front, AXES, 10);
  assert.equal(kept.length, 10);
  assert.ok(kept.includes(front[0]) && kept.includes(front[59]));
  assert.deepEqual(thinned(kept, AXES, 10), kept);
});

/** A small world: both levers cost, the first brings what is good and the second what is bad. */
function made(limits = FREE) {
  const attempt = (signs) => trial(signs, Number(signs[0]) + Number(signs[1]), Number(signs[0]), Number(signs[1]));
  return new Search({ place: PLACE, attempt, first: ["11"], axes: AXES, limits });
}

const signs = (search) => search.best().map((one) => one.signs);

test("a search finds the best plans of a small world, and the same ones every time", () => {
  const found = [made(), made()].map((search) => {
    for (let step = 0; step < 200; step += 1) search.step();
    return signs(search);
  });
  assert.deepEqual(found[0], ["00", "10", "20", "30"]);
  assert.deepEqual(found[0], found[1]);
});

test("levers stand at named levels until they are to be set more finely", () => {
  const search = made();
  const levels = () => [...new Set([...search.tried.keys()].map((one) => one[1]))].sort();
  for (let step = 0; step < 300; step += 1) search.step();
  assert.deepEqual(levels(), ["0", "1", "5"]);
  assert.ok(search.finer());
  for (let step = 0; step < 300; step += 1) search.step();
  assert.deepEqual(levels(), ["0", "1", "3", "5"]);
  assert.ok(search.finer() && !search.finer());
  for (let step = 0; step < 300; step += 1) search.step();
  assert.deepEqual(levels(), ["0", "1", "2", "3", "4", "5"]);
});

test("where no plan keeps the limit the search goes on from the cheapest until one does", () => {
  const search = made({ all: 0, month: 0 });
  search.step();
  assert.deepEqual(search.best(), []);
  for (let step = 0; step < 200; step += 1) search.step();
  assert.deepEqual(signs(search), ["00"]);
});

test("another limit needs no plan to be tried again", () => {
  const search = made();
  for (let step = 0; step < 200; step += 1) search.step();
  const tried = search.tried.size;
  search.turn({ limits: { all: 1, month: 1 } });
  assert.deepEqual(signs(search), ["00", "10"]);
  assert.equal(search.tried.size, tried);
});

test("what the front is, step by step, is what it is when it is made anew", () => {
  const search = made();
  for (let step = 0; step < 60; step += 1) search.step();
  const before = signs(search);
  search.turn({});
  assert.deepEqual(signs(search), before);
});
