import assert from "node:assert/strict";
import { test } from "node:test";
import { sized, summarySentence } from "../../../widgets/js/travel.js";

const t = (key, { most, high, least, low }) => [key, most, high, least, low].join(" ").trim();
const places = [{ name: "A" }, { name: "B" }, { name: "C" }];
const say = (...gaps) => summarySentence(t, { name: "Trust", unit: "1" }, places, gaps);

test("a plan that adds everywhere, takes away everywhere, or does both is told as what it is", () => {
  assert.equal(say(0.1, 0.3, 0.2), "travel.summary B 0.30 A 0.10");
  assert.equal(say(0.1, 0, 0.2), "travel.summary C 0.20 B 0.00");
  assert.equal(say(-0.1, -0.3, 0), "travel.summary.less C 0.00 B −0.30");
  assert.equal(say(0, 0, 0), "travel.summary.none");
  assert.equal(say(0.001, -0.001, 0), "travel.summary.none");
  assert.equal(say(0.1, -0.001, 0.2), "travel.summary C 0.20 B 0.00");
  assert.equal(say(-0.1, 0.3, 0.2), "travel.summary.both B 0.30 A −0.10");
});

test("a number stands among the words of its unit, and 1 among those of one", () => {
  const tasks = { unit: "task", said: "每1,000名居民每月{value}项", one: "{value} task" };
  assert.equal(sized(tasks, 30), "每1,000名居民每月30项");
  assert.equal(sized(tasks, 1), "1 task");
  assert.equal(sized({ unit: "1", said: "{value}", one: "{value}" }, 0.5), "0.50");
});
