"""Any plan as a number: every step of every lever, and values that no slider has.

Longer than the numbers of cases/numbering.py, and for plans from Python and from older links. The
twin of widgets/js/general.js.
"""

from __future__ import annotations

from decimal import Decimal

BASE = 4
"""A whole number of any size is written in digits to this base, each with a mark that more follow."""
LEAST, POWERS = -6, 24
"""A value is a whole number divided by a power of ten from 10⁻⁶ to 10¹⁷."""


class Writer:
    """Digits of mixed radix, folded into one number when all are there."""

    def __init__(self):
        self.digits = []

    def put(self, digit, radix):
        """Add one digit below `radix`."""
        self.digits.append((digit, radix))

    def whole(self, number):
        """Add a whole number of any size."""
        while True:
            number, digit = divmod(number, BASE)
            self.put(digit + (BASE if number else 0), 2 * BASE)
            if not number:
                return

    def value(self, value):
        """Add a float of 0 or more, exactly.

        Raises
        ------
        OverflowError
            If it is too fine or too large.
        """
        mantissa, power = decimal(value)
        if not 0 <= power - LEAST < POWERS:
            raise OverflowError(value)
        self.put(power - LEAST, POWERS)
        self.whole(mantissa)

    def folded(self):
        """The number that holds all digits."""
        number = 0
        for digit, radix in reversed(self.digits):
            number = number * radix + digit
        return number


class Reader:
    """Takes the digits out again, in the order in which they were put."""

    def __init__(self, number):
        self.number = number

    def take(self, radix):
        """The next digit."""
        self.number, digit = divmod(self.number, radix)
        return digit

    def whole(self):
        """The next whole number of any size."""
        number, place = 0, 1
        while True:
            more, digit = divmod(self.take(2 * BASE), BASE)
            number, place = number + digit * place, place * BASE
            if not more:
                return number

    def value(self):
        """The next float."""
        power = self.take(POWERS) + LEAST
        return float(f"{self.whole()}e{-power}")


def decimal(value):
    """The shortest (mantissa, power) with `value` = mantissa ÷ 10^power."""
    sign, digits, exponent = Decimal(repr(float(value))).normalize().as_tuple()
    return int("".join(map(str, digits))), -exponent


def number(edition, plan, shocks, begins):
    """The number of a plan, or None where it has a value that cannot be written.

    Parameters
    ----------
    edition : dict
        As `cases.editions.edition` gives it.
    plan : mapping
        Lever to number or {month: number}.
    shocks : sequence of (shock, month, length, size) or None
        None where they are the place's own.
    begins : int
    """
    levers, months = [row[0] for row in edition["levers"]], edition["months"] + 1
    if not set(plan) <= set(levers):
        return None
    writer = Writer()
    writer.put(begins, months)
    writer.put(sum(1 << at for at, lever in enumerate(levers) if lever in plan), 2 ** len(levers))
    try:
        for lever in levers:
            if lever in plan:
                _put_setting(writer, plan[lever], months)
        _put_shocks(writer, shocks, [row[0] for row in edition["kinds"]], months)
    except OverflowError:
        return None
    return writer.folded()


def _put_setting(writer, setting, months):
    steps = setting if hasattr(setting, "items") else None
    writer.whole(len(steps or ()))
    if steps is None:
        return writer.value(setting)
    for month, value in sorted(steps.items()):
        writer.put(month, months)
        writer.value(value)


def _put_shocks(writer, shocks, kinds, months):
    writer.put(int(shocks is not None), 2)
    if shocks is None:
        return
    writer.whole(len(shocks))
    for name, month, length, size in shocks:
        writer.put(kinds.index(name), len(kinds))
        writer.put(month, months)
        writer.whole(length)
        writer.value(size)


def plan(edition, number):
    """The plan, shocks (None for the place's own) and month of a number, as `number` takes them."""
    levers, months = [row[0] for row in edition["levers"]], edition["months"] + 1
    reader = Reader(number)
    begins, mask = reader.take(months), reader.take(2 ** len(levers))
    changes = {
        lever: _setting(reader, months) for at, lever in enumerate(levers) if mask >> at & 1
    }
    return changes, _shocks(reader, [row[0] for row in edition["kinds"]], months), begins


def _setting(reader, months):
    steps = reader.whole()
    if not steps:
        return reader.value()
    _bounded(steps, months)
    return {reader.take(months): reader.value() for _ in range(steps)}


def _shocks(reader, kinds, months):
    if not reader.take(2):
        return None
    many = reader.whole()
    _bounded(many, months)
    return [
        (kinds[reader.take(len(kinds))], reader.take(months), reader.whole(), reader.value())
        for _ in range(many)
    ]


def _bounded(many, months):
    """No honest number says so many: it must not make us count to it."""
    if many > months:
        raise OverflowError(many)
