"""The day that a report's own "today" counts from: stated in a line of it, or inferred from what the story says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from statistics import median_low

from variorum.ingest.datelines import dateline_day, dateline_of
from variorum.ingest.datemarks import Mark, marks_of
from variorum.ingest.inferred_day import REACH, StoryDays, inferred
from variorum.model import Publication, Report, Span
from variorum.moments.stamp import Stamp, find_stamps
from variorum.moments.weekdays import nearest_weekday

_UPDATED = re.compile(r"\b(?:last\s+)?(?:updated?|modified|revised|edited)\b", re.IGNORECASE)


def stated_day(line: str, *, report: str | None = None, offset: int = 0) -> Publication | None:
    """Read the day out of a line that dates a report ("Updated June 18, 2024, 10:50 p.m. ET").

    The caller knows that it is such a line (an update line, a byline, a metadata
    value): a date inside a sentence is read just the same. Where a line states
    several dates, one behind "updated" wins, else the latest.

    Args:
        line: The line's text.
        report: Id of the report that holds the line, for evidence.
        offset: Offset of the line's first character in that report's text.

    Returns:
        A `stated` publication, `at` set where clock and zone stand beside the date;
        its evidence is the date's own characters, empty without `report`. None when
        the line holds no full date, or only one whose order of day and month is open.
    """
    stamps = find_stamps(line)
    if not stamps:
        return None
    updates = [match.end() for match in _UPDATED.finditer(line)]
    updated = [stamp for stamp in stamps if any(_follows(stamp, end, stamps) for end in updates)]
    best = max(updated or stamps, key=lambda stamp: (stamp.day, stamp.start))
    evidence = () if report is None else (Span(report, offset + best.start, offset + best.end),)
    return Publication(best.day, best.at, "stated", evidence)


def _follows(stamp: Stamp, end: int, stamps: tuple[Stamp, ...]) -> bool:
    """Tell whether a stamp is the first one behind offset `end`."""
    later = [other for other in stamps if other.start >= end]
    return bool(later) and later[0] == stamp


def date_reports(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Infer the day of every report that states none, from its own words and from the story's other reports.

    A dateline's day and month are the report's own; the story gives the year.
    Elsewhere a candidate day is weighed by what would be wrong with it: a date told as past
    that would still be to come, a weekday that would mean another day than the
    other reports' same weekday, a stale newest date. The day with the least cost
    is taken when dates or weekdays speak for it.

    Args:
        reports: The reports of one story, in any order.

    Returns:
        The same reports in the same order. Those with a `stated` or `given` day are
        unchanged; the others have basis `inferred` with the passages that decided,
        or stay `unknown` where nothing tells.
    """
    reports = _by_dateline(reports)
    marks = {report.id: marks_of(report) for report in reports}
    known = {r.id: r.published.day for r in reports if r.published.day is not None}
    middle = _middle(list(known.values()), [m for r in reports for m in marks[r.id]])
    if middle is None:
        return tuple(reports)
    stated = tuple(sorted(span for r in reports for span in r.published.evidence))
    story = StoryDays(middle, tuple(sorted(known.values())), _weekdays_told(marks, known, middle), stated)
    return tuple(
        report if report.published.day is not None else inferred(report, marks[report.id], story) for report in reports
    )


def _by_dateline(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports, those without a day dated by their dateline where the story tells its year."""
    known = [report.published.day for report in reports if report.published.day is not None]
    middle = _middle(known, [mark for report in reports for mark in marks_of(report)])
    if middle is None:
        return tuple(reports)
    dated = []
    for report in reports:
        mark = dateline_of(report) if report.published.day is None else None
        day = None if mark is None else dateline_day(mark, middle, tuple(sorted(known)))
        span = () if mark is None else (Span(report.id, mark.start, mark.end),)
        dated.append(report if day is None else replace(report, published=Publication(day, None, "inferred", span)))
    return tuple(dated)


def _middle(known: list[date], marks: list[Mark]) -> date | None:
    """Return the day about which the story turns: of its dated reports, else of the newest dates with their year."""
    if known:
        return date.fromordinal(median_low(day.toordinal() for day in known))
    full = sorted(mark.day for mark in marks if mark.day is not None and mark.tense != "future")
    if not full:
        return None
    newest = [day for day in full if (full[-1] - day).days <= REACH]
    if len(newest) < 2:
        return None  # one date alone may be of anything
    return date.fromordinal(median_low(day.toordinal() for day in newest))


def _weekdays_told(marks: dict[str, tuple[Mark, ...]], known: dict[str, date], middle: date) -> dict[date, float]:
    """Return the days near the story's middle that dated reports tell of by weekday, or any report by date."""
    reports: Counter[date] = Counter()
    for report in sorted(marks):
        told = set()
        for mark in marks[report]:
            day = mark.dated(middle)
            if day is None and mark.weekday is not None and report in known:
                day = nearest_weekday(known[report], mark.weekday, mark.tense)
            if day is not None and abs((day - middle).days) <= REACH:
                told.add(day)
        reports.update(told)
    most = {day: max(n for other, n in reports.items() if other.weekday() == day.weekday()) for day in reports}
    return {day: reports[day] / most[day] for day in sorted(reports)}
