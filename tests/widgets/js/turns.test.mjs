import assert from "node:assert/strict";
import { test } from "node:test";
import { Turns } from "../../../widgets/js/turns.js";

/** Turns whose clock moves by one at each step, rung by hand. */
function make(spend = 3) {
  let now = 0;
  let rung = 0;
  const hand = {};
  const call = (work) => ({ ring: () => { rung += 1; hand.turn = work; }, rest: () => {} });
  const turns = new Turns({ call, clock: () => now, spend });
  const work = function* (steps, result, log = []) {
    for (let step = 0; step < steps; step += 1) {
      now += 1;
      log.push(result);
      yield;
    }
    return result;
  };
  return { turns, work, turn: () => hand.turn(), rung: () => rung };
}

test("work is done a little at a time and its result comes at the end", async () => {
  const { turns, work, turn, rung } = make();
  const { result } = turns.add(work(5, "done"));
  turn();
  assert.equal(rung(), 2);
  turn();
  assert.equal(await result, "done");
  assert.equal(rung(), 2);
});

test("one job comes after the other, but the first in line may be jumped", async () => {
  const { turns, work, turn } = make(100);
  const log = [];
  turns.add(work(1, "a", log));
  turns.add(work(1, "b", log));
  turns.add(work(1, "c", log), true);
  turn();
  assert.deepEqual(log, ["c", "a", "b"]);
});

test("work that is given up stops, and the rest goes on", async () => {
  const { turns, work, turn } = make();
  const log = [];
  const { giveUp } = turns.add(work(9, "a", log));
  const { result } = turns.add(work(1, "b", log));
  turn();
  giveUp();
  turn();
  assert.equal(await result, "b");
  assert.deepEqual(log, ["a", "a", "a", "b"]);
});

test("work that fails says so and holds nothing up", async () => {
  const { turns, work, turn } = make();
  const { result } = turns.add((function* () { yield; throw new RangeError("no"); })());
  const after = turns.add(work(1, "b"));
  turn();
  await assert.rejects(result, RangeError);
  turn();
  assert.equal(await after.result, "b");
});

test("where there is no bell but the browser's, turns come by themselves", async () => {
  const { work } = make();
  assert.equal(await new Turns().add(work(2, "done")).result, "done");
});
