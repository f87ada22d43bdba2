"""Weekdays: the day that a name means, given the report's day and the tense."""

from __future__ import annotations

import re
from datetime import date, timedelta

from variorum.model import Moment, Tense
from variorum.moments import almanac
from variorum.moments.feasts import nth_weekday
from variorum.moments.grammar import Found, Rule, Setting, rule
from variorum.moments.lexicon import number, ordinal, weekday_number
from variorum.moments.tense import planned_tense


def nearest_weekday(today: date, weekday: int, tense: Tense) -> date:
    """Return the day that a bare weekday name means.

    News names days of the seven on either side of its own. Told in the past the
    name means the last such day, the report's own included; told as coming, the
    next, its own included again. Without a tense it is taken as past, which most
    news is. Six days off is a day too far: it means the neighbouring day on the
    other side, since reports are dated early and read in other time zones.
    """
    if tense == "future":
        ahead = (weekday - today.weekday()) % 7
        return today + timedelta(days=ahead if ahead < 6 else -1)
    back = (today.weekday() - weekday) % 7
    return today - timedelta(days=back if back < 6 else -1)


def _named(match: re.Match[str], setting: Setting) -> Moment | None:
    today = setting.today
    if today is None or re.search(r"\b(?:every|each|most|on alternate)\s+$", setting.before, re.I):
        return None  # a habit, not a day
    weekday = weekday_number(match["weekday"])
    if weekday is None:
        return None
    which = re.sub(r"\s+", " ", (match.groupdict().get("which") or "").lower())
    try:
        if which in ("last", "past", "this past", "the past", "previous", "the previous"):
            return almanac.day(today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1))
        if which in ("next", "coming", "this coming", "the coming"):
            return almanac.day(today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1))
        return almanac.day(nearest_weekday(today, weekday, planned_tense(setting.before) or setting.tense))
    except OverflowError:
        return None


WEEKS: dict[str, int] = {"last": -1, "this": 0, "next": 1, "the week before": -1, "the following": 1}
"""Weeks from the one that holds the report's day."""


def _of_week(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "Tuesday of last week", "next week Tuesday"."""
    offset = WEEKS[match["which"].lower()]
    weekday = weekday_number(match["weekday"])
    week = None if setting.today is None else almanac.week_of(setting.today, offset)
    return None if week is None or weekday is None else almanac.day(week.first + timedelta(days=weekday))


def _week_from(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "a week ago Tuesday", "a week from Friday"."""
    weekday = weekday_number(match["weekday"])
    if setting.today is None or weekday is None:
        return None
    if match["way"].lower() == "ago":
        found = almanac.shift_days(nearest_weekday(setting.today, weekday, "past"), -7)
    else:
        found = almanac.shift_days(nearest_weekday(setting.today, weekday, "future"), 7)
    return None if found is None else almanac.day(found)


def _weekdays_off(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "two Sundays ago": the last one counts as the first."""
    weekday, count = weekday_number(match["weekday"]), number(match["number"])
    if setting.today is None or weekday is None or count is None:
        return None
    ahead = match["way"].lower() != "ago"
    gap = (weekday - setting.today.weekday() - 1) % 7 + 1 if ahead else (setting.today.weekday() - weekday - 1) % 7 + 1
    found = almanac.shift_days(setting.today, (gap + 7 * (count - 1)) * (1 if ahead else -1))
    return None if found is None else almanac.day(found)


def _nth_of_month(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "the first Friday of July", "the last Monday of next month"."""
    month = setting.read_at(match.start("month"))
    weekday = weekday_number(match["weekday"])
    if month is None or month.moment.precision != "month" or weekday is None:
        return None
    nth = -1 if match["nth"].lower() == "last" else ordinal(match["nth"]) or 0
    first = month.moment.first
    found = nth_weekday(first.year, first.month, weekday, nth) if nth == -1 or 1 <= nth <= 4 else None
    return None if found is None else almanac.day(found)


def _through(match: re.Match[str], setting: Setting) -> Found | None:
    """Read "Tuesday through Friday" as one run of days: what is told as past ended on the last such day."""
    groups = match.groupdict()
    first, last = weekday_number(groups["weekday"]), weekday_number(groups["last"])
    if setting.today is None or first is None or last is None:
        return None
    if (groups.get("lead") or "").lower() != "between" and groups["link"].lower() == "and":
        return None  # "Tuesday and Friday" are two days
    length = (last - first) % 7 or 7
    week = groups.get("which") or groups.get("before")
    try:
        if week:
            monday = setting.today - timedelta(days=setting.today.weekday()) + timedelta(weeks=WEEKS[week.lower()])
            head = monday + timedelta(days=first)
        elif setting.tense == "past":
            head = nearest_weekday(setting.today, last, "past") - timedelta(days=length)
        else:
            head = nearest_weekday(setting.today, first, setting.tense)
        return Found(Moment(head, head + timedelta(days=length), "range"), match.end())
    except OverflowError:
        return None


_PART = r"(?: <part>)?"
_LINK = "(?P<link>-|–|through|thru|to|until|till|and)"
_LEAD = r"(?:(?:early|late|earlier|later|first thing)(?: on)?,? )?"

RULES: tuple[Rule, ...] = (
    rule("later on Tuesday night", rf"{_LEAD}(?:(?:early|late|earlier|mid-?) )?<weekday>{_PART}", _named),
    rule(
        "last Tuesday evening",
        rf"{_LEAD}(?P<which>last|(?:this |the )?past|(?:this |the )?coming|next|this|(?:the )?previous) "
        rf"<weekday>{_PART}",
        _named,
    ),
    rule("the night of Tuesday", r"(?:the )?<part>(?: of| on)? (?:(?P<which>last|next|this) )?<weekday>", _named),
    rule(
        "the first Friday of July",
        r"the (?P<nth>first|second|third|fourth|last) <weekday> (?:of|in) "
        r"(?P<month>(?:(?:next|last|this|previous) month)|<month:named>(?: <year>)?)",
        _nth_of_month,
    ),
    rule("Tuesday of last week", rf"<weekday>{_PART},?(?: of)? (?P<which>last|this|next|the following) week", _of_week),
    rule("last week Tuesday", r"(?P<which>last|this|next) week(?: on)?,? <weekday>", _of_week),
    rule("last week's Tuesday", r"(?P<which>last|this|next) week['’]s <weekday>", _of_week),
    rule("a week ago Tuesday", r"(?:a|one) week (?P<way>ago) (?:on |last )?<weekday>", _week_from),
    rule("a week from Friday", r"(?:a|one) week (?P<way>from|on) <weekday>", _week_from),
    rule(
        "two Tuesdays ago", r"(?P<number>two|three|four|[2-4]) <weekday>s? (?P<way>ago|from now|later)", _weekdays_off
    ),
    rule(
        "Tuesday through Friday",
        rf"(?:(?P<lead>from|between) )?<weekday> ?{_LINK} ?<weekday:last>"
        r"(?:,? (?:of )?(?P<which>last|this|next) week)?",
        _through,
    ),
    rule(
        "next week between Tue and Thu",
        rf"(?P<before>last|this|next) week,? (?P<lead>from|between) <anyweekday:weekday> ?{_LINK} ?<anyweekday:last>",
        _through,
    ),
)
