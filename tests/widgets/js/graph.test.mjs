import assert from "node:assert/strict";
import { test } from "node:test";
import { answers, arrow, bendOf, lanes, places, signPlace, untangle, wrap } from "../../../widgets/js/graph.js";

test("untangling keeps every node in its column", () => {
  const columns = [["a", "b", "c"], ["d", "e"]];
  const ordered = untangle(columns, [{ from: "a", to: "e" }, { from: "c", to: "d" }]);
  assert.deepEqual(ordered.map((column) => [...column].sort()), columns);
});

test("linked nodes come to stand side by side", () => {
  const [left, right] = untangle([["a", "b", "c"], ["d", "e", "f"]], [
    { from: "a", to: "f" }, { from: "b", to: "e" }, { from: "c", to: "d" },
  ]);
  const partner = { a: "f", b: "e", c: "d" };
  assert.deepEqual(left.map((name) => partner[name]), right);
});

test("nodes stand inside the picture and apart from each other", () => {
  const { at, height } = places([["a", "b"], ["c"]], { width: 320, top: 30, row: 80 });
  for (const { x, y } of at.values()) assert.ok(x > 0 && x < 320 && y > 30 && y < height);
  assert.ok(at.get("b").y - at.get("a").y >= 80);
});

test("an arrow begins and ends outside its nodes", () => {
  const half = { x: 15, y: 15 };
  const { d, head } = arrow({ x: 0, y: 0 }, { x: 200, y: 0 }, { half, bend: 0.1, head: 8 });
  const [startX] = d.match(/-?[\d.]+/g).map(Number);
  const [tipX] = head.match(/-?[\d.]+/g).map(Number);
  assert.ok(startX >= 15 && startX < 25);
  assert.ok(tipX <= 185 && tipX > 170);
});

test("there and back do not lie on each other", () => {
  const [a, b] = [{ x: 0, y: 0 }, { x: 200, y: 0 }];
  const shape = { half: { x: 15, y: 15 }, head: 8 };
  const there = arrow(a, b, { ...shape, bend: bendOf(a, b, { middle: 100, lane: 0 }) }).at(0.5);
  const back = arrow(b, a, { ...shape, bend: bendOf(b, a, { middle: 100, lane: 0 }) }).at(0.5);
  assert.ok(Math.abs(there.y - back.y) > 10);
});

test("there and back within a column do not lie on each other", () => {
  const [a, b] = [{ x: 0, y: 0 }, { x: 0, y: 55 }];
  const [there, back] = answers([{ from: "a", to: "b" }, { from: "b", to: "a" }]);
  assert.deepEqual([there, back], [false, true]);
  const middle = (from, to, bend) => arrow(from, to, { half: { x: 40, y: 18 }, bend, head: 6 }).at(0.5);
  const one = middle(a, b, bendOf(a, b, { middle: 100, lane: 0, back: there }));
  const other = middle(b, a, bendOf(b, a, { middle: 100, lane: 0, back }));
  assert.ok(one.x - other.x > 10);
});

test("the sign of an arrow stands off the nodes that it passes", () => {
  const half = { x: 30, y: 16 };
  const centres = [0, 80, 160].map((x) => ({ x, y: 0 }));
  const sign = signPlace(arrow(centres[0], centres[2], { half, bend: 0, head: 6 }), centres, half);
  assert.ok(centres.every(({ x }) => Math.abs(sign.x - x) > half.x), `${sign.x}`);
});

test("the sign of a short arrow stands beside it", () => {
  const half = { x: 40, y: 18 };
  const centres = [{ x: 0, y: 0 }, { x: 0, y: 55 }];
  for (const bend of [0.3, -0.3]) {
    const path = arrow(centres[0], centres[1], { half, bend, head: 6 });
    const away = (signPlace(path, centres, half).x - path.at(0.5).x) * Math.sign(path.at(0.5).x);
    assert.ok(away >= 10, `${away}`);
  }
});

test("several ties of one pair take a lane each", () => {
  assert.deepEqual(lanes([{ from: "a", to: "b" }, { from: "a", to: "b" }, { from: "b", to: "a" }]), [0, 1, 0]);
});

test("labels break between English words and between Chinese characters", () => {
  assert.deepEqual(wrap("Estate volunteer teams", 16), ["Estate volunteer", "teams"]);
  assert.deepEqual(wrap("居委会与社区党委", 10), ["居委会与社", "区党委"]);
  assert.deepEqual(wrap("Short", 20), ["Short"]);
});
