"""The day of a report that states none: of the days near its story's, the one that its marks speak against least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from variorum.ingest.datemarks import Mark
from variorum.model import Publication, Report, Span
from variorum.moments.weekdays import nearest_weekday

REACH = 12
"""Days on either side of a report with a known day, or of the story's middle, among which a report's day is sought."""

ECHO = 90
"""Days from the story's middle beyond which a report with a known day is a later echo, and a story of its own."""

BROKEN = 3.0
"""Cost of a day that a dated sentence forbids: told as past and yet to come, or the other way round."""
ELSEWHERE = 1.0
"""Cost of a weekday that would mean a day of which no other report of the story speaks; less, the more reports do."""
STALE = 0.4
"""Cost of each day between the newest day told as past and the report's: news is of today or yesterday."""
APART = 0.2
"""Cost of each day from the nearest report of the story whose day is known. The four costs were set on stories with
known days, each report's taken away in turn; the figure hardly moves when one is halved or doubled."""

ONE_DAY = 3
"""Days that the known days of a story may span for a report without any word of its own day to share their middle."""


@dataclass(frozen=True, slots=True)
class StoryDays:
    """What the whole story tells about its days.

    Attributes:
        middle: The day about which it turns.
        known: Days of the reports that state theirs, in order.
        told: Days that dated reports tell of by weekday, or any report by date, with the share of the
            story's most told day of the same weekday, 0 to 1.
        evidence: The passages that state the known days.
    """

    middle: date
    known: tuple[date, ...]
    told: Mapping[date, float]
    evidence: tuple[Span, ...]


def inferred(report: Report, marks: tuple[Mark, ...], story: StoryDays) -> Report:
    """Return a report with the day that its marks speak for, or as it is where there is none."""
    anchors = {story.middle, *(day for day in story.known if abs((day - story.middle).days) <= ECHO)}
    telling = [m for m in marks if any(m.near(anchor, REACH) for anchor in anchors)]
    if not telling:
        if not story.known or (story.known[-1] - story.known[0]).days > ONE_DAY:
            return report
        return replace(report, published=Publication(story.middle, None, "inferred", story.evidence))
    days = sorted({anchor + timedelta(days=shift) for anchor in anchors for shift in range(-REACH, REACH + 1)})
    own = {mark.weekday for mark in telling if mark.own}
    days = [day for day in days if day.weekday() in own] or days
    best = min(days, key=lambda day: (_cost(day, telling, story), abs((day - story.middle).days), day))
    spans = tuple(Span(report.id, m.start, m.end) for m in _deciding(best, telling, story))
    if not spans:
        return report
    return replace(report, published=Publication(best, None, "inferred", spans))


def _cost(day: date, marks: Sequence[Mark], story: StoryDays) -> float:
    cost = APART * min((abs((day - other).days) for other in story.known or (story.middle,)), default=0)
    newest: date | None = None
    for mark in marks:
        if mark.own:
            continue
        told = mark.dated(story.middle)
        if told is None and mark.weekday is not None:
            told = nearest_weekday(day, mark.weekday, mark.tense)
            cost += ELSEWHERE * (1.0 - story.told.get(told, 0.0))
        if told is None:
            continue
        if mark.tense == "future":
            cost += BROKEN * (told < day)
        else:
            cost += BROKEN * (told > day)
            newest = told if newest is None or told > newest else newest
    return cost if newest is None else cost + STALE * max(0, (day - newest).days)


def _deciding(day: date, marks: Sequence[Mark], story: StoryDays) -> list[Mark]:
    """Return the lines that name the report's weekday, else the marks nearest on either side: past, and to come."""

    def when(mark: Mark) -> date:
        told = mark.dated(story.middle)
        return told or nearest_weekday(day, mark.weekday or 0, mark.tense)

    own = [m for m in marks if m.own and m.weekday == day.weekday()]
    if own:
        return own
    past = [m for m in marks if m.tense != "future" and when(m) <= day]
    future = [m for m in marks if m.tense == "future" and when(m) >= day]
    chosen = [max(past, key=lambda m: (when(m), -m.start))] if past else []
    chosen += [min(future, key=lambda m: (when(m), m.start))] if future else []
    return sorted(chosen, key=lambda m: m.start)
