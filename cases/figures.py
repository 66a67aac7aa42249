"""Reading what is measured in a place: parameters, levers, its history and its shocks."""

from __future__ import annotations

from dataclasses import replace

from cases.columns import BY_PLACE
from cases.common import Common, check_range
from cases.evidence import read_badge
from cases.frozen import Frozen
from cases.parts import LANGUAGES, Lever, Level, Parameter, Shock
from cases.say import HARD, outside, plain, unknown
from cases.tables import read_number

ON_STEP = 1e-6


def read_parameters(rows, common: Common, faults, label) -> tuple[Parameter, ...]:
    """Every number of the model: the common ones, with those that the place's `rows` replace."""
    known, own = common.parameters, {}
    for row in rows or []:
        name, kind = row.text("name"), row.text("kind")
        if None in (name, kind):
            continue
        if (kind, name) not in known:
            names = [other for of, other in known if of == kind] or [of for of, _ in known]
            row.fault(unknown(f"{kind} of the model", name, sorted(set(names))))
        elif (kind, name) in own:
            row.fault(f"{name} stands here a second time")
        else:
            own[kind, name] = _parameter(row, known[kind, name])
    for (kind, name), item in known.items():
        if rows is not None and item.badge == BY_PLACE and (kind, name) not in own:
            faults.add(label, f"{kind} {name} is missing; each place gives its own")
    return tuple(own.get(key) or item for key, item in known.items())


def _parameter(row, item):
    badge, source, reason = read_badge(row)
    value, low, high = (row.number(column) for column in ("value", "low", "high"))
    unit = row.text("unit")
    if unit not in (None, item.unit):
        row.fault(f"unit of {item.name} is {unit!r}; allowed is {item.unit!r}")
    given = dict(value=value, low=low, high=high, badge=badge, source=source)
    own = replace(item, **given, reason=Frozen(reason))
    check_range(row, own.name, own)
    return own


def read_levels(text: str) -> dict[str, float]:
    """Named levels such as ``none=0; some=20; strong=40``, name to value, values rising.

    Full-width ；and ＝ are read as well.

    Raises
    ------
    ValueError
        Completing the sentence "levels is …".
    """
    levels = {}
    for part in filter(None, (part.strip() for part in text.replace("；", ";").split(";"))):
        name, _, value = (piece.strip() for piece in part.replace("＝", "=").partition("="))
        if not name or name in levels:
            raise ValueError(f"{text!r}, with a name empty or twice; allowed is name=number; …")
        levels[name] = read_number(value)
    values = list(levels.values())
    if len(values) < 2 or values != sorted(set(values)):
        raise ValueError(f"{text!r}; allowed are two or more names whose numbers rise")
    return levels


def read_levers(rows, common: Common, faults, label) -> tuple[Lever, ...]:
    """All levers in the common order, as the place names and sets them."""
    found = {}
    for row in rows or []:
        name = row.text("lever")
        if name is None:
            continue
        if name not in common.levers:
            row.fault(unknown("lever", name, common.levers))
        elif name in found:
            row.fault(f"{name} stands here a second time")
        else:
            found[name] = _lever(row, common.levers[name])
    missing = [name for name in common.levers if name not in found]
    if rows is not None and missing:
        faults.add(label, f"{', '.join(missing)} missing; allowed is one row for every lever")
    return tuple(found[name] for name in common.levers if name in found)


def _lever(row, rule):
    name, hint, shown = row.words("name"), row.words("hint"), row.choice("shown", ("yes", "no"))
    low, high, value = (row.number(column) for column in ("low", "high", "value"))
    levels = _levels(row) or ()
    badge, source, reason = read_badge(row)
    lever = Lever(
        rule.lever, Frozen(name), Frozen(hint), shown == "yes", low, high, value, levels,
        rule.unit, rule.step, rule.group, rule.lowest, rule.highest, badge, source, Frozen(reason),
    )  # fmt: skip
    _check_lever(row, lever)
    return lever


