import assert from "node:assert/strict";
import { test } from "node:test";
import { Sureness } from "../../../widgets/js/sureness.js";

const KEYS = ["level"];

/** A Sureness over communities that count what they are asked; each step takes a millisecond. */
function make({ step = 0.1 } = {}) {
  let now = 0;
  let told = 0;
  const asked = [];
  const many = {
    count: 500,
    known: new Set([12]),
    *spreads(plans, from, keys, count = 500) {
      asked.push({ plans: plans.map(({ plan }) => plan.push ?? 0), from, keys, count });
      for (let member = 0; member < count; member += 1) {
        now += step;
        yield;
      }
      return plans.map(({ plan }) => ({
        count, has: (key) => keys.includes(key), at: () => [plan.push ?? 0], band: (key) => ({ plan, key }),
      }));
    },
  };
  const turns = { add: (work) => {
    let wanted = true;
    const result = new Promise((done) => {
      let one = work.next();
      while (!one.done) one = work.next();
      setTimeout(() => wanted && done(one.value), 0);
    });
    return { result, giveUp: () => { wanted = false; } };
  } };
  const sureness = new Sureness({ place: { shocks: [] }, full: {}, tell: () => { told += 1; }, turns, clock: () => now });
  Object.assign(sureness, { many, wanted: true });
  return { sureness, asked, told: () => told };
}

const pause = (time = 250) => new Promise((resolve) => setTimeout(resolve, time));
const plan = (push) => ({ plan: { push }, shocks: [] });

test("a band that a picture asks for comes when the plan has rested, with the place as it was beside it", async () => {
  const { sureness, asked, told } = make();
  assert.equal(sureness.band("level"), null);
  sureness.restart(plan(3), 12);
  await pause();
  assert.equal(told(), 1);
  assert.deepEqual(sureness.band("level").plan, { push: 3 });
  assert.deepEqual(sureness.agreement("level", 20, 1), { above: 1, below: 0, count: 1 });
  assert.deepEqual(asked.filter((one) => one.count === 500).map((one) => one.plans), [[0], [3]]);
});

test("the place as it was runs once for all plans", async () => {
  const { sureness, asked } = make();
  for (const push of [1, 2]) {
    sureness.band("level");
    sureness.restart(plan(push), 12);
    await pause();
  }
  assert.deepEqual(asked.filter((one) => one.count === 500).map((one) => one.plans), [[0], [1], [2]]);
});

test("a few communities follow a moving thumb, as many as a frame has time for", async () => {
  const { sureness, asked } = make({ step: 0.25 });
  sureness.band("level");
  sureness.restart(plan(1), 12);
  assert.deepEqual(asked.map((one) => one.count), [30]);
  assert.ok(sureness.band("level") && !sureness.agreement("level", 20, 1));
  sureness.restart(plan(2), 12);
  assert.deepEqual(asked.map((one) => one.count), [30, 32]);
  sureness.stop();
});

test("on a slow machine none follow, and the band waits for the thumb to rest", () => {
  const { sureness, asked } = make({ step: 3 });
  sureness.band("level");
  for (const push of [1, 2, 3]) sureness.restart(plan(push), 12);
  assert.deepEqual(asked.map((one) => one.count), [30]);
  sureness.stop();
});

test("a picture that comes into sight later gets its band too", async () => {
  const { sureness } = make();
  sureness.band("level");
  sureness.restart(plan(1), 12);
  await pause();
  sureness.band("level");
  assert.equal(sureness.band("trust"), null);
  await pause(50);
  assert.equal(sureness.band("trust").key, "trust");
  assert.equal(sureness.band("level").key, "level");
});

test("what is given up never comes", async () => {
  const { sureness, told } = make();
  sureness.band("level");
  sureness.restart(plan(1), 12);
  sureness.stop();
  await pause();
  assert.equal(told(), 0);
  assert.equal(sureness.band("level"), null);
});
