"""Time that has passed or is to pass: two years ago, in three weeks, the past seven years."""

from __future__ import annotations

import re
from datetime import date

from variorum.model import Moment, Precision
from variorum.moments import almanac
from variorum.moments.deictic import unit_at
from variorum.moments.grammar import Rule, Setting, rule
from variorum.moments.lexicon import NUMBER, UNITS, number
from variorum.moments.slots import ABOUT, compiled


def _ago(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "two years ago" as the calendar unit so far back."""
    unit, count = UNITS[match["unit"].lower()], number(match["number"])
    if count is None:
        return None
    if unit == "hour":
        return unit_at(setting, "day", 0) if count < 12 or match["unit"].lower().startswith("m") else None
    moment = unit_at(setting, "year", -10 * count) if unit == "decade" else unit_at(setting, unit, -count)
    return moment if not match["about"] or moment is None else Moment(moment.first, moment.last, moment.precision, True)


def _sum_of_units(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "a year and two months ago": the parts are counted one after another, the smallest unit is meant."""
    sign = -1 if match["way"].lower() == "ago" else 1
    anchor = setting.today
    if match["way"].lower() == "later":
        spoken = [e.moment.first for e in setting.earlier(1) if e.moment.precision == "day"]
        anchor = spoken[0] if spoken else anchor
    there, finest = shifted(anchor, match["sum"], sign)
    if there is None:
        return None
    units = {"month": almanac.month_of, "week": almanac.week_of}
    return units[finest](there) if finest in units else almanac.day(there)


def shifted(start: date | None, words: str, sign: int) -> tuple[date | None, str]:
    """Return the day that lies a sum of units ("five years 1 month") from another, and the finest unit of it."""
    summed = compiled(_SUMMED).finditer(words)
    parts = sorted(
        ((UNITS[part["unit"].lower()], number(part["number"]) or 0) for part in summed),
        key=lambda part: -_IN_DAYS[part[0]],
    )
    for unit, count in parts:
        months = {"year": 12, "month": 1}.get(unit)
        if start is not None:
            steps = sign * count * (months or _IN_DAYS[unit])
            start = almanac.shift_months(start, steps) if months else almanac.shift_days(start, steps)
    return start, parts[-1][0]


def _in_future(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "in two weeks" where it is still to come; a duration ("done in two weeks") is no moment."""
    unit, count = UNITS[match["unit"].lower()], number(match["number"])
    if count is None or unit in ("hour", "quarter") or (match["lead"].lower() == "in" and setting.tense != "future"):
        return None
    return unit_at(setting, unit, count)


def _from_now(match: re.Match[str], setting: Setting) -> Moment | None:
    unit, count = UNITS[match["unit"].lower()], number(match["number"])
    return None if count is None or unit == "hour" else unit_at(setting, unit, count)


_LENGTH: dict[str, tuple[Precision, int, int]] = {
    "day": ("range", 1, 0),
    "week": ("range", 7, 0),
    "fortnight": ("range", 14, 0),
    "month": ("range", 0, 1),
    "quarter": ("range", 0, 3),
    "year": ("range", 0, 12),
    "decade": ("range", 0, 120),
    "century": ("range", 0, 1200),
}


_LASTING = re.compile(
    r"(?:\b(?:to|will|would|can|could|may|might|must|should|not|only|also)|n['’]t)\s+$", re.IGNORECASE
)
"""What makes "last two days" a verb with its measure."""


def _stretch(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "the past seven years": from the same day so long ago until today; "the next two weeks" from tomorrow on."""
    groups = match.groupdict()
    which, unit = groups["which"].lower(), UNITS[groups["unit"].lower()]
    if unit == "day" and not groups["number"] and (way_of(which) > 0 or not _DURING.search(setting.before)):
        return None  # "the next day" leans on what is told; "the last day" is that of something
    if which == "last" and match.group()[0] in "lL" and _LASTING.search(setting.before):
        return None
    if unit == "quarter" and not groups["number"]:
        return unit_at(setting, unit, way_of(which))
    count = number(groups["number"] or "one")
    return None if count is None or setting.today is None else stretch(setting.today, unit, way_of(which) * count)


_DURING = re.compile(r"\b(?:in|over|during|within|for)\s+$", re.IGNORECASE)


def way_of(which: str) -> int:
    """Return 1 for words that point ahead ("next", "coming"), -1 for those that point back."""
    return 1 if which in ("next", "coming", "following", "upcoming") else -1


def stretch(today: date, unit: str, count: int) -> Moment | None:
    """Return the days from tomorrow on to `count` units ahead, or from so long ago until today where it is negative.

    Hours ahead begin today. None for units without a length and outside the calendar.
    """
    begins = today if unit == "hour" else almanac.shift_days(today, 1)
    if unit == "hour":
        unit, count = "day", (-1 if count < 0 else 1) * -(-abs(count) // 24)
    if unit == "quarter":  # whole ones, as they are reported
        near, far = almanac.quarter_of(today, 1 if count > 0 else -1), almanac.quarter_of(today, count)
        if near is None or far is None or not count:
            return None
        return Moment(min(near.first, far.first), max(near.last, far.last), "range")
    if unit not in _LENGTH:
        return None
    precision, days, months = _LENGTH[unit]
    there = almanac.shift_months(today, count * months)
    there = None if there is None else almanac.shift_days(there, count * days)
    if there is None or begins is None:
        return None
    return Moment(there, today, precision) if count < 0 else Moment(min(begins, there), there, precision)


_IN_DAYS = {"year": 365, "month": 30, "week": 7, "day": 1}
_SUMMED = rf"(?P<number>{NUMBER}) (?P<unit>years?|months?|weeks?|days?)"

_PLAIN_SUMMED = re.sub(r"\?P<\w+>", "?:", _SUMMED)

SUM_OF_UNITS = rf"{_PLAIN_SUMMED}(?:(?:,? and|,)? {_PLAIN_SUMMED}){{1,3}}"
"""Several units in a row, the gap a space as in every template."""

_ABOUT = rf"(?P<about>{ABOUT})"
_UNIT = "(?P<unit>days?|weeks?|weekends?|months?|quarters?|years?|decades?|fortnights?|hours?|minutes?|centur(?:y|ies))"

RULES: tuple[Rule, ...] = (
    rule("just over a month ago", rf"(?:{_ABOUT} )?(?:exactly |just |only |barely )?<number> {_UNIT} ago", _ago),
    rule(
        "a year and two months ago",
        rf"(?P<sum>{SUM_OF_UNITS}) (?P<way>ago|from (?:now|today)|later)",
        _sum_of_units,
        leans=True,
    ),
    rule("two weeks from now", rf"(?:{_ABOUT} )?<number> {_UNIT} from (?:now|today)", _from_now),
    rule("in two weeks' time", rf"(?P<lead>in) <number> {_UNIT}['’]?s? time", _from_now),
    rule("in about two weeks", rf"(?P<lead>in) (?:{_ABOUT} )?<number> {_UNIT}(?!['’\w]| of)", _in_future),
    rule(
        "the past seven years",
        rf"(?:(?:the|these) )?(?P<which>past|last|next|coming|previous|upcoming) <number> ?{_UNIT}(?! of)",
        _stretch,
    ),
    rule("the past year", rf"(?:the|these) (?P<which>past|last|next|coming)(?P<number>) {_UNIT}(?! of)", _stretch),
)
