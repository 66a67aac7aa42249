import assert from "node:assert/strict";
import test from "node:test";

import { movedSentence, newsSentence, sayLever } from "../../../widgets/js/moved.js";
import { translator } from "../../../widgets/js/words.js";

const t = translator({
  colon: ": ",
  "number.with_unit": "{number} {unit}",
  "unit.hour": "hours",
  "unit.one.hour": "hour",
  "unit.month": "months",
  "unit.one.month": "month",
  "studio.lever.level": "{size} · {level}",
  "studio.begins": "From",
  "date.months": "January|February",
  "date.month": "{name} {year}",
  "story.moved": "Moved: {parts}. ",
  "story.moved.back": "{name} back",
  "story.moved.many": "{count} levers",
  "story.moved.next": "; ",
  "story.moved.none": "None. ",
  "story.moved.shocks": "events",
});
const levers = ["a", "b", "c", "d"].map((key) => ({ key, name: key.toUpperCase(), unit: "hour", step: 1, value: 2, levels: [["strong", 40]] }));
const place = { levers, begins: "2020-01" };
const at = (plan, shocks = []) => ({ plan, shocks, begins: 12 });

test("a lever that was moved is named with its value, its unit and its level", () => {
  assert.equal(newsSentence(t, place, at({}), at({ a: { 12: 40 } })), "Moved: A: 40 hours · strong. ");
  assert.equal(newsSentence(t, place, at({ a: 40 }), at({ a: 40, b: 3 })), "Moved: B: 3 hours. ");
});

test("a lever that was put back is said to be back, and a plan given up to be gone", () => {
  assert.equal(newsSentence(t, place, at({ a: 40, b: 3 }), at({ a: 40 })), "Moved: B back. ");
  assert.equal(newsSentence(t, place, at({ a: 40, b: 3 }), at({})), "None. ");
});

test("many levers at once are counted, and events are mentioned", () => {
  assert.equal(newsSentence(t, place, at({}), at({ a: 1, b: 1, c: 1, d: 1 })), "Moved: 4 levers. ");
  assert.equal(newsSentence(t, place, at({}), at({ a: 1 }, [{ shock: "x" }])), "Moved: A: 1 hour; events. ");
});

test("another beginning is named with its month, and the levers that only begin then are not told again", () => {
  const later = (plan) => ({ ...at(plan), begins: 13 });
  assert.equal(newsSentence(t, place, at({ a: { 12: 40 } }), later({ a: { 13: 40 } })), "Moved: From: February 2021. ");
  assert.equal(newsSentence(t, place, at({ a: { 12: 40 } }), later({ a: { 13: 3 } })), "Moved: From: February 2021; A: 3 hours. ");
});

test("where only the month was moved there is nothing to say of levers", () => {
  assert.equal(newsSentence(t, place, at({ a: 1 }), at({ a: 1 })), "");
});

test("the whole position says every lever that stands elsewhere", () => {
  assert.equal(movedSentence(t, levers, at({ a: 1, b: { 12: 40 } })), "Moved: A: 1 hour; B: 40 hours · strong. ");
  assert.equal(movedSentence(t, levers, at({})), "None. ");
});

test("no months that are called never are never, and not the contrary", () => {
  const lever = { unit: "month", step: 1, levels: [["never", 0], ["quick", 3]] };
  assert.equal(sayLever(t, lever, 0), "never");
  assert.equal(sayLever(t, lever, 3), "3 months · quick");
  assert.equal(sayLever(t, { ...lever, unit: "hour", levels: [["none", 0], ["all", 3]] }, 0), "0 hours · none");
});
