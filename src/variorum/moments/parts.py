"""Parts of units: the end of the year, the rest of the month, the week of June 3."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.deictic import unit_at
from variorum.moments.grammar import Rule, Setting, operator, rule
from variorum.moments.lexicon import UNITS


def _rest(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "the rest of the month": from today to its end."""
    unit = unit_at(setting, UNITS[match["unit"].lower()], 0)
    return None if unit is None or setting.today is None else Moment(setting.today, unit.last, "range")


def _rest_of(_match: re.Match[str], setting: Setting, inner: Moment) -> Moment | None:
    """Read "the rest of June": from today on where it has begun, else all of it."""
    today = setting.today
    if today is None or not inner.contains(almanac.day(today)):
        return inner
    return Moment(today, inner.last, "range")


def _of_year(match: re.Match[str], _setting: Setting, inner: Moment) -> Moment | None:
    """Read "the end of last year" and "the week of June 3"."""
    word = (match["unit"] or "").lower()
    if not word:
        return inner
    units = {"weekend": almanac.weekend_of, "week": almanac.week_of, "month": almanac.month_of}
    if word == "month" and inner.precision == "month":
        return inner
    return units[word](inner.first) if inner.precision == "day" else None


def _week_commencing(_match: re.Match[str], _setting: Setting, inner: Moment) -> Moment | None:
    return almanac.week_of(inner.first) if inner.precision == "day" else None


def _year_end(match: re.Match[str], setting: Setting) -> Moment | None:
    unit = UNITS[(match["unit"] or "year").lower()]
    return unit_at(setting, unit, 0) if unit in ("year", "month", "week", "quarter", "decade", "century") else None


RULES: tuple[Rule, ...] = (
    rule("by year-end", r"(?:(?:the|by|at) )?(?:year|month)[-\s]?end|(?:the )?end of the (?P<unit>year)", _year_end),
    rule(
        "the rest of the month",
        r"(?:the )?(?:rest|remainder|balance) of (?:(?:the|this|our|my) )?"
        r"(?P<unit>year|month|week|quarter|decade|century)",
        _rest,
    ),
    operator("the rest of June", r"(?:the )?(?:rest|remainder|balance) of", _rest_of),
    rule(
        "the start of the month",
        r"(?:the )?(?:end|start|beginning|middle) of the (?P<unit>year|month|week|quarter|decade|century)",
        _year_end,
    ),
    operator("w/c June 3", "w/c", _week_commencing),
    operator("the week beginning June 3", r"the (?P<unit>week) (?:beginning|starting|commencing)(?: on)?", _of_year),
    operator(
        "the week of June 3",
        r"(?:the (?P<part>year|end|start|beginning|middle|night|morning|evening|afternoon)"
        r"|(?:the )?(?P<unit>week|weekend|month)) of",
        _of_year,
    ),
)
