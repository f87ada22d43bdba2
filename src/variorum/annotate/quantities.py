"""Numbers with their bounds, their unit and what they count.

The number grammar is plain text; what a number counts comes from the reading's
tree where there is one, else from the next noun. Ordinals, dates, clock times,
years and numbers inside names are no quantities.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from variorum.annotate.measures import (
    BOUNDS,
    FRACTIONS,
    MAGNITUDES,
    NOTHING,
    PERSON_VERBS,
    SIGNS,
    UNITS,
    VAGUE,
    singular,
)
from variorum.model import Bound, Quantity, Reading, Report, Span
from variorum.moments import resolve_moments
from variorum.moments.lexicon import ONES, TENS, one_of

_WORD_MAGNITUDES = [word for word in MAGNITUDES if len(word) > 3]
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = rf"(?:{one_of(TENS)})(?:[-\s](?:{one_of(list(ONES)[1:10])}))?|{one_of(ONES)}"
_TIMES = rf"(?:[-\s](?:{one_of(_WORD_MAGNITUDES)}))"
_LETTER = rf"\s?(?:{one_of(w for w in MAGNITUDES if len(w) <= 3)})"
_VALUE = (
    rf"(?:{_DIGITS})(?:{_LETTER}(?![\w-])|{_TIMES}+)?"
    rf"|(?:{_SMALL})(?:\sand\sa\shalf)?(?:{_TIMES}+(?:\s(?:and\s)?(?:{_SMALL}){_TIMES}*)?)?"
    rf"|(?:half\s)?an?{_TIMES}+"
)
_SIGN = rf"(?:{one_of(SIGNS)})\s?"
_UNIT = rf"[-\s]?(?:{one_of(UNITS)})"
_BOUND = rf"(?:{one_of(BOUNDS)})\s(?:the\s)?"

_NUMBER = re.compile(
    rf"(?<![\w$€£.,/#@-])(?P<bound>{_BOUND})?(?:between\s|from\s)?(?P<sign>{_SIGN})?(?P<low>{_VALUE})"
    rf"(?:(?P<unit1>{_UNIT})?\s?(?P<link>-|–|—|to|or|and)\s?(?:{_SIGN})?(?P<high>{_VALUE}))?"
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
_NEXT_NOUN = re.compile(
    r"(?:[-\s]of)?(?:\s(?:the|its|their|his|her|these|those|all|other|more))*((?:[\s-]+[A-Za-z][\w’']*){1,4})"
)
_NO_NOUN = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "to",
        "from",
        "for",
        "by",
        "with",
        "and",
        "or",
        "but",
        "who",
        "that",
        "which",
        "were",
        "was",
        "are",
        "is",
        "have",
        "had",
        "has",
        "as",
        "after",
        "before",
        "during",
        "when",
        "while",
        "if",
        "than",
        "the",
        "a",
        "an",
        "said",
        "died",
        "killed",
        "injured",
        "wounded",
        "arrested",
    ]
)
_ANY_DAY = date(2000, 1, 3)  # only to see which words are times; the days themselves do not matter


def parse_quantities(text: str, report: str, offset: int = 0) -> tuple[Quantity, ...]:
    """Find the quantities of a plain text.

    Args:
        text: Any text.
        report: Id of the report, for the spans.
        offset: Offset of the text's first character in the report's text.

    Returns:
        Quantities in order of offset, not overlapping. `counted` is the next noun by its form, None where
        none stands right behind. Numbers that are part of a time expression are left out.
    """
    times = [(e.span.start, e.span.end) for e in resolve_moments(text, _ANY_DAY, report=report)]
    found: list[tuple[int, int, Quantity]] = []
    for pattern, read in ((_VAGUE, _vague), (_FRACTION, _fraction), (_NONE, _none), (_NUMBER, _number)):
        for match in pattern.finditer(text):
            quantity = read(match, report, offset)
            if quantity is None:
                continue
            start, end = quantity.span.start - offset, quantity.span.end - offset
            if any(start < b and a < end for a, b in times) or any(start < b and a < end for a, b, _ in found):
                continue
            found.append((start, end, quantity))
    return tuple(quantity for _, _, quantity in sorted(found, key=lambda entry: entry[:2]))


def _vague(match: re.Match[str], report: str, offset: int) -> Quantity:
    words = re.sub(r"\s+", " ", match["vague"].lower())
    counted = _noun_behind(match.string, match.end(), plural=True)
    return Quantity(
        Span(report, offset + match.start(), offset + match.end()), VAGUE[words], None, "at_least", None, counted
    )


def _fraction(match: re.Match[str], report: str, offset: int) -> Quantity:
    share = FRACTIONS[re.sub(r"\s+", " ", match["share"].lower())]
    low, high, bound = fenced(share, share, _bound(match["bound"]))
    counted = _noun_behind(match.string, match.end(), plural=False)
    return Quantity(Span(report, offset + match.start(), offset + match.end()), low, high, bound, "share", counted)


def _none(match: re.Match[str], report: str, offset: int) -> Quantity:
    counted = singular(match["noun"]) if match["noun"] else "people" if match["one"].lower() != "none" else None
    return Quantity(Span(report, offset + match.start(), offset + match.end()), 0.0, 0.0, "exact", None, counted)


def _number(match: re.Match[str], report: str, offset: int) -> Quantity | None:
    text = match.string
    low = value(match["low"], money=bool(match["sign"]))
    high = value(match["high"], money=bool(match["sign"])) if match["high"] else low
    if low is None or high is None or _is_name(match):
        return None
    start, end = match.start(), match.end()
    bound = _bound(match["bound"])
    words = (match["unit"] or match["unit1"] or "").strip(" -").lower()
    unit = SIGNS[match["sign"].strip().lower()] if match["sign"] else UNITS.get(re.sub(r"\s+", " ", words))
    if match["high"]:
        low = _same_magnitude(match["low"], match["high"], low, high)
        if low >= high or (match["link"].lower() == "and" and not re.match(r".*between\s", match.group(), re.I | re.S)):
            return _first_only(match, report, offset)
        bound = "range"
    else:
        low_, high_, bound = fenced(low, high, _after(match["after"]) or bound)
        age = _AGE.match(text, end)
        if age and unit == "year":
            return Quantity(Span(report, offset + start, offset + end), low_, high_, bound, "year", "age")
        if low == 1 and bound == "exact" and unit is None and match["low"].lower() in ("one", "1"):
            counted = _noun_behind(text, end, plural=False) if re.match(r"\s[a-z]", text[end : end + 2]) else None
            if counted is None or text[end : end + 4] == " of ":
                return None  # the pronoun
        return _counting(Quantity(Span(report, offset + start, offset + end), low_, high_, bound, unit), text, end)
    return _counting(Quantity(Span(report, offset + start, offset + end), low, high, bound, unit), text, end)


def _counting(quantity: Quantity, text: str, end: int) -> Quantity:
    if quantity.unit is None:
        return replace(quantity, counted=_noun_behind(text, end, plural=quantity.low != 1 or quantity.high != 1))
    of = re.match(r"\s+of\s", text[end : end + 5])
    return replace(quantity, counted=_noun_behind(text, end, plural=False)) if of else quantity


def _first_only(match: re.Match[str], report: str, offset: int) -> Quantity | None:
    """Read the first number alone where two stand together that are no range ("3-1", "two and three")."""
    if match["link"] in ("-", "–", "—"):
        return None
    cut = match["low"]
    again = _NUMBER.match(match.string[: match.start("low") + len(cut)], match.start())
    quantity = None if again is None or again["high"] else _number(again, report, offset)
    return quantity


def _same_magnitude(low_words: str, high_words: str, low: float, high: float) -> float:
    """Give the first of "10-15 million" the magnitude of the second."""
    if re.search(r"[a-z]", low_words, re.IGNORECASE) and low_words[0].isdigit():
        return low
    factor = high / (plain if (plain := _plain(high_words)) else 1.0)
    return low * factor if factor >= 1000 and low < 1000 else low


def _plain(words: str) -> float:
    digits = re.match(_DIGITS, words)
    return float(digits.group().replace(",", "")) if digits else 0.0


_MODEL = re.compile(r"(?:\b(?:No\.?|number|flight|route|highway|interstate|page|room|channel|apollo|boeing|airbus|section|article|"
                    r"chapter|resolution|phase|level|group|top|type|version|iphone|windows|world\swar|title|grade|class|step|part|"
                    r"game|week|day|size|district|ward|unit|platform|gate|terminal|line)\s*#?)$", re.IGNORECASE)  # fmt: skip


def _is_name(match: re.Match[str]) -> bool:
    """Tell whether the number belongs to a name: "Flight 370", "Cessna 208", "No. 10"."""
    if match["sign"] or match["unit"] or match["bound"]:
        return False
    before = match.string[max(0, match.start() - 25) : match.start()]
    if _MODEL.search(before):
        return True
    named = re.search(r"(?:^|[^.!?:“\"\s]\s)[A-Z][\w’'-]+\s$", before)
    behind = re.match(
        r"\s[a-z]+s\b|\s(?:people|men|women|children|other|more|of)\b", match.string[match.end() : match.end() + 25]
    )
    return bool(named) and match["low"][0].isdigit() and not behind


def fenced(low: float, high: float, bound: Bound) -> tuple[float | None, float | None, Bound]:
    """Return the ends that a bound leaves of a number: "at least 12" sets no most, "up to 40" no least."""
    if bound in ("at_least", "more_than"):
        return low, None, bound
    if bound in ("at_most", "less_than"):
        return None, high, bound
    return low, high, bound


def _bound(words: str | None) -> Bound:
    if not words:
        return "exact"
    folded = re.sub(r"\s+", " ", words.strip().lower()).removesuffix(" the")
    return BOUNDS.get(folded, "exact")


def _after(words: str | None) -> Bound | None:
    last = words.split()[-1].lower() if words else ""
    bounds: dict[str, Bound] = {"so": "about", "more": "at_least", "less": "at_most", "fewer": "at_most"}
    return bounds.get(last)


def value(words: str, *, money: bool = False) -> float | None:
    """Return the value of a number in digits or words ("1,200", "3.5 billion", "two and a half million").

    Args:
        words: The number.
        money: True when a currency sign stands before it, so that "m" means million.

    Returns:
        None when the words are no number, or the letter behind the digits is no magnitude here.
    """
    folded = re.sub(r"[\s-]+", " ", words.strip().lower())
    digits = re.match(_DIGITS, folded)
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
        elif word == "hundred" or word == "dozen":
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


def _noun_behind(text: str, end: int, *, plural: bool) -> str | None:
    """Return the lemma of the noun that stands behind a number: the first plural of the next words, else the first word."""
    match = _NEXT_NOUN.match(text, end)
    if match is None:
        return None
    words: list[str] = []
    for word in re.split(r"[\s-]+", match[1].strip(" -")):
        bare = re.sub(r"['’]s?$", "", word)
        if bare.lower() in _NO_NOUN:
            break
        words.append(bare)
        if word != bare:
            break
    if not words:
        return None
    for word in words:
        if singular(word) != word.lower() or word.lower() in ("people", "police", "aircraft"):
            return singular(word)
    return None if plural and len(words) > 1 else singular(words[0])


def find_quantities(reading: Reading, report: Report) -> tuple[Quantity, ...]:
    """Find the quantities of a report, with what they count as its tree tells.

    Args:
        reading: The report's reading.
        report: The report that was read.

    Returns:
        As `parse_quantities`; where the tree shows a counted noun, its lemma stands instead of the next
        noun's, and a bare number of people hurt or held counts `people`.
    """
    starts = [int(start) for start in reading.start]
    return tuple(_with_tree(quantity, reading, starts) for quantity in parse_quantities(report.text, report.id))


def _with_tree(quantity: Quantity, reading: Reading, starts: Sequence[int]) -> Quantity:
    if quantity.counted == "age" or not starts:
        return quantity
    first = max(0, bisect_right(starts, quantity.span.start) - 1)
    last = bisect_right(starts, quantity.span.end - 1)
    counted = quantity.counted
    for token in range(first, last):
        if reading.upos[token] == "NUM" and reading.deprels[token].startswith("nummod"):
            head = int(reading.heads[token])
            if head >= 0 and not first <= head < last and reading.upos[head] == "NOUN":
                counted = lemma_of(reading, head)
        elif reading.upos[token] == "NUM":
            counted = _of_which(reading, token) or _understood(reading, token) or counted
    return replace(quantity, counted=counted)


def lemma_of(reading: Reading, token: int) -> str:
    """Return the lemma by which a counted noun is compared."""
    return singular(reading.lemmas[token].lower())


def _of_which(reading: Reading, token: int) -> str | None:
    """Return the noun of "12 of the 30 hostages"."""
    for other in range(token + 1, min(len(reading), token + 8)):
        if int(reading.heads[other]) == token and reading.deprels[other].startswith("nmod"):
            return lemma_of(reading, other) if reading.upos[other] == "NOUN" else None
    return None


def _understood(reading: Reading, token: int) -> str | None:
    """Return `people` for the bare number of "killing 12" and "30 were arrested"."""
    head = int(reading.heads[token])
    if head >= 0 and reading.deprels[token].split(":")[0] in ("obj", "nsubj") and reading.lemmas[head] in PERSON_VERBS:
        return "people"
    return None
