"""Terms counted from a day on: within five days, in four business days, for two weeks starting Monday."""

from __future__ import annotations

import re
from datetime import date

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.elapsed import SUM_OF_UNITS, shifted, stretch, way_of
from variorum.moments.grammar import Rule, Setting, operator, rule
from variorum.moments.lexicon import UNITS, number


def _within(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "within five days" where it is still to come: from today on; a time that something took is no moment."""
    today, groups = setting.today, match.groupdict()
    if today is None or not (groups["next"] or groups["now"] or setting.tense == "future"):
        return None
    if re.match(r"\s+(?:of|from|after|before|following)\b", setting.after):
        return None  # "within five days of the ruling"
    if groups.get("sum"):
        there, _ = shifted(today, groups["sum"], 1)
    else:
        ahead = stretch(today, UNITS[groups["unit"].lower()], number(groups["number"]) or 0)
        there = None if ahead is None else ahead.last
    return None if there is None or there < today else Moment(today, there, "range")


def business_day(start: date, count: int) -> date | None:
    """Return the `count`th day of Monday to Friday behind `start`, before it when negative; holidays count too."""
    there: date | None = start
    for _ in range(min(abs(count), 400)):
        there = None if there is None else almanac.shift_days(there, 1 if count > 0 else -1)
        while there is not None and there.weekday() > 4:
            there = almanac.shift_days(there, 1 if count > 0 else -1)
    return there


def _business_days(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "in four business days", "the next four working days"."""
    count, lead = number(match["number"]), match["lead"].lower().removeprefix("the ")
    if setting.today is None or not count or (lead in ("in", "within") and setting.tense == "past"):
        return None
    way = -1 if lead == "last" else 1 if lead in ("in", "within") else way_of(lead)
    there, next_one = business_day(setting.today, way * count), business_day(setting.today, way)
    if there is None or next_one is None:
        return None
    if lead == "in":
        return almanac.day(there)
    return Moment(there, next_one, "range") if way < 0 else Moment(next_one, there, "range")


def _from_day(match: re.Match[str], setting: Setting, inner: Moment) -> Moment | None:
    """Read "for two weeks starting Monday": so many days, the first included."""
    if inner.precision != "day" or not (match["for"] or match["way"].lower() != "from"):
        return None  # "two weeks from Monday" is a day
    if re.search(r"\b(?:within|in|by|after)\s+$", setting.before):
        return None  # "within a week, starting Monday"
    last = stretch(inner.first, UNITS[match["unit"].lower()], number(match["number"]) or 0)
    there = None if last is None else almanac.shift_days(last.last, -1)
    return None if there is None or there <= inner.first else Moment(inner.first, there, "range")


_UNIT = "(?P<unit>days?|weeks?|months?|years?|fortnights?|hours?)"

RULES: tuple[Rule, ...] = (
    rule(
        "within the next five days",
        rf"within (?P<next>(?:the )?(?:next|coming|upcoming) )?(?:(?P<sum>{SUM_OF_UNITS})|<number> {_UNIT})"
        r"(?P<now> (?:from|of) (?:now|today))?",
        _within,
    ),
    rule(
        "the next four business days",
        r"(?P<lead>in|within|(?:the )?(?:next|coming|past|last|previous)) <number> (?:business|working|trading) days",
        _business_days,
    ),
    operator(
        "for two weeks starting Monday",
        rf"(?P<for>for )?<number> {_UNIT},? (?P<way>starting|beginning|commencing|from)(?: from| on)?",
        _from_day,
    ),
)
