"""A number as a code that a person can read aloud, with a check that no single slip passes."""

from __future__ import annotations

from functools import partial

from cases.errors import CaseError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 characters: no I, L, O and U, which a reader takes for 1, 1, 0 and V."""
LOOKALIKES = "ILOU"
GROUP = 4
CODE, LINK = 24, 112
"""The most characters of a code, and of the same in a link."""
LONGEST_TEXT = 400
"""Nothing longer is looked at: 112 characters with every mark between them are shorter."""
BETWEEN = set(" \t\r\n-\u2010\u2011\u2012\u2013\u2014\uff0d\u3000\u00a0")

_WIDE = {chr(ord(letter) + 0xFEE0): letter for letter in ALPHABET + ALPHABET.lower()}
_MISTAKEN = {chr(ord(letter) + wide) for letter in LOOKALIKES + LOOKALIKES.lower() for wide in (0, 0xFEE0)}
_VALUE = {letter: at for at, letter in enumerate(ALPHABET)}
_VALUE |= {letter.lower(): at for letter, at in _VALUE.items()}
_VALUE |= {wide: _VALUE[letter] for wide, letter in _WIDE.items()}


class Refused(CaseError):
    """A code, link or file that is not opened.

    Parameters
    ----------
    reason : str
        Names a row of locale/words.csv, which says the same in every language.
    sentence : str
        What is wrong.
    **slots
        What that row leaves open.
    """

    def __init__(self, reason, sentence, **slots):
        super().__init__(sentence)
        self.reason, self.slots = reason, slots

    def __reduce__(self):
        return partial(type(self), **self.slots), (self.reason, *self.args)  # another process is told the same


def spell(number: int) -> str:
    """`number` as characters in full groups of four, the last a check, without marks between."""
    digits = []
    while number or len(digits) % GROUP != GROUP - 1:
        number, digit = divmod(number, 32)
        digits.append(digit)
    digits.reverse()
    return "".join(ALPHABET[digit] for digit in [*digits, _twice(_sum(digits))])


def unspell(text: str) -> int:
    """The number that was spelled, from capital, small or full-width letters, in any grouping.

    Raises
    ------
    Refused
        If `text` is no code: empty, too long, a character that never occurs, groups that are not full, or
        a check that does not fit. Every code with one character replaced, left out or added, or
        with two neighbours exchanged, is refused.
    """
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        allowed = f"a code has at most {CODE}, in a link {LINK}"
        found = len(text) if isinstance(text, str) else type(text).__name__
        raise Refused("long", f"code: found {found}; allowed are characters, {allowed}.", count=found, most=CODE)
    letters = [letter for letter in text if letter not in BETWEEN]
    if not letters:
        raise Refused("empty", "code: found nothing; paste a code or a link.")
    for letter in letters:
        if letter not in _VALUE:
            raise _foreign(letter)
    digits = [_VALUE[letter] for letter in letters]
    if len(digits) % GROUP or len(digits) > LINK:
        sentence = f"code: found {len(digits)} characters; allowed are groups of {GROUP}."
        raise Refused("groups", sentence, count=len(digits))
    if _sum(digits):
        raise Refused("check", "code: a character is wrong, or two are exchanged.")
    number = 0
    for digit in digits[:-1]:
        number = number * 32 + digit
    return number


def _foreign(letter):
    """The refusal of a character that never occurs: only one that looks like another was meant as that."""
    if letter in _MISTAKEN:
        hint = "I, L, O and U never do: look for 1, 0 or V"
        return Refused("letter", f"code: {letter!r} never occurs in a code; {hint}.", letter=letter)
    allowed = "the digits and the letters A to Z without I, L, O and U"
    return Refused("character", f"code: {letter!r} never occurs in a code; allowed are {allowed}.", letter=letter)


def _twice(value):
    """`value` times x in the field of 32 elements, with x⁵ = x² + 1."""
    return value << 1 ^ (0b100101 if value & 16 else 0)


def _sum(digits):
    """The digits as a polynomial, at x; 0 for a whole code.

    No power of x is 0, so one wrong digit changes the sum; no two neighbouring powers are equal,
    so an exchange of two different digits does too.
    """
    total = 0
    for digit in digits:
        total = _twice(total) ^ digit
    return total
