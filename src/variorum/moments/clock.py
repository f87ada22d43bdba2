"""Times of day. A clock time's moment is its day: the one named beside it, else the one that the passage speaks of."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time

from variorum.model import ClockBound, Moment, TimeOfDay
from variorum.moments import almanac
from variorum.moments.grammar import Found, Rule, Setting, rule
from variorum.moments.lexicon import number
from variorum.moments.slots import GAP

_BESIDE = re.compile(
    rf"(?:,?{GAP}(?:local{GAP}time|[A-Z]{{2,4}}|\([^)]{{1,30}}\)))?,?{GAP}(?:on{GAP}|of{GAP}|in{GAP}the{GAP})?"
)


def narrative_day(setting: Setting) -> Moment | None:
    """Return the day that the passage speaks of.

    The nearest single day named before in the same paragraph, then behind in the
    paragraph, then up to two paragraphs before; without any, the report's own. A
    day still to come is passed over where the clause tells of the past.
    """
    today = setting.today

    def fits(moment: Moment) -> bool:
        if moment.precision != "day":
            return False
        if today is None:
            return True
        if setting.tense == "past" and moment.first > today:
            return False
        return abs((moment.first - today).days) <= 14

    for expression in [*setting.earlier(0), *setting.later(), *setting.earlier(2)]:
        if fits(expression.moment):
            return expression.moment
    return None if today is None else almanac.day(today)


def _clock(match: re.Match[str], setting: Setting) -> Found | None:
    """Read words that name a time of day and lean on a day."""
    beside = _BESIDE.match(setting.text, match.end())
    inner = setting.read_at(beside.end()) if beside else None
    told = _time_of_day(match.groupdict())
    if inner is not None and inner.moment.precision == "day":
        return replace(inner, time_of_day=replace(told, with_day=True))
    day = narrative_day(setting)
    return None if day is None else Found(day, match.end(), told)


def _part_of_day(match: re.Match[str], setting: Setting) -> Found | None:
    """Read "at dawn", "in the evening" beside a day or in a passage that speaks of one."""
    if re.search(r"\b(?:every|each|most|many)\s+$", setting.before, re.I):
        return None
    return _clock(match, setting)


def _time_of_day(groups: dict[str, str | None]) -> TimeOfDay:
    """Return what the parts of a rule's words tell: hour, minute, half of the day, zone, and what fences them."""
    lead = " ".join((groups.get("near") or groups.get("by") or "").lower().split())
    return TimeOfDay(_hour_and_minute(groups), _BOUNDS.get(lead, "about" if lead else "exact"), _zone(groups))


def _hour_and_minute(groups: dict[str, str | None]) -> time | None:
    hour, minute = number(groups.get("hour") or ""), int(groups.get("minute") or 0)
    half = (groups.get("half") or "").lower()
    if hour is None or (groups.get("oclock") and not half):
        return None  # of either half of the day
    if half and hour <= 12:
        later = half[0] == "p" or half in ("afternoon", "evening") or (half == "night" and 5 < hour < 12)
        hour = hour % 12 + 12 * later
    return time(hour, minute) if hour < 24 else None


def _zone(groups: dict[str, str | None]) -> str | None:
    named = (groups.get("zone") or "").upper()
    return None if named in ("", "HOURS", "HRS", "LOCAL TIME") else _LONG_ZONES.get(named.split()[0], named)


_BOUNDS: dict[str, ClockBound] = {
    **{"at": "exact", "from": "exact", "before": "before", "by": "before", "until": "before", "after": "after"},
}
_LONG_ZONES = {"EASTERN": "ET", "PACIFIC": "PT"}
_HOUR = r"(?P<hour>[01]?\d|2[0-3])"
_MINUTE = r"(?P<minute>[0-5]\d)"
_HALF = r"(?P<half>[ap](?:\.m\.?|m)(?!\w))"
_NEAR = "before|after|just before|just after|just past|shortly before|shortly after|soon after|around|about"
_ABOUT = rf"(?:(?:at|(?P<by>by)) )?(?:(?P<near>{_NEAR}|nearly|roughly|approximately) )?"
_HOURS = r"(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ZONE = r"(?:,? (?P<zone>local time|[ECMP][SD]?T|GMT|BST|UTC|Eastern(?: time)?|Pacific(?: time)?))?"

RULES: tuple[Rule, ...] = (
    rule("around 5:30 a.m.", rf"{_ABOUT}{_HOUR}(?:[:.]{_MINUTE})?\s?{_HALF}{_ZONE}", _clock, leans=True),
    rule(
        "at 14:30",
        rf"(?P<near>at|around|about|by|before|after|until|from) {_HOUR}:{_MINUTE}{_ZONE}(?!:)",
        _clock,
        leans=True,
    ),
    rule(
        "1400 GMT",
        rf"{_ABOUT}(?P<hour>\d\d):?{_MINUTE} ?(?P<zone>GMT|UTC|local time|hours|hrs|EST|EDT|ET|BST)",
        _clock,
        leans=True,
    ),
    rule(
        "10 o'clock",
        rf"{_ABOUT}{_HOURS} (?P<oclock>o['’]clock)(?: (?:in the|at) (?P<half>morning|afternoon|evening|night))?",
        _clock,
        leans=True,
    ),
    rule(
        "just after noon",
        rf"(?P<near>at|by|until|{_NEAR}) (?:noon|midday|midnight)",
        _clock,
        leans=True,
    ),
    rule(
        "before dawn",
        rf"(?P<near>at|by|until|{_NEAR}) (?:dawn|daybreak|dusk|sunrise|sunset|nightfall)",
        _part_of_day,
        leans=True,
    ),
    rule("in the early hours", r"(?:in|during) the (?:early|small|wee) (?:morning )?hours", _part_of_day, leans=True),
    rule(
        "in the early morning",
        r"(?:in|during) the (?:early |late |mid-?)?(?:morning|afternoon|evening)|(?:late )?at night|"
        r"(?:late|early) (?:in|into) the (?:night|morning|evening|afternoon)",
        _part_of_day,
        leans=True,
    ),
    rule("that night", r"that (?:same )?(?:morning|afternoon|evening|night)", _clock, leans=True),
)
