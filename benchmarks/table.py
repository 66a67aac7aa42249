"""What a measurement hands over, and how it is printed and kept."""

import re
from typing import NamedTuple


class Row(NamedTuple):
    """One measured thing.

    Attributes
    ----------
    key : str
        By which the book quotes it.
    en, zh_CN : str
        What was measured, in both languages.
    value : str
        The result with its unit, in signs that need no translation.
    aim : str
        What was aimed at, or nothing.
    met : bool or None
        Whether the aim was met; None without an aim.
    """

    key: str
    en: str
    zh_CN: str
    value: str
    aim: str = ""
    met: bool | None = None


def judged(key, en, zh_CN, value, unit, aim, digits=0):
    """Return the row of a number with an aim that it should not pass."""
    return Row(key, en, zh_CN, f"{value:.{digits}f} {unit}", f"≤ {aim} {unit}", value <= aim)


def missed(row):
    """Return by how many hundredths of its aim a row misses it, None where it does not; of the printed numbers, so that a reader can check it."""
    if row.met is not False:
        return None
    value, aim = (float(re.search(r"\d[\d,.]*", text)[0].replace(",", "")) for text in (row.value, row.aim))
    return max(1, round(100 * abs(value / aim - 1)))


def markdown(rows):
    """Return a Markdown table of rows, in English."""
    said = {True: "yes", None: ""}
    lines = ["| measured | result | aim | met |", "|---|---|---|---|"]
    lines += [f"| {row.en} | {row.value} | {row.aim} | {said.get(row.met, f'no, by {missed(row)}%')} |" for row in rows]
    return "\n".join(lines)


def kept(date, machine, rows):
    """Return what the book prints: date, machine and rows, as a mapping that JSON can hold."""
    return {"date": date, "machine": machine, "rows": [row._asdict() | {"missed": missed(row)} for row in rows]}
