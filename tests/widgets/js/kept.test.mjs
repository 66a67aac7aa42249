import assert from "node:assert/strict";
import { test } from "node:test";
import { KeptPlans, MOST, checkedPlan, cleanName } from "../../../widgets/js/more/kept.js";

const epidemic = { shock: "epidemic", month: 6, length: 3, size: 1 };
const place = {
  key: "here", months: 24, shocks: [epidemic],
  levers: [{ key: "push", lowest: 0, highest: 9 }],
  kinds: { epidemic: { lowest: 0, highest: 3 } },
  quantities: [{ key: "trust", highest: 1 }, { key: "volunteers", highest: null }],
};
const plan = {
  name: "Less push", plan: { push: { 12: 3, 18: 1 } }, shocks: [epidemic], begins: 12,
  prediction: { trust: { 12: 0.5, 24: 0.75 }, volunteers: { 24: 900 }, value: { 24: 0.4 } },
};

function browser(held = {}) {
  return { held, getItem: (key) => held[key] ?? null, setItem: (key, value) => { held[key] = value; } };
}
const shelf = (storage = browser()) => new KeptPlans({ place, storage: () => storage });

test("a kept plan is there again after a reload, prediction and all", () => {
  const storage = browser();
  const kept = shelf(storage).keep(plan);
  assert.deepEqual(shelf(storage).all(), [{ id: kept.id, ...plan }]);
});

test("every kept plan has an id of its own, also after one is gone", () => {
  const plans = shelf();
  for (let index = 0; index < 5; index += 1) plans.keep(plan);
  plans.remove("p2");
  plans.keep(plan);
  plans.keep(plan);
  assert.equal(new Set(plans.all().map((one) => one.id)).size, 6);
});

test("what is deleted can be put back where it stood", () => {
  const plans = shelf();
  ["one", "two", "three"].forEach((name) => plans.keep({ ...plan, name }));
  plans.remove("p2");
  assert.deepEqual(plans.all().map((one) => one.name), ["one", "three"]);
  plans.restore();
  assert.deepEqual(plans.all().map((one) => one.name), ["one", "two", "three"]);
  plans.restore();
  assert.equal(plans.all().length, 3);
});

test("a plan that is put back never shares its id with a newer one", () => {
  const plans = shelf();
  plans.keep({ ...plan, name: "old" });
  plans.remove("p1");
  plans.keep({ ...plan, name: "new" });
  plans.restore();
  assert.equal(new Set(plans.all().map((one) => one.id)).size, 2);
});

test("a plan can be renamed, but not to nothing", () => {
  const plans = shelf();
  plans.keep(plan);
  plans.rename("p1", "  More   room ");
  plans.rename("p1", " \n ");
  assert.equal(plans.find("p1").name, "More room");
});

test("a name is one line without marks of markup and of bounded length", () => {
  assert.equal(cleanName("<img src=x>\u0000 a\u202e\nb"), "img src=x a b");
  assert.equal([...cleanName("社".repeat(200))].length, 80);
  assert.equal(cleanName(undefined), "");
});

test("listeners hear of every change", () => {
  const plans = shelf();
  let heard = 0;
  plans.listen(() => (heard += 1));
  plans.keep(plan);
  plans.rename("p1", "x");
  plans.remove("p1");
  plans.restore();
  assert.equal(heard, 4);
});

test("a full shelf takes no more and loses nothing", () => {
  const plans = shelf();
  for (let index = 0; index < MOST; index += 1) assert.ok(plans.keep(plan));
  assert.equal(plans.keep(plan), null);
  assert.equal(plans.all().length, MOST);
});

const bad = {
  "a lever above its highest": { plan: { push: 10 } },
  "an unknown lever": { plan: { flying: 1 } },
  "a lever that is text": { plan: { push: "a lot" } },
  "a lever that is a list": { plan: { push: [] } },
  "a month after the end": { plan: { push: { 25: 1 } } },
  "a begin after the end": { begins: 25 },
  "no begin": { begins: undefined },
  "an unknown shock": { shocks: [{ ...epidemic, shock: "flood" }] },
  "a prediction of something unknown": { prediction: { luck: { 1: 1 } } },
  "a prediction of something that only objects have": { prediction: { toString: { 1: 1 } } },
  "a prediction after the end": { prediction: { trust: { 25: 1 } } },
  "a prediction above what can be": { prediction: { trust: { 24: 1.1 } } },
  "a prediction below nothing": { prediction: { volunteers: { 24: -1 } } },
  "a prediction without end": { prediction: { volunteers: { 24: Infinity } } },
  "a prediction without a point": { prediction: { trust: {} } },
  "a prediction that is text": { prediction: { volunteers: { 24: "9" } } },
};
for (const [what, part] of Object.entries(bad)) {
  test(`${what} is refused, and the plans that are there stay`, () => {
    const plans = shelf();
    plans.keep(plan);
    assert.throws(() => plans.keep({ ...plan, ...part }), RangeError);
    assert.equal(plans.all().length, 1);
  });
}

test("a plan without shocks of its own has those of the place", () => {
  assert.deepEqual(checkedPlan(place, { ...plan, shocks: undefined }).shocks, [epidemic]);
});

const KEY = "governing-together/here/plans";

test("what cannot be read among kept plans is left aside and not lost", () => {
  const strange = { id: "p9", name: "of another version", plan: { flying: 1 }, begins: 0 };
  const storage = browser({ [KEY]: JSON.stringify([strange, { id: "p1", ...plan }, 7, null]) });
  const plans = shelf(storage);
  assert.deepEqual(plans.all().map((one) => one.name), ["Less push"]);
  assert.equal(plans.unread.length, 3);
  plans.rename("p1", "x");
  assert.deepEqual(JSON.parse(storage.held[KEY])[1], strange);
});

for (const rubbish of ["{", "7", '"x"', "{}", "null", "[[]]", "true"]) {
  test(`a shelf that holds ${rubbish} is an empty one that can be used`, () => {
    const storage = browser({ [KEY]: rubbish });
    const plans = shelf(storage);
    assert.equal(plans.all().length, 0);
    assert.equal(plans.broken, rubbish !== "null");
    plans.keep(plan);
    assert.equal(shelf(storage).all().length, 1);
  });
}

test("where the browser keeps nothing, plans are kept until the page is left", () => {
  const plans = new KeptPlans({ place, storage: () => { throw new DOMException("no", "SecurityError"); } });
  assert.equal(plans.lasting, false);
  plans.keep(plan);
  assert.equal(plans.all().length, 1);
});
