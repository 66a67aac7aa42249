import assert from "node:assert/strict";
import { test } from "node:test";
import { recounting } from "../../../widgets/js/more/recount.js";

const REST = 200;
const rest = () => new Promise((resolve) => setTimeout(resolve, REST + 100));
const names = ["trust", "volunteers", "participation", "services"];
const dimensions = ["value", "resource", "interaction", "outcome"];
const flat = ({ months }) => Object.fromEntries(names.map((name) => [name, new Float64Array(months + 1)]));
const epidemic = { shock: "epidemic", month: 2, length: 3, size: 1 };

function made({ open = true, shocks = [epidemic] } = {}) {
  const count = { runs: 0 };
  const traits = { plan: {}, shocks };
  const store = {
    simulate: (input) => { count.runs += 1; return flat(input); },
    rest: {}, full: { trust: 1, volunteers: 1, participation: 1, services: 1 },
    run: flat({ months: 12 }), written: false,
    place: {
      parameters: {}, start: { trust: 0 }, plan: {}, months: 12, begins: "2020-01",
      quantities: names.map((key, at) => ({ key, dimension: dimensions[at], highest: 1, reversed: false, member: true })),
    },
    get: (name) => traits[name],
    isWritten() { return this.written; },
  };
  const node = Object.assign(new EventTarget(), { open });
  const told = [];
  const t = (key) => (key === "date.months" ? "1|2|3|4|5|6|7|8|9|10|11|12" : key);
  const look = recounting({ t, store, node, signal: new AbortController().signal, tell: (note, sentences) => told.push([note, sentences]) });
  return { store, traits, node, look, told, count };
}

test("when the plan has come to rest each shock has its sentence, and one run was made for it", async () => {
  const { look, told, count } = made({ shocks: [epidemic, { ...epidemic, month: 6 }] });
  look();
  assert.deepEqual([told.length, count.runs], [0, 0]);
  await rest();
  assert.deepEqual(told, [["more.recovery.note", ["more.recovery.small", "more.recovery.small"]]]);
  assert.equal(count.runs, 2);
});

test("while a thumb moves nothing is run, and what did not change is not run again", async () => {
  const { store, look, told, count } = made();
  look();
  await rest();
  for (let move = 0; move < 8; move += 1) {
    store.run = flat({ months: 12 });
    look();
    await new Promise((resolve) => setTimeout(resolve, REST / 8));
  }
  assert.equal(count.runs, 1);
  await rest();
  look();
  await rest();
  assert.deepEqual([count.runs, told.length], [2, 2]);
});

test("while the list is closed nothing is run; when it is opened it is", async () => {
  const { node, look, count } = made({ open: false });
  look();
  await rest();
  assert.equal(count.runs, 0);
  node.open = true;
  node.dispatchEvent(new Event("toggle"));
  await rest();
  assert.equal(count.runs, 1);
});

test("a run that was written from Python has no sentence", async () => {
  const { store, look, told, count } = made();
  store.written = true;
  look();
  await rest();
  assert.deepEqual([told, count.runs], [[["", []]], 0]);
});

test("without a shock nothing is said", async () => {
  const { look, told } = made({ shocks: [] });
  look();
  await rest();
  assert.deepEqual(told, [["", []]]);
});
