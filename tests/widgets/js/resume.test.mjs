import assert from "node:assert/strict";
import { test } from "node:test";
import { planFrom, resumed, shocksFrom } from "../../../widgets/js/resume.js";

test("a plan goes on with what holds at the month, and with what comes later", () => {
  const plan = { a: 3, b: { 0: 1, 12: 2, 24: 5 } };
  assert.deepEqual(planFrom(plan, 12), { a: 3, b: { 0: 2, 12: 5 } });
  assert.deepEqual(planFrom(plan, 30), { a: 3, b: { 0: 5 } });
});

test("of what happens only the rest is left", () => {
  const shock = { shock: "epidemic", month: 10, length: 6, size: 2 };
  assert.deepEqual(shocksFrom([shock], 4), [{ ...shock, month: 6 }]);
  assert.deepEqual(shocksFrom([shock], 13), [{ ...shock, month: 0, length: 3 }]);
  assert.deepEqual(shocksFrom([shock], 16), []);
});

test("a run that goes on is the run that was never broken", () => {
  const simulate = ({ start, plan, shocks, months }) => {
    const level = new Float64Array(months + 1);
    let value = start.level;
    for (let month = 0; month <= months; month += 1) {
      level[month] = value;
      const rate = typeof plan.rate === "object" ? latest(plan.rate, month) : plan.rate;
      const push = shocks.filter((one) => month >= one.month && month < one.month + one.length).length;
      value = value * rate + push;
    }
    return { level };
  };
  const latest = (schedule, month) =>
    schedule[Math.max(...Object.keys(schedule).map(Number).filter((start) => start <= month))];
  const input = { start: { level: 1 }, plan: { rate: { 0: 1.01, 20: 0.97 } }, shocks: [{ shock: "x", month: 8, length: 9, size: 1 }], months: 40 };
  const whole = simulate(input);
  for (const from of [1, 8, 12, 20, 21, 40]) {
    assert.deepEqual(resumed(simulate, input, whole, ["level"], from).level, whole.level);
  }
});
