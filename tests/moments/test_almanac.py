"""Days of units and holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.moments import almanac, feasts

DAYS = st.dates(min_value=date(100, 1, 1), max_value=date(9900, 1, 1))


@pytest.mark.parametrize(
    ("year", "day"),
    [(1998, date(1998, 4, 12)), (2008, date(2008, 3, 23)), (2016, date(2016, 3, 27)), (2024, date(2024, 3, 31))],
)
def test_easter(year: int, day: date) -> None:
    """Easter Sunday falls on the days that church calendars give."""
    assert feasts.easter(year) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2017, 11, 23)),
        ("labor day", date(2017, 9, 4)),
        ("memorial day", date(2017, 5, 29)),
        ("election day", date(2016, 11, 8)),
        ("good friday", date(2024, 3, 29)),
    ],
)
def test_movable_holidays(name: str, day: date) -> None:
    """Holidays by rule fall on their known days."""
    assert feasts.HOLIDAYS[name](day.year) == day


def test_winter_runs_into_the_next_year() -> None:
    """Winter is December to February, whole months, leap day included."""
    winter = almanac.season(2023, "winter")
    assert winter is not None
    assert (winter.first, winter.last) == (date(2023, 12, 1), date(2024, 2, 29))


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(-600, 600))
def test_weeks_are_monday_to_sunday(day: date, offset: int) -> None:
    """A week begins on a Monday, has seven days, and the one at 0 holds its day."""
    week = almanac.week_of(day, offset)
    assert week is not None
    assert week.first.weekday() == 0
    assert week.last - week.first == timedelta(days=6)
    assert offset or week.first <= day <= week.last


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(-300, 300))
def test_months_shift_back_and_forth(day: date, offset: int) -> None:
    """A month shifted there and back is the month itself."""
    there = almanac.month_of(day, offset)
    assert there is not None
    assert almanac.month_of(there.first, -offset) == almanac.month_of(day)


def test_outside_the_calendar_is_none() -> None:
    """Years that no calendar has are None, never an error."""
    assert almanac.year(0) is None
    assert almanac.shift_months(date(1, 1, 5), -1) is None
    assert almanac.week_of(date(1, 1, 1), -1) is None
    assert almanac.calendar_day(2023, 2, 30) is None
