import assert from "node:assert/strict";
import { test } from "node:test";
import { fromFragment, toFragment } from "../../../widgets/js/link.js";

const bounds = {
  place: "here",
  months: 468,
  levers: [
    { key: "training", lowest: 0, highest: 2000 },
    { key: "delegation", lowest: 0, highest: 1 },
  ],
  kinds: { epidemic: { lowest: 0, highest: 10 } },
};
const position = {
  plan: { training: { 240: 80, 300: 20 }, delegation: 0.5 },
  shocks: [{ shock: "epidemic", month: 384, length: 9, size: 1.5 }],
  begins: 240,
  month: 400,
};

test("a position comes back from its link as it was", () => {
  assert.deepEqual(fromFragment(toFragment("here", position), bounds), position);
});

test("the place's own shocks are not written, and no shocks at all are", () => {
  assert.equal(fromFragment(toFragment("here", { ...position, shocks: null }), bounds).shocks, null);
  assert.deepEqual(fromFragment(toFragment("here", { ...position, shocks: [] }), bounds).shocks, []);
});

test("a shock whose name holds the mark between shocks comes back", () => {
  const shocks = [
    { shock: "epidemic", month: 3, length: 2, size: 1.5 },
    { shock: "budget_cut", month: 4, length: 12, size: 0.5 },
    { shock: "budget_cut", month: 5, length: 12, size: 1 },
  ];
  const all = { ...bounds, kinds: { ...bounds.kinds, budget_cut: { lowest: 0, highest: 10 } } };
  assert.deepEqual(fromFragment(toFragment("here", { ...position, shocks }), all).shocks, shocks);
});

test("a link to a heading or to another place holds no position", () => {
  assert.equal(fromFragment("studio", bounds), null);
  assert.equal(fromFragment(toFragment("there", position), bounds), null);
});

for (const bad of [
  "training=2001", "training=-1", "training=", "training=abc", "training=NaN", "training=12.5~3", "training=469~3",
  "delegation=1.01", "flying=1", "begins=-1", "begins=469", "begins=1.5", "month=x", "shocks=flood~1~2~1",
  "shocks=epidemic~1~2~11", "shocks=epidemic~1.5~2~1", "shocks=epidemic~1~2", "shocks=epidemic~1~0~1", "shocks=epidemic~1~2~1_", "shocks=epidemic~1~2~1~1", "training=12~3~4", "training=0x10", "training= 5", "shocks=toString~1~2~1",
]) {
  test(`a link with ${bad} is refused`, () => {
    assert.throws(() => fromFragment(`place=here&${bad}`, bounds), RangeError);
  });
}
