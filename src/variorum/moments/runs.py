"""Runs of days: June 18-19, June 30 to July 2, from 4 to June 22, May 3, 2024 - June 5, 2024."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.dates import CLOSED, YEARS, full_year, nearest_year, year_behind
from variorum.moments.grammar import Found, Rule, Setting, rule
from variorum.moments.lexicon import month_number, ordinal
from variorum.moments.slots import GAP

_ON = re.compile(rf"{GAP}?[-–]{GAP}?|{GAP}(?:to|through|thru|until|till){GAP}(?:the{GAP})?", re.IGNORECASE)
MOVED = re.compile(
    r"\b(?:mov(?:ed?|es|ing)|postpon\w+|delay\w*|defer\w*|reschedul\w+|shift\w*|chang(?:ed?|es|ing)|push\w* back|"
    r"put (?:back|off)|brought forward|bring\w* forward|extend\w*)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
"""Verbs behind which "from ... to" names an old day and a new one, not a run of days."""


def joined(first: Moment, last: Moment) -> Moment | None:
    """Return the moment from the first day of one to the last day of the other, None when they stand in no order."""
    if last.last < first.first:
        return None
    return Moment(first.first, last.last, "range", first.approximate or last.approximate)


def run_on(setting: Setting, head: Found) -> Found:
    """Return a day with the one that it runs on to ("May 3, 2024 - June 5, 2024", "June 3 until 6/8"), else as it is.

    Both must be told in figures: "today to Friday" is mostly no run of days. Behind "through" and "until" the two may
    be months and years ("2014 through May 2018").
    """
    link = _ON.match(setting.text, head.end)
    tail = setting.read_at(link.end()) if link else None
    if link is None or tail is None or MOVED.search(setting.before):
        return head
    far = re.match(r"through|thru|until|till", link.group().strip(), re.IGNORECASE)
    units = ("day", "month", "year") if far else ("day",)
    if head.moment.precision not in units or tail.moment.precision not in units:
        return head
    figures = (setting.text[setting.start : head.end], setting.text[link.end() : tail.end])
    days = (tail.moment.first - head.moment.first).days
    if not all(any(c.isdecimal() for c in words) for words in figures) or not 0 < days < (30000 if far else 1500):
        return head
    moment = joined(head.moment, tail.moment)
    return head if moment is None else Found(moment, tail.end)


def _day_span(match: re.Match[str], setting: Setting) -> Moment | Found | None:
    """Read "June 18-19, 2024", "18 and 19 June", "June 30 to July 2", "from 4 to June 22"."""
    groups = match.groupdict()
    if MOVED.search(setting.before) and re.search(r"\bto\b", match.group(), re.IGNORECASE):
        return None
    first_month = month_number(groups["month"]) or 0
    last_month = month_number(groups.get("until") or groups["month"]) or 0
    one, two = ordinal(groups["day"]) or 0, ordinal(groups["last"]) or 0
    said = None if groups.get("year") else year_behind(setting)
    if groups.get("year"):
        year = full_year(groups["year"], setting.today)
    elif said is not None:
        year = said.moment.first.year
    else:
        head = nearest_year(setting, first_month, one)
        if head is None:
            return None
        year = head.first.year
    first = almanac.calendar_day(year, first_month, one)
    last = almanac.calendar_day(year + (last_month < first_month), last_month, two)
    worded = not groups["last"][0].isdecimal() and not re.search(r"\bof\b", match.group())
    if first is None or last is None or last <= first or (worded and not CLOSED.match(setting.after)):
        return None  # "on May 3 and second"
    return Found(Moment(first, last, "range"), said.end if said else setting.end)


_TO = "(?:-|–|—|and|to|till|until|through)"

RULES: tuple[Rule, ...] = (
    rule(
        "June 18-19, 2024",
        rf"<month>\.? (?:from |between )?(?:the )?<ordday:day> ?{_TO} ?(?:the )?<ordday:last>(?:{YEARS})?",
        _day_span,
    ),
    rule(
        "June 30 to July 2",
        rf"<month>\.? <day> ?(?:-|–|—|to|through|until) ?<month:until>\.? <day:last>(?:{YEARS})?",
        _day_span,
    ),
    rule(
        "18 and 19 June 2024",
        rf"<ordday:day> ?{_TO} ?(?:the )?<ordday:last> (?:of )?<month>(?:{YEARS})?",
        _day_span,
    ),
    rule(
        "from 4 to June 22",
        rf"(?:from|between) (?:the )?<day> {_TO} <month>\.? (?:the )?<day:last>(?:{YEARS})?",
        _day_span,
    ),
)
