import assert from "node:assert/strict";
import { test } from "node:test";
import { countSentence, hangingSentences, soFar, spreadSentence } from "../../../widgets/js/more/surewords.js";

/** A translator that shows which row it was asked for, and with what. */
const t = (key, slots) => (slots ? `${key} ${JSON.stringify(slots)}` : key);
const place = { key: "here", ranges: { haste: [0.12345, 2] } };
const assumptions = { haste: { unit: "1/month", badges: { here: "derived" } } };
const about = (found, counts) => hangingSentences(t, { found: { assumption: "haste", value: 2, worse_then: 0, better_then: 0, ...found }, counts, place, assumptions, plan: "mine" });

test("the numbers of communities are said, and the ties only where there are any", () => {
  assert.match(countSentence(t, { better: 3, worse: 2, same: 0 }), /^more\.sure\.counts \{/);
  assert.match(countSentence(t, { better: 3, worse: 2, same: 1 }), /^more\.sure\.counts\.same \{.*"same":1/);
});

test("the middle four fifths are said with signs and units", () => {
  const said = spreadSentence(t, { differences: Float64Array.from({ length: 11 }, (_, at) => at - 5), unit: "1" });
  assert.match(said, /"low":"−4\.0","middle":"0\.0","high":"\+4\.0"/);
});

test("an assumption that turns the majority round, one that comes nearest, and one that does nothing are told apart", () => {
  const counts = { better: 10, worse: 2, same: 0 };
  assert.match(about({ better_then: 3, worse_then: 9, turned: true }, counts)[0], /^more\.sure\.turned .*"better":3,"worse":9/);
  assert.match(about({ better_then: 7, turned: false }, counts)[0], /^more\.sure\.nearest/);
  assert.deepEqual(about({ better_then: 10, turned: false }, counts).length, 1);
  assert.match(about({ worse_then: 9, turned: false }, { better: 2, worse: 10, same: 0 })[0], /^more\.sure\.nearest/);
});

test("where a majority is gone and there is none for the other side, nothing is turned round", () => {
  assert.match(about({ turned: true }, { better: 10, worse: 2, same: 0 })[0], /^more\.sure\.gone .*"better":0,"worse":0/);
});

test("where an assumption comes from is said with its range, no finer than it is known", () => {
  const [, range] = about({ better_then: 7, turned: false }, { better: 10, worse: 2, same: 0 });
  assert.match(range, /"low":"0\.123","high":.*badge\.derived/);
});

test("where nobody is ahead there is nothing to turn round", () => {
  assert.deepEqual(hangingSentences(t, { found: null, counts: { better: 1, worse: 1, same: 0 }, place, assumptions }), ["more.sure.even"]);
});

test("large numbers of the model have commas, and those below nothing a minus", () => {
  const ranges = { haste: [-0.0123, 13_441] };
  const said = hangingSentences(t, {
    found: { assumption: "haste", value: -0.5, better_then: 7, worse_then: 0 }, counts: { better: 10, worse: 2, same: 0 }, place: { ...place, ranges }, assumptions,
  }).join("");
  assert.match(said, /"low":"−0\.0123"/);
  assert.match(said, /13,400/);
  assert.match(said, /−0\.5/);
});

test("the plan is named, how many were tried, and how many others would do it", () => {
  const counts = { better: 10, worse: 2, same: 0 };
  assert.match(about({ better_then: 7, turned: false, tried: 189 }, counts)[0], /"plan":"mine".*"tried":189/);
  assert.match(about({ better_then: 3, worse_then: 9, turned: true, others: 2 }, counts)[1], /more\.predict\.join .*more\.sure\.range.*more\.sure\.others/);
  assert.doesNotMatch(about({ better_then: 3, worse_then: 9, turned: true, others: 0 }, counts)[1], /others \{/);
});

test("while others are being tried, only what is certain already is said", () => {
  const known = { counts: { better: 10, worse: 2, same: 0 }, place, assumptions, plan: "mine" };
  const now = (found) => soFar(t, { ...known, found: found && { assumption: "haste", value: 2, worse_then: 0, better_then: 0, ...found } });
  assert.deepEqual(now(undefined), []);
  assert.deepEqual(now({ better_then: 10, turned: false }), []);
  assert.match(now({ better_then: 7, turned: false })[0], /^more\.sure\.sofar/);
  assert.match(now({ better_then: 3, worse_then: 9, turned: true })[0], /^more\.sure\.turned/);
});
