"""Words of a report that bound its own day: dates and weekdays with the tense in which they are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from variorum.model import Report, Tense
from variorum.moments import almanac
from variorum.moments.feasts import HOLIDAYS
from variorum.moments.lexicon import month_number, ordinal, weekday_number
from variorum.moments.slots import compiled
from variorum.moments.tense import tense_near

_DATES = (
    compiled(r"(?:<anyweekday>,? )?(?:the )?<month>\.? <day>(?:,? <year>)?"),
    compiled(r"(?:<anyweekday>,? )?(?:the )?<day>(?: of)? <month>\.?(?:,? <year>)?"),
)
_WEEKDAY = compiled(r"(?:(?P<which>last|next|every|each|a week ago|this past) )?<weekday>")
_SIGNED = re.compile(r"\(@\w+\)\s*$")
"""What stands before the day of an embedded post: the handle of who posted it."""
_HANDLE = 40
"""Characters within which that handle is looked for."""
_OWN = compiled(r"(?<![^\n])(?:last |first )?(?:updated|published|posted|modified)\b[^\n]{0,40}?\b<weekday>(?![^\n])")
"""A line that dates the report by its weekday alone ("Updated at 9:50 p.m. ET Thursday")."""
_HOLIDAY = compiled(r"(?P<name>new year['’]s (?:eve|day)|christmas (?:eve|day))")


@dataclass(frozen=True, slots=True)
class Mark:
    """A date or a weekday in a report.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last.
        tense: Of the clause around it; `past` where nothing tells, as news mostly is.
        day: The day where the year is named, else None.
        month: Month and day of a date without its year, else None.
        weekday: Monday is 0; None where no weekday is named.
        own: A line says that this weekday is the report's own.
    """

    start: int
    end: int
    tense: Tense
    day: date | None = None
    month: tuple[int, int] | None = None
    weekday: int | None = None
    own: bool = False

    def dated(self, middle: date) -> date | None:
        """Return the day that a date names, the year taken from the story's middle; None for a weekday alone."""
        if self.day is not None or self.month is None:
            return self.day
        years = [almanac.calendar_day(middle.year + shift, *self.month) for shift in (-1, 0, 1)]
        days = [day for day in years if day is not None]
        fitting = [day for day in days if self.weekday is None or day.weekday() == self.weekday] or days
        return min(fitting, key=lambda day: (abs((day - middle).days), day), default=None)

    def near(self, middle: date, reach: int) -> bool:
        """Tell whether it speaks of days near the story's middle: a bare weekday does, a date may not."""
        day = self.dated(middle)
        return self.weekday is not None if day is None else abs((day - middle).days) <= reach


def marks_of(report: Report) -> tuple[Mark, ...]:
    """Return the marks of a report in order; captions and boilerplate are left out, they tell of other days."""
    text = report.text
    found: list[Mark] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if any(m.start < match.end() and match.start() < m.end for m in found):
                continue
            month, number = month_number(match["month"]) or 0, ordinal(match["day"]) or 0
            day = almanac.calendar_day(int(match["year"]), month, number) if match["year"] else None
            if day is None and (match["year"] or almanac.calendar_day(2000, month, number) is None):
                continue
            weekday = weekday_number(match["anyweekday"]) if match["anyweekday"] else None
            found.append(
                Mark(
                    match.start(), match.end(), _tense(text, match.start(), match.end()), day, (month, number), weekday
                )
            )
    for match in _HOLIDAY.finditer(text):
        day_of = HOLIDAYS[match["name"].lower().replace("’", "'")](2000)
        found.append(
            Mark(match.start(), match.end(), _tense(text, match.start(), match.end()), None, (day_of.month, day_of.day))
        )
    for match in _OWN.finditer(text):
        found.append(Mark(*match.span(), "past", weekday=weekday_number(match["weekday"]), own=True))
    for match in _WEEKDAY.finditer(text):
        if match["which"] or any(m.start < match.end() and match.start() < m.end for m in found):
            continue
        weekday = weekday_number(match["weekday"])
        if weekday is not None:
            found.append(Mark(match.start(), match.end(), _tense(text, match.start(), match.end()), weekday=weekday))
    kept = [m for m in found if m.own or report.role_at(m.start) not in ("caption", "boilerplate", "byline")]
    return tuple(sorted(kept, key=lambda m: m.start))


def _tense(text: str, start: int, end: int) -> Tense:
    if _SIGNED.search(text[max(0, start - _HANDLE) : start]):
        return "past"  # whatever the post looks forward to, it was out by then
    tense = tense_near(text, start, end)
    return "future" if tense == "future" else "past"
