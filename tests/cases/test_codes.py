"""A code is short, can be read aloud, and no single slip of the pen turns it into another one."""

import random
import string

import pytest

from cases import CaseError
from cases.codes import ALPHABET, GROUP, LINK, LONGEST_TEXT, spell, unspell

NUMBERS = [0, 1, 31, 32, 32**3 - 1, 32**3, 32**22 + 5, 32**23 - 1]
MANY = NUMBERS + [random.Random(seed).randrange(32 ** (3 + 4 * (seed % 6))) for seed in range(60)]
TYPED = sorted(set(string.printable) | set("ＡＺ０９－ſKıЅ"))


def grouped(code):
    """The code as a person writes it down."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def passes(text):
    """Whether a text is taken for a code."""
    try:
        unspell(text)
    except CaseError:
        return False
    return True


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_comes_back_from_its_code(number):
    code = spell(number)
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in code)
    for text in (code, code.lower(), grouped(code), f" {grouped(code).replace('-', ' ')}\n", wide):
        assert unspell(text) == number


def test_a_code_has_no_letters_that_look_like_others():
    assert len(set(ALPHABET)) == 32 and not set("ILOU") & set(ALPHABET)


def test_a_code_of_24_characters_holds_115_bits():
    assert len(spell(2**115 - 1)) == 24 and len(spell(2**115)) == 28


@pytest.mark.parametrize("number", MANY)
def test_a_code_with_one_wrong_character_is_refused(number):
    """Whatever is typed in place of a character, in the plain and in the grouped form."""
    for code in (spell(number), grouped(spell(number))):
        for at, right in enumerate(code):
            same = {right, right.lower(), chr(ord(right) + 0xFEE0)} | (set(" -\t\n\r－") if right == "-" else set())
            for wrong in TYPED:
                if wrong not in same:
                    assert not passes(code[:at] + wrong + code[at + 1 :]), (code, at, wrong)


@pytest.mark.parametrize("number", MANY)
def test_a_code_with_two_neighbours_exchanged_or_one_too_many_or_too_few_is_refused(number):
    code = spell(number)
    for at, (one, other) in enumerate(zip(code, code[1:])):
        if one != other:
            assert not passes(code[:at] + other + one + code[at + 2 :])
    for at in range(len(code)):
        assert not passes(code[:at] + code[at + 1 :])
        assert not passes(code[:at] + "7" + code[at:])


@pytest.mark.parametrize(("text", "message"), [
    ("", "found nothing; paste a code or a link"),
    (" - \n", "found nothing"),
    ("ABC", "found 3 characters"),
    ("0" * (LINK + GROUP), "found 116 characters"),
    ("0" * (LONGEST_TEXT + 1), "found 401; allowed are characters, a code has at most 24, in a link 112"),
    ("0" * 10_000_000, "found 10000000"),
    (None, "found NoneType"),
    (7, "found int"),
    ("OB2D", "'O' never occurs in a code; I, L, O and U never do: look for 1, 0 or V"),
    ("ｏB2D", "'ｏ' never occurs in a code; I, L, O and U never do"),
    ("<b>D", "'<' never occurs in a code; allowed are the digits and the letters A to Z without I, L, O and U"),
    ("你好", "'你' never occurs in a code; allowed are"),
    ("ABCD", "a character is wrong, or two are exchanged"),
])
def test_what_is_no_code_is_refused_with_a_sentence(text, message):
    with pytest.raises(CaseError, match=f"code: .*{message}"):
        unspell(text)
