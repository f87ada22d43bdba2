"""Time that has passed or is to pass: two years ago, in three weeks, the past seven years."""

from __future__ import annotations

import re

from variorum.model import Moment, Precision
from variorum.moments import almanac
from variorum.moments.deictic import unit_at
from variorum.moments.grammar import ABOUT, Rule, Setting, compiled, rule
from variorum.moments.lexicon import NUMBER, UNITS, number


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
    there = setting.today
    parts = sorted(
        (
            (UNITS[part["unit"].lower()], number(part["number"]) or 0)
            for part in compiled(_SUMMED).finditer(match["sum"])
        ),
        key=lambda part: -_IN_DAYS[part[0]],
    )
    for unit, count in parts:
        months = {"year": 12, "month": 1}.get(unit)
        if there is not None:
            steps = sign * count * (months or _IN_DAYS[unit])
            there = almanac.shift_months(there, steps) if months else almanac.shift_days(there, steps)
    if there is None:
        return None
    finest = parts[-1][0]
    return (
        almanac.month_of(there)
        if finest == "month"
        else almanac.week_of(there)
        if finest == "week"
        else almanac.day(there)
    )


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


def _stretch(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "the past seven years": from the same day so long ago until today; "the next two weeks" likewise ahead."""
    today, unit = setting.today, UNITS[match["unit"].lower()]
    count = number(match["number"] or "one")
    if today is None or count is None:
        return None
    if unit == "hour":
        unit, count = "day", -(-count // 24)
    if unit not in _LENGTH:
        return None
    precision, days, months = _LENGTH[unit]
    way = 1 if match["which"].lower() in ("next", "coming", "following") else -1
    there = almanac.shift_months(today, way * count * months)
    there = None if there is None else almanac.shift_days(there, way * count * days)
    return None if there is None else Moment(min(there, today), max(there, today), precision)


_IN_DAYS = {"year": 365, "month": 30, "week": 7, "day": 1}
_SUMMED = rf"(?P<number>{NUMBER}) (?P<unit>years?|months?|weeks?|days?)"

_PLAIN_SUMMED = re.sub(r"\?P<\w+>", "?:", _SUMMED)

_ABOUT = rf"(?P<about>{ABOUT})"
_UNIT = "(?P<unit>days?|weeks?|weekends?|months?|quarters?|years?|decades?|fortnights?|hours?|minutes?|centur(?:y|ies))"

RULES: tuple[Rule, ...] = (
    rule("just over a month ago", rf"(?:{_ABOUT} )?(?:exactly |just |only |barely )?<number> {_UNIT} ago", _ago),
    rule(
        "a year and two months ago",
        rf"(?P<sum>{_PLAIN_SUMMED}(?:(?:,? and|,)? {_PLAIN_SUMMED}){{1,3}}) (?P<way>ago|from (?:now|today))",
        _sum_of_units,
    ),
    rule("two weeks from now", rf"(?:{_ABOUT} )?<number> {_UNIT} from (?:now|today)", _from_now),
    rule("in two weeks' time", rf"(?P<lead>in) <number> {_UNIT}['’]? time", _from_now),
    rule("in about two weeks", rf"(?P<lead>in) (?:{_ABOUT} )?<number> {_UNIT}(?!['’\w]| of)", _in_future),
    rule("the past seven years", rf"the (?P<which>past|last|next|coming) (?:<number> )?{_UNIT}", _stretch),
    rule(
        "these past two weeks",
        rf"(?:these|over|in|for|during) (?P<which>past|last|next|coming) (?:<number> ){_UNIT}",
        _stretch,
    ),
)
