/** A number as a code that a person can read aloud; the twin of cases/codes.py, which says why it is so. */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LOOKALIKES = "ILOU";
const GROUP = 4;
/** The most characters of a code, and of the same in a link. */
export const CODE = 24;
export const LINK = 112;
const LONGEST_TEXT = 400;
const BETWEEN = /[ \t\r\n\-\u2010-\u2014\uff0d\u3000\u00a0]/;

/** What is not opened, and why: `more.share.no.<reason>` or `studio.no.<reason>` says it in words. */
export class Refusal extends RangeError {
  /**
   * @param {string} reason
   * @param {Record<string, string | number>} [slots]
   */
  constructor(reason, slots = {}) {
    super(reason);
    Object.assign(this, { reason, slots });
  }
}

const twice = (value) => (value << 1) ^ (value & 16 ? 0b100101 : 0);
const sum = (digits) => digits.reduce((total, digit) => twice(total) ^ digit, 0);

/**
 * A number as characters in full groups of four, the last a check.
 * @param {bigint} number
 */
export function spell(number) {
  const digits = [];
  for (; number || digits.length % GROUP !== GROUP - 1; number >>= 5n) digits.unshift(Number(number & 31n));
  return [...digits, twice(sum(digits))].map((digit) => ALPHABET[digit]).join("");
}

/** A full-width letter, as a Chinese keyboard writes it, as the plain one; a small one as the capital. */
function plainLetter(letter) {
  const at = letter.codePointAt(0);
  const plain = at > 0xff00 && at < 0xff5f ? String.fromCharCode(at - 0xfee0) : letter;
  return /[a-z]/.test(plain) ? plain.toUpperCase() : plain;
}

/** The refusal of a character that never occurs: only one that looks like another was meant as that. */
const foreign = (letter) => new Refusal(LOOKALIKES.includes(plainLetter(letter)) ? "letter" : "character", { letter });

/**
 * The number that was spelled.
 * @param {string} text
 * @returns {bigint}
 * @throws {Refusal}
 */
export function unspell(text) {
  if (text.length > 2 * LONGEST_TEXT || [...text].length > LONGEST_TEXT) throw new Refusal("long", { count: text.length, most: CODE });
  const letters = [...text].filter((letter) => !BETWEEN.test(letter));
  const digits = letters.map((letter) => ALPHABET.indexOf(plainLetter(letter)));
  if (!digits.length) throw new Refusal("empty");
  if (digits.includes(-1)) throw foreign(letters[digits.indexOf(-1)]);
  if (digits.length % GROUP || digits.length > LINK) throw new Refusal("groups", { count: digits.length });
  if (sum(digits)) throw new Refusal("check");
  return digits.slice(0, -1).reduce((number, digit) => number * 32n + BigInt(digit), 0n);
}
