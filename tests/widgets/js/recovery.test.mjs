import assert from "node:assert/strict";
import { test } from "node:test";
import { recoveries, recovered, telling } from "../../../widgets/js/more/recovery.js";

const END = 3;

test("a line is back from the month on from which its gap stays too small to be seen", () => {
  const found = recovered([0, -0.02, -0.03, -0.01, -0.006, -0.004, 0], END);
  assert.deepEqual(found, { gap: -0.03, month: 2, recovered: 2, left: 0 });
});

test("what comes back and goes again is not back yet", () => {
  assert.equal(recovered([0, -0.02, -0.03, -0.001, -0.001, -0.006, -0.001, -0.001], END).recovered, 3);
});

test("what was over before the shock ended is back at once", () => {
  assert.equal(recovered([0, -0.02, 0, 0, 0], END).recovered, 0);
});

test("the worst may come after the end", () => {
  const { gap, month, recovered: months } = recovered([0, -0.01, -0.01, -0.02, -0.04, -0.01, 0], END);
  assert.deepEqual([gap, month, months], [-0.04, 4, 3]);
});

test("where the run ends first nobody knows, and what is left is told with its sign", () => {
  assert.deepEqual(recovered([0, -0.02, -0.03, 0.01, 0.02], END), { gap: -0.03, month: 2, recovered: null, left: 0.02 });
  assert.equal(recovered([0, -0.02, 0], END).recovered, null);
});

test("a gap that is nought is back at once, and so is one that nobody sees", () => {
  assert.deepEqual(recovered([0, 0, 0, 0], END), { gap: 0, month: 0, recovered: 0, left: 0 });
  assert.equal(recovered([0, 0.0049, -0.0049, 0.0049], END).recovered, 0);
});

test("rounding chooses no month: of gaps that are equal but for it the first counts", () => {
  assert.equal(recovered([0, 0.03, 0.03 + 1e-15, 0], END).month, 1);
});

const line = (dimension, gap, months = 0) => ({ dimension, gap, recovered: months });
const named = (...found) => telling(found).map(({ dimension }) => dimension);

test("the line that moved furthest is told, and the last to be back if that is another by more than a year", () => {
  const furthest = line("interaction", -0.04, 5);
  assert.deepEqual(named(line("value", 0.02, 20), line("resource", -0.01, 18), furthest), ["interaction", "value"]);
  assert.deepEqual(named(line("value", 0.02, 20), line("resource", -0.01, null), furthest), ["interaction", "resource"]);
  assert.deepEqual(named(line("value", 0.02, 17), line("resource", -0.01, 3), furthest), ["interaction"]);
  assert.deepEqual(named(line("value", 0.02, null), line("resource", 0.03, null)), ["resource"]);
});

test("a line on which nobody sees anything is not told", () => {
  assert.deepEqual(named(line("value", 0.02, 1), line("resource", -0.004, 90)), ["value"]);
  assert.deepEqual(named(line("value", 0.004), line("resource", -0.004)), []);
});

test("of two lines that are equal but for rounding the first is told", () => {
  assert.deepEqual(named(line("value", -0.02), line("resource", -0.02 - 1e-15)), ["value"]);
});

/** A model of one number: each shock lowers it month by month, and half of what is away comes back in a month. */
function simulate({ start, shocks, months }) {
  const course = Float64Array.of(start.trust, ...new Array(months));
  for (let month = 0; month < months; month += 1) {
    const hits = shocks.filter((one) => one.month <= month && month < one.month + one.length);
    course[month + 1] = 0.5 + (course[month] - 0.5) / 2 - hits.reduce((sum, { size }) => sum + size, 0);
  }
  const still = course.map(() => 0.5);
  return { trust: course, volunteers: still, participation: still, services: still };
}
const quantities = [["trust", "value"], ["volunteers", "resource"], ["participation", "interaction"], ["services", "outcome"]]
  .map(([key, dimension]) => ({ key, dimension, highest: 1, reversed: false, member: true }));
const full = { trust: 1, volunteers: 1, participation: 1, services: 1 };

function each(shocks, months = 24) {
  const input = { parameters: {}, start: { trust: 0.5 }, plan: {}, shocks, months };
  const steps = recoveries(simulate, input, simulate(input), { quantities, full, stocks: ["trust"] });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.map((lines) => lines[0]);
}
const shock = (month, size, length = 2) => ({ shock: "epidemic", month, length, size });

test("each shock is taken away alone, and the others stay", () => {
  const [first, second] = each([shock(3, 0.1), shock(12, 0.2)]);
  assert.deepEqual([first.dimension, first.month, second.month], ["value", 5, 14]);
  assert.ok(Math.abs(first.gap + 0.15) < 1e-12 && Math.abs(second.gap + 0.3) < 1e-12);
});

test("a shock twice as large takes longer, and one of no size takes nothing", () => {
  const [small] = each([shock(3, 0.1)]);
  const [large] = each([shock(3, 0.2)]);
  const [none] = each([shock(3, 0)]);
  assert.equal(large.recovered, small.recovered + 1);
  assert.deepEqual([none.gap, none.recovered], [0, 0]);
});

test("a shock that begins or ends after the run is no fault", () => {
  assert.equal(each([shock(24, 0.1, 5)])[0].recovered, null);
  assert.deepEqual(each([shock(30, 0.1)])[0].gap, 0);
});
