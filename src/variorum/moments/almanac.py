"""Days of units: weeks, months, seasons, quarters, decades, and the holidays that a rule can place.

The conventions are those of careful annotation of news: a week runs from Monday
to Sunday, a season is its three whole months, winter is December to February.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
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


def nth_weekday(year_number: int, month_number: int, weekday: int, n: int) -> date:
    """Return the `n`th such weekday (Monday is 0) of a month; n = -1 is the last."""
    last = calendar.monthrange(year_number, month_number)[1]
    if n > 0:
        lead = (weekday - date(year_number, month_number, 1).weekday()) % 7
        return date(year_number, month_number, 1 + lead + 7 * (n - 1))
    back = (date(year_number, month_number, last).weekday() - weekday) % 7
    return date(year_number, month_number, last - back)


def easter(year_number: int) -> date:
    """Return Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year_number % 19, divmod(year_number, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month_number, day_number = divmod(h + shift - 7 * m + 114, 31)
    return date(year_number, month_number, day_number + 1)


def _fixed(month_number: int, number: int) -> Callable[[int], date]:
    return lambda year_number: date(year_number, month_number, number)


def _nth(month_number: int, weekday: int, n: int, later: int = 0) -> Callable[[int], date]:
    return lambda year_number: nth_weekday(year_number, month_number, weekday, n) + timedelta(days=later)


def _easter(later: int) -> Callable[[int], date]:
    return lambda year_number: easter(year_number) + timedelta(days=later)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "new year": _fixed(1, 1),
    "new year's": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "martin luther king day": _nth(1, 0, 3),
    "martin luther king jr. day": _nth(1, 0, 3),
    "mlk day": _nth(1, 0, 3),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents day": _nth(2, 0, 3),
    "presidents' day": _nth(2, 0, 3),
    "international women's day": _fixed(3, 8),
    "st. patrick's day": _fixed(3, 17),
    "saint patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "easter sunday": _easter(0),
    "easter day": _easter(0),
    "easter": _easter(0),
    "easter monday": _easter(1),
    "pentecost": _easter(49),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "labour day": _fixed(5, 1),
    "cinco de mayo": _fixed(5, 5),
    "mother's day": _nth(5, 6, 2),
    "memorial day": _nth(5, 0, -1),
    "juneteenth": _fixed(6, 19),
    "father's day": _nth(6, 6, 3),
    "canada day": _fixed(7, 1),
    "fourth of july": _fixed(7, 4),
    "july fourth": _fixed(7, 4),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "guy fawkes night": _fixed(11, 5),
    "bonfire night": _fixed(11, 5),
    "election day": _nth(11, 0, 1, 1),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "thanksgiving": _nth(11, 3, 4),
    "thanksgiving day": _nth(11, 3, 4),
    "black friday": _nth(11, 3, 4, 1),
    "cyber monday": _nth(11, 3, 4, 4),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "xmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}
"""Day of each holiday in a year. Where countries differ the one most written about in English is meant (Thanksgiving
and Independence Day of the United States, Labour Day by its spelling); a "day" kept on another day when it falls on a
weekend is still its own day."""
