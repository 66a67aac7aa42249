"""What a measurement hands over, and how it is printed."""

from typing import NamedTuple


class Row(NamedTuple):
    """One measured thing.

    Attributes
    ----------
    what : str
        What was measured.
    value : str
        The result with its unit.
    aim : str
        What was aimed at, or nothing.
    met : bool or None
        Whether the aim was met; None without an aim.
    """

    what: str
    value: str
    aim: str = ""
    met: bool | None = None


def markdown(rows):
    """Return a Markdown table of rows."""
    said = {True: "yes", False: "no", None: ""}
    lines = ["| measured | result | aim | met |", "|---|---|---|---|"]
    lines += [f"| {row.what} | {row.value} | {row.aim} | {said[row.met]} |" for row in rows]
    return "\n".join(lines)
