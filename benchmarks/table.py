"""What a measurement hands over, and how it is printed and kept."""

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


def markdown(rows):
    """Return a Markdown table of rows, in English."""
    said = {True: "yes", False: "no", None: ""}
    lines = ["| measured | result | aim | met |", "|---|---|---|---|"]
    lines += [f"| {row.en} | {row.value} | {row.aim} | {said[row.met]} |" for row in rows]
    return "\n".join(lines)


def kept(date, machine, rows):
    """Return what the book prints: date, machine and rows, as a mapping that JSON can hold."""
    return {"date": date, "machine": machine, "rows": [row._asdict() for row in rows]}
