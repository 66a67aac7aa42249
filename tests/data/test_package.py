"""data/ is a valid Frictionless package whose schemas really refuse bad rows."""

import csv
import json
import shutil

import pytest
from frictionless import validate


def report_of(folder):
    """What the public tool says of a package folder."""
    return validate(str(folder / "datapackage.json"))


def test_the_package_is_valid(data_folder):
    report = report_of(data_folder)
    assert report.valid, report.to_summary()


def test_every_table_of_the_folder_is_in_the_package(data_folder):
    package = json.loads((data_folder / "datapackage.json").read_text(encoding="utf-8"))
    assert {resource["path"] for resource in package["resources"]} == {
        path.name for path in data_folder.glob("*.csv")
    }


def test_the_data_are_cc_by(data_folder):
    package = json.loads((data_folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [licence["name"] for licence in package["licenses"]] == ["CC-BY-4.0"]
    assert package["sources"]


def test_the_folder_holds_no_code(data_folder):
    assert {path.suffix for path in data_folder.iterdir()} <= {".csv", ".json", ".bib", ".md"}


FAULTS = {
    "facts.csv": [
        ("id", "fu001", "unique"),
        ("id", "", "required"),
        ("id", "Fact 1", "pattern"),
        ("kind", "rumour", "enum"),
        ("year", "long ago", "integer"),
        ("claim_zh_CN", "", "required"),
        ("place", "Tianjin!", "pattern"),
        ("anchor", "一二三四五六七八九十一二三四五六", "maxLength"),
    ],
    "checks.csv": [
        ("uses", "fu999", "foreign key"),
        ("stated_by", "fu999", "foreign key"),
        ("verdict", "perhaps", "enum"),
        ("tolerance", "-1", "minimum"),
        ("computed", "many", "number"),
    ],
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_bad_cell_is_refused_where_it_stands(data_folder, tmp_path, name):
    """Each in a row of its own, from the foot of the table up."""
    shutil.copytree(data_folder, tmp_path / "data")
    path = tmp_path / "data" / name
    with open(path, encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    wanted = {}
    for number, (column, value, rule) in zip(range(len(rows), 0, -1), FAULTS[name]):
        rows[number - 1][column] = value
        wanted[number + 1] = rule  # the first row has the names of the columns
    with open(path, "w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    messages = {}
    for number, message in report_of(tmp_path / "data").flatten(["rowNumber", "message"]):
        messages[number] = f"{messages.get(number, '')} {message}"
    assert {number: rule for number, rule in wanted.items() if rule not in messages.get(number, "")} == {}
