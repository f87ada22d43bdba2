"""Moments against other moments: that year, the day before, two months after his trip, on the eve of the vote."""

from __future__ import annotations

import re
from collections.abc import Callable

from variorum.model import Moment, TimeExpression
from variorum.moments import almanac
from variorum.moments.clock import narrative_day
from variorum.moments.events import event_in_text
from variorum.moments.grammar import Found, Rule, Setting, rule
from variorum.moments.lexicon import UNITS, number
from variorum.moments.slots import ABOUT, GAP

_FINER = {"day": 0, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 4, "year": 5, "decade": 6, "century": 7}


def calendar_unit(anchor: Moment, unit: str, offset: int) -> Moment | None:
    """Return the calendar unit `offset` units from the one that holds the anchor's first day."""
    first = anchor.first
    if unit == "hour":
        return anchor if anchor.precision == "day" else None
    if _FINER.get(anchor.precision, 0) > _FINER.get(unit, 9) and offset:
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


def _nearest(setting: Setting, unit: str) -> TimeExpression | None:
    """Return the nearest expression before, two paragraphs back at most, that is no coarser than the unit."""
    for expression in setting.earlier(2):
        if _FINER.get(expression.moment.precision, 0) <= _FINER.get(unit, 9):
            return expression
    return None


def _that_unit(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "that year", "the same month", "the following day", "the previous week"."""
    unit = UNITS[match["unit"].lower()]
    way = re.sub(r"\s+", " ", match["way"].lower())
    offset = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "prior": -1}.get(way, 0)
    expression = _nearest(setting, unit)
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
    expression = _nearest(setting, unit)
    if expression is not None:
        return calendar_unit(expression.moment, unit, sign * count)
    if sign < 0 and unit in ("year", "month", "quarter", "week") and setting.today is not None:
        return calendar_unit(almanac.day(setting.today), unit, -count)
    return None


_APPOSED = re.compile(
    r"^(?:[,(–—-]|\s)*(?:just |only |about |around |some |barely |less than |more than )*$", re.IGNORECASE
)
_EVENT = re.compile(
    r"(?P<words>(?:(?!(?:and|but|while|when|that|which|who|to|in|on|at|by|as|where|because|with|for|from)\b)"
    r"[\w’'.-]+[^\S\n]?){1,7})",
    re.IGNORECASE,
)


def _apposed(setting: Setting, unit: str) -> Moment | None:
    """Return the moment that the words only explain: "July 2000, four months after he was elected"."""
    for expression in setting.earlier(0)[:1]:
        between = setting.text[expression.span.end : setting.start]
        if between.strip() and _APPOSED.match(between):
            fine = _FINER.get(expression.moment.precision, 0) <= _FINER.get(unit, 0) or unit == "hour"
            return expression.moment if fine else None
    return None


def _anchor(setting: Setting, fits: Callable[[Moment], bool]) -> Found | None:
    """Return the moment of what stands right behind the words: an expression of time, or an event that is known."""
    gap = re.match(GAP, setting.text[setting.end : setting.end + 4])
    start = setting.end + (gap.end() if gap else 0)
    inner = setting.read_at(start)
    if inner is not None:
        return inner
    words = _EVENT.match(setting.text, start, min(len(setting.text), start + 80))
    if words is None:
        return None
    name = words["words"].strip()
    moment = setting.event_moment(name) if setting.event_moment else None
    moment = moment or event_in_text(name, setting, fits)
    return None if moment is None else Found(moment, start + len(words["words"].rstrip()))


def _from_event(match: re.Match[str], setting: Setting) -> Moment | Found | None:
    """Read "two months after his trip", "the day before the vote", "on the eve of the summit"."""
    groups = match.groupdict()
    unit = UNITS[groups["unit"].lower()] if groups.get("unit") else "day"
    count = number(groups["number"]) if groups.get("number") else 1
    vague = unit != "hour" and "number" not in groups and str(groups.get("unit")).lower().endswith("s")
    apposed = _apposed(setting, unit)
    if apposed is not None:
        return apposed
    if count is None or vague:
        return None  # "weeks after" names no day
    sign = -1 if re.sub(r"\s+", " ", match["way"].lower()) in ("before", "ahead of", "prior to", "eve of") else 1

    def fits(moment: Moment) -> bool:
        shifted = calendar_unit(moment, unit, sign * count)
        told_past = setting.tense == "past" and setting.today is not None
        return shifted is not None and not (told_past and setting.today is not None and shifted.first > setting.today)

    anchor = _anchor(setting, fits)
    moment = None if anchor is None else calendar_unit(anchor.moment, unit, sign * count)
    return None if anchor is None or moment is None else Found(moment, anchor.end)


def _day_before(match: re.Match[str], setting: Setting) -> Moment | Found | None:
    """Read "the day before", alone or with what it comes before."""
    found = _from_event(match, setting)
    if found is not None:
        return found
    if re.match(r"\s+(?:\w)", setting.after) and not re.match(
        r"\s+(?:and|in|at|by|with|that|when|as|the|a|he|she|it|they)\b", setting.after
    ):
        return None
    expression = _nearest(setting, UNITS[match["unit"].lower()])
    anchor = expression.moment if expression else None
    if anchor is None and setting.today is not None:
        anchor = almanac.day(setting.today)
    sign = -1 if match["way"].lower() == "before" else 1
    return None if anchor is None else calendar_unit(anchor, UNITS[match["unit"].lower()], sign)


_ABOUT = rf"(?:(?:{ABOUT}) )*"
_UNIT = r"(?P<unit>days?|nights?|weeks?|months?|quarters?|years?|decades?|hours?|minutes?|moments)"
_ONE_UNIT = "(?P<unit>day|night|week|weekend|month|quarter|year|decade)"

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
    rule(
        "two months after his trip",
        rf"{_ABOUT}<number> {_UNIT} (?P<way>after|before|following|ahead of|prior to|from)",
        _from_event,
        leans=True,
    ),
    rule(
        "just hours before the vote",
        rf"{_ABOUT}(?P<unit>hours|minutes|moments|days|weeks|months|years) (?P<way>after|before|ahead of|prior to)",
        _from_event,
        leans=True,
    ),
    rule("on the eve of the summit", r"(?:on )?the (?P<way>eve of)", _from_event, leans=True),
    rule(
        "the day before",
        r"(?:on )?the (?P<unit>day|night|week|month|year) (?P<way>before|after)(?! last| next| yesterday| tomorrow)",
        _day_before,
        leans=True,
    ),
)
