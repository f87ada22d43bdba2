"""Numbers in digits and words, and their values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.annotate.measures import MAGNITUDES
from variorum.moments.lexicon import ONES, TENS, one_of

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = rf"(?:{one_of(TENS)})(?:[-\s](?:{one_of(list(ONES)[1:10])}))?|{one_of(ONES)}"
_TIMES = rf"(?:[-\s](?:{one_of(w for w in MAGNITUDES if len(w) > 3)}))"
_LETTER = rf"\s?(?:{one_of(w for w in MAGNITUDES if len(w) <= 3)})"

VALUE = (
    rf"(?:{DIGITS})(?:{_LETTER}(?![\w-])|{_TIMES}{{1,3}})?"
    rf"|(?:{_SMALL})(?:\sand\sa\shalf)?(?:{_TIMES}{{1,3}}(?:\s(?:and\s)?(?:{_SMALL}){_TIMES}{{0,3}})?)?"
    rf"|(?:half\s)?an?{_TIMES}{{1,3}}"
)
"""Pattern of a number; what it matches `value` reads."""


def value(words: str, *, money: bool = False) -> float | None:
    """Return the value of a number in digits or words ("1,200", "3.5 billion", "two and a half million").

    Args:
        words: The number.
        money: True when a currency sign stands before it or a plural behind, so that "m" means million.

    Returns:
        None when the words are no number, or the letter behind the digits is no magnitude here.
    """
    folded = re.sub(r"[\s-]+", " ", words.strip().lower())
    digits = re.match(DIGITS, folded)
    if digits:
        rest = folded[digits.end() :].split()
        if rest and rest[0] in ("m", "b", "k", "tn") and not money:
            return None
        total = float(digits.group().replace(",", ""))
        for word in rest:
            total *= MAGNITUDES[word]
        return total
    return _worded(folded.split())


def _worded(words: Sequence[str]) -> float | None:
    """Return the value of number words by the schoolbook rule: hundreds multiply, thousands close a group."""
    total = group = 0.0
    seen = False
    for i, word in enumerate(words):
        if word in ("a", "an"):
            group += 0.0 if seen else 1.0
        elif word == "and":
            continue
        elif word == "half":
            group = group + 0.5
        elif word in ONES or word in TENS:
            group += ONES.get(word, TENS.get(word, 0))
        elif word in ("hundred", "dozen"):
            group = (group or 1.0) * MAGNITUDES[word]
        elif word in MAGNITUDES:
            total += (group or 1.0) * MAGNITUDES[word]
            group = 0.0
        else:
            return None
        seen = seen or i == 0
    if words and words[0] == "half" and len(words) > 1:
        return 0.5 * (_worded([w for w in words[1:] if w not in ("a", "an")] or ["one"]) or 0.0)
    return total + group
