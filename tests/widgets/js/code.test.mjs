import assert from "node:assert/strict";
import { test } from "node:test";
import { chance } from "../../../widgets/js/ensemble.js";
import { Refusal, spell, unspell } from "../../../widgets/js/more/code.js";

const TYPED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_ .,:;#<>\"'ＡＺ０\u200b";
const next = chance(7);
const numberOf = (length) => Array.from({ length }, () => BigInt(Math.floor(next() * 2 ** 30))).reduce((all, one) => (all << 30n) + one, 0n);
const NUMBERS = [0n, 1n, 31n, 32n, 32n ** 23n - 1n, ...Array.from({ length: 40 }, (_, at) => numberOf(1 + (at % 4)) % 32n ** 23n)];
const grouped = (code) => code.match(/.{4}/g).join("-");
const opens = (text) => {
  try {
    unspell(text);
    return true;
  } catch (error) {
    assert.ok(error instanceof Refusal);
    return false;
  }
};

test("a number comes back from its code, in small letters and in groups", () => {
  for (const number of NUMBERS) {
    const code = spell(number);
    for (const text of [code, grouped(code), code.toLowerCase(), ` ${grouped(code).replaceAll("-", " ")}\n`]) assert.equal(unspell(text), number);
  }
});

test("no code with one wrong character opens", () => {
  for (const code of NUMBERS.map(spell)) {
    for (let at = 0; at < code.length; at += 1) {
      for (const wrong of TYPED) {
        if (wrong.normalize("NFKC").toUpperCase() === code[at]) continue;
        assert.ok(!opens(code.slice(0, at) + wrong + code.slice(at + 1)), `${code}: ${wrong} at ${at}`);
      }
    }
  }
});

test("no code with two neighbours exchanged, one left out or one too many opens", () => {
  for (const code of NUMBERS.map(spell)) {
    for (let at = 0; at < code.length; at += 1) {
      if (at && code[at] !== code[at - 1]) assert.ok(!opens(code.slice(0, at - 1) + code[at] + code[at - 1] + code.slice(at + 1)));
      assert.ok(!opens(code.slice(0, at) + code.slice(at + 1)));
      assert.ok(!opens(`${code.slice(0, at)}7${code.slice(at)}`));
    }
  }
});

for (const [text, reason] of [["", "empty"], [" -\n", "empty"], ["OB2D", "letter"], ["ｏB2D", "letter"], ["<b>D", "character"], ["你好", "character"], ["0B你O", "character"], ["0B2E", "check"], ["0".repeat(116), "groups"], ["0".repeat(10_000_000), "long"]]) {
  test(`${text.slice(0, 8)} is refused: ${reason}`, () => {
    assert.throws(() => unspell(text), { reason });
  });
}
