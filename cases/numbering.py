"""Every plan that the sliders of a place can set has a number; simple plans have small ones.

Plans are sorted into heaps: how many of the place's own levers are moved, how many of the others,
whether they begin at the end of the place's history, which of its shocks are off, and how many
shocks are added, of the usual length and size or of any. Small heaps are counted first. The twin of
widgets/js/more/numbering.js; the tests hold one against the other.

A code of 24 characters holds 23 × 5 bits, 9 of them for place and form: 2¹⁰⁶ numbers. Ten levers take
12 bits for which of fifteen and 10 × 6 or 7 for where they stand, a begin 6 to 9, a shock of any
length and size 17 to 20: with two such shocks 110 to 125 bits. Of 20,000 random plans in each place
(1 to 10 levers, 0 to 2 odd shocks, any begin) 8 to 19 in 100 need 28 or 32 characters, all of
them with 7 levers or more and odd shocks; numbers made for just these plans would still leave out
3 to 12 in 100. A link holds them all.
"""

from __future__ import annotations

from itertools import product
from math import prod

LENGTHS, SIZES, SIZE_STEP = 36, 13, 0.25
"""A reader's shock lasts 1 to 36 months and has a size of 0, 0.25 … 3."""
ADDED = 3
"""More shocks than these have no number; a link can hold them."""
DECIMALS = 10


class Numbering:
    """The numbers of one edition.

    Parameters
    ----------
    edition : dict
        As `cases.editions.edition` gives it.
    """

    def __init__(self, edition):
        self.edition = edition
        counts = [count(low, high, step) for _, low, high, step in edition["levers"]]
        shown = edition["shown"]
        self.ways = [ways(counts[:shown]), ways(counts[shown:])]
        self.heaps = self._heaps()
        self.total = sum(prod(radices) for _, radices in self.heaps)

    def _heaps(self):
        """Every heap as what is in it and the radices of its digits, small heaps first."""
        months = self.edition["months"] + 1
        plain = len(self.edition["kinds"]) * months
        off = 2 ** len(self.edition["shocks"]) - 1
        patterns = [one for many in range(ADDED + 1) for one in product((0, 1), repeat=many)]
        own, others = (range(len(table[0])) for table in self.ways)
        heaps = []
        for later, dropped, pattern in product((0, 1), (0, 1), patterns):
            head = [months] * later + [off] * dropped
            head += [plain * (LENGTHS * SIZES if any_size else 1) for any_size in pattern]
            for first, second in product(own, others):
                radices = [*head, self.ways[0][0][first], self.ways[1][0][second]]
                heaps.append(((later, dropped, pattern, first, second), radices))
        return sorted((heap for heap in heaps if prod(heap[1])), key=lambda heap: prod(heap[1]))

    def number(self, plan, shocks, begins):
        """The number of a plan, or None where no sliders can set it.

        Parameters
        ----------
        plan : mapping
            Lever to number or {month: number}.
        shocks : sequence of (shock, month, length, size)
        begins : int
        """
        positions = self._positions(plan, begins)
        sorted_out = self._sorted_out(shocks)
        if positions is None or sorted_out is None or begins > self.edition["months"]:
            return None
        off, added = sorted_out
        later = begins != self.edition["own"]
        pattern = tuple(code[1] for code in added)
        key = (int(later), int(off > 0), pattern, len(positions[0]), len(positions[1]))
        digits = [begins] * later + [off - 1] * (off > 0) + [code[0] for code in added]
        digits += [rank(table, chosen) for table, chosen in zip(self.ways, positions)]
        before = 0
        for heap, radices in self.heaps:
            if heap == key:
                return before + _folded(digits, radices)
            before += prod(radices)
        return None

    def plan(self, number):
        """The plan, the shocks and the month of a number below `total`, as `number` takes them."""
        for key, radices in self.heaps:
            if number < prod(radices):
                break
            number -= prod(radices)
        digits = []
        for radix in radices:
            number, digit = divmod(number, radix)
            digits.append(digit)
        later, dropped, pattern, *many = key
        begins = digits.pop(0) if later else self.edition["own"]
        off = digits.pop(0) + 1 if dropped else 0
        added = [self._shock(digits.pop(0), any_size) for any_size in pattern]
        own = [shock for at, shock in enumerate(self.edition["shocks"]) if not off >> at & 1]
        chosen = [unrank(*one) for one in zip(self.ways, digits, many)]
        return self._changes(chosen, begins), [*map(tuple, own), *added], begins

    def _positions(self, plan, begins):
        """The moved levers as {place in its half: step of its slider}, for both halves."""
        halves, shown = ({}, {}), self.edition["shown"]
        levers = {row[0]: (at, row[1:]) for at, row in enumerate(self.edition["levers"])}
        for lever, setting in plan.items():
            if lever not in levers:
                return None
            at, (low, high, step) = levers[lever]
            value = setting if begins == 0 else _only(setting, begins)
            if not isinstance(value, float):
                return None
            steps = round((value - low) / step)
            if not 0 <= steps < count(low, high, step) or stood(low, step, steps) != value:
                return None
            halves[at >= shown][at - shown if at >= shown else at] = steps
        return halves

    def _changes(self, chosen, begins):
        plan, shown = {}, self.edition["shown"]
        for first, half in zip((0, shown), chosen):
            for at, steps in half.items():
                lever, low, _, step = self.edition["levers"][first + at]
                value = stood(low, step, steps)
                plan[lever] = {begins: value} if begins else value
        return plan

    def _sorted_out(self, shocks):
        """Which of the place's own shocks are off, as bits, and the others as (digit, any size)."""
        left, off = [tuple(shock) for shock in shocks], 0
        for at, own in enumerate(map(tuple, self.edition["shocks"])):
            if left and left[0] == own:
                left.pop(0)
            else:
                off |= 1 << at
        codes = [self._shock_code(shock) for shock in left]
        return None if None in codes or len(codes) > ADDED else (off, codes)

    def _shock_code(self, shock):
        name, month, length, size = shock
        kinds = [row[0] for row in self.edition["kinds"]]
        steps = size / SIZE_STEP
        if name not in kinds or month > self.edition["months"]:
            return None
        digit = kinds.index(name) + len(kinds) * month
        if [name, length, size] in self.edition["kinds"]:
            return digit, 0
        if not 1 <= length <= LENGTHS or steps != int(steps) or not 0 <= steps < SIZES:
            return None
        plain = len(kinds) * (self.edition["months"] + 1)
        return digit + plain * (length - 1 + LENGTHS * int(steps)), 1

    def _shock(self, digit, any_size):
        kinds = self.edition["kinds"]
        digit, kind = divmod(digit, len(kinds))
        rest, month = divmod(digit, self.edition["months"] + 1)
        name, length, size = kinds[kind]
        if any_size:
            steps, length = divmod(rest, LENGTHS)
            length, size = length + 1, steps * SIZE_STEP
        return name, month, length, size


