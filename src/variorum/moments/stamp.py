"""Date lines: "Updated June 18, 2024, 10:50 p.m. ET", "18/06/2024 09:47 BST", "2024-06-18T09:47:00Z".

A stamp is a full date (with its year), maybe with a clock time and a zone. This is
the form of lines that only date a report; sentences are `resolve_moments`' work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from variorum.moments.almanac import calendar_day
from variorum.moments.feasts import nth_weekday
from variorum.moments.lexicon import MONTHS, SHORT_WEEKDAYS, WEEKDAYS, month_number, one_of, ordinal, weekday_number

ZONES: dict[str, float] = {
    **{"UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "WAT": 1, "CEST": 2, "EET": 2},
    **{"SAST": 2, "CAT": 2, "EEST": 3, "MSK": 3, "EAT": 3, "AST": 3, "TRT": 3, "GST": 4, "PKT": 5, "IST": 5.5},
    **{"NPT": 5.75, "ICT": 7, "WIB": 7, "HKT": 8, "SGT": 8, "MYT": 8, "PHT": 8, "AWST": 8, "JST": 9, "KST": 9},
    **{"ACST": 9.5, "AEST": 10, "ACDT": 10.5, "AEDT": 11, "NZST": 12, "NZDT": 13},
    **{"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9},
    **{"AKDT": -8, "HST": -10, "BRT": -3, "ART": -3},
}
"""Hours east of Greenwich. IST is India's, CST the United States', as in most English date lines."""

US_ZONES: dict[str, float] = {"ET": -5, "CT": -6, "MT": -7, "PT": -8}
"""American zones written without saying whether summer time holds: hours in winter."""

_MONTH_FIRST = frozenset({"ET", "CT", "MT", "PT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"})
_DAY_FIRST = frozenset({"GMT", "BST", "CET", "CEST", "IST", "AEST", "AEDT", "SAST", "MSK", "EAT", "WAT", "EET", "EEST"})

_WEEKDAY = rf"(?P<weekday>{one_of([*WEEKDAYS, *SHORT_WEEKDAYS])})\.?,?\s+"
_MONTH = rf"(?P<month>{one_of(MONTHS)})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CLOCK = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?:[:.]\d\d(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
_ZONE = rf"(?P<zone>{one_of([*ZONES, *US_ZONES])})\b|(?P<offset>[+-]\d\d:?\d\d)"

_FORMS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"(?<![\w/.-])(?:{_WEEKDAY})?{form}", re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)(?!\d)",  # 2024-06-18
        rf"{_MONTH}[\s-]*{_DAY}[,\s-]\s*{_YEAR}",  # June 18, 2024; a clock may stand right behind it
        rf"{_DAY}[\s-]*(?:of\s+)?{_MONTH},?[\s-]*{_YEAR}",  # 18 June 2024
        r"(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)",  # 18/06/2024
    )
)
_CLOCKS = (
    re.compile(rf"{_CLOCK}(?:\s*\(?(?:{_ZONE}))?", re.IGNORECASE),  # 10:50 p.m. ET
    re.compile(rf"(?P<hour>\d\d)(?P<minute>\d\d)\s*(?P<half>)(?:{_ZONE})", re.IGNORECASE),  # 0339 GMT
)
_BETWEEN = re.compile(r"[\s,|/\-–—•·T]*(?:at\s+|@\s*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A full date in a line.

    Attributes:
        start: Offset of its first character in the line.
        end: Offset behind its last character, clock and zone included.
        day: The day as written, in the zone as written.
        at: The moment with its zone; None when the line gives no clock time or no zone.
    """

    start: int
    end: int
    day: date
    at: datetime | None = None


def find_stamps(line: str) -> tuple[Stamp, ...]:
    """Return the full dates of a line, in order. A numeric date whose order cannot be told is left out."""
    found: list[Stamp] = []
    for form in _FORMS:
        for match in form.finditer(line):
            clock, after = _clock_near(line, match)
            day = _day(match, clock)
            if day is not None and not any(s.start < match.end() and match.start() < s.end for s in found):
                found.append(Stamp(match.start(), after, day, _moment(day, clock)))
    return tuple(sorted(found, key=lambda stamp: stamp.start))


def _clock_near(line: str, match: re.Match[str]) -> tuple[re.Match[str] | None, int]:
    """Return the clock time right behind a date, or the one that ends right before it, and where the stamp ends."""
    gap = _BETWEEN.match(line, match.end())
    start = gap.end() if gap else match.end()
    for form in reversed(_CLOCKS):
        clock = form.match(line, start)
        if clock and (clock["minute"] or clock["half"]):
            return clock, clock.end()
    for form in reversed(_CLOCKS):
        for clock in form.finditer(line[: match.start()]):
            between = line[clock.end() : match.start()]
            if (clock["minute"] or clock["half"]) and re.fullmatch(r"\s*(?:\([^)]*\))?[\s,|on–-]*", between):
                return clock, match.end()
    return None, match.end()


def _day(match: re.Match[str], clock: re.Match[str] | None) -> date | None:
    groups = match.groupdict()
    year = int(groups["year"])
    if "one" in groups:
        return _numeric_day(match, year, clock)
    month = groups["month"]
    number = int(month) if month.isdecimal() else month_number(month) or 0
    return calendar_day(year, number, ordinal(groups["day"]) or 0)


def _numeric_day(match: re.Match[str], year: int, clock: re.Match[str] | None) -> date | None:
    """Tell day and month of "06/05/2024" apart by what the line shows; None when nothing does."""
    one, two = int(match["one"]), int(match["two"])
    month_first, day_first = calendar_day(year, one, two), calendar_day(year, two, one)
    if month_first is None or day_first is None or month_first == day_first:
        return month_first or day_first
    if match["weekday"]:
        named = weekday_number(match["weekday"])
        fitting = [d for d in (month_first, day_first) if d.weekday() == named]
        return fitting[0] if len(fitting) == 1 else None
    zone = (clock["zone"] or "").upper() if clock else ""
    if zone in _MONTH_FIRST:
        return month_first
    if zone in _DAY_FIRST or match["mark"] == ".":
        return day_first
    return None


def _moment(day: date, clock: re.Match[str] | None) -> datetime | None:
    if clock is None or not (clock["zone"] or clock["offset"]):
        return None
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    half = (clock["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        return None
    zone = _zone(day, (clock["zone"] or "").upper(), clock["offset"])
    return None if zone is None else datetime.combine(day, time(hour, minute), zone)


def _zone(day: date, name: str, offset: str | None) -> timezone | None:
    if offset:
        hours, minutes = int(offset[1:3]), int(offset[-2:])
        if hours > 23 or minutes > 59:
            return None
        east = timedelta(hours=hours, minutes=minutes)
        return timezone(east if offset[0] == "+" else -east)
    if name in US_ZONES:
        summer = nth_weekday(day.year, 3, 6, 2) <= day < nth_weekday(day.year, 11, 6, 1)  # since 2007
        return timezone(timedelta(hours=US_ZONES[name] + summer), name)
    return timezone(timedelta(hours=ZONES[name]), name)
