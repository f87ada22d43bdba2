"""Calendar dates: days, months and years by their numbers and names, with or without their year."""

from __future__ import annotations

import re
from datetime import date

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.grammar import Rule, Setting, rule
from variorum.moments.lexicon import month_number, ordinal, weekday_number
from variorum.moments.tense import planned_tense

SLACK = 3
"""Days by which a date without a year may stand on the wrong side of "today" for its tense: reports are updated, and
time zones differ."""

FAR = 180
"""Days beyond which a day of a month is given with its year; nearer on the other side of "today" it needs none."""


def nearest_year(setting: Setting, month: int, day: int | None) -> Moment | None:
    """Place a month, or a day of one, in the year that tense and nearness to the report's day give it.

    Told in the past it is the last one that has begun; told as coming, the next
    one that is not over; where no tense tells, the nearest. Words of planning
    right before a bare month go before the clause's tense. A day that would lie
    more than half a year off is the nearest one too, whatever the tense.
    """
    today = setting.today
    if today is None:
        return None
    found = [_placed(today.year + shift, month, day) for shift in (-8, -4, -1, 0, 1, 4, 8)]
    moments = [m for m in found if m is not None]
    if not moments:
        return None  # 30 February
    past = [m for m in moments if (m.first - today).days <= (SLACK if day else 0)]
    future = [m for m in moments if (today - m.last).days <= (SLACK if day else 0)]
    tense = setting.tense if day else planned_tense(setting.before) or setting.tense
    chosen = {"past": past[-1:], "future": future[:1]}.get(tense, [])
    if chosen and not (day and abs((chosen[0].first - today).days) > FAR):
        return chosen[0]
    return min(moments, key=lambda m: (min(abs((m.first - today).days), abs((m.last - today).days)), m.first))


def _placed(year: int, month: int, day: int | None) -> Moment | None:
    if day is None:
        return almanac.month(year, month)
    found = almanac.calendar_day(year, month, day)
    return None if found is None else almanac.day(found)


def full_year(words: str, today: date | None) -> int:
    """Return the year that "2024" or "'98" names; two digits mean the last such year, or one just ahead."""
    if len(words) == 4:
        return int(words)
    if today is not None and words[0] not in "'’":
        return min((1900 + int(words), 2000 + int(words)), key=lambda year: (abs(year - today.year), year))
    number = int(words[-2:])
    pivot = (today.year if today else 2030) + 5
    return next(base + number for base in (2000, 1900) if base + number <= pivot)


def _full_date(match: re.Match[str], setting: Setting) -> Moment | None:
    month = match["month"]
    number = int(month) if month.isdecimal() else month_number(month) or 0
    found = almanac.calendar_day(full_year(match["year"], setting.today), number, ordinal(match["day"]) or 0)
    return None if found is None else almanac.day(found)


def _yearless_date(match: re.Match[str], setting: Setting) -> Moment | None:
    month, day = month_number(match["month"]) or 0, ordinal(match["day"]) or 0
    weekday = match.groupdict().get("anyweekday")
    moment = nearest_year(setting, month, day)
    if weekday and moment and moment.first.weekday() != weekday_number(weekday):
        # The weekday tells the year where nearness does not.
        near = [_placed(moment.first.year + shift, month, day) for shift in (-1, 1, -2, 2, -3, 3)]
        return next((m for m in near if m and m.first.weekday() == weekday_number(weekday)), moment)
    return moment


