"""Counted from an event: two months after his trip, the day before the vote, on the eve of the summit."""

from __future__ import annotations

import re
from collections.abc import Callable

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.anchored import FINER, calendar_unit, nearest
from variorum.moments.events import event_in_text
from variorum.moments.grammar import Found, Rule, Setting, rule
from variorum.moments.lexicon import UNITS, number
from variorum.moments.slots import ABOUT, GAP

_APPOSED = re.compile(
    r"^(?:[,(–—-]|\s)*(?:just |only |about |around |some |barely |less than |more than )*$", re.IGNORECASE
)
_VERBS = (
    "was|were|is|are|had|has|have|will|would|could|can|may|might|did|does|began|begins|started|ended|opened|closed|"
    "took|takes|came|went|broke|struck|happened|said|says"
)
_EVENT = re.compile(
    r"(?P<words>(?:(?!(?:and|but|while|when|that|which|who|to|in|on|at|by|as|where|because|with|for|from|"
    rf"{_VERBS})\b)(?:(?-i:(?:[A-Z]\.)+)|[\w’'-]+)[^\S\n]?){{1,7}})",
    re.IGNORECASE,
)
"""The words that name an event: no clause, and none of the next sentence."""
_DATED = re.compile(rf"(?:^|\s)(?:(?:{_VERBS})\s+(?:\w+\s+)?)?(?:on|of|in)\s+(?:the\s+)?", re.IGNORECASE)


def _apposed(setting: Setting, unit: str) -> Moment | None:
    """Return the moment that the words only explain: "July 2000, four months after he was elected"."""
    for expression in setting.earlier(0)[:1]:
        between = setting.text[expression.span.end : setting.start]
        if between.strip() and _APPOSED.match(between):
            fine = FINER.get(expression.moment.precision, 0) <= FINER.get(unit, 0) or unit == "hour"
            return expression.moment if fine else None
    return None


def _anchor(setting: Setting, fits: Callable[[Moment], bool]) -> Found | None:
    """Return the moment of what stands right behind the words: an expression of time, or an event that is known."""
    gap = re.match(GAP, setting.text[setting.end : setting.end + 4])
    start = setting.end + (gap.end() if gap else 0)
    inner = setting.read_at(start)
    if inner is not None:
        return inner
    words = _EVENT.match(setting.text, start, min(len(setting.text), start + 80))
    if words is None:
        return None
    name = words["words"].strip()
    for dated in _DATED.finditer(setting.text, start, min(len(setting.text), words.end() + 20)):
        if dated.start() <= words.end() and (inner := setting.read_at(dated.end())) and fits(inner.moment):
            return Found(inner.moment, dated.start())  # "the flood of May 2", "the vote on June 9"
    moment = setting.event_moment(name) if setting.event_moment else None
    moment = moment or event_in_text(name, setting, fits)
    return None if moment is None else Found(moment, start + len(words["words"].rstrip()))


def _from_event(match: re.Match[str], setting: Setting) -> Moment | Found | None:
    """Read "two months after his trip", "the day before the vote", "on the eve of the summit"."""
    groups = match.groupdict()
    unit = UNITS.get(groups["unit"].lower(), "day") if groups.get("unit") else "day"
    count = number(groups["number"]) if groups.get("number") else 1
    vague = unit != "hour" and "number" not in groups and str(groups.get("unit")).lower().endswith("s")
    apposed = _apposed(setting, unit)
    if apposed is not None:
        return apposed
    if count is None or vague:
        return None  # "weeks after" names no day
    sign = -1 if re.sub(r"\s+", " ", match["way"].lower()) in ("before", "ahead of", "prior to", "eve of") else 1

    def fits(moment: Moment) -> bool:
        shifted = calendar_unit(moment, unit, sign * count)
        told_past = setting.tense == "past" and setting.today is not None
        return shifted is not None and not (told_past and setting.today is not None and shifted.first > setting.today)

    anchor = _anchor(setting, fits)
    moment = None if anchor is None else calendar_unit(anchor.moment, unit, sign * count)
    return None if anchor is None or moment is None else Found(moment, anchor.end)


def _day_before(match: re.Match[str], setting: Setting) -> Moment | Found | None:
    """Read "the day before", alone or with what it comes before."""
    found = _from_event(match, setting)
    if found is not None:
        return found
    if re.match(r"\s+(?:\w)", setting.after) and not re.match(
        r"\s+(?:and|in|at|by|with|that|when|as|the|a|he|she|it|they)\b", setting.after
    ):
        return None
    expression = nearest(setting, UNITS.get(match["unit"].lower(), "day"))
    anchor = expression.moment if expression else None
    if anchor is None and setting.today is not None:
        anchor = almanac.day(setting.today)
    sign = -1 if match["way"].lower() == "before" else 1
    return None if anchor is None else calendar_unit(anchor, UNITS.get(match["unit"].lower(), "day"), sign)


_ABOUT = rf"(?:(?:{ABOUT}) )*"
_UNIT = r"(?P<unit>days?|nights?|weeks?|months?|quarters?|years?|decades?|hours?|minutes?|moments)"

RULES: tuple[Rule, ...] = (
    rule(
        "two months after his trip",
        rf"{_ABOUT}<number> {_UNIT} (?P<way>after|before|following|ahead of|prior to|from)",
        _from_event,
        leans=True,
    ),
    rule(
        "just hours before the vote",
        rf"{_ABOUT}(?P<unit>hours|minutes|moments|days|weeks|months|years) (?P<way>after|before|ahead of|prior to)",
        _from_event,
        leans=True,
    ),
    rule("on the eve of the summit", r"(?:on )?the (?P<way>eve of)", _from_event, leans=True),
    rule(
        "the day before",
        r"(?:on )?the (?P<unit>day|night|morning|evening|week|month|year) (?P<way>before|after)"
        r"(?! last| next| yesterday| tomorrow)",
        _day_before,
        leans=True,
    ),
)
