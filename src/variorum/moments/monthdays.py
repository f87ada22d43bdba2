"""Days of a month that other words name: on the 14th, Tuesday the 18th."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.dates import CLOSED
from variorum.moments.grammar import Rule, Setting, rule
from variorum.moments.lexicon import CARDINAL_DAY, day_number, ordinal, weekday_number


def _day_of_month(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "on the 14th" in the month that the text speaks of, else in the report's."""
    named = match.groupdict().get("weekday")
    told = match.group()[-3:-2].isdigit() or re.search(r"[a-z][-\s]\w+$", match["ordinal"] or "")
    alone = told and CLOSED.match(setting.after)  # "the 14th", "the twenty-second", but not "the second"
    if alone and re.search(r"\b(?:for|from|of|till)\s+$", setting.before, re.IGNORECASE):
        pass  # "moved to Tuesday from the 14th."
    elif not named and not re.search(r"\b(?:on|by|until|before|after|since)\s+$", setting.before, re.IGNORECASE):
        return None  # "the third" of anything
    going_on = r"\s+(?:and|at|in|after|when|but|to|until|till|through)\b"
    in_figures = named and match.group()[-3:-2].isdigit()  # "Friday, the fourth decline" is no day of the month
    if not in_figures and re.match(r"\s+[a-z]", setting.after) and not re.match(going_on, setting.after):
        return None
    if named and setting.today is not None:
        wanted = day_number(match["ordinal"] or match["dayword"]) or 0
        near = [almanac.shift_months(setting.today.replace(day=1), shift) for shift in (0, -1, 1, -2, 2)]
        days = [almanac.calendar_day(first.year, first.month, wanted) for first in near if first is not None]
        return next((almanac.day(d) for d in days if d and d.weekday() == weekday_number(named)), None)
    known = [e.moment.first for e in setting.earlier(1) if e.moment.precision in ("day", "month")]
    base = known[0] if known else setting.today
    found = None if base is None else almanac.calendar_day(base.year, base.month, ordinal(match["ordinal"]) or 0)
    return None if found is None else almanac.day(found)


RULES: tuple[Rule, ...] = (
    rule(
        "on Tuesday the 18th",
        rf"<weekday>,? the (?:<ordinal>|(?P<dayword>{CARDINAL_DAY})(?=\s*(?:[.,;:!?)]|$)))(?! of)",
        _day_of_month,
        leans=True,
    ),
    rule(
        "Friday 14th",
        r"<anyweekday:weekday>,? (?P<ordinal>\d{1,2}(?:st|nd|rd|th))(?! of| <month>)",
        _day_of_month,
        leans=True,
    ),
    rule("on the 14th", r"the <ordinal>(?![-\s]\w+\sof)", _day_of_month, leans=True),
)
