import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { recoverySentence } from "../../../widgets/js/more/recoverywords.js";
import { translator } from "../../../widgets/js/words.js";

/** Rows of the table of words, whose fields may stand between quotation marks. */
const rows = readFileSync(new URL("../../../locale/words.csv", import.meta.url), "utf8").trim().split("\n")
  .map((row) => [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));
const say = [1, 2].map((column) => translator(Object.fromEntries(rows.map((row) => [row[0], row[column]]))));

const lines = (...gaps) => ["value", "resource", "interaction", "outcome"].map((dimension, at) =>
  ({ dimension, gap: 0, month: 0, recovered: 0, left: 0, ...gaps[at] }));
const told = (found, shock = {}) =>
  say.map((t) => recoverySentence(t, { found, shock: { month: 2, length: 3, size: 1, ...shock }, begins: "2020-01", months: 24 }));
const hit = { gap: -0.05, month: 14, recovered: 7, left: 0 };
const lift = { gap: 0.04, month: 5, recovered: 20, left: 0 };

test("a fall is told with its month and how long the way back takes", () => {
  assert.deepEqual(told(lines({}, {}, hit)), [
    "It lowers Interaction by up to 0.05 (March 2021), back on course 7 months after it ends.",
    "它使“互动”最多降低0.05（2021年3月），事件结束7个月后恢复。",
  ]);
});

test("a lift is told with how long it lasts", () => {
  assert.deepEqual(told(lines(lift)), [
    "It raises Value by up to 0.04 (June 2020), gone 20 months after it ends.",
    "它使“价值”最多提高0.04（2020年6月），事件结束20个月后消退。",
  ]);
});

test("a line that is back later is told as well, in at most twenty words each", () => {
  const [english, chinese] = told(lines({ ...lift, recovered: 20 }, {}, {}, hit));
  const sentences = english.split(/(?<=\.) /);
  assert.deepEqual(sentences.map((one) => one.split(" ").slice(0, 4).join(" ")), ["It lowers Outcomes by", "It also raises Value"]);
  assert.ok(sentences.every((one) => one.split(" ").length <= 20));
  assert.match(chinese, /^它使“结果”最多降低.*恢复；同时使“价值”最多提高.*消退。$/);
});

for (const [months, fall, rise, chinese] of [
  [0, "back on course as soon as it ends", "gone as soon as it ends", "事件一结束就"],
  [1, "back on course 1 month after it ends", "gone 1 month after it ends", "事件结束1个月后"],
  [2, "back on course 2 months after it ends", "gone 2 months after it ends", "事件结束2个月后"],
]) {
  test(`${months} months are told as one tells them`, () => {
    for (const [gap, ending] of [[hit, fall], [lift, rise]]) {
      const [english, other] = told(lines({ ...gap, recovered: months }));
      assert.ok(english.endsWith(`, ${ending}.`), english);
      assert.ok(other.includes(chinese), other);
    }
  });
}

test("what is not over when the run ends is told with what is left of it", () => {
  const [english, chinese] = told(lines({ ...hit, recovered: null, left: -0.02 }));
  assert.ok(english.endsWith(", still 0.02 lower in January 2022, where the run ends."), english);
  assert.ok(chinese.endsWith("，到运行末月2022年1月仍低0.02。"), chinese);
  assert.ok(told(lines({ ...hit, recovered: null, left: 0.03 }))[0].endsWith(", but 0.03 higher in January 2022, where the run ends."));
  assert.ok(told(lines({ ...lift, recovered: null, left: 0.03 }))[0].endsWith(", still 0.03 higher in January 2022, where the run ends."));
  assert.ok(told(lines({ ...lift, recovered: null, left: -0.03 }))[0].endsWith(", but 0.03 lower in January 2022, where the run ends."));
});

test("what is furthest away when the run ends is told so", () => {
  const [english, chinese] = told(lines({ ...hit, month: 24, recovered: null, left: -0.05 }));
  assert.equal(english, "It lowers Value, most of all where the run ends: by 0.05 in January 2022.");
  assert.equal(chinese, "它使“价值”越来越低，到运行末月2022年1月低0.05。");
});

test("a shock that outlasts the run is not yet over", () => {
  const [english] = told(lines({ ...hit, month: 24, recovered: null, left: -0.05 }), { length: 23 });
  assert.equal(english, "It lowers Value by up to 0.05 (January 2022), and is not over in January 2022, where the run ends.");
  assert.match(told(lines(), { length: 23 })[0], /^Hardly noticed so far/);
});

test("what nobody would see is told as that, and what has no size as nothing", () => {
  assert.deepEqual(told(lines({ gap: 0.0049 })), [
    "Hardly noticed: none of the four dimensions moves by as much as 0.005.", "几乎没有影响：四个维度的变化都不到0.005。",
  ]);
  assert.deepEqual(told(lines(), { size: 0 }), ["At size 0 it changes nothing.", "强度为0，什么也不改变。"]);
});