def _numeric_date(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read 18/06/2024 or 06/18/2024; where both orders are days, the one nearer to the report's day."""
    year = full_year(match["year"], setting.today)
    one, two = int(match["one"]), int(match["two"])
    orders = [almanac.calendar_day(year, one, two), almanac.calendar_day(year, two, one)]
    days = [found for found in orders if found is not None]
    if not days or (setting.today is None and len(set(days)) > 1):
        return None
    today = setting.today
    return almanac.day(days[0] if today is None else min(days, key=lambda d: abs((d - today).days)))


def _slashed_date(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "on 6/18": month first, day first where that is no month."""
    one, two = int(match["one"]), int(match["two"])
    return nearest_year(setting, one, two) or nearest_year(setting, two, one) if max(one, two) <= 31 else None


def _month_of_year(match: re.Match[str], setting: Setting) -> Moment | None:
    month = match["month"]
    number = int(month) if month.isdecimal() else month_number(month) or 0
    return almanac.month(full_year(match["year"], setting.today), number)


def _day_span(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "June 18-19, 2024", "18 and 19 June", "June 30 to July 2"."""
    groups = match.groupdict()
    first_month = month_number(groups["month"]) or 0
    last_month = month_number(groups.get("until") or groups["month"]) or 0
    one, two = ordinal(groups["day"]) or 0, ordinal(groups["last"]) or 0
    if groups.get("year"):
        year = full_year(groups["year"], setting.today)
    else:
        head = nearest_year(setting, first_month, one)
        if head is None:
            return None
        year = head.first.year
    first = almanac.calendar_day(year, first_month, one)
    last = almanac.calendar_day(year + (last_month < first_month), last_month, two)
    return None if first is None or last is None or last <= first else Moment(first, last, "range")


def _day_of_month(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "on the 14th" in the month that the text speaks of, else in the report's."""
    named = match.groupdict().get("weekday")
    alone = match.group()[-3:-2].isdigit() and re.match(r"\s*(?:[.,;:!?)]|$)", setting.after)
    if alone and re.search(r"\b(?:for|from|of|till)\s+$", setting.before, re.IGNORECASE):
        pass  # "moved to Tuesday from the 14th."
    elif not named and not re.search(r"\b(?:on|by|until|before|after|since)\s+$", setting.before, re.IGNORECASE):
        return None  # "the third" of anything
    going_on = r"\s+(?:and|at|in|after|when|but|to|until|till|through)\b"
    if re.match(r"\s+[a-z]", setting.after) and not re.match(going_on, setting.after):
        return None
    if named and setting.today is not None:
        wanted = ordinal(match["ordinal"] or match["dayword"]) or 0
        near = [almanac.shift_months(setting.today.replace(day=1), shift) for shift in (0, -1, 1, -2, 2)]
        days = [almanac.calendar_day(first.year, first.month, wanted) for first in near if first is not None]
        return next((almanac.day(d) for d in days if d and d.weekday() == weekday_number(named)), None)
    known = [e.moment.first for e in setting.earlier(1) if e.moment.precision in ("day", "month")]
    base = known[0] if known else setting.today
    found = None if base is None else almanac.calendar_day(base.year, base.month, ordinal(match["ordinal"]) or 0)
    return None if found is None else almanac.day(found)


_YEARS = r"(?:,? (?:of )?|,)(?P<year>(?:1[5-9]|20)\d\d|['’]\d\d)(?!\d)"
_TO = "(?:-|–|—|and|to|through|until)"
_BESIDE = r"(?:<anyweekday>,? )?(?:the )?"

RULES: tuple[Rule, ...] = (
    rule("2024-06-18", r"<year>-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?", _full_date),
    rule("Tuesday, June 18, 2024", rf"{_BESIDE}<month>\.? <day>{_YEARS}", _full_date),
    rule("Tuesday, 18 June 2024", rf"{_BESIDE}<day>\.?(?: of)? <month>\.?{_YEARS}", _full_date),
    rule("the 18th day of June, 2024", rf"(?:the )?<day> day of <month>{_YEARS}", _full_date),
    rule("June eighteenth, 2024", rf"{_BESIDE}<month>\.? (?:the )?<dayword:day>{_YEARS}", _full_date),
    rule("the eighteenth of June 2024", rf"{_BESIDE}<dayword:day> of <month>{_YEARS}", _full_date),
    rule(
        "Tuesday, June eighteenth", rf"{_BESIDE}<month>\.? (?:the )?<dayword:day>(?! (?:quarter|time))", _yearless_date
    ),
    rule("the eighteenth of June", rf"{_BESIDE}<dayword:day> of <month>", _yearless_date),
    rule(
        "2024/06/18",
        r"(?P<year>(?:19|20)\d\d)(?P<mark>[/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\.\d)",
        _full_date,
    ),
    rule("2024-Jun-18", r"<year>[-/]<month>[-/]<day>", _full_date),
    rule("June-18", r"<month>[-/]<day>", _yearless_date),
    rule("2024-06", r"<year>(?:-|/)(?P<month>0[1-9]|1[0-2])(?![-/\d])", _month_of_year),
    rule("06/2024", r"(?P<month>0?[1-9]|1[0-2])(?: ?/ ?|-| - )<year>(?! ?[-/\w])", _month_of_year),
    rule("2024 / 6", r"<year>(?: ?/ ?|-)(?P<month>0?[1-9]|1[0-2])(?! ?[-/\w])", _month_of_year),
    rule("on 6/18", r"on (?P<one>\d{1,2})/(?P<two>\d{1,2})(?![/\d])", _slashed_date),
    rule("on Tuesday the 18th", r"<weekday>,? the (?:<ordinal>|<dayword>)(?! of)", _day_of_month, leans=True),
    rule("18-Jun-2024", r"<day>[-/.]<month>[-/.]<year>", _full_date),
    rule(
        "18/06/2024",
        r"(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-])",
        _numeric_date,
    ),
    rule("Tuesday, June 18", rf"{_BESIDE}<month>\.? (?:the )?<day>", _yearless_date),
    rule("Tuesday, 18 June", rf"{_BESIDE}<day>(?: of)? <month>\.?", _yearless_date),
    rule("June 18-19, 2024", rf"<month>\.? <day> ?{_TO} ?<day:last>(?:{_YEARS})?", _day_span),
    rule(
        "June 30 to July 2",
        rf"<month>\.? <day> ?(?:-|–|—|to|through|until) ?<month:until>\.? <day:last>(?:{_YEARS})?",
        _day_span,
    ),
    rule(
        "18 and 19 June 2024",
        rf"<day> ?(?:-|–|—|and|to|through|until) ?<day:last> (?:of )?<month>(?:{_YEARS})?",
        _day_span,
    ),
    rule("July 2000", rf"<month>\.?{_YEARS}", _month_of_year),
    rule("on the 14th", r"the <ordinal>(?![-\s]\w+\sof)", _day_of_month, leans=True),
)
