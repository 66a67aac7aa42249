"""What was measured is kept whole, in both languages, and says of every aim whether it was met."""

import json
from pathlib import Path

from benchmarks.table import Row, judged, kept, markdown, missed

RESULTS = json.loads((Path(__file__).resolve().parents[2] / "benchmarks" / "results.json").read_text(encoding="utf-8"))
FAST = Row("fast", "it is fast", "很快", "3 ms", "≤ 5 ms", True)
SLOW = Row("slow", "it is slow", "很慢", "9 ms", "≤ 5 ms", False)
SEEN = Row("seen", "it was seen", "看到了", "1 s")


def test_every_kept_row_is_whole():
    assert RESULTS["date"] and RESULTS["machine"] and RESULTS["rows"]
    for row in RESULTS["rows"]:
        assert set(row) == {*Row._fields, "missed"} and row["en"] and row["zh_CN"] and row["value"]
        assert (row["met"] is None) == (row["aim"] == "")
        assert row["missed"] == missed(Row(*(row[name] for name in Row._fields)))


def test_each_row_is_kept_under_a_name_of_its_own():
    keys = [row["key"] for row in RESULTS["rows"]]
    assert len(keys) == len(set(keys))


def test_the_table_says_which_aims_were_met():
    lines = markdown([FAST, SLOW, SEEN]).splitlines()[2:]
    assert lines == ["| it is fast | 3 ms | ≤ 5 ms | yes |", "| it is slow | 9 ms | ≤ 5 ms | no, by 80% |", "| it was seen | 1 s |  |  |"]


def test_a_missed_aim_says_by_how_much_of_it():
    """Above or below, by the numbers that are printed; a hair is not nothing."""
    assert missed(judged("slow", "", "", 60, "ms", 50)) == 20 and missed(judged("fast", "", "", 50, "ms", 50)) is None
    assert missed(judged("hair", "", "", 1.501, "s", 1.5, digits=2)) == 1
    assert missed(Row("few", "", "", "1,456×", "≥ 2,000×", False)) == 27


def test_what_is_kept_comes_back_from_json():
    assert json.loads(json.dumps(kept("2026-01-01", "a machine", [FAST])))["rows"] == [FAST._asdict() | {"missed": None}]
