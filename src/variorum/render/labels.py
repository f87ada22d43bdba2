"""The few words that are ours: days, counts, and the names of marks."""

from __future__ import annotations

import re
from datetime import date, timedelta

from variorum.model import Certainty, ConflictKind, Moment, Outcome, Precision, PublishedBasis

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

CERTAINTY_LABELS: dict[Certainty, str] = {
    "asserted": "stated as fact",
    "expected": "expected",
    "possible": "possible",
    "alleged": "alleged",
    "denied": "denied",
    "wanted": "wanted",
    "hypothetical": "only if",
}
CONFLICT_LABELS: dict[ConflictKind, str] = {
    "number": "how many",
    "time": "when",
    "place": "where",
    "person": "who",
    "denial": "yes or no",
    "other": "otherwise",
}
OUTCOME_LABELS: dict[Outcome, str] = {
    "happened": "happened",
    "changed": "changed",
    "cancelled": "called off",
}
BASIS_LABELS: dict[PublishedBasis, str] = {
    "stated": "stated",
    "given": "given",
    "inferred": "inferred",
    "unknown": "day unknown",
}

_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_OPEN_RANGE = re.compile(r"^(?:([\d.,]+)–(?!\d)|–([\d.,]+))")
_ISO_RANGE = re.compile(r"(\d{4}-\d\d-\d\d)\s*(?:/|\.\.|–|—| to | - )\s*(\d{4}-\d\d-\d\d)")


def day_label(day: date, short: bool = False) -> str:
    """Return "18 June 2024", or "18 Jun 2024" when short."""
    return f"{day.day} {_month(day, short)} {day.year}"


def _month(day: date, short: bool) -> str:
    return MONTHS[day.month - 1][:3] if short else MONTHS[day.month - 1]


def days_label(first: date, last: date, short: bool = False) -> str:
    """Return two days as one range, repeating no more than is needed: "18–19 June 2024"."""
    if first == last:
        return day_label(first, short)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_label(last, short)}"
    if first.year == last.year:
        return f"{first.day} {_month(first, short)} – {day_label(last, short)}"
    return f"{day_label(first, short)} – {day_label(last, short)}"


def moment_label(moment: Moment) -> str:
    """Return a moment's days in its own precision: "June 2024", "about 1961", "since 2 May 2024"."""
    label = _bare_moment(moment)
    if moment.approximate:
        label = f"about {label}"
    if moment.open_end and not moment.open_start:
        label = f"since {label}"
    if moment.open_start and not moment.open_end:
        label = f"until {label}"
    return label


def _bare_moment(moment: Moment) -> str:
    first, last = moment.first, moment.last
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years and first.year == last.year:
        return str(first.year)
    if whole_years:
        return f"{first.year}–{last.year}"
    if moment.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if moment.precision in ("quarter", "season", "half"):
        year = "" if first.year == last.year else f" {first.year}"
        return f"{MONTHS[first.month - 1]}{year} – {MONTHS[last.month - 1]} {last.year}"
    return days_label(first, last)


def value_label(value: str) -> str:
    """Return a reading's value for the eye: ISO days and open ranges are spelt out, all else is left as it is."""
    both = _ISO_RANGE.fullmatch(value.strip())
    if both:
        first, last = (_iso_day(part) for part in both.groups())
        if first and last and first <= last:
            return _bare_moment(Moment(first, last, _unit_of(first, last)))
    day = _iso_day(value.strip())
    if day:
        return day_label(day)
    return _OPEN_RANGE.sub(lambda match: f"{match[1]} or more" if match[1] else f"up to {match[2]}", value)


def _unit_of(first: date, last: date) -> Precision:
    whole_month = first.day == 1 and (last + timedelta(days=1)).day == 1 and first.month == last.month
    return "month" if whole_month else "range"


def _iso_day(text: str) -> date | None:
    match = _ISO_DAY.fullmatch(text)
    if not match:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def count_label(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: "1 report", "5 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
