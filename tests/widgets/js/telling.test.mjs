import assert from "node:assert/strict";
import { test } from "node:test";
import { toldPlan } from "../../../widgets/js/more/telling.js";

const t = (key, slots) => (slots ? `${key}(${Object.values(slots).join("|")})` : key);
const names = { "date.months": "1|2|3|4|5|6|7|8|9|10|11|12" };
const say = (key, slots) => names[key] ?? t(key, slots);
const own = { shock: "epidemic", month: 3, length: 9, size: 1 };
const place = {
  begins: "2000-01", plan: { training: { 0: 10, 12: 20 }, delegation: 0.5 }, shocks: [own], shock_names: ["Flu"],
  levers: [{ key: "training", name: "Lessons", value: 5, unit: "1" }, { key: "delegation", name: "Freedom", value: 0.5, unit: "1" }],
};

test("nothing changed is said", () => {
  assert.deepEqual(toldPlan(say, place, { plan: {}, shocks: [own] }).told, ["more.share.told.nothing"]);
});

test("changes of one month leave the month to the heading, and say what was then", () => {
  const { month, told } = toldPlan(say, place, { plan: { training: { 12: 40 } }, shocks: [own] });
  assert.equal(month, 12);
  assert.deepEqual(told, ["more.share.told.set(Lessons|20|40)"]);
});

test("changes of several months name each", () => {
  const { month, told } = toldPlan(say, place, { plan: { training: { 12: 40, 24: 0 }, delegation: 1 }, shocks: [own] });
  assert.equal(month, null);
  assert.match(told[0], /Lessons\|20\|.*step\(40\|.*told\.then.*step\(0\|/);
  assert.match(told[1], /Freedom\|0\.5/);
});

test("a shock that is left out is told, and one that is added", () => {
  const { told } = toldPlan(say, place, { plan: {}, shocks: [{ shock: "honour", month: 0, length: 2, size: 1.5 }] });
  assert.equal(told[0], "more.share.told.off(Flu)");
  assert.match(told[1], /more\.share\.told\.shock\(shock\.honour\|.*\|2\|studio\.shock\.strength\.honour\(1\.5\|100\)\)/);
});

test("of a lever that changes often the first changes are told, and how many follow", () => {
  const often = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [12 + at, at]));
  const [told] = toldPlan(say, place, { plan: { training: often }, shocks: [own] }).told;
  assert.equal(told.match(/told\.step/g).length, 4);
  assert.match(told, /told\.later\(.*\|5\)/);
});