def _levels(row):
    """The levels of both languages as one tuple; None with the fault noted when they part ways."""
    en, zh = (row.read(read_levels, f"levels_{language}") for language in LANGUAGES)
    if en is None or zh is None:
        return None
    if list(en.values()) != list(zh.values()):
        return row.fault("levels_en and levels_zh_CN give different numbers; allowed are the same")
    pairs = zip(en.values(), en, zh)
    return tuple(Level(value, Frozen(zip(LANGUAGES, names))) for value, *names in pairs)


def _check_lever(row, lever):
    """Note what does not fit: the range, or a value or level outside it or between two steps."""
    name, own = lever.lever, lever.value
    check_range(row, name, lever)
    levels = [(f"{name}, level {level.name['en']!r},", level.value) for level in lever.levels]
    for subject, value in levels:
        row.fault_if(outside(subject, value, lever.low, lever.high, lever.unit))
    for subject, value in ((f"{name}, high,", lever.high), (name, own), *levels):
        row.fault_if(_between_steps(subject, value, lever))
    if own is not None and levels and own not in [level.value for level in lever.levels]:
        row.fault(f"{name} has no named level for its own value of {plain(own)}")


def _between_steps(subject, value, lever):
    """The sentence that a value inside the range lies between two steps of the slider."""
    low, high, step = lever.low, lever.high, lever.step
    if None in (value, low, high) or not low <= value <= high:
        return None
    steps = (value - low) / step
    if abs(steps - round(steps)) <= ON_STEP:
        return None
    allowed = f"whole steps of {plain(step)} from its low of {plain(low)}"
    return f"{subject} is {plain(value)}; allowed are {allowed}"


def read_history(rows, levers, common: Common, months) -> dict:
    """The reference plan: every lever to its value or, where `rows` speak of it, a schedule."""
    known = {lever.lever: lever for lever in levers}
    schedules = {}
    for row in rows or []:
        lever, month, value = row.text("lever"), row.whole("month"), row.number("value")
        read_badge(row)
        row.fault_if(_too_late(month, months))
        if lever is not None and lever not in common.levers:
            row.fault(unknown("lever", lever, common.levers))
        elif lever in known:
            _step(row, schedules.setdefault(lever, {}), known[lever], month, value)
    return {
        name: _from_the_start(schedules[name], lever) if name in schedules else lever.value
        for name, lever in known.items()
    }


def _too_late(month, months):
    """The sentence that `month` is after the last of the place, or None."""
    if None in (month, months) or month <= months:
        return None
    return f"month is {month}, after the last month of the place, {months}"


def _from_the_start(schedule, lever):
    """The schedule in the order of time; before its first month the lever's own value holds."""
    return dict(sorted({0: lever.value, **schedule}.items()))


def _step(row, schedule, lever, month, value):
    row.fault_if(outside(lever.lever, value, lever.low, lever.high, lever.unit))
    if month in schedule:
        row.fault(f"{lever.lever} is set a second time for month {month}")
    if month is not None:
        schedule[month] = value


def read_shocks(rows, common: Common, months) -> tuple[Shock, ...]:
    """The place's own shocks, in the order of the table."""
    return tuple(_shock(row, common.shocks, months) for row in rows or [])


def _shock(row, rules, months):
    name, size = row.text("shock"), row.number("size")
    month, length = row.whole("month"), row.whole("length")
    row.words("name")
    read_badge(row)
    if name in rules:
        rule = rules[name]
        row.fault_if(outside(f"{name}, size,", size, rule.lowest, rule.highest, rule.unit, HARD))
    elif name is not None:
        row.fault(unknown("shock", name, rules))
    row.fault_if(length == 0 and f"length of {name} is 0; allowed is 1 month or more")
    row.fault_if(_too_late(month, months))
    return Shock(name, month, length, size)


def typed_rows(rows) -> tuple[Frozen, ...]:
    """Rows that have been checked, as mappings in which months and numbers are numbers."""
    types = {"month": int, "length": int, "value": float, "size": float, "share": float}
    return tuple(
        Frozen((column, types.get(column, str)(cell)) for column, cell in row.cells.items())
        for row in rows
    )
