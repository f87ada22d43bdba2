"""Calendar dates by the name of their month, with or without their year."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.grammar import Found, Rule, Setting, rule
from variorum.moments.lexicon import (
    SAID_YEAR,
    day_number,
    month_number,
    ordinal,
    said_year,
    weekday_number,
)
from variorum.moments.slots import GAP
from variorum.moments.tense import planned_tense

SLACK = 3
"""Days by which a date without a year may stand on the wrong side of "today" for its tense: reports are updated, and
time zones differ."""

FAR = 180
"""Days beyond which a day of a month is given with its year; nearer on the other side of "today" it needs none."""


def nearest_year(setting: Setting, month: int, day: int | None) -> Moment | None:
    """Place a month, or a day of one, in the year that tense and nearness to the report's day give it.

    Told in the past it is the last one that has begun; told as coming, the next
    one that is not over; where no tense tells, the nearest. Words of planning
    right before a bare month go before the clause's tense. A day that would lie
    more than half a year off is the nearest one too, whatever the tense.
    """
    today = setting.today
    if today is None:
        return None
    found = [_placed(today.year + shift, month, day) for shift in (-8, -4, -1, 0, 1, 4, 8)]
    moments = [m for m in found if m is not None]
    if not moments:
        return None  # 30 February
    past = [m for m in moments if (m.first - today).days <= (SLACK if day else 0)]
    future = [m for m in moments if (today - m.last).days <= (SLACK if day else 0)]
    tense = setting.tense if day else planned_tense(setting.before) or setting.tense
    chosen = {"past": past[-1:], "future": future[:1]}.get(tense, [])
    if chosen and not (day and abs((chosen[0].first - today).days) > FAR):
        return chosen[0]
    return min(moments, key=lambda m: (min(abs((m.first - today).days), abs((m.last - today).days)), m.first))


def _placed(year: int, month: int, day: int | None) -> Moment | None:
    if day is None:
        return almanac.month(year, month)
    found = almanac.calendar_day(year, month, day)
    return None if found is None else almanac.day(found)


def full_year(words: str, today: date | None) -> int:
    """Return the year that "2024" or "'98" names; two digits mean the last such year, or one just ahead."""
    if len(words) == 4:
        return int(words)
    if today is not None and words[0] not in "'’":
        return min((1900 + int(words), 2000 + int(words)), key=lambda year: (abs(year - today.year), year))
    number = int(words[-2:])
    pivot = (today.year if today else 2030) + 5
    return pivot - (pivot - number) % 100


CLOSED = re.compile(r"\s*(?:[.,;:!?)\]\"”’]|$)")
"""Nothing follows that a number could count."""

YEAR = r"(?:1[5-9]|20)\d\d|['’]\d\d"
YEARS = (
    rf"(?: ?,? (?:of |in )?|,)(?P<year>(?:{YEAR})(?!\d)|"
    r"1[0-4]\d\d(?=\s*(?:[.,;:!?)]|$)))"
)
"""The year behind a date; one of the Middle Ages only where it can count nothing."""


@cache
def _said_behind() -> re.Pattern[str]:
    lead = rf",?{GAP}?(?:(?:of|in){GAP})?(?:the{GAP}year{GAP})?"
    return re.compile(rf"{lead}(?<!\w)(?P<saidyear>{SAID_YEAR})(?!\w)", re.IGNORECASE)


def year_behind(setting: Setting) -> Found | None:
    """Return the year that is spoken right behind the words ("..., nineteen seventy-eight"), None without one."""
    said = _said_behind().match(setting.text, setting.end)
    found = almanac.year(said_year(said["saidyear"]) or 0) if said else None
    return None if said is None or found is None else Found(found, said.end())


def _date(match: re.Match[str], setting: Setting) -> Moment | Found | None:
    """Read "Tuesday, June 18, 2024", "18 June", "May twenty-first, nineteen eighty"."""
    groups = match.groupdict()
    words, month = groups["day"], month_number(groups["month"]) or 0
    day = day_number(words) or 0
    if re.search(r"[$€£¥]\s?$", setting.before):
        return None
    said = None if groups.get("year") else year_behind(setting)
    if words.isalpha() or not words[0].isdecimal():
        counted = ordinal(words) is None and said is None and not groups.get("year")
        if counted and not CLOSED.match(setting.after):
            return None  # "in May twenty people"
        if re.match(rf"{GAP}(?:quarter|time|lady)", setting.after):
            return None
    if groups.get("year"):
        found = almanac.calendar_day(full_year(groups["year"], setting.today), month, day)
        return None if found is None else almanac.day(found)
    if said is not None:
        found = almanac.calendar_day(said.moment.first.year, month, day)
        return None if found is None else Found(almanac.day(found), said.end)
    return _yearless(setting, month, day, groups.get("anyweekday"))


def _yearless(setting: Setting, month: int, day: int, weekday: str | None) -> Moment | None:
    ended = re.search(r"\b(?:year|quarter|months|period|weeks) (?P<way>ended|ending) $", setting.before)
    if ended and setting.today is not None and not weekday:
        last = [_placed(setting.today.year + shift, month, day) for shift in (-1, 0, 1)]
        over = [m for m in last if m and (m.first <= setting.today or ended["way"] == "ending")]
        return over[-1] if ended["way"] == "ended" and over else nearest_year(setting, month, day)
    moment = nearest_year(setting, month, day)
    if weekday and moment and moment.first.weekday() != weekday_number(weekday):
        # The weekday tells the year where nearness does not.
        near = [_placed(moment.first.year + shift, month, day) for shift in (-1, 1, -2, 2, -3, 3)]
        return next((m for m in near if m and m.first.weekday() == weekday_number(weekday)), moment)
    return moment


def _month_of_year(match: re.Match[str], setting: Setting) -> Moment | Found | None:
    month = month_number(match["month"]) or 0
    if match.groupdict().get("year"):
        return almanac.month(full_year(match["year"], setting.today), month)
    said = year_behind(setting)
    found = None if said is None else almanac.month(said.moment.first.year, month)
    return None if said is None or found is None else Found(found, said.end)


def _year_first(match: re.Match[str], _setting: Setting) -> Moment | None:
    """Read "2024 June"; "in 2024 June Smith said" is a person of that name."""
    return almanac.month(int(match["year"]), month_number(match["month"]) or 0)


_BESIDE = r"(?:<anyweekday>,? )?(?:the )?"

RULES: tuple[Rule, ...] = (
    rule("Tuesday, June 18, 2024", rf"{_BESIDE}<month>\.? ?(?:the )?<day>(?:{YEARS})?", _date),
    rule(
        "Tuesday, 18 June 2024",
        rf"{_BESIDE}<day>\.?(?: day)?(?: of)? <month>(?:\.?{YEARS}|\.)?",
        _date,
    ),
    rule("June eighteenth", rf"{_BESIDE}<month>\.? (?:the )?<dayname:day>(?:{YEARS})?", _date),
    rule("the eighteenth of June 2024", rf"{_BESIDE}<dayname:day>(?: day)? of <month>(?:{YEARS})?", _date),
    rule("2024-Jun-18", r"<year>[-/]<month>[-/]<day>", _date),
    rule("June-18", r"<month>[-/]<day>(?:[-/](?P<year>(?:1[5-9]|20)\d\d)(?!\d))?", _date),
    rule("18-Jun-2024", r"<day>[-/.]<month>[-/.]<year>", _date),
    rule("July 2000", rf"<month>(?: ?/ ?|\.?(?: ?,? (?:of |in )?|,))(?P<year>(?:{YEAR})(?!\d))", _month_of_year),
    rule(
        "July of nineteen eighty",
        r"<month>(?=,? ?(?:of |in )?(?:the year )?(?:\w+teen|twenty|two|one)\b)",
        _month_of_year,
    ),
    rule("2024 June", r"<year>,? <month>(?=\s*(?:[.,;:!?)]|$|(?:and|to|through|until|till)\b|[-–]))", _year_first),
)
