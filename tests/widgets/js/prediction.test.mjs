import assert from "node:assert/strict";
import { test } from "node:test";
import { bent, judge, knotMonths, lineOf, meant, monthOf, predictionSentence } from "../../../widgets/js/more/prediction.js";

const MONTHS = 60;
const flat = (value = 100) => new Float64Array(MONTHS + 1).fill(value);
const ramp = (gap, from = 0, to = MONTHS) =>
  flat().map((value, month) => value + gap * Math.min(1, Math.max(0, (month - from) / (to - from))));
const verdict = (drawn, run, rest = {}) => judge({ own: flat(), drawn, run, from: 0, month: MONTHS, unit: "person", ...rest });

test("a month of the calendar is a month of the run, also across years", () => {
  assert.deepEqual(["1988-11", "1989-01", "2020-10", "1988-10"].map((date) => monthOf("1988-11", date)), [0, 2, 383, -1]);
});

test("a curve can be bent at few enough points, from the first change to the end", () => {
  for (const [begins, months] of [[408, 468], [0, 468], [393, 468], [467, 468], [96, 156], [0, 1200]]) {
    const knots = knotMonths(begins, months);
    assert.equal(knots[0], begins);
    assert.equal(knots.at(-1), months);
    assert.ok(knots.length >= 2 && knots.length <= 18);
    assert.deepEqual(knots, [...new Set(knots)].sort((a, b) => a - b));
  }
});

test("where changes begin at the end there is one point and nothing to draw", () => {
  assert.deepEqual(knotMonths(468, 468), [468]);
});

test("a curve is history before its first point, straight between points, level after the last", () => {
  const line = lineOf({ 2: 10, 4: 20, 6: 20 }, [1, 1, 1, 1, 1, 1, 1, 1]);
  assert.deepEqual([...line], [1, 1, 10, 15, 20, 20, 20, 20]);
});

test("a point that is moved takes along the later points that nobody has placed", () => {
  const own = [10, 11, 12, 13];
  const curve = { 1: 11, 2: 12, 3: 13 };
  assert.deepEqual(bent(curve, own, 1, 8, new Set([1]), [0, 20]), { 1: 8, 2: 9, 3: 10 });
  assert.deepEqual(bent(curve, own, 1, 8, new Set([1, 3]), [0, 20]), { 1: 8, 2: 9, 3: 13 });
  assert.deepEqual(bent(curve, own, 2, 8, new Set([2]), [0, 20]), { 1: 11, 2: 8, 3: 9 });
});

test("no point leaves the picture", () => {
  assert.deepEqual(bent({ 1: 5, 2: 9 }, [5, 5, 9], 1, 99, new Set(), [0, 10]), { 1: 10, 2: 10 });
  assert.deepEqual(bent({ 1: 5, 2: 9 }, [5, 5, 9], 1, -9, new Set(), [0, 10]), { 1: 0, 2: 4 });
});

test("the direction is right, wrong, missed, drawn for nothing, or rightly none", () => {
  assert.equal(verdict(ramp(30), ramp(30)).direction, "right");
  assert.equal(verdict(ramp(-30), ramp(30)).direction, "wrong");
  assert.equal(verdict(flat(), ramp(30)).direction, "missed");
  assert.equal(verdict(ramp(30), flat()).direction, "nothing");
  assert.equal(verdict(flat(), flat()).direction, "none");
});

test("a hand that trembles has drawn no difference", () => {
  assert.equal(verdict(ramp(0.9), ramp(30)).direction, "missed");
});

test("a line drawn level is no expectation of more or less, even where the place's own line moves", () => {
  const own = ramp(30);
  for (const run of [ramp(60), ramp(30), ramp(-60)]) assert.equal(verdict(flat(), run, { own }).direction, "level");
  assert.equal(verdict(flat().map((value, month) => value + (month % 3)), ramp(60), { own }).direction, "level");
  assert.equal(verdict(ramp(10), ramp(60), { own }).direction, "wrong");
  const shares = (line) => line.map((value) => value / 400);
  assert.equal(verdict(shares(flat(101)), shares(ramp(60)), { own: shares(own), unit: "1" }).direction, "level");
});

test("the size is right within a quarter, and otherwise too small or too large", () => {
  assert.equal(verdict(ramp(30), ramp(37)).size, "right");
  assert.equal(verdict(ramp(30), ramp(38)).size, "small");
  assert.equal(verdict(ramp(30), ramp(23)).size, "large");
});

test("the time is told by when half of the difference is there", () => {
  assert.deepEqual(verdict(ramp(30), ramp(30, 0, 12)), { direction: "right", size: "right", time: "earlier", months: 24 });
  assert.deepEqual(verdict(ramp(30, 0, 12), ramp(30)), { direction: "right", size: "right", time: "later", months: 24 });
  assert.equal(verdict(ramp(30), ramp(30, 2)).time, "right");
});

test("what is judged is the month shown", () => {
  const there = flat().map((value, month) => (month < 30 ? value + 30 : value - 30));
  assert.equal(verdict(ramp(30), there, { month: 29 }).direction, "right");
  assert.equal(verdict(ramp(30), there).direction, "wrong");
});

test("every verdict has its words", () => {
  const words = { "date.months": "|||||||||||", "more.predict.join": "{one} {other}" };
  const t = (key, slots) => (words[key] ?? `[${key.replace("more.predict.", "")}]`).replace(/\{(\w+)\}/g, (_, slot) => slots[slot]);
  const say = (drawn, run) =>
    predictionSentence(t, { name: "x", unit: "person", begins: "2020-01", own: flat(), drawn, run, from: 0, month: MONTHS });
  assert.equal(say(ramp(30), ramp(60, 0, 12)), "[told] [right] [size.small] [time.earlier]");
  assert.equal(say(ramp(30), ramp(-60)), "[told] [wrong.below]");
  assert.equal(say(flat(), ramp(60)), "[told] [missed.above]");
  assert.equal(say(flat(), flat()), "[told] [none]");
  const level = (run) => predictionSentence(t, { name: "x", unit: "person", begins: "2020-01", own: ramp(30), drawn: flat(), run, from: 0, month: MONTHS });
  assert.deepEqual([ramp(60), ramp(-60), flat()].map(level), ["higher", "lower", "same"].map((kind) => `[told] [level.${kind}]`));
});

test("the bold words of a question say what is to be drawn", () => {
  const names = [["members", "Sent-down members"], ["services", "Services"], ["social_organisations", "Social organisations"]]
    .map(([key, name]) => ({ key, name }));
  assert.equal(meant(["Predict.", "services", "organisations"], names), "services");
  assert.equal(meant(["organisations"], names), "social_organisations");
  assert.equal(meant(["take part"], names), undefined);
  assert.equal(meant([], names), undefined);
  assert.equal(meant(["组织"], [{ key: "a", name: "志愿者" }, { key: "b", name: "社会组织数量" }]), "b");
});
