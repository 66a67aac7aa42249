"""Dates as precise as they are known, and months counted from a beginning."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.dates import date_of, month_of, read_date

BEGINNINGS = st.builds("{:04d}-{:02d}".format, st.integers(1900, 2099), st.integers(1, 12))


@given(st.integers(0, 1200), BEGINNINGS)
def test_a_month_of_a_run_and_its_calendar_month_belong_together(month, begins):
    assert month_of(date_of(month, begins), begins) == month


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_of_the_calendar_is_a_date(day):
    assert read_date(day.isoformat()) == (day.year, day.month, day.day)


def test_months_are_counted_from_january_1988():
    assert [month_of(date, "1988-01") for date in ("1988", "2020-01", "2021-05-15")] == [
        0,
        384,
        400,
    ]
    assert date_of(384, "1988-01") == "2020-01"


@pytest.mark.parametrize(
    "text", ["", "88", "2019-2", "2019-02-30", "2019/02", "2019-00", "１９８８", "0988"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match="not a date such as 1988, 2015-02 or 2019-01-17"):
        read_date(text)
