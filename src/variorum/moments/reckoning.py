"""Business reckoning: the quarter under report, the year-earlier period, years spelled out in speech."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.dates import CLOSED
from variorum.moments.grammar import Rule, Setting, rule
from variorum.moments.lexicon import said_year


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


def _spelled(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read a spoken year; one that could be a count only where it is introduced as a year and counts nothing."""
    year = said_year(match["saidyear"]) or 0
    counts = "thousand" in match["saidyear"].lower()
    named = match["named"] or re.search(r"\b(?:in|since|until|till|from|of|by|between) $", setting.before, re.I)
    on = re.match(r"\s+(?:until|till|through)\b", setting.after)
    if counts and not match["named"] and not (named and (on or CLOSED.match(setting.after))):
        return None  # "two thousand soldiers", "in two thousand cases"
    if not 1000 <= year <= 2060 or re.match(
        r"\s+(?:percent|per cent|people|years|days|thousand|million)\b", setting.after
    ):
        return None
    return almanac.year(year)


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
    rule("in nineteen ninety-six", r"(?P<named>(?:the )?year )?<saidyear>", _spelled),
)
