"""Tables that a place has besides its facts say what the facts say, and what they derive is recomputed."""

import csv
import json
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"

STATED = {  # column: table whose column holds the value of the fact
    "national_themes.csv": "hits", "national_regions.csv": "share", "national_cities.csv": "share", "national_online_groups.csv": "value",
    "national_contest.csv": "value", "national_contest_money.csv": "count", "national_costs.csv": "value", "national_projects.csv": "yuan",
}


def rows(name):
    """Rows of a table of data/, each a dict of texts."""
    with (DATA / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


EXTRA = [path.name for path in sorted(DATA.glob("*_*.csv"))]


@pytest.fixture(scope="module")
def by_id(facts):
    return {fact["id"]: fact for fact in facts}


def test_there_are_such_tables():
    assert set(STATED) <= set(EXTRA)


@pytest.mark.parametrize("name", EXTRA)
def test_every_row_has_a_fact_and_its_anchor(name, by_id):
    for row in rows(name):
        assert row["fact"] in by_id, row
        assert row.get("anchor", by_id[row["fact"]]["anchor"]) == by_id[row["fact"]]["anchor"], row


@pytest.mark.parametrize(("name", "column"), STATED.items())
def test_a_stated_value_is_that_of_its_fact(name, column, by_id):
    for row in rows(name):
        stated = by_id[row["fact"]]["value"]
        assert row[column] == stated or float(row[column]) == float(stated), row


def test_shares_of_themes_are_those_printed(by_id):
    for row in rows("national_themes.csv"):
        assert float(row["share"]) == float(by_id[row["share_fact"]]["value"])
        assert row["share_anchor"] == by_id[row["share_fact"]]["anchor"]


@pytest.mark.parametrize("name", ["national_regions.csv", "national_cities.csv"])
def test_counts_of_districts_are_the_only_ones_that_round_to_the_shares(name):
    table = rows(name)
    whole = sum(int(row["districts"]) for row in table)
    assert whole == 83
    for row in table:
        assert [n for n in range(whole + 1) if round(100 * n / whole) == float(row["share"])] == [int(row["districts"])]


def test_reach_is_the_stated_share_by_the_groups_of_a_member(by_id):
    for row in rows("national_online_reach.csv"):
        assert float(row["reach"]) == pytest.approx(float(by_id[row["fact"]]["value"]) / float(row["groups_each"]), abs=0.005)


def test_money_of_the_contest_is_divided_by_what_the_row_counts():
    told = {row["measure"]: row["value"] for row in rows("national_contest.csv")}
    total, average = float(told["raised"]), float(told["raised_per_project"]) * float(told["projects"])
    for row in rows("national_contest_money.csv"):
        assert float(row["by_total"]) == pytest.approx(total / float(row["count"]), abs=0.005)
        assert float(row["by_average"]) == pytest.approx(average / float(row["count"]), abs=0.005)


def test_projects_for_a_million_are_a_million_by_the_grant():
    for row in rows("national_projects.csv"):
        assert float(row["per_million"]) == pytest.approx(1e6 / float(row["yuan"]), abs=0.05)


def test_what_a_picture_is_to_show_is_a_column_with_words_in_both_languages():
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    drawn = [resource for resource in package["resources"] if "picture" in resource]
    assert drawn
    for resource in drawn:
        with (DATA / resource["path"]).open(encoding="utf-8", newline="") as table:
            header = next(csv.reader(table))
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert list(fields) == header
        for text in ("title", "title_zh_CN", "description", "description_zh_CN"):
            assert resource[text], resource["name"]
        for value in resource["picture"].get("values", []):
            assert fields[value]["title"] and fields[value]["title_zh_CN"]
        for role in ("row", "column", "choice"):
            column = resource["picture"].get(role)
            assert column is None or {f"{column}_en", f"{column}_zh_CN"} <= set(header)
