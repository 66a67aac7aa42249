import assert from "node:assert/strict";
import { test } from "node:test";
import { Search, changesOf, frontier, ownDigits, thinned } from "../../../widgets/js/more/search.js";

const lever = (key, value, values, shown = true) => ({ key, value, shown, levels: values.map((one) => [String(one), one]) });
const PLACE = {
  levers: [lever("a", 1, [0, 1, 2, 3]), lever("hidden", 5, [5, 6], false), lever("b", 0, [0, 10, 20])],
  plan: { a: { 0: 0, 12: 1 }, hidden: 5, b: 0 },
};
const AXES = [{ key: "x", reversed: false }, { key: "y", reversed: true }];
const FREE = { all: Infinity, month: Infinity };
const trial = (digits, cost, x, y, peak = cost, moves = 0) => ({ digits, moves, cost, peak, values: { x, y } });

test("digits say which levers stand elsewhere than they would", () => {
  assert.deepEqual(changesOf(PLACE, "10", 24), {});
  assert.deepEqual(changesOf(PLACE, "32", 24), { a: { 24: 3 }, b: { 24: 20 } });
  assert.deepEqual(changesOf(PLACE, "10", 0), { a: 1 });
  assert.equal(ownDigits(PLACE, 24), "10");
  assert.equal(ownDigits(PLACE, 0), "00");
});

test("a plan that another betters, or that passes a limit, is left out", () => {
  const [cheap, good, worse, dear, spiky] = [
    trial("c", 1, 1, 5), trial("g", 2, 3, 4), trial("w", 3, 2, 4), trial("d", 9, 9, 0), trial("s", 3, 4, 4, 8),
  ];
  const all = [spiky, dear, worse, good, cheap];
  assert.deepEqual(frontier(all, AXES, FREE), [cheap, good, spiky, dear]);
  assert.deepEqual(frontier(all, AXES, { all: 5, month: 5 }), [cheap, good]);
  assert.deepEqual(frontier(all, AXES, { all: 0.5, month: 5 }), []);
});

test("of two plans that come to the same one is shown", () => {
  assert.equal(frontier([trial("1", 1, 1, 1), trial("2", 1, 1, 1)], AXES, FREE).length, 1);
});

test("where two plans come to nearly the same the one that moves fewer levers is shown", () => {
  const busy = trial("1", 1000, 5.0001, 1, 1, 9);
  const quiet = trial("2", 1000.1, 5, 1, 1, 2);
  assert.deepEqual(frontier([busy, quiet], AXES, FREE), [quiet]);
  const better = trial("3", 1000, 5.1, 1, 1, 9);
  assert.deepEqual(frontier([better, quiet], AXES, FREE), [better]);
});

test("too many plans are thinned, and the ends stay", () => {
  const front = Array.from({ length: 60 }, (_, index) => trial(String(index), index, index ** 2, 0));
  const kept = thinned(front, AXES, 10);
  assert.equal(kept.length, 10);
  assert.ok(kept.includes(front[0]) && kept.includes(front[59]));
  assert.deepEqual(thinned(kept, AXES, 10), kept);
});

function made(limits = FREE) {
  const attempt = (digits) => trial(digits, Number(digits[0]) + Number(digits[1]), Number(digits[0]), Number(digits[1]));
  return new Search({ place: PLACE, attempt, first: ["11"], axes: AXES, limits });
}

test("a search finds the best plans of a small world, and the same ones every time", () => {
  const found = [made(), made()].map((search) => {
    for (let step = 0; step < 200; step += 1) search.step();
    return search.best().map((one) => one.digits);
  });
  assert.deepEqual(found[0], ["00", "10", "20", "30"]);
  assert.deepEqual(found[0], found[1]);
});

test("where no plan keeps the limit the search goes on from the cheapest until one does", () => {
  const search = made({ all: 0, month: 0 });
  search.step();
  assert.deepEqual(search.best(), []);
  for (let step = 0; step < 200; step += 1) search.step();
  assert.deepEqual(search.best().map((one) => one.digits), ["00"]);
});

test("another limit needs no plan to be tried again", () => {
  const search = made();
  for (let step = 0; step < 200; step += 1) search.step();
  const tried = search.tried.size;
  search.turn({ limits: { all: 1, month: 1 } });
  assert.deepEqual(search.best().map((one) => one.digits), ["00", "10"]);
  assert.equal(search.tried.size, tried);
});
