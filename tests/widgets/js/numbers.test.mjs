import assert from "node:assert/strict";
import { test } from "node:test";
import { numbersText } from "../../../widgets/js/more/numbers.js";

const t = (key, slots) => (slots ? `${key}(${Object.values(slots).join(" ")})` : key);
const place = {
  key: "here", begins: "1999-12", months: 1,
  quantities: [{ key: "trust", unit: "1", named: true }, { key: "joy, \"deep\"", unit: "person", named: true }, { key: "x", unit: "1", named: false }],
};
const own = { trust: [0.1, 0.25], "joy, \"deep\"": [1, 2], x: [0, 0] };
const run = { trust: [0.1, 0.5], "joy, \"deep\"": [1, 3], x: [0, 0] };

test("a row a month for the place as it was and for the plan, each with the code", () => {
  const text = numbersText(t, { place, own, run, changed: true, code: "0B2D" });
  assert.equal(text[0], "\ufeff");
  const rows = text.slice(1).trimEnd().split("\r\n");
  assert.equal(rows.length, 5);
  assert.equal(rows[1], "here,studio.own,0,1999-12,0.1,1");
  assert.equal(rows[4], "here,0B2D,1,2000-01,0.5,3");
});

test("the head names each quantity with its unit, quoted where it must be", () => {
  const [head] = numbersText(t, { place, own, run, changed: false, code: "" }).slice(1).split("\r\n");
  assert.ok(head.includes("more.share.csv.column(quantity.trust more.share.csv.share)"));
  assert.ok(head.endsWith("\"more.share.csv.column(quantity.joy, \"\"deep\"\" unit.person)\""));
});

test("without a change there is only the place as it was", () => {
  assert.equal(numbersText(t, { place, own, run, changed: false, code: "" }).trimEnd().split("\r\n").length, 3);
});
