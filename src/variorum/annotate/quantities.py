"""Numbers with their bounds, their unit and what they count.

The number grammar is plain text, and what a number counts is the next noun; `counted` asks the tree instead. Ordinals,
dates, clock times, years and numbers inside names are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from variorum.annotate.bounds import bound_before, bound_behind, fenced
from variorum.annotate.measures import (
    BOUNDS,
    FRACTIONS,
    NOTHING,
    NUMBERED,
    SIGNS,
    UNITS,
    VAGUE,
    singular,
)
from variorum.annotate.next_noun import noun_behind
from variorum.annotate.numerals import DIGITS, VALUE, value
from variorum.annotate.wordlists import words
from variorum.model import Quantity, Span, TimeExpression
from variorum.moments import resolve_moments
from variorum.moments.lexicon import one_of

_SIGN = rf"(?:{one_of(SIGNS)})\s?"
_UNIT = rf"[-\s]?(?:{one_of(UNITS)})"
_BOUND = rf"(?:{one_of(BOUNDS)})\s(?:the\s)?"

_NUMBER = re.compile(
    rf"(?<![\w$€£.,/#@-])(?P<bound>{_BOUND})?(?P<lead>between\s|from\s)?(?P<sign>{_SIGN})?(?P<low>{VALUE})"
    rf"(?:(?P<unit1>{_UNIT})?\s?(?P<link>-|–|—|to|or|and)\s?(?:{_SIGN})?(?P<high>{VALUE}))?"
    rf"(?P<unit>{_UNIT})?(?P<after>\sor\s(?:so|more|less|fewer))?(?![\w%])",
    re.IGNORECASE,
)
_VAGUE = re.compile(rf"(?<![\w-])(?:(?:many|the)\s)?(?P<vague>{one_of(VAGUE)})(?!\w)", re.IGNORECASE)
_FRACTION = re.compile(
    rf"(?<![\w-])(?P<bound>{_BOUND})?(?P<share>{one_of(FRACTIONS)})(?=\sof\s|\s(?:the|its|their|all)\s)(?!\w)",
    re.IGNORECASE,
)
_NONE = re.compile(
    rf"(?<![\w-])(?:(?P<one>no[\s-]one|nobody|none)|no\s(?:\w+\s)?(?P<noun>{one_of(sorted(NOTHING))}))(?!\w)",
    re.IGNORECASE,
)
_AGE = re.compile(r"-olds?\b|\s(?:years?\sold|years?\sof\sage)\b", re.IGNORECASE)
_PLURAL_BEHIND = re.compile(r"\s[a-z]+s\b|\s(?:people|men|women|children|other|more|of)\b")
_MODEL = re.compile(rf"\b(?:{one_of(NUMBERED)})\s*#?$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:^|[^.!?:“\"\s]\s)[A-Z][\w’'-]+\s$")
_COUNTING_NOTHING = words(
    "second minute hour day week month year decade m km cm mm mile foot inch yard mph km/h knot degree"
)
"""Units of time, way, speed and heat: what stands behind "25 minutes of" is not counted by them."""
_ANY_DAY = date(2000, 1, 3)  # only to see which words are times; the days themselves do not matter


def parse_quantities(
    text: str, report: str, offset: int = 0, *, times: Sequence[TimeExpression] | None = None
) -> tuple[Quantity, ...]:
    """Find the quantities of a plain text.

    Args:
        text: Any text.
        report: Id of the report, for the spans.
        offset: Offset of the text's first character in the report's text.
        times: The text's time expressions, their spans counted from its first character; None to find them here.

    Returns:
        Quantities in order of offset, not overlapping. `counted` is the next noun by its form, None where
        none stands right behind. Numbers that are part of a time expression are left out.
    """
    taken = bytearray(len(text))
    for time in resolve_moments(text, _ANY_DAY, report=report) if times is None else times:
        taken[time.span.start : time.span.end] = b"\1" * len(time.span)
    found: list[tuple[int, int, Quantity]] = []
    for pattern, read in ((_VAGUE, _vague), (_FRACTION, _fraction), (_NONE, _none), (_NUMBER, _number)):
        for match in pattern.finditer(text):
            quantity = read(match, report, offset)
            if quantity is None:
                continue
            start, end = quantity.span.start - offset, quantity.span.end - offset
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append((start, end, quantity))
    return tuple(quantity for _, _, quantity in sorted(found, key=lambda entry: entry[:2]))


def _vague(match: re.Match[str], report: str, offset: int) -> Quantity:
    words = re.sub(r"\s+", " ", match["vague"].lower())
    counted = noun_behind(match.string, match.end(), plural=True)
    span = Span(report, offset + match.start(), offset + match.end())
    return Quantity(span, VAGUE[words], None, "at_least", None, counted)


def _fraction(match: re.Match[str], report: str, offset: int) -> Quantity:
    share = FRACTIONS[re.sub(r"\s+", " ", match["share"].lower())]
    low, high, bound = fenced(share, share, bound_before(match["bound"]))
    counted = noun_behind(match.string, match.end(), plural=False)
    return Quantity(Span(report, offset + match.start(), offset + match.end()), low, high, bound, "share", counted)


def _none(match: re.Match[str], report: str, offset: int) -> Quantity:
    counted = singular(match["noun"]) if match["noun"] else "people" if match["one"].lower() != "none" else None
    return Quantity(Span(report, offset + match.start(), offset + match.end()), 0.0, 0.0, "exact", None, counted)


def _number(match: re.Match[str], report: str, offset: int) -> Quantity | None:
    """Read one number or a range of two; None where the words are a name, a score or a pronoun."""
    text, end = match.string, match.end()
    money = bool(match["sign"]) or bool(_PLURAL_BEHIND.match(text, end))
    low = value(match["low"], money=money)
    high = value(match["high"], money=money) if match["high"] else low
    if low is None or high is None or _is_name(match):
        return None
    words = re.sub(r"\s+", " ", (match["unit"] or match["unit1"] or "").strip(" -").lower())
    unit = SIGNS[match["sign"].strip().lower()] if match["sign"] else UNITS.get(words)
    if match["high"]:
        low = _same_magnitude(match["low"], match["high"], low, high)
        lead = (match["lead"] or "").strip().lower()
        if low >= high or (match["link"].lower() == "and" and lead != "between"):
            return _first_only(match, report, offset)
        span = Span(report, offset + match.start(), offset + end)
        return _counting(Quantity(span, low, high, "range", unit), text, end)
    start = match.end("lead") if match["lead"] else match.start()
    span = Span(report, offset + start, offset + end)
    least, most, bound = fenced(low, high, bound_behind(match["after"]) or bound_before(match["bound"]))
    if unit in ("year", "month", "week", "day") and _AGE.match(text, end):
        return Quantity(span, least, most, bound, unit, "age")
    if unit is None and match["low"].lower() == "one" and bound == "exact" and _is_pronoun(text, end):
        return None
    return _counting(Quantity(span, least, most, bound, unit), text, end)


def _is_pronoun(text: str, end: int) -> bool:
    """Tell whether "one" stands for somebody ("one of the pilots", "one who") and counts nothing."""
    return (
        not re.match(r"\s[a-z]", text[end : end + 2])
        or noun_behind(text, end, plural=False) is None
        or (text[end : end + 4] == " of ")
    )


def _counting(quantity: Quantity, text: str, end: int) -> Quantity:
    if quantity.unit is None:
        return replace(quantity, counted=noun_behind(text, end, plural=quantity.low != 1 or quantity.high != 1))
    of = re.match(r"\s+of\s", text[end : end + 5]) and quantity.unit not in _COUNTING_NOTHING
    return replace(quantity, counted=noun_behind(text, end, plural=False)) if of else quantity


def _first_only(match: re.Match[str], report: str, offset: int) -> Quantity | None:
    """Read the first number alone where two stand together that are no range ("two and three"); a score is none."""
    if match["link"] in ("-", "–", "—"):
        return None
    again = _NUMBER.match(match.string[: match.end("low")], match.start())
    return None if again is None or again["high"] else _number(again, report, offset)


def _same_magnitude(low_words: str, high_words: str, low: float, high: float) -> float:
    """Give the first of "10-15 million" the magnitude of the second."""
    if re.search(r"[a-z]", low_words, re.IGNORECASE) and low_words[0].isdigit():
        return low
    digits = re.match(DIGITS, high_words)
    factor = high / (float(digits.group().replace(",", "")) or 1.0) if digits else 1.0
    return low * factor if factor >= 1000 and low < 1000 else low


def _is_name(match: re.Match[str]) -> bool:
    """Tell whether the number belongs to a name: "Flight 370", "Cessna 208", "No. 10"."""
    if match["sign"] or match["unit"] or match["bound"]:
        return False
    before = match.string[max(0, match.start() - 25) : match.start()]
    named = _NAME_BEFORE.search(before) and match["low"][0].isdigit()
    return bool(_MODEL.search(before) or (named and not _PLURAL_BEHIND.match(match.string, match.end())))
