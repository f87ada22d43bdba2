"""Calendar dates: days, months and years by their numbers and names, with or without their year."""

from __future__ import annotations

import re
from datetime import date

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.grammar import Rule, Setting, rule
from variorum.moments.lexicon import MONTHS, month_number, ordinal, weekday_number

SLACK = 3
"""Days by which a date without a year may stand on the wrong side of "today" for its tense: reports are updated, and
time zones differ."""

FAR = 180
"""Days beyond which a day of a month is given with its year; nearer on the other side of "today" it needs none."""


def nearest_year(setting: Setting, month: int, day: int | None) -> Moment | None:
    """Place a month, or a day of one, in the year that tense and nearness to the report's day give it.

    Told in the past it is the last one that has begun; told as coming, the next
    one that is not over; where no tense tells, the nearest. A day that would lie
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
    chosen = {"past": past[-1:], "future": future[:1]}.get(setting.tense, [])
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


def _month_of_year(match: re.Match[str], setting: Setting) -> Moment | None:
    return almanac.month(full_year(match["year"], setting.today), month_number(match["month"]) or 0)


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


_MONTH_ALONE = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|to|through|during|before|after|for|early|late|mid|last|next|this|past|and|or|"
    r"between|around|about|every|the|an?|its|their|his|her|our|that|back in|as|mid-?)|['’]s|[(,–—-])\s*$",
    re.IGNORECASE,
)
_NAME_BEHIND = re.compile(r"[ ][A-Z][a-z]+(?![\w’'])")


def _month_alone(match: re.Match[str], setting: Setting) -> Moment | None:
    word = match["month"].rstrip(".")
    introduced = _MONTH_ALONE.search(setting.before)
    if word not in ("January", "February", "September", "October", "November", "December") and not introduced:
        return None  # a name (April, June), a verb (May, March) or an abbreviation
    if (
        word.capitalize() in MONTHS
        and len(word) <= 4
        and word not in ("May", "June", "July", "Sept")
        and not introduced
    ):
        return None
    if _NAME_BEHIND.match(setting.after) and word in ("April", "May", "June", "August", "March") and not introduced:
        return None
    return nearest_year(setting, month_number(word) or 0, None)


def _part_of_month(match: re.Match[str], setting: Setting) -> Moment | None:
    return nearest_year(setting, month_number(match["month"]) or 0, None)


def _day_of_month(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "on the 14th" in the month that the text speaks of, else in the report's."""
    if not re.search(r"\b(?:on|by|until|before|after|since)\s+$", setting.before, re.IGNORECASE):
        return None  # "the third" of anything
    if re.match(r"\s+[a-z]", setting.after) and not re.match(r"\s+(?:and|at|in|after|when|but|to)\b", setting.after):
        return None
    known = [e.moment.first for e in setting.earlier(1) if e.moment.precision in ("day", "month")]
    base = known[0] if known else setting.today
    found = None if base is None else almanac.calendar_day(base.year, base.month, ordinal(match["ordinal"]) or 0)
    return None if found is None else almanac.day(found)


_COUNTED = re.compile(
    r"[-\s]+(?:people|men|women|children|girls|boys|troops|soldiers|police|officers|members|students|workers|jobs|votes|"
    r"voters|deaths|cases|miles?|feet|foot|meters?|metres?|km|kilomet\w+|kg|kilos?|kilograms?|pounds?|lbs?|tons?|tonnes?|"
    r"acres|hectares|square|dollars?|euros?|yen|yuan|won|rubles|rupees|cents?|percent|per cent|points?|"
    r"shares|units|homes|houses|hours?|minutes?|days?|weeks?|years?|degrees|calories|seats|delegates|others|more|"
    r"hundred|thousand|million|billion|or more|or so|hrs?|GMT|UTC|local time)\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"(?:[$€£¥#№]|\b(?:some|nearly|almost|over|than|least|most|roughly|approximately|exactly|only|all|many as|another|"
    r"No\.?|number|flight|room|page|route|highway|interstate|apollo|boeing|airbus|section|article|chapter|channel|"
    r"resolution|bill|order|level|just|worth|totaling|totalling|total of)\s*[.-]?)\s*$",
    re.IGNORECASE,
)
_YEAR_INTRODUCED = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|to|through|during|before|after|for|early|late|mid|fiscal|year|and|or|than|as|"
    r"between|around|about|circa|the|an?|this|that|its|their|his|her|our|on|was|at|election|mid-?)|['’]s|[(,/–—-])\s*$",
    re.IGNORECASE,
)


def _year_alone(match: re.Match[str], setting: Setting) -> Moment | None:
    number = int(match["year"])
    if _COUNTED.match(setting.after) or _COUNTING.search(setting.before):
        return None
    introduced = _YEAR_INTRODUCED.search(setting.before)
    if not 1900 <= number <= 2060 and not re.search(r"\b(?:in|since|until|from|by|of|circa)\s*$", setting.before, re.I):
        return None
    begins = not setting.before.strip() or re.search(r"[.!?:;]['\"”’)]*\s*$", setting.before)
    if not introduced and not begins and not re.match(r"\s*(?:[,.;:)]|$)", setting.after):
        # "Reform 2030 plan" names a thing after its year as well as "the 2030 plan" does.
        names = re.search(r"\b[A-Z]\w+ $", setting.before)
        beside = re.match(r"\s+[A-Za-z]*[A-Za-rt-z]\b", setting.after)  # no plural that it could count
        near = setting.today is not None and -60 <= number - setting.today.year <= 5
        return almanac.year(number) if names or (near and beside) else None
    return almanac.year(number)


def _short_year(match: re.Match[str], setting: Setting) -> Moment | None:
    return almanac.year(full_year(match["shortyear"], setting.today))


_YEARS = r"(?:,? (?:of )?|,)(?P<year>(?:1[5-9]|20)\d\d|['’]\d\d)(?!\d)"
_BESIDE = r"(?:<anyweekday>,? )?(?:the )?"

RULES: tuple[Rule, ...] = (
    rule("2024-06-18", r"<year>-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?", _full_date),
    rule("Tuesday, June 18, 2024", rf"{_BESIDE}<month>\.? <day>{_YEARS}", _full_date),
    rule("Tuesday, 18 June 2024", rf"{_BESIDE}<day>(?: of)? <month>\.?{_YEARS}", _full_date),
    rule("the 18th day of June, 2024", rf"(?:the )?<day> day of <month>{_YEARS}", _full_date),
    rule("18-Jun-2024", r"<day>[-/.]<month>[-/.]<year>", _full_date),
    rule(
        "18/06/2024", r"(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)", _numeric_date
    ),
    rule("Tuesday, June 18", rf"{_BESIDE}<month>\.? (?:the )?<day>", _yearless_date),
    rule("Tuesday, 18 June", rf"{_BESIDE}<day>(?: of)? <month>\.?", _yearless_date),
    rule("June 18-19, 2024", rf"<month>\.? <day> ?(?:-|–|—|and|to|through|until) ?<day:last>(?:{_YEARS})?", _day_span),
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
    rule("mid-September", r"(?:mid|early|late)-<month>", _part_of_month),
    rule("since September", r"<month>", _month_alone),
    rule("on the 14th", r"the <ordinal>(?![-\s]\w+\sof)", _day_of_month, leans=True),
    rule("in 1961, 2000, and 2021", r"<year>", _year_alone),
    rule("the summer of '98", r"<shortyear>", _short_year),
)
