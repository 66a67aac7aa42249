import assert from "node:assert/strict";
import { test } from "node:test";
import { sayAll, sayMonth, spanOf, standing } from "../../../widgets/js/more/limit.js";

const t = (key, slots = {}) => `${key} ${Object.values(slots).join(" ")}`;
const RUN = { money_spent: [0, 100, 200, 600, 700] };
const PLACE = { begins: "2000-01", months: 4 };

test("a slider about a sum has round positions on both sides of it", () => {
  const { low, high, step } = spanOf(4_416_672);
  assert.ok(low <= 4_416_672 / 2 + step && high >= 4_416_672 * 2 && (high - low) / step <= 110);
  for (const end of [low, high]) assert.ok(Math.abs(end / step - Math.round(end / step)) < 1e-9);
});

test("a plan that passes its limit is told when the money is used up, and by how much", () => {
  assert.match(sayAll(t, PLACE, RUN, 0, 500), /^more\.budget\.all\.passed .*500/);
  assert.match(sayAll(t, PLACE, RUN, 0, 700), /^more\.budget\.all\.kept/);
  assert.match(sayMonth(t, PLACE, RUN, 0, 399), /^more\.budget\.month\.passed/);
  assert.match(sayMonth(t, PLACE, RUN, 0, 400), /^more\.budget\.month\.kept/);
});

test("without a limit nothing is said", () => {
  assert.equal(sayAll(t, PLACE, RUN, 0, Infinity) + sayMonth(t, PLACE, RUN, 0, Infinity), "");
});

test("a slider stands where its reader left it, also when it has other steps, and else where it begins", () => {
  const span = { low: 100, high: 400, step: 10 };
  assert.equal(standing(234, span, 200), 230);
  assert.equal(standing(399, span, 200), 390, "a limit never becomes none by rounding");
  assert.equal(standing(null, span, 200), 400);
  for (const none of [undefined, 99, 400, 4000]) assert.equal(standing(none, span, 200), 200);
});
