"""Moments against the one spoken of: that year, the following morning, two days later."""

from __future__ import annotations

import re

from variorum.model import Moment, TimeExpression
from variorum.moments import almanac
from variorum.moments.clock import narrative_day
from variorum.moments.grammar import Rule, Setting, rule
from variorum.moments.lexicon import UNITS, number
from variorum.moments.slots import ABOUT

FINER = {"day": 0, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 4, "year": 5, "decade": 6, "century": 7}


def calendar_unit(anchor: Moment, unit: str, offset: int) -> Moment | None:
    """Return the calendar unit `offset` units from the one that holds the anchor's first day."""
    first = anchor.first
    if unit == "hour":
        return anchor if anchor.precision == "day" else None
    if FINER.get(anchor.precision, 0) > FINER.get(unit, 9) and offset:
        return None  # "two days after" a whole month is no day
    if unit == "day":
        base = anchor.last if offset > 0 else first
        there = almanac.shift_days(base, offset)
        return None if there is None else almanac.day(there)
    if unit in ("week", "fortnight"):
        return almanac.week_of(first, offset * (2 if unit == "fortnight" else 1))
    if unit == "weekend":
        return almanac.weekend_of(first, offset)
    if unit == "month":
        return almanac.month_of(first, offset)
    if unit == "quarter":
        return almanac.quarter_of(first, offset)
    if unit in ("year", "decade"):
        return almanac.year(first.year + offset * (10 if unit == "decade" else 1))
    return None


def nearest(setting: Setting, unit: str) -> TimeExpression | None:
    """Return the nearest expression before, two paragraphs back at most, that is no coarser than the unit."""
    for expression in setting.earlier(2):
        if FINER.get(expression.moment.precision, 0) <= FINER.get(unit, 9):
            return expression
    return None


def _that_unit(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "that year", "the same month", "the following day", "the previous week"."""
    unit = UNITS.get(match["unit"].lower(), "day")
    way = re.sub(r"\s+", " ", match["way"].lower())
    offset = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "prior": -1}.get(way, 0)
    expression = nearest(setting, unit)
    if expression is not None:
        anchor = expression.moment
        return anchor if offset == 0 and anchor.precision == unit else calendar_unit(anchor, unit, offset)
    if not setting.known and offset and setting.today is not None:
        return calendar_unit(almanac.day(setting.today), unit, offset)  # nothing else is named to count from
    day = narrative_day(setting) if unit == "day" and setting.known else None
    return None if day is None else calendar_unit(day, unit, offset)


def _later(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "two days later", "a year earlier": counted from what the passage speaks of."""
    unit, count = UNITS[match["unit"].lower()], number(match["number"])
    if count is None:
        return None
    sign = 1 if match["way"].lower() in ("later", "after", "afterward", "afterwards", "on") else -1
    if unit == "hour":
        near = [e for e in setting.earlier(0) if e.moment.precision == "day"]
        return near[0].moment if near else None
    expression = nearest(setting, unit)
    if expression is not None:
        return calendar_unit(expression.moment, unit, sign * count)
    if sign < 0 and unit in ("year", "month", "quarter", "week", "day") and setting.today is not None:
        return calendar_unit(almanac.day(setting.today), unit, -count)
    return None


_ABOUT = rf"(?:(?:{ABOUT}) )*"
_UNIT = r"(?P<unit>days?|nights?|weeks?|months?|quarters?|years?|decades?|hours?|minutes?|moments)"
_ONE_UNIT = "(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|quarter|year|decade)"

RULES: tuple[Rule, ...] = (
    rule("that year", rf"that {_ONE_UNIT}(?P<way>)(?! of)", _that_unit, leans=True),
    rule(
        "the same month",
        rf"(?:that|the)(?: very)? (?P<way>same|following|next|previous|preceding|prior) {_ONE_UNIT}(?! of)",
        _that_unit,
        leans=True,
    ),
    rule(
        "next day", r"(?P<way>next) (?P<unit>day)(?!(?:-| )(?:delivery|service|air|shipping))", _that_unit, leans=True
    ),
    rule(
        "two days later", rf"{_ABOUT}<number> {_UNIT} (?P<way>later|earlier|afterwards?|previously)", _later, leans=True
    ),
)
