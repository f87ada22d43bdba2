"""The day in a dateline that leaves out its year: "ORRIN, May 14 (Agency) -"."""

from __future__ import annotations

import re
from datetime import date

from variorum.ingest.datemarks import Mark
from variorum.model import Report
from variorum.moments import almanac
from variorum.moments.lexicon import MONTHS, SHORT_WEEKDAYS, WEEKDAYS, month_number, one_of, ordinal, weekday_number

_DAY = r"(?P<{}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_WHEN = (
    rf"(?:(?P<weekday>{one_of([*WEEKDAYS, *SHORT_WEEKDAYS])})\.?,?\s)?"
    rf"(?:(?P<month>{one_of(MONTHS)})\.?\s{_DAY.format('day')}|{_DAY.format('first')}\s(?P<name>{one_of(MONTHS)}))\b\.?"
)
_AGENCY = r"\s?[(/]\s?[A-Z][\w.& /-]{1,40}[)/]"
_PLACE = r"(?!(?:On|By|In|Since|After|Until|Before|From|At|For|Between)\s)[A-Z][\w.’'-]*(?:[ /-][A-Z(][\w.’')-]*){0,4}"
_REGION = rf"(?:,\s(?!(?:{one_of([*WEEKDAYS, *SHORT_WEEKDAYS])})\b)[\w.’' ]{{2,30}}?){{0,2}}"
_DASH = r"\s?(?:[-–—―]+|:)\s"
_FORMS = (
    re.compile(rf"(?:{_PLACE}{_REGION},\s)?{_WHEN},?{_AGENCY}(?:{_DASH}|\s)(?=\S)"),  # ORRIN, May 14 (Agency) -
    re.compile(rf"(?:{_PLACE}{_REGION}{_AGENCY},?\s){_WHEN}{_DASH}"),  # ORRIN (Agency), May 14 -
    re.compile(rf"{_PLACE}{_REGION},\s{_WHEN}\s?[-–—―]+\s"),  # ORRIN, May 14 -
)


def dateline_of(report: Report) -> Mark | None:
    """Return the day and month of the dateline that opens a report's text.

    Args:
        report: Its first segment of role `body` is looked at, and no other.

    Returns:
        A mark without a year, on the day's own characters; None where the text opens otherwise, or where the
        dateline names its year, which then states the report's day in full.
    """
    first = next((segment for segment in report.segments if segment.role == "body"), None)
    if first is None:
        return None
    line = report.text[first.start : min(first.end, first.start + 160)]
    match = next(filter(None, (form.match(line) for form in _FORMS)), None)
    if match is None:
        return None
    month, day = month_number(match["month"] or match["name"]) or 0, ordinal(match["day"] or match["first"]) or 0
    if almanac.calendar_day(2000, month, day) is None:
        return None
    start = match.start("month") if match["month"] else match.start("first")
    end = match.end("day") if match["month"] else match.end("name")
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    return Mark(first.start + start, first.start + end, "past", month=(month, day), weekday=weekday)


def dateline_day(mark: Mark, middle: date, known: tuple[date, ...]) -> date | None:
    """Return a dateline's day in the year that puts it nearest to a report whose day is known.

    Args:
        mark: The dateline's day and month; its weekday, where it has one, goes before nearness.
        middle: The day about which the story turns, for where no report's day is known.
        known: Days of the story's dated reports.
    """
    days = {day for anchor in (known or (middle,)) if (day := mark.dated(anchor)) is not None}
    if mark.weekday is not None:
        days = {day for day in days if day.weekday() == mark.weekday} or days
    return min(days, key=lambda day: (min(abs((day - other).days) for other in known or (middle,)), day), default=None)
