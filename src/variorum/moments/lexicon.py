"""The words of the time grammar: months, weekdays, numbers, units, each with what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT_MONTHS = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10}

MONTHS: dict[str, int] = (
    {name: i for i, name in enumerate(_MONTH_NAMES, start=1)} | _SHORT_MONTHS | {"Nov": 11, "Dec": 12}
)
"""Number of each month by its name or abbreviation."""

_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

WEEKDAYS: dict[str, int] = {name: i for i, name in enumerate(_WEEKDAY_NAMES)} | {"Tues": 1, "Thurs": 3, "Thur": 3}
"""Weekday by its name, Monday is 0. The three-letter forms are words of their own ("Sun", "Sat", "Mon", "Wed") and
count only beside a date."""

SHORT_WEEKDAYS: dict[str, int] = {"Mon": 0, "Tue": 1, "Wed": 2, "Thu": 3, "Fri": 4, "Sat": 5, "Sun": 6}

_SMALL_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

ONES: dict[str, int] = {word: i for i, word in enumerate(_SMALL_WORDS)}
TENS: dict[str, int] = {word: 10 * i for i, word in enumerate(_TENS_WORDS, start=2)}

_ORDINAL_WORDS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    "twentieth",
)

ORDINALS: dict[str, int] = (
    {word: i for i, word in enumerate(_ORDINAL_WORDS, start=1)}
    | {f"twenty-{word}": 20 + i for i, word in enumerate(_ORDINAL_WORDS[:9], start=1)}
    | {"thirtieth": 30, "thirty-first": 31}
)

UNITS: dict[str, str] = {
    **{"day": "day", "days": "day", "night": "day", "nights": "day"},
    **{"week": "week", "weeks": "week", "wk": "week", "fortnight": "fortnight", "fortnights": "fortnight"},
    **{"weekend": "weekend", "weekends": "weekend"},
    **{"month": "month", "months": "month", "quarter": "quarter", "quarters": "quarter"},
    **{"year": "year", "years": "year", "yr": "year", "yrs": "year"},
    **{"decade": "decade", "decades": "decade", "century": "century", "centuries": "century"},
    **{"hour": "hour", "hours": "hour", "minute": "hour", "minutes": "hour", "moments": "hour"},
    **{"season": "season"},
}
"""What a unit's word counts; minutes count as hours, since both end on the same day."""

_DECADE_WORDS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")

DECADES: dict[str, int] = {word: 10 * i for i, word in enumerate(_DECADE_WORDS, start=2)}


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, longest first; a straight apostrophe stands for a curly one too."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s") for word in ordered)


_DIGIT_WORDS = one_of(list(ONES)[1:10])

NUMBER = rf"\d{{1,3}}|(?:{one_of(TENS)})[-\s](?:{_DIGIT_WORDS})|{one_of([*ONES, *TENS])}|(?:a\s)?couple(?:\sof)?|an?"
"""A small number in digits or words."""

_BELOW_HUNDRED = rf"(?:{one_of(TENS)})(?:[-\s](?:{_DIGIT_WORDS}))?|{one_of(list(ONES)[10:])}"

SAID_YEAR = (
    rf"(?:(?:sixteen|seventeen|eighteen|nineteen|twenty)[-\s](?:hundred\s(?:and\s)?)?"
    rf"(?:{_BELOW_HUNDRED}|(?:oh|o|zero)[-\s](?:{_DIGIT_WORDS}))"
    rf"|(?:two\sthousand|one\sthousand\s(?:{_DIGIT_WORDS})\shundred)"
    rf"(?:(?:\sand)?\s(?:{_BELOW_HUNDRED}|{_DIGIT_WORDS}))?)(?!-)"
)
"""A year as it is spoken: "nineteen ninety-six", "twenty eighteen", "two thousand and four"."""

CARDINAL_DAY = rf"(?:twenty|thirty)[-\s](?:{_DIGIT_WORDS})|{one_of(list(ONES)[10:])}|twenty|thirty"
"""The number of a day as a cardinal: "May twenty one"."""


def number(words: str) -> int | None:
    """Return the value of a small number in digits or words ("24", "twenty-four", "a"), None when it is none."""
    folded = re.sub(r"[-\s]+", " ", words.strip().lower())
    if folded.isdecimal():
        return int(folded)
    if folded in ("a", "an"):
        return 1
    if folded.removeprefix("a ").removesuffix(" of") == "couple":
        return 2
    tens, _, ones = folded.partition(" ")
    if tens in TENS and (not ones or ones in ONES):
        return TENS[tens] + ONES.get(ones, 0)
    return ONES.get(folded)


def ordinal(words: str) -> int | None:
    """Return the value of an ordinal in digits or words ("3rd", "third"), None when it is none."""
    folded = re.sub(r"\s+", "-", words.strip().lower())
    digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", folded)
    return int(digits[1]) if digits else ORDINALS.get(folded)


def day_number(words: str) -> int | None:
    """Return the number of a day in digits, as an ordinal or as a cardinal; None when it is none of them."""
    value = ordinal(words)
    return number(words) if value is None else value


def said_year(words: str) -> int | None:
    """Return the year of a spoken one (`SAID_YEAR`), None when the words are none."""
    folded = re.sub(r"[-\s]+", " ", words.strip().lower()).replace(" and ", " ")
    century = re.match(r"(?:(?P<thousand>two thousand)|one thousand (?P<hundred>\w+) hundred)(?: |$)", folded)
    if century:
        base = 2000 if century["thousand"] else 1000 + 100 * (number(century["hundred"]) or 0)
        rest = folded[century.end() :]
        return base + (number(rest) or 0) if rest else base
    head, _, tail = folded.partition(" ")
    hundreds, rest_number = number(head), number(re.sub(r"^(?:hundred |oh |o |zero )+", "", tail))
    return None if hundreds is None or rest_number is None else 100 * hundreds + rest_number


def month_number(word: str) -> int | None:
    """Return the number of a month by its name in any case, with or without a full stop; None when it is none."""
    return MONTHS.get(word.rstrip(".").capitalize())


def weekday_number(word: str) -> int | None:
    """Return the number of a weekday (Monday is 0) by its name or short form in any case; None when it is none."""
    name = re.sub("yy$", "y", word.rstrip(".").capitalize())
    return WEEKDAYS.get(name, SHORT_WEEKDAYS.get(name))
