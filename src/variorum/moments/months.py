"""Months, and days of them, counted from the report's own: last September, the 20th of next month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.deictic import WHICH, unit_at
from variorum.moments.grammar import Rule, Setting, operator, rule
from variorum.moments.lexicon import UNITS, month_number, number, ordinal


def _named_month(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "last September": the latest one that was over before the report's month; "next June" likewise ahead."""
    today, month = setting.today, month_number(match["month"]) or 0
    which = re.sub(r"\s+", " ", match["which"].lower())
    here = None if today is None else almanac.month_of(today)
    if here is None:
        return None
    if which == "this":
        return almanac.month(here.first.year, month)
    year = here.first.year
    if WHICH[which] < 0:
        return almanac.month(year if month < here.first.month else year - 1, month)
    return almanac.month(year if month > here.first.month else year + 1, month)


def _month_of_unit(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "June of last year", "December this year"."""
    if setting.today is None:
        return None
    return almanac.month(setting.today.year + WHICH[match["which"].lower()], month_number(match["month"]) or 0)


def _day_month_of_unit(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "June 3 of last year"."""
    if setting.today is None:
        return None
    year = setting.today.year + WHICH[match["which"].lower()]
    found = almanac.calendar_day(year, month_number(match["month"]) or 0, int(re.sub(r"\D", "", match["day"])))
    return None if found is None else almanac.day(found)


def _day_of_unit(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "the 20th of next month"."""
    month = unit_at(setting, "month", WHICH[match["which"].lower()])
    number_of_day = ordinal(match["ordinal"]) or 0
    found = None if month is None else almanac.calendar_day(month.first.year, month.first.month, number_of_day)
    return None if found is None else almanac.day(found)


def _days_of_unit(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "from the 4th to the 22nd of this month"."""
    month = unit_at(setting, "month", WHICH[match["which"].lower()])
    if month is None:
        return None
    year, number_of_month = month.first.year, month.first.month
    first = almanac.calendar_day(year, number_of_month, ordinal(match["day"]) or 0)
    last = almanac.calendar_day(year, number_of_month, ordinal(match["last"]) or 0)
    return None if first is None or last is None or last <= first else Moment(first, last, "range")


def _week_of(match: re.Match[str], _setting: Setting, inner: Moment) -> Moment | None:
    """Read "the first week of June", "the last week of 2015": a week is of what has most of its days (ISO 8601)."""
    if inner.precision not in ("month", "year"):
        return None
    if (match["nth"] or "last").lower() in ("last", "final"):
        return almanac.week_of(inner.last.replace(day=inner.last.day - 3))
    return almanac.week_of(inner.first.replace(day=4), (ordinal(match["nth"]) or 1) - 1)


def _week_number(year: int, number: int) -> Moment | None:
    try:
        return almanac.week_of(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def _week_of_year(match: re.Match[str], _setting: Setting, inner: Moment) -> Moment | None:
    """Read "week 31 of 2024"; "Week 10" alone is one of a season."""
    return _week_number(inner.first.year, int(match["week"])) if inner.precision == "year" else None


def _calendar_week(match: re.Match[str], setting: Setting) -> Moment | None:
    return None if setting.today is None else _week_number(setting.today.year, int(match["week"]))


def _first_of(match: re.Match[str], _setting: Setting, inner: Moment) -> Moment | None:
    """Read "the first six months of 2024", "the last two weeks of May": so many of its units."""
    unit, count = UNITS[match["unit"].lower()], number(match["number"])
    if not count or inner.precision not in ("week", "month", "quarter", "half", "year", "decade", "century"):
        return None
    way = -1 if match["nth"].lower() in ("last", "final", "closing") else 1
    start = inner.first if way > 0 else inner.last + timedelta(days=1)
    step = {"day": 1, "week": 7}.get(unit)
    if step:
        edge = almanac.shift_days(start, way * count * step)
    else:
        months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
        edge = almanac.shift_months(start, way * count * months) if months else None
    if edge is None:
        return None
    first, last = (start, edge - timedelta(days=1)) if way > 0 else (edge, inner.last)
    return Moment(first, last, "range") if inner.first <= first and last <= inner.last else None


RULES: tuple[Rule, ...] = (
    rule(
        "last September",
        r"(?:(?:early|late|mid)[-\s])?(?P<which>last|this past|past|this coming|coming|next|this) <month>(?! \d)",
        _named_month,
    ),
    rule(
        "June of last year",
        r"(?:(?:early|late|mid)[-\s])?<month>,?(?: of)? (?P<which>last|this|next) year",
        _month_of_unit,
    ),
    rule("June 3 of last year", r"<month> <day>,?(?: of)? (?P<which>last|this|next) year", _day_month_of_unit),
    rule(
        "the 20th of next month",
        r"(?:the )?<ordinal>(?: day)?(?: of)? (?:the )?(?P<which>last|this|next|previous) month",
        _day_of_unit,
    ),
    rule(
        "from the 4th to the 22nd of this month",
        r"(?:from |between )?(?:the )?<day> ?(?:-|–|to|and|till|until|through) ?(?:the )?<day:last>,?"
        r"(?: of| in)? (?:the )?(?P<which>last|this|next|previous|current) month",
        _days_of_unit,
    ),
    operator(
        "the first week of June",
        r"(?:(?:the )?(?P<nth>first|second|third|fourth|fifth|final|[1-5](?:st|nd|rd|th))|the last|last(?= week of)) "
        r"(?:full )?week(?: of| in)?",
        _week_of,
    ),
    operator("week 31 of 2024", r"(?:calendar )?week (?P<week>[1-5]?\d)(?: of|,)?", _week_of_year),
    rule("calendar week 31", r"calendar week (?P<week>[1-5]?\d)", _calendar_week),
    operator(
        "the first six months of 2024",
        r"(?:the )?(?P<nth>first|last|final|opening|closing) <number> "
        r"(?P<unit>days?|weeks?|months?|quarters?|years?) of(?: the)?",
        _first_of,
    ),
)
