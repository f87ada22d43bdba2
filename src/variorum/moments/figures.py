"""Dates in figures alone: 18/06/2024, 2024-06-18, on 6/18, 06/2024."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.dates import CLOSED, full_year, nearest_year
from variorum.moments.grammar import Rule, Setting, rule

SAME_DAYS = 3
"""Days around the report's own within which a date in figures is taken for one told at the time."""

_DAY_FIRST = re.compile(r"(?<![\d/.-])(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?:19|20)?\d\d(?![\d/-])")
_ODDS = re.compile(r"\b(?:odds|priced?|bets?|backed|favou?rites?|outsiders?)\b", re.IGNORECASE)
_FRACTIONS = (2, 4, 8, 16, 32, 64)


def _iso_date(match: re.Match[str], _setting: Setting) -> Moment | None:
    found = almanac.calendar_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return None if found is None else almanac.day(found)


def _month_of_year(match: re.Match[str], _setting: Setting) -> Moment | None:
    return almanac.month(int(match["year"]), int(match["month"]))


def _orders(text: str, mark: str) -> tuple[bool, bool]:
    """Tell whether a date of the text with that mark can only be day first, and whether one can only be month first."""
    pairs = [(int(m["one"]), int(m["two"])) for m in _DAY_FIRST.finditer(text) if m["mark"] == mark]
    return any(12 < one <= 31 for one, _ in pairs), any(12 < two <= 31 for _, two in pairs)


def _numeric_date(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read 18/06/2024 or 06/18/2024.

    Where both orders are days, the one that is the report's own day or next to it; else the order of the text's other
    dates; else day first behind full stops, as in Europe, and month first behind other marks.
    """
    year = full_year(match["year"], setting.today)
    one, two = int(match["one"]), int(match["two"])
    month_first, day_first = almanac.calendar_day(year, one, two), almanac.calendar_day(year, two, one)
    if month_first is None or day_first is None or month_first == day_first:
        found = month_first or day_first
        return None if found is None else almanac.day(found)
    today, days = setting.today, (month_first, day_first)
    near = [d for d in days if today is not None and abs((d - today).days) <= SAME_DAYS]
    if near:
        return almanac.day(near[0])
    only_day, only_month = _orders(setting.text, match["mark"])
    if only_day != only_month:
        return almanac.day(days[only_day])
    return None if today is None else almanac.day(days[match["mark"] == "."])


def _placed(setting: Setting, one: int, two: int) -> Moment | None:
    """Place a month and a day of it: month first, day first where that is no month."""
    return nearest_year(setting, one, two) or nearest_year(setting, two, one) if 0 < one <= 31 and two <= 31 else None


def _month_and_day(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "on 6/18", and "6/18" alone where it is no fraction, no odds and no "24/7"."""
    one, two = int(match["one"]), int(match["two"])
    if not match["on"]:
        told = (
            max(one, two) > 12 and min(one, two) > 1 and (one, two) != (24, 7) and not (one < two and two in _FRACTIONS)
        )
        if not told or _ODDS.search(setting.before) or re.search(r"\b(?:at|of|rated|scored|a)\s+$", setting.before):
            return None
    if match["mark"] == "-" and not (match["on"] and CLOSED.match(setting.after)):
        return None  # "on 4-22 shooting", a score
    return _placed(setting, one, two)


def _from_to(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "from 10/25 to 1/25"."""
    if _ODDS.search(setting.before):
        return None
    first = _placed(setting, int(match["one"]), int(match["two"]))
    last = _placed(setting, int(match["three"]), int(match["four"]))
    if first is None or last is None:
        return None
    end = almanac.shift_months(last.first, 12 if last.first < first.first else 0)
    return None if end is None else Moment(first.first, end, "range")


def _month_alone(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "2024 - 06" where nothing follows that the number could count."""
    return _month_of_year(match, setting) if CLOSED.match(setting.after) else None


_YEAR4 = r"(?P<year>(?:19|20)\d\d)"

RULES: tuple[Rule, ...] = (
    rule("2024-06-18", r"<year>-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?", _iso_date),
    rule(
        "2024/06/18",
        rf"{_YEAR4}(?P<mark>[/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\.\d)",
        _iso_date,
    ),
    rule("2024-06", r"<year>[-/](?P<month>0[1-9]|1[0-2])(?![-/\d])", _month_of_year),
    rule("06/2024", r"(?P<month>0?[1-9]|1[0-2])(?: ?/ ?|-| - )<year>(?! ?[-/\w])", _month_of_year),
    rule("2024 / 6", r"<year>(?: ?/ ?|-)(?P<month>0?[1-9]|1[0-2])(?! ?[-/\w])", _month_of_year),
    rule("2024 - 06", r"<year> ?- ?(?P<month>1[0-2]|0?[1-9])(?![-/\d])", _month_alone),
    rule("06 -2024", r"(?P<month>1[0-2]|0?[1-9]) ?- ?<year>(?![-/\d])", _month_alone),
    rule(
        "on 6/18",
        r"(?:(?P<on>on) )?(?P<one>\d{1,2})(?P<mark>[/-])(?P<two>\d{1,2})(?![/\d-]|[.,]\d)",
        _month_and_day,
    ),
    rule(
        "from 10/25 to 1/25",
        r"(?:from|between) (?P<one>\d{1,2})/(?P<two>\d{1,2}) ?(?:-|–|and|to|through|until) ?"
        r"(?P<three>\d{1,2})/(?P<four>\d{1,2})(?![/\d])",
        _from_to,
    ),
    rule(
        "18/06/2024",
        r"(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?:(?P=mark)|(?<=/\d\d), ?(?=\d{4})|(?<=/\d\d),(?=\d\d(?!\d)))"
        r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-]|[.,]\d)",
        _numeric_date,
    ),
)