def _only(setting, begins):
    """The value of a schedule that has one step, at `begins`; None for any other setting."""
    return setting.get(begins) if hasattr(setting, "items") and len(setting) == 1 else None


def count(low, high, step):
    """How many positions a slider has."""
    return int((high - low) / step + 1e-9) + 1


def stood(low, step, steps):
    """The value of a slider so many steps above its low end, free of the dust of adding."""
    return round(low + steps * step, DECIMALS)


def ways(counts):
    """A table [i][k]: in how many ways k of the sliders from the i-th on can be moved."""
    table = [[1] + [0] * len(counts)]
    for size in reversed(counts):
        before = table[0]
        table.insert(0, [1, *(before[k] + size * before[k - 1] for k in range(1, len(before)))])
    return table


def rank(table, chosen):
    """The number of one way to move sliders, {slider: position}, among those that move as many."""
    number, left = 0, len(chosen)
    for at, position in sorted(chosen.items()):
        number += table[at + 1][left] + position * table[at + 1][left - 1]
        left -= 1
    return number


def unrank(table, number, left):
    """The way to move `left` sliders that has this number."""
    chosen = {}
    for at, later in enumerate(table[1:]):
        if left and number >= later[left]:
            chosen[at], number = divmod(number - later[left], later[left - 1])
            left -= 1
    return chosen


def _folded(digits, radices):
    number = 0
    for digit, radix in zip(reversed(digits), reversed(radices)):
        number = number * radix + digit
    return number
