import assert from "node:assert/strict";
import { test } from "node:test";
import { Bands, effect } from "../../../widgets/js/more/bands.js";

const finish = (work) => {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
};
/** Eleven communities that differ widely, in each of which a plan makes a difference of 0 to 10. */
const histories = Array.from({ length: 11 }, (_, member) => 100 * member);
const theirs = { at: () => Float64Array.from(histories) };
const mine = { at: (key, month) => Float64Array.from(histories, (value, member) => value + member * (month - 1)) };

test("the band is that of the difference within each community, however much communities differ", () => {
  const { low, high } = finish(effect(mine, theirs, "x", [50, 50, 60], 1));
  assert.deepEqual([...low], [50, 50, 61]);
  assert.deepEqual([...high], [50, 50, 69]);
});

test("until a plan begins its band is the place's own line", () => {
  const { low, high } = finish(effect(mine, theirs, "x", [5, 6, 7], 2));
  assert.deepEqual([low[0], low[1], high[0], high[1]], [5, 6, 5, 6]);
});

const rest = () => new Promise((resolve) => setTimeout(resolve, 320));

function made() {
  const ran = [];
  const communities = {
    *spreads([{ plan }]) {
      ran.push(plan);
      yield;
      return [plan.name ? mine : theirs];
    },
  };
  const turns = { add: (work) => ({ result: Promise.resolve().then(() => finish(work)), giveUp: () => {} }) };
  let told = 0;
  const bands = new Bands({ sureness: { communities, turns }, place: { shocks: [] }, lines: { x: [1, 2, 3] }, tell: () => (told += 1) });
  return { bands, ran, told: () => told };
}
const plan = (name) => ({ plan: { name }, shocks: [] });

test("bands come when a comparison rests, and the history they are held against runs once", async () => {
  const { bands, ran, told } = made();
  assert.deepEqual(bands.of([plan("a"), plan("b")], 1), [null, null]);
  await rest();
  assert.deepEqual(ran, [{}, { name: "a" }, { name: "b" }]);
  assert.equal(told(), 2);
  assert.ok(bands.of([plan("a"), plan("b")], 1).every((one) => one.x.high.length === 3));
});

test("a plan that is looked at again has its band at once", async () => {
  const { bands, ran } = made();
  bands.of([plan("a")], 1);
  await rest();
  bands.of([plan("b")], 1);
  assert.ok(bands.of([plan("a")], 1)[0]);
  await rest();
  assert.equal(ran.length, 2);
});

test("what moves on before it rests runs nothing", async () => {
  const { bands, ran } = made();
  for (const name of ["a", "b", "c"]) bands.of([plan(name)], 1);
  await rest();
  assert.deepEqual(ran, [{}, { name: "c" }]);
});
