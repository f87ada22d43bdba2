"""Days of holidays that a rule can place: fixed ones, the nth weekday of a month, and those counted from Easter."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta


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
