"""Date lines of reports."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.moments.stamp import find_stamps


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published Mon, Nov 18 2019", date(2019, 11, 18)),
        ("Fri 6:45 PM, Feb 16, 2018", date(2018, 2, 16)),
        ("By A. Writer | Updated: 2017-09-15 21:45", date(2017, 9, 15)),
        ("13/06/2014", date(2014, 6, 13)),
        ("Tue 06/05/2018", date(2018, 6, 5)),
        ("06/05/2018 09:15 EST", date(2018, 6, 5)),
        ("06/05/2018 09:15 GMT", date(2018, 5, 6)),
        ("2024.06.14. 06:50", date(2024, 6, 14)),
        ("October 13, 201611:08 AM ET", date(2016, 10, 13)),
    ],
)
def test_days_of_date_lines(line: str, day: date) -> None:
    """Full dates are read in the forms that pages print them in."""
    assert [stamp.day for stamp in find_stamps(line)] == [day]


@pytest.mark.parametrize(
    "line", ["06/05/2018", "Copyright 2024 A Paper", "FILE_06172024.2.jpg", "June 18", "31/02/2018"]
)
def test_what_is_no_stamp(line: str) -> None:
    """An order that cannot be told, a lone year, a file name and an impossible day are no dates."""
    assert find_stamps(line) == ()


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("Updated June 18, 2024, 10:50 p.m. ET.", datetime(2024, 6, 19, 2, 50, tzinfo=UTC)),
        ("Updated January 18, 2024, 10:50 p.m. ET.", datetime(2024, 1, 19, 3, 50, tzinfo=UTC)),
        ("20 Nov 2019 08:00 GMT", datetime(2019, 11, 20, 8, tzinfo=UTC)),
        ("2018-10-03T19:41:33+04:00", datetime(2018, 10, 3, 15, 41, tzinfo=UTC)),
        ("Updated 0339 GMT (1139 HKT) November 19, 2019", datetime(2019, 11, 19, 3, 39, tzinfo=UTC)),
    ],
)
def test_clock_and_zone(line: str, at: datetime) -> None:
    """A clock time with its zone is a moment, American summer time included."""
    assert [stamp.at for stamp in find_stamps(line)] == [at]


def test_clock_without_zone_is_no_moment() -> None:
    """Without a zone only the day is known."""
    assert [stamp.at for stamp in find_stamps("June 18, 2024, 10:50 p.m.")] == [None]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="0123456789/.-:, JuneMayTZ+GMTapm", max_size=40) | st.text(max_size=40))
def test_no_line_breaks_it(line: str) -> None:
    """Whatever a line holds, stamps lie inside it and in order."""
    reached = 0
    for stamp in find_stamps(line):
        assert reached <= stamp.start < stamp.end <= len(line)
        reached = stamp.start
