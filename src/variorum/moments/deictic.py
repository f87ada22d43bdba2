"""Words that point from the report's own day: today, last week, over the weekend, earlier in the month."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.grammar import Rule, Setting, rule
from variorum.moments.lexicon import UNITS

DAYS: dict[str, int] = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "tmrw": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "the day after tmrw": 2,
    "this day": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "this very morning": 0,
    "last night": -1,
    "overnight": 0,
    "earlier today": 0,
    "later today": 0,
}
"""Days from the report's own. The night that is called last began on the day before."""


WHICH: dict[str, int] = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "previous": -1,
    "prior": -1,
    "this": 0,
    "current": 0,
    "the current": 0,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "upcoming": 1,
}
"""Units from the one that holds the report's day."""


def unit_at(setting: Setting, unit: str, offset: int) -> Moment | None:
    """Return the calendar unit that holds the report's day, or the one `offset` units on."""
    today = setting.today
    if today is None:
        return None
    if unit == "year":
        return almanac.year(today.year + offset)
    if unit == "decade":
        return almanac.decade(today.year // 10 * 10 + 10 * offset)
    if unit == "century":
        return almanac.century(today.year // 100 + 1 + offset)
    if unit == "day":
        there = almanac.shift_days(today, offset)
        return None if there is None else almanac.day(there)
    steps = {
        "week": almanac.week_of,
        "weekend": almanac.weekend_of,
        "month": almanac.month_of,
        "quarter": almanac.quarter_of,
    }
    if unit == "fortnight":
        return almanac.week_of(today, 2 * offset)
    return steps[unit](today, offset) if unit in steps else None


def _day(match: re.Match[str], setting: Setting) -> Moment | None:
    word = re.sub(r"\s+", " ", match["word"].lower())
    if word in ("today", "tonight") and re.match(r"['’]s\s+(?:world|society|youth|standards)", setting.after):
        return None  # "today" for "our times"
    if word == "this day" and not re.match(r"\s*(?:[.;!?]|$)", setting.after):
        return None  # "this day and age"
    if word == "this day" and re.search(r"\b(?:on|to|in|of|from|until|till)\s+$", setting.before, re.IGNORECASE):
        return None  # "on this day" of any year, "to this day"
    return unit_at(setting, "day", DAYS[word])


def _unit(match: re.Match[str], setting: Setting) -> Moment | None:
    which = re.sub(r"\s+", " ", match["which"].lower())
    return unit_at(setting, UNITS[match["unit"].lower()], WHICH[which])


def _next_but_one(match: re.Match[str], setting: Setting) -> Moment | None:
    return unit_at(setting, UNITS[match["unit"].lower()], -2 if match["way"].lower() == "last" else 2)


def _weekend(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "over the weekend": the one that holds the report's day, else the last or the next by tense."""
    today = setting.today
    if today is None:
        return None
    ahead = setting.tense == "future" or match["ahead"]
    return almanac.weekend_of(today, 0 if today.weekday() >= 5 or ahead else -1)


def _earlier_in(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "earlier in the week": the unit that the sentence already speaks of, else the report's own."""
    unit = UNITS[match["unit"].lower()]
    for expression in setting.earlier(0):
        if "." in setting.text[expression.span.end : setting.start]:
            break
        first = expression.moment.first
        if (
            unit == "week"
            and expression.moment.precision in ("range", "week")
            and (expression.moment.last - first).days < 7
        ):
            return almanac.week_of(first)
        if unit == "day" and expression.moment.precision == "day":
            return expression.moment
    if unit == "day":
        spoken = [e.moment for e in setting.earlier(2) if e.moment.precision == "day"]
        near = [m for m in spoken if setting.today is None or abs((m.first - setting.today).days) <= 7]
        return near[0] if near else unit_at(setting, "day", 0)
    return unit_at(setting, unit, 0)


def _day_of_same(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "this day last week"."""
    if setting.today is None:
        return None
    return unit_at(setting, "day", 7 * WHICH[match["which"].lower()])


_ONE_UNIT = "(?P<unit>week|weekend|month|quarter|year|decade|century|fortnight)"
_WHICH = "last|previous|this past|this coming|this|current|the current|next|coming|upcoming"
_PART = r"(?:(?:early|late|earlier|later|mid|sometime|some time|at the end of|the end of|end of)[-\s])?"

RULES: tuple[Rule, ...] = (
    rule("earlier today", r"(?P<word>earlier today|later today|today|tonight|overnight|this day)", _day),
    rule(
        "late yesterday evening",
        r"(?:(?:early|late|earlier|later) )?"
        r"(?P<word>the day before yesterday|the day after (?:tomorrow|tmrw)|yesterday|tomorrow|tmrw)(?: <part>)?",
        _day,
    ),
    rule(
        "early this morning",
        r"(?:(?:early|late|earlier|later) )?(?P<word>this (?:very )?morning|this afternoon|this evening|last night)",
        _day,
    ),
    rule(
        "earlier this week",
        rf"{_PART}(?P<which>{_WHICH}) {_ONE_UNIT}"
        "(?!end)(?! of <month>)",
        _unit,
    ),
    rule("in the previous year", rf"in the (?P<which>previous|prior|coming) {_ONE_UNIT}(?! of)", _unit),
    rule("the week before last", r"the (?P<unit>week|weekend|month|year) before (?:the )?(?P<way>last)", _next_but_one),
    rule("the week after next", r"the (?P<unit>week|weekend|month|year) after (?:the )?(?P<way>next)", _next_but_one),
    rule(
        "over the weekend",
        r"(?:(?:over|during|at|on|for|by|until|before|after|(?P<ahead>ahead of)) the|on) weekend(?! of)",
        _weekend,
    ),
    rule(
        "earlier in the week",
        r"(?:earlier|later|late|early) (?:on )?in the (?P<unit>day|week|month|year|decade|century)",
        _earlier_in,
        leans=True,
    ),
    rule("this day last week", r"this day (?P<which>last|next) week", _day_of_same),
)
