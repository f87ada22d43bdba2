"""Business reckoning: the quarter under report, the year-earlier period, years spelled out in speech."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.grammar import Rule, Setting, rule
from variorum.moments.lexicon import ONES, TENS, month_number, number, one_of


def _quarter_spoken_of(setting: Setting) -> Moment | None:
    """Return the quarter that the passage is about: the nearest one named, else the last that was over by today."""
    for expression in setting.earlier(3):
        if expression.moment.precision == "quarter":
            today = setting.today
            if today is None or abs((expression.moment.first - today).days) < 250:
                return expression.moment
    return None


def _this_period(_match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "the quarter", "the latest quarter"."""
    if re.match(r"\s+(?:of|century|mile|final|hour)", setting.after):
        return None
    return _quarter_spoken_of(setting) or (almanac.quarter_of(setting.today, -1) if setting.today else None)


def _year_earlier(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "the year-earlier quarter", and "a year earlier" where a passage compares quarters."""
    quarter = _quarter_spoken_of(setting)
    if quarter is not None:
        return almanac.quarter_of(quarter.first, -4)
    if match.groupdict().get("loose") or setting.today is None:
        return None
    return almanac.quarter_of(setting.today, -5) if "quarter" in match.group() else almanac.year(setting.today.year - 1)


def _whole_year(_match: re.Match[str], setting: Setting) -> Moment | None:
    return None if setting.today is None else almanac.year(setting.today.year)


def spelled_year(words: str) -> int | None:
    """Return the year of "nineteen ninety-six" or "two thousand", None when the words are none."""
    folded = re.sub(r"[-\s]+", " ", words.lower())
    if folded.startswith("two thousand"):
        rest = folded.removeprefix("two thousand").removeprefix(" and").strip()
        return 2000 + (number(rest) or 0) if rest else 2000
    head, _, tail = folded.partition(" ")
    hundreds, rest_number = number(head), number(tail)
    return None if hundreds is None or rest_number is None else 100 * hundreds + rest_number


def _spelled(match: re.Match[str], _setting: Setting) -> Moment | None:
    year = spelled_year(match["spelled"])
    if year is None:
        return None
    groups = match.groupdict()
    if groups.get("month"):
        return almanac.month(year, month_number(match["month"]) or 0)
    return almanac.season(year, match["season"].lower()) if groups.get("season") else almanac.year(year)


_SMALL = rf"(?:{one_of(TENS)})(?:[-\s](?:{one_of(list(ONES)[1:10])}))?|{one_of(list(ONES)[10:])}"
_SPELLED = rf"(?P<spelled>(?:nineteen|eighteen|twenty) (?:{_SMALL})(?! (?:percent|people|years|days)))"
_ENDED = r"(?:fiscal )?(?:quarter|period)"

RULES: tuple[Rule, ...] = (
    rule(
        "the latest quarter",
        r"the (?:latest |most recent |full )?(?:fiscal )?quarter|the latest period",
        _this_period,
        leans=True,
    ),
    rule(
        "the year-earlier quarter",
        rf"(?:the |a )?(?:comparable |same )?year[-\s](?:earlier|ago)(?: {_ENDED})?",
        _year_earlier,
        leans=True,
    ),
    rule("from $2 million a year earlier", r"(?P<loose>)an? year (?:ago|earlier)", _year_earlier, leans=True),
    rule("the full year", r"the (?:full|fiscal|current fiscal|calendar) year", _whole_year),
    rule("in nineteen ninety-six", _SPELLED, _spelled),
    rule("the year two thousand", r"the year (?P<spelled>two thousand(?: (?:and )?\w+)?)", _spelled),
    rule("January nineteen ninety-seven", rf"<month>,? {_SPELLED}", _spelled),
    rule("the winter of nineteen ninety-four", rf"(?:the )?<season> of {_SPELLED}", _spelled),
)
