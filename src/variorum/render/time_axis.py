"""Where a day lies on the timeline's axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.model import TimelineEntry
from variorum.render.labels import MONTHS
from variorum.render.lines import Line, ReportView

LEFT = 16
RIGHT = 864
# Entries further than this from every report's own day are background, behind the broken axis.
NEAR_DAYS = 24


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An entry with its label and the lines that tell it, best first."""

    entry: TimelineEntry
    label: str
    lines: tuple[Line, ...]
    key: str


class Axis:
    """Where a day lies: days near the reports in proportion, those before and after squeezed by rank."""

    def __init__(self, rows: Sequence[TimelineRow], reports: Sequence[ReportView]) -> None:
        own = sorted({view.report.published.day for view in reports if view.report.published.day})
        ends = [(row.entry.moment.first, row.entry.moment.last) for row in rows]
        main = [(row.entry.moment.first, row.entry.moment.last) for row in rows if row.entry.main]
        anchors = own or [first for first, _ in main or ends]
        margin = timedelta(days=NEAR_DAYS)
        low, high = _shift(min(anchors), -margin), _shift(max(anchors), margin)
        near = [day for pair in ends for day in pair if low <= day <= high] + list(own)
        self.first, self.last = min(near, default=min(anchors)), max(near, default=max(anchors))
        self.before = sorted({day for pair in ends for day in pair if day < self.first})
        self.after = sorted({day for pair in ends for day in pair if day > self.last})
        days = (self.last - self.first).days + 1
        share = len(self.before) / (len(self.before) + 2 * days)
        self.start = LEFT + (120 + round(400 * share) if self.before else 14)
        self.end = RIGHT - (90 if self.after else 14)

    def x(self, day: date) -> float:
        """Return the place of a day's middle."""
        if day < self.first:
            rank = sum(other < day for other in self.before)
            return LEFT + 10 + (self.start - LEFT - 52) * rank / max(1, len(self.before) - 1)
        if day > self.last:
            rank = sum(other < day for other in self.after)
            return self.end + 40 + (RIGHT - self.end - 50) * rank / max(1, len(self.after) - 1)
        days = (self.last - self.first).days
        return self.start + (self.end - self.start) * ((day - self.first).days / days if days else 0.5)


def _shift(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Return days to label: every one of a short window, else about seven, the month where it begins."""
    days = (last - first).days + 1
    step = next(step for step in (1, 2, 3, 7, 14, 28, 91, 365, 3650, 36500, 365000, 4000000) if days / step <= 9)
    chosen = [first + timedelta(days=offset) for offset in range(0, days, step)]
    labels = []
    for number, day in enumerate(chosen):
        new = number == 0 or day.month != chosen[number - 1].month
        label = f"{day.day} {MONTHS[day.month - 1][:3]}" if new else str(day.day)
        labels.append((day, f"{label} {day.year}" if number == 0 or day.year != chosen[number - 1].year else label))
    return labels
