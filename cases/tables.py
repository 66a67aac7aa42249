"""Reading a table that a person edits by hand: every fault is noted with its file and line."""

from __future__ import annotations

import csv
import io
import math
import re
from pathlib import Path

from cases.errors import Faults
from cases.parts import LANGUAGES

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
TO_FILL = "?"


def read_number(text: str) -> float:
    """The number that `text` writes with plain digits, such as ``1200``, ``0.5`` or ``1e-6``.

    Raises
    ------
    ValueError
        With what was found and what is allowed, also for words such as ``nan`` that Python reads.
    """
    number = float(text) if _NUMBER.fullmatch(text) else math.nan
    if not math.isfinite(number):
        raise ValueError(f"{text!r}, not a number; write plain digits such as 1200 or 0.5")
    return number


def read_whole(text: str) -> int:
    """The whole number of 0 or more that `text` writes.

    Raises
    ------
    ValueError
        If it writes no such number.
    """
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{text!r}, not a whole number of 0 or more")
    return int(text)


class Row:
    """One line of a table. A cell that cannot be read is noted as a fault and read as None."""

    def __init__(self, cells, where, faults):
        self.cells, self.where, self.faults = cells, where, faults

    def fault(self, text):
        """Note that this line is wrong; returns None."""
        self.faults.add(self.where, text)

    def fault_if(self, text):
        """Note a fault where there is one to note."""
        if text:
            self.fault(text)

    def text(self, column, blank=False):
        """The cell's words; an empty one is a fault unless `blank`."""
        cell = self.cells[column]
        return self.fault(f"{column} is empty") if cell == "" and not blank else cell

    def _parse(self, read, column):
        cell = self.text(column)
        if cell is None:
            return None
        try:
            return read(cell)
        except ValueError as error:
            return self.fault(f"{column} is {error}")

    def number(self, column):
        """The cell as a finite float."""
        return self._parse(read_number, column)

    def whole(self, column):
        """The cell as a whole number of 0 or more."""
        return self._parse(read_whole, column)

    def read(self, read, column):
        """The cell through `read`, whose ValueError completes the sentence "`column` is …"."""
        return self._parse(read, column)

    def choice(self, column, allowed):
        """The cell, which must be one of `allowed`."""
        cell = self.text(column)
        if cell is None or cell in allowed:
            return cell
        return self.fault(f"{column} is {cell!r}; allowed is one of {', '.join(allowed)}")

    def words(self, stem, blank=False):
        """The cells `stem`_en and `stem`_zh_CN as one mapping; one without the other is a fault."""
        columns = {language: f"{stem}_{language}" if stem else language for language in LANGUAGES}
        found = {key: self.cells[column] for key, column in columns.items()}
        optional = blank and not any(found.values())
        return {key: self.text(columns[key], optional) for key in columns}


def read_table(path: Path, columns, faults: Faults, label: str = "") -> list[Row] | None:
    """The rows of a UTF-8 CSV file whose header is exactly `columns`, in any order.

    Blank lines are passed over, spaces round a cell are dropped. A cell that still says ``?``
    (as in the template) is noted and read as None. The whole is None where the file or its
    header is so wrong that no line can be read. `label` is what the file is called in a fault;
    left out, its name with two folders.
    """
    label = label or "/".join(path.parts[-3:])
    records = read_records(path, label, faults)
    if not records:
        return None
    (_, header), *lines = records
    missing = [name for name in columns if name not in header]
    surplus = [name or "(no name)" for name in header if name not in columns]
    doubled = sorted({name for name in header if header.count(name) > 1})
    for names, wrong in (
        (missing, "is missing"),
        (surplus, "is not known"),
        (doubled, "is doubled"),
    ):
        if names:
            plural = f"{', '.join(names)} {wrong}"
            faults.add(f"{label}, line 1", f"column {plural}; allowed is {','.join(columns)}")
    if missing or surplus or doubled:
        return None
    rows = [_row(header, cells, f"{label}, line {line}", faults) for line, cells in lines]
    return [row for row in rows if row]


def _row(header, cells, where, faults):
    if len(cells) != len(header):
        advice = "a comma inside a cell needs double quotes round the cell"
        text = f"found {len(cells)} cells, the header has {len(header)}; {advice}"
        faults.add(where, text)
        return None
    row = Row(dict(zip(header, cells)), where, faults)
    for column in [column for column, cell in row.cells.items() if cell == TO_FILL]:
        row.cells[column] = row.fault(f"{column} still says {TO_FILL}; fill it in")
    return row


def read_records(path: Path, label: str, faults: Faults) -> list[tuple[int, list[str]]] | None:
    """Pairs of first line number and cells of a UTF-8 CSV file, its header first.

    None, with the fault noted under `label`, where the file cannot be read.
    """
    if not path.is_file():
        return faults.add(label, "the file is missing; copy it from cases/_template")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return faults.add(
            f"{label}, line {line}", "found text that is not UTF-8; save as CSV UTF-8"
        )
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records, line = [], 1
    try:
        for cells in reader:
            cells = [cell.strip() for cell in cells]
            if any(cells):
                records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        return faults.add(f"{label}, line {line}", f"the line cannot be read: {error}")
    return records or faults.add(
        label, "the file is empty; copy its first line from cases/_template"
    )
