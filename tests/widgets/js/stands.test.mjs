import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOf, ownSigns, sign, standing, standsOf } from "../../../widgets/js/more/stands.js";

const lever = (key, value, values, step, shown = true) => ({ key, value, shown, low: values[0], step, levels: values.map((one) => [String(one), one]) });
const PLACE = {
  levers: [lever("a", 1, [0, 1, 2, 3], 1), lever("hidden", 5, [5, 6], 1, false), lever("b", 0, [0, 10, 30], 1)],
  plan: { a: { 0: 0, 12: 1 }, hidden: 5, b: 0 },
};

test("a lever stands at its named levels, and between them where its slider can", () => {
  const values = (one) => standsOf(one).map(({ value }) => value);
  assert.deepEqual(values(PLACE.levers[0]), [0, 1, 2, 3]);
  assert.deepEqual(values(PLACE.levers[2]), [0, 3, 5, 8, 10, 15, 20, 25, 30]);
  assert.deepEqual(standsOf(PLACE.levers[2]).map(({ parts }) => parts), [1, 4, 2, 4, 1, 4, 2, 4, 1]);
  assert.deepEqual(values(lever("c", 0, [0, 0.2], 0.1)), [0, 0.1, 0.2]);
  assert.deepEqual(values(lever("d", 0, [0.1, 0.9], 0.1)), [0.1, 0.3, 0.5, 0.7, 0.9]);
});

test("signs say which levers stand elsewhere than they would", () => {
  assert.deepEqual(changesOf(PLACE, "10", 24), {});
  assert.deepEqual(changesOf(PLACE, "34", 24), { a: { 24: 3 }, b: { 24: 10 } });
  assert.deepEqual(changesOf(PLACE, "11", 0), { a: 1, b: 3 });
  assert.equal(ownSigns(PLACE, 24), "10");
  assert.equal(ownSigns(PLACE, 0), "00");
});

test("after nine the signs go on", () => {
  const many = lever("many", 0, [0, 40, 80, 120], 1);
  const place = { levers: [many], plan: {} };
  standsOf(many).forEach((one, at) => assert.equal(standing(place, sign(at))[0], one));
  assert.equal(new Set(standsOf(many).map((_, at) => sign(at))).size, 13);
});
