"""The template: a copy is refused until its marked cells are filled, and then it is a place."""

import csv
import shutil
from pathlib import Path

import pytest

import cases
from cases import CaseError, load, names
from cases.__main__ import main
from cases.columns import BY_PLACE, PLACE
from cases.common import read_common

ROOM = Path(cases.__file__).parent
TEMPLATE = ROOM / "_template"
WORDS = {
    "actor": "helpers", "side": "society", "kind": "people", "quantity": "volunteers",
    "source": "fu-2023", "anchor": "志愿", "stated": "yes", "shown": "yes", "badge": "judged",
    "lever": "training", "shock": "honour", "month": "12", "length": "2", "size": "1",
    "date": "2001-02", "from": "helpers", "to": "residents",
    "payer": "helpers", "share": "0.5",
}  # fmt: skip
FACTS = {"source": "fu-2023", "begins": "2001-01", "months": "60"}


def filled(table, row):
    """`row` of `table` with each marked cell filled as a careful person would."""
    return {
        column: cell if cell != "?" else _fill(table, row, column) for column, cell in row.items()
    }


def _fill(table, row, column):
    if table == "place":
        return FACTS.get(row["key"], "文字" if column == "zh_CN" else "words")
    if table == "parameters" and column in ("value", "low", "high"):
        rule = read_common().parameters[row["kind"], row["name"]]
        return repr(max(rule.lowest, min(rule.highest, 1.0)))
    if table in ("ties", "timeline") and column == "kind":
        return {"ties": "people", "timeline": "founding"}[table]
    if column.startswith("levels"):
        low, high = row["low"], row["high"]
        return f"none={low}; all={high}" if column.endswith("en") else f"没有={low}; 全部={high}"
    if column == "value":
        return row.get("low") or "0"
    return WORDS.get(column) or ("文字" if column.endswith("zh_CN") else "words")


@pytest.fixture
def folder(tmp_path):
    """A copy of the common tables and the template, which is now called newplace."""
    shutil.copytree(ROOM / "_common", tmp_path / "cases" / "_common")
    shutil.copytree(TEMPLATE, tmp_path / "cases" / "newplace")
    return tmp_path / "cases"


def fill(folder):
    """Fill all marked cells of newplace."""
    for path in (folder / "newplace").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, PLACE[path.stem])
            writer.writeheader()
            writer.writerows(filled(path.stem, row) for row in rows)


def test_the_template_is_not_a_place():
    assert not [name for name in names() if name.startswith("_")]
    assert {path.stem for path in TEMPLATE.glob("*.csv")} == set(PLACE)


def test_a_copy_names_every_cell_that_still_has_to_be_filled(folder):
    marks = sum(path.read_text(encoding="utf-8").count("?") for path in TEMPLATE.glob("*.csv"))
    with pytest.raises(CaseError) as error:
        load("newplace", folder=folder)
    unfilled = [fault for fault in error.value.faults if "still says ?; fill it in" in fault]
    assert len(unfilled) == marks == len(error.value.faults)


def test_a_copy_with_its_marked_cells_filled_is_a_place(folder):
    fill(folder)
    case = load("newplace", folder=folder)
    assert names(folder=folder) == ["newplace"]
    assert len(case.levers) == len(read_common().levers) and len(case.actors) == 4
    assert case.plan["training"] == {0: 0.0, 12: 0.0}


def test_the_template_asks_for_every_number_that_each_place_must_give():
    asked = {key for key, item in read_common().parameters.items() if item.badge == BY_PLACE}
    with (TEMPLATE / "parameters.csv").open(encoding="utf-8", newline="") as file:
        given = {(row["kind"], row["name"]) for row in csv.DictReader(file)}
    assert given == asked


def test_the_readme_explains_every_table_and_every_choice_in_both_languages():
    english, chinese = (TEMPLATE / "README.md").read_text(encoding="utf-8").split("## 中文")
    for half in (english, chinese):
        assert all(name in half for name in cases.columns.SPENDING)
        for table in PLACE:
            assert f"`{table}.csv`" in half
        for choice in (*cases.columns.SIDES, *cases.columns.ACTOR_KINDS, *cases.columns.TIE_KINDS):
            assert choice in half
        for choice in (*cases.columns.EVENT_KINDS, *cases.columns.BADGES):
            assert choice in half


def test_the_check_for_everyone_tells_what_is_fine_and_what_is_not(folder, monkeypatch, capsys):
    monkeypatch.setenv("GOVERNING_CASES", str(folder))
    assert main([]) == 1
    assert "newplace/place.csv, line 2: en still says ?; fill it in." in capsys.readouterr().out
    fill(folder)
    assert main(["newplace"]) == 0
    assert capsys.readouterr().out == "newplace: fine, 4 actors, 3 ties\n"
    (folder / "newplace").rename(folder / "New Place")
    assert main(["New Place"]) == 1
    assert "cases/New Place: the name of the folder is 'New Place'; allowed are small letters" in capsys.readouterr().out


def test_sliders_are_kept_for_all_places_or_for_those_named(folder, monkeypatch, capsys):
    monkeypatch.setenv("GOVERNING_CASES", str(folder))
    fill(folder)
    assert main(["--keep", "newplaces"]) == 1
    assert "there is no place called 'newplaces'; did you mean 'newplace'?" in capsys.readouterr().out
    assert not (folder / "newplace" / "editions.json").exists()
    assert main(["--keep"]) == 0
    assert (folder / "newplace" / "editions.json").exists()
