"""Days of units: weeks, months, seasons, quarters and decades.

The conventions are those of careful annotation of news: a week runs from Monday
to Sunday, a season is its three whole months, winter is December to February.
"""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

from variorum.model import Moment

SEASON_START: dict[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each season, northern reckoning as the English-language press uses it."""


def day(value: date) -> Moment:
    """Return the moment of one day."""
    return Moment(value, value, "day")


def calendar_day(year: int, month: int, number: int) -> date | None:
    """Return that day, or None when the calendar has none such (30 February, year 0)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shift_days(value: date, days: int) -> date | None:
    """Return the day `days` later (earlier when negative), None outside the calendar."""
    try:
        return value + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(value: date, months: int) -> date | None:
    """Return the same day of the month `months` later, the month's last day where it has no such day."""
    index = value.year * 12 + value.month - 1 + months
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(value.day, calendar.monthrange(year, month + 1)[1]))


def year(number: int) -> Moment | None:
    """Return a calendar year, None outside the calendar."""
    if not MINYEAR <= number <= MAXYEAR:
        return None
    return Moment(date(number, 1, 1), date(number, 12, 31), "year")


def month(year_number: int, month_number: int) -> Moment | None:
    """Return a calendar month, None outside the calendar."""
    if not (MINYEAR <= year_number <= MAXYEAR and 1 <= month_number <= 12):
        return None
    last = calendar.monthrange(year_number, month_number)[1]
    return Moment(date(year_number, month_number, 1), date(year_number, month_number, last), "month")


def month_of(value: date, offset: int = 0) -> Moment | None:
    """Return the calendar month that holds `value`, or the one `offset` months on."""
    there = shift_months(value.replace(day=1), offset)
    return None if there is None else month(there.year, there.month)


def week_of(value: date, offset: int = 0) -> Moment | None:
    """Return the Monday-to-Sunday week that holds `value`, or the one `offset` weeks on."""
    monday = shift_days(value, -value.weekday() + 7 * offset)
    sunday = None if monday is None else shift_days(monday, 6)
    return None if monday is None or sunday is None else Moment(monday, sunday, "week")


def weekend_of(value: date, offset: int = 0) -> Moment | None:
    """Return Saturday and Sunday of the week that holds `value`, or of the one `offset` weeks on."""
    week = week_of(value, offset)
    return None if week is None else Moment(week.last - timedelta(days=1), week.last, "range")


def months(year_number: int, first_month: int, count: int) -> tuple[date, date] | None:
    """Return first and last day of `count` months from that month on; months past 12 run into the next year."""
    head = month(year_number, first_month)
    tail = None if head is None else month_of(head.first, count - 1)
    return None if head is None or tail is None else (head.first, tail.last)


def quarter(year_number: int, number: int) -> Moment | None:
    """Return a calendar quarter, 1 to 4."""
    if not 1 <= number <= 4:
        return None
    days = months(year_number, 3 * number - 2, 3)
    return None if days is None else Moment(*days, "quarter")


def quarter_of(value: date, offset: int = 0) -> Moment | None:
    """Return the calendar quarter that holds `value`, or the one `offset` quarters on."""
    index = value.year * 4 + (value.month - 1) // 3 + offset
    return quarter(index // 4, index % 4 + 1)


def half(year_number: int, number: int) -> Moment | None:
    """Return a half of a calendar year, 1 or 2."""
    days = months(year_number, 6 * number - 5, 6) if number in (1, 2) else None
    return None if days is None else Moment(*days, "half")


def season(year_number: int, name: str) -> Moment | None:
    """Return a season by its English name; winter is of the year in which it begins."""
    days = months(year_number, SEASON_START[name], 3)
    return None if days is None else Moment(*days, "season")


def decade(first_year: int) -> Moment | None:
    """Return the ten years from `first_year` on."""
    head, tail = year(first_year), year(first_year + 9)
    return None if head is None or tail is None else Moment(head.first, tail.last, "decade")


def century(number: int) -> Moment | None:
    """Return a century as it is counted in news: the 20th is 1900 to 1999."""
    head, tail = year(max(1, 100 * (number - 1))), year(100 * number - 1)
    return None if head is None or tail is None else Moment(head.first, tail.last, "century")
