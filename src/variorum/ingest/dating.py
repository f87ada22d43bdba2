"""The day that a report's own "today" counts from: stated in a line of it, or inferred from what the story says."""

from __future__ import annotations

import re

from variorum.model import Publication, Span
from variorum.moments.stamp import Stamp, find_stamps

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
