/** Long work goes a little at a time, can be given up, and goes on where there is no worker. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { inSlices, inWorker } from "../../../widgets/js/more/slices.js";

function* counting(count) {
  for (let at = 1; at <= count; at += 1) yield at;
  return "found";
}

/** Slices that are done by hand, with a clock that moves on by some milliseconds at each look. */
function byHand(step) {
  const queue = [];
  let now = 0;
  return { queue, later: (work) => queue.push(work), clock: () => (now += step) };
}

test("what is found is told once, after word of progress", () => {
  const { queue, later, clock } = byHand(5);
  const told = [];
  let found = "";
  inSlices(counting(9), { progress: (at) => told.push(at), done: (value) => { found = value; }, later, clock });
  while (queue.length) queue.shift()();
  assert.equal(found, "found");
  assert.deepEqual(told, [3, 6, 9]);
});

test("work that is given up tells nothing more", () => {
  const { queue, later, clock } = byHand(20);
  const told = [];
  const stop = inSlices(counting(9), { progress: (at) => told.push(at), done: () => told.push("done"), later, clock });
  queue.shift()();
  stop();
  while (queue.length) queue.shift()();
  assert.deepEqual(told, [1]);
});

test("where a page may have no worker the work is done otherwise", () => {
  globalThis.Worker = class { constructor() { throw new Error("SecurityError"); } };
  let failed = false;
  inWorker("explaining.js", {}, { progress() {}, done() {}, failed: () => { failed = true; } })();
  assert.ok(failed);
});

test("a worker that breaks is stopped, and the work is done otherwise", () => {
  const listeners = {};
  let [failed, ended] = [false, false];
  globalThis.Worker = class {
    addEventListener(name, listener) { listeners[name] = listener; }
    postMessage() { listeners.error(); }
    terminate() { ended = true; }
  };
  inWorker("explaining.js", {}, { progress() {}, done() {}, failed: () => { failed = true; } });
  assert.ok(failed && ended);
});
