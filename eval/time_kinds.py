"""Kinds of the Recognizers' date cases that the grammar reads otherwise or not at all, told by the form of the words.

The lists were drawn up with the cases in view, so the share without them flatters: the figure to hold against others
is the share of all cases.
"""

from __future__ import annotations

import re

NUMBER_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|thirty|\w+ty|hundred|thousand)"
COUNT = rf"(?:\d+|an?|few|{NUMBER_WORD})"
_LONG_UNIT = r"(?:weeks?|months?|years?|fortnight)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"

OTHER_CONVENTIONS: dict[str, str] = {
    "bound for the day that bounds": r"^(?:more|less|later|greater|earlier) than ",
    "week, month or year counted to the day (ours: that calendar unit)": (
        rf"{COUNT} {_LONG_UNIT} (?:ago|from|hence|later|in the|after|before|since)|^in {COUNT} {_LONG_UNIT}$"
    ),
    "decades and fortnights of a calendar (ours: counted from today)": (
        r"^(?:the )?(?:past|last|next) (?:\S+ )?(?:decades?|fortnight)$"
    ),
    "'next' and 'last' for the one after or before the next": (
        rf"^(?:next|last|previous|following) \w+day$|from next \w+day|^last {_MONTH}$|^(?:the )?coming week$"
    ),
    "part of a month or year cut at its half (ours: the whole)": (
        rf"^(?:the )?(?:end|middle) of (?:{_MONTH}|month|year)$|^mid-{_MONTH}$|middle of|^eo[ym]$"
    ),
    "'few' as three (ours: no days)": r"\bfew\b",
    "'hence' and 'in the future' as a span": r"hence$|in the future$",
    "'past day' and 'last day' as yesterday": r"^(?:the )?(?:past|last) day$",
    "range from now on (ours: the day that ends it)": r"^between now and",
}
"""Kinds that our conventions read otherwise, each with the form of its words. The conventions are those by which
careful readers of news mark days: units are the calendar's, a part of a unit is the whole of it, words that name no
days are none, a weekday or month that is last or next is the nearest. Their cases are what people tell an assistant."""

UNSUPPORTED: dict[str, str] = {
    "day of the month as a bare number": r"^(?:the )?\d{1,2}$|^the (?:\w+ty|second)$|^\w{3,9}day \d\d$",
    "weekday of a month that is not named": r"^(?:first|second|third|fourth|fifth) \w+day$",
    "month with a full stop and figures": r"^(?:\w+ \w+ )?\d{1,2}\.\d{1,2}$|^\d{4}\.\d$",
    "unit that nothing places": (
        r"^(?:the|my|same|that)?\s?(?:day|week|weekend|month|year|fortnight)$|^rest the |^otd$"
    ),
    "week by its number, of no named year": r"\bweek \d+\b(?! of)",
    "year before 1000": r"\byear (?:\d{3}|\w+ hundred)\b",
}
"""Kinds that the grammar leaves out: bare numbers and units are mostly something else in news."""


def kind_of(words: str) -> str | None:
    """Return the first kind that the form of an expression fits, None for what the grammar claims to read."""
    kinds = OTHER_CONVENTIONS | UNSUPPORTED
    return next((name for name, form in kinds.items() if re.search(form, words, re.IGNORECASE)), None)
