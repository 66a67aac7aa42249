"""Reading cells and files that a person, or a spreadsheet, wrote."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cases.errors import CaseError, Faults
from cases.figures import read_levels
from cases.tables import read_number, read_table, read_whole

COLUMNS = ("a", "b")
NAMES = st.text(min_size=1, max_size=12).map(str.strip).filter(
    lambda name: name and not set(name) & set(";；=＝")
)  # fmt: skip
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


def read(tmp_path, content):
    """Rows as dictionaries, with the faults that were noted."""
    path = tmp_path / "cases" / "x" / "t.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    faults = Faults()
    rows = read_table(path, COLUMNS, faults)
    return [row.cells for row in rows or []], faults.found


@given(NUMBERS)
def test_a_number_is_read_back_as_it_was_written(number):
    assert read_number(repr(number)) == number


@given(st.text(max_size=8))
def test_what_is_read_as_a_number_is_finite_and_in_plain_digits(text):
    try:
        number = read_number(text)
    except ValueError as error:
        assert repr(text) in str(error)
    else:
        assert math.isfinite(number) and set(text) <= set("0123456789.+-eE")


@pytest.mark.parametrize("text", ["nan", "inf", "1e999", "1_000", "1,000", "１２", "", " 1", "0x1"])
def test_words_and_separators_are_no_numbers(text):
    with pytest.raises(ValueError, match="not a number"):
        read_number(text)


@given(st.integers(0, 10**9))
def test_a_whole_number_is_read_back(number):
    assert read_whole(str(number)) == number


@pytest.mark.parametrize("text", ["-1", "1.0", "", "²", "١", "1e3"])
def test_what_is_not_a_whole_number_is_refused(text):
    with pytest.raises(ValueError, match="not a whole number of 0 or more"):
        read_whole(text)


@given(st.dictionaries(NAMES, NUMBERS, min_size=2, max_size=6), st.sampled_from(["; ", "；", ";"]))
def test_named_levels_are_read_back_in_rising_order(levels, parting):
    assume(len(set(levels.values())) == len(levels))
    ordered = dict(sorted(levels.items(), key=lambda item: item[1]))
    text = parting.join(f"{name}={value!r}" for name, value in ordered.items())
    assert read_levels(text) == ordered


@given(st.text(max_size=20))
def test_what_is_read_as_levels_rises(text):
    try:
        values = list(read_levels(text).values())
    except ValueError:
        return
    assert len(values) >= 2 and values == sorted(set(values))


def test_a_file_saved_by_a_spreadsheet_is_read(tmp_path):
    rows, faults = read(tmp_path, "\ufeffa,b\r\n 1 ,二\r\n,\r\n3,4\r\n")
    assert rows == [{"a": "1", "b": "二"}, {"a": "3", "b": "4"}]
    assert not faults


def test_columns_may_stand_in_any_order(tmp_path):
    assert read(tmp_path, "b,a\n2,1\n") == ([{"a": "1", "b": "2"}], [])


def test_a_line_is_counted_as_an_editor_counts_it(tmp_path):
    rows, faults = read(tmp_path, 'a,b\n"one\ntwo",2\n\n?,5\n')
    assert rows[0]["a"] == "one\ntwo"
    assert faults == ["cases/x/t.csv, line 5: a still says ?; fill it in."]


@pytest.mark.parametrize(
    "content, message",
    [
        (
            "a,b\n1,二\n".encode("gb18030"),
            "line 2: found text that is not UTF-8; save as CSV UTF-8.",
        ),
        ("a;b\n1;2\n", "line 1: column a, b is missing; allowed is a,b."),
        ("a,b,c\n1,2,3\n", "line 1: column c is not known; allowed is a,b."),
        ("a,b,a\n1,2,3\n", "line 1: column a is doubled; allowed is a,b."),
        ("a,b,\n1,2,\n", "line 1: column (no name) is not known; allowed is a,b."),
        ("a,b\n1,2,3\n", "line 2: found 3 cells, the header has 2; a comma inside a cell needs"),
        ("a,b\n1\n", "line 2: found 1 cells, the header has 2"),
        ('a,b\n1,"2\n', "line 2: the line cannot be read: unexpected end of data."),
        ("", "the file is empty; copy its first line from cases/_template."),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(tmp_path, content, message):
    rows, faults = read(tmp_path, content)
    assert message in " ".join(faults) and not rows


def test_faults_are_told_together_or_not_at_all():
    faults = Faults()
    faults.tell()
    faults.add("a.csv, line 2", "wrong")
    faults.add("b.csv", "missing")
    with pytest.raises(CaseError, match=r"^a.csv, line 2: wrong\.\nb.csv: missing\.$") as error:
        faults.tell()
    assert error.value.faults == ("a.csv, line 2: wrong.", "b.csv: missing.")
