"""Holidays and days that go by a name."""

from __future__ import annotations

import re
from datetime import date

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.dates import full_year
from variorum.moments.feasts import HOLIDAYS
from variorum.moments.grammar import Rule, Setting, rule
from variorum.moments.lexicon import one_of

NEAR = 60
"""Days before a holiday in which what is done "for" it is done for the coming one."""

NAMED_DAYS: dict[str, date] = {
    "9/11": date(2001, 9, 11),
    "7/7": date(2005, 7, 7),
    "D-Day": date(1944, 6, 6),
    "V-E Day": date(1945, 5, 8),
    "V-J Day": date(1945, 8, 15),
}
"""Days that history calls by a name of their own."""


def _holiday(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read a holiday in its named year, else in the one that tense and nearness give."""
    name = re.sub(r"\s+", " ", match["name"].lower().replace("’", "'"))
    rule_of = HOLIDAYS[name]
    groups = match.groupdict()
    if groups.get("year"):
        return almanac.day(rule_of(full_year(groups["year"], setting.today)))
    today = setting.today
    if today is None:
        return None
    if groups.get("of"):
        return almanac.day(rule_of(today.year + {"last": -1, "next": 1}.get(groups["of"].lower(), 0)))
    which = (groups.get("which") or "").lower()
    days = [rule_of(today.year + shift) for shift in (-2, -1, 0, 1, 2)]
    ahead = next(d for d in days if d >= today)
    if not which and (ahead - today).days <= NEAR and re.search(r"\b(?:for|ahead of)\s+(?:the\s+)?$", setting.before):
        return almanac.day(ahead)  # "has put up fences for Christmas"
    if which in ("last", "past", "this past") or (not which and setting.tense == "past"):
        return almanac.day([d for d in days if d <= today][-1])
    if which in ("next", "coming", "this coming") or (not which and setting.tense == "future"):
        return almanac.day(ahead)
    return almanac.day(min(days, key=lambda d: (abs((d - today).days), d)))


def _weekend(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "Labor Day weekend": the Saturday and Sunday next to the holiday, before it where it is a Monday."""
    holiday = _holiday(match, setting)
    if holiday is None:
        return None
    return almanac.weekend_of(holiday.first, -1 if holiday.first.weekday() < 2 else 0)


def _named(match: re.Match[str], setting: Setting) -> Moment | None:
    if match["name"][0].isdecimal() and re.search(r"(?:of|rated|scored|got|a)\s+$", setting.before):
        return None  # nine parts of eleven
    return almanac.day(next(d for name, d in NAMED_DAYS.items() if name.lower() == match["name"].lower()))


_WHICH = r"(?:(?P<which>last|this past|past|this coming|next|this) )?"
_NAME = rf"(?P<name>{one_of(HOLIDAYS)})"

RULES: tuple[Rule, ...] = (
    rule("last Thanksgiving", rf"{_WHICH}(?-i:(?=[A-Z4])){_NAME}", _holiday),
    rule("Christmas Day 2016", rf"{_NAME},?(?: of| in)? (?P<year>(?:19|20)\d\d)", _holiday),
    rule("Christmas of last year", rf"{_NAME},? (?:of )?(?P<of>last|this|next) year", _holiday),
    rule("Easter weekend 2016", rf"{_WHICH}(?-i:(?=[A-Z4])){_NAME} weekend(?:,? (?P<year>(?:19|20)\d\d))?", _weekend),
    rule("9/11", rf"(?P<name>{one_of(NAMED_DAYS)})(?!/)", _named),
)
