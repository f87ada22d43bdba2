"""Times of day. A clock time's moment is its day: the one named beside it, else the one that the passage speaks of."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.grammar import Found, Rule, Setting, rule
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


def _clock(match: re.Match[str], setting: Setting) -> Moment | Found | None:
    beside = _BESIDE.match(setting.text, match.end())
    inner = setting.read_at(beside.end()) if beside else None
    return inner if inner is not None and inner.moment.precision == "day" else narrative_day(setting)


def _part_of_day(match: re.Match[str], setting: Setting) -> Moment | Found | None:
    """Read "at dawn", "in the evening" beside a day or in a passage that speaks of one."""
    if re.search(r"\b(?:every|each|most|many)\s+$", setting.before, re.I):
        return None
    return _clock(match, setting)


_CLOCK_FORM = r"(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?"
_HALF = r"(?:[ap]\.?m\.?|[ap]\.m\.)(?!\w)"
_NEAR = "before|after|just before|just after|just past|shortly before|shortly after|soon after|around|about"
_ABOUT = rf"(?:(?:at|by) )?(?:(?:{_NEAR}|nearly|roughly|approximately) )?"
_HOURS = r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_PLACE = r"(?:,? (?:local time|[ECMP][SD]?T|GMT|BST|UTC|Eastern(?: time)?|Pacific(?: time)?))?"

RULES: tuple[Rule, ...] = (
    rule("around 5:30 a.m.", rf"{_ABOUT}{_CLOCK_FORM}\s?{_HALF}{_PLACE}", _clock, leans=True),
    rule(
        "at 14:30",
        rf"(?:at|around|about|by|before|after|until|from) (?:[01]?\d|2[0-3]):[0-5]\d{_PLACE}(?!:)",
        _clock,
        leans=True,
    ),
    rule("1400 GMT", rf"{_ABOUT}\d\d:?[0-5]\d ?(?:GMT|UTC|local time|hours|hrs|EST|EDT|ET|BST)", _clock, leans=True),
    rule(
        "10 o'clock",
        rf"{_ABOUT}(?:{_HOURS}) o['’]clock(?: in the (?:morning|afternoon|evening)| at night)?",
        _clock,
        leans=True,
    ),
    rule(
        "just after noon",
        rf"(?:at|by|until|{_NEAR}) (?:noon|midday|midnight)",
        _clock,
        leans=True,
    ),
    rule(
        "before dawn",
        rf"(?:at|by|until|{_NEAR}) (?:dawn|daybreak|dusk|sunrise|sunset|nightfall)",
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
