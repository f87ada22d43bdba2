"""How many: two reports count one thing and the counts cannot be one.

Compared are quantities of the same unit and the same counted noun in two clauses about one happening. Not
compared: what is fenced so that both can hold ("at least 12" and 15), one number rounded, moments apart, shares
against totals (other units), a total against its part (other clauses).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.compare.closeness import about
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import TENTATIVE
from variorum.compare.magnitudes import apart, close, nearly_one, of_one_size, rough_for, value_of
from variorum.compare.number_context import Count, agreed, count_of, summed, surrounded_alike, words_beside
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.compare.stems import stem
from variorum.compare.tightest import tightest
from variorum.model import Claim, Factor

BAR = 1.0  # of `about`
MODIFIED_BAR = 1.1  # where the clauses' heads differ
SURROUNDED_BAR = 0.85  # where the words right around the two numbers are the same
CLOSE_BONUS = 0.2  # two exact counts that differ by little count one thing
EXACT_BONUS = 0.25  # and more where both are told to many digits and nearly the same
BESIDE_WEIGHT = 0.3
ELSEWHERE_WEIGHT = -0.3  # one of the clauses names a place that the other does not: a total and its part
_TIME_UNITS = frozenset({"year", "years", "day", "month", "week", "hour", "minute", "second"})
_PARTITIVE = re.compile(
    r"\b\w+ of (?:the |its |their |his |her |some |more than |at least )*(?!(?:19|20)\d\d\b)\d", re.IGNORECASE
)
_CHANGE = re.compile(
    r"\b(?:up|down) from\b|\b(?:more|less|higher|lower) than (?:it|they|he|she|in|on|at)\b|"
    r"\b(?:the|its|an?|their|his|her) (?:increased|raised|improved|revised|sweetened|amended|reduced|lowered)\b",
    re.IGNORECASE,
)
"""A clause that tells a change holds the number before it too, or sets another against it."""
_PROVISIONAL = re.compile(
    r"\b(so far|as of|at least|preliminary|initial(?:ly)?|early (?:reports|counts?)|provisional|still|already|by now|"
    r"(?:led|leads?|leading) by|"
    r"(?:ballots?|votes?|precincts?) (?:counted|in|reporting)|counted)\b"
)
_GROWING = frozenset(stem(w) for w in ("dead", "died", "killed", "deaths", "injured", "wounded", "hurt", "arrested"))


def oppose_numbers(index: ClaimIndex) -> Sequence[Opposition]:
    """Return pairs of counts of one thing that cannot both be right."""
    by_thing: dict[tuple[str, str], list[Count]] = {}
    for count in _counts(index):
        unit = count.quantity.unit or ""
        thing = (unit, "" if unit else count.quantity.counted or "")  # a unit says what: tonnes "of nets", "of gear"
        if any(thing):
            by_thing.setdefault(thing, []).append(count)
    found = []
    for (unit, counted), counts in sorted(by_thing.items()):
        for i, a in enumerate(counts):
            for b in counts[i + 1 :]:
                one = _oppose(index, a, b, counted or unit)
                if one:
                    found.append(one)
    return found


def _counts(index: ClaimIndex) -> Iterator[Count]:
    """Yield every quantity that may stand against another once, with the tightest claim that holds it."""
    told = ((quantity.span, claim, (claim, quantity)) for claim in index.story.claims for quantity in claim.quantities)
    for claim, quantity in tightest(told):
        text = index.text(claim)
        if (
            claim.certainty not in {"hypothetical", "denied"}
            and (quantity.unit or quantity.counted) not in _TIME_UNITS
            and not _PARTITIVE.search(text)
            and not _CHANGE.search(text)
        ):
            yield count_of(index, claim, quantity)


def _may_oppose(index: ClaimIndex, a: Count, b: Count) -> bool:
    """Tell whether nothing that a careful reader allows for lets both numbers be right."""
    if a.claim.span.report == b.claim.span.report or not apart(a.quantity, b.quantity):
        return False
    tentative = [c.claim.certainty in TENTATIVE for c in (a, b)]
    moments = [c.claim.moment for c in (a, b)]
    return not (
        not of_one_size(a.quantity, b.quantity)
        or rough_for(a.quantity, b.quantity)
        or rough_for(b.quantity, a.quantity)
        or ("wanted" in {a.claim.certainty, b.claim.certainty} and not all(tentative))
        or (moments[0] and moments[1] and not moments[0].meets(moments[1]))
        or (any(tentative) and not all(tentative) and not _settled(a.claim, b.claim))  # a forecast and its outcome
        or (_provisional(index, a) and _provisional(index, b))  # two stages of one count
        or agreed(a, b)
        or summed(index, a, b)
        or summed(index, b, a)
    )


def _oppose(index: ClaimIndex, a: Count, b: Count, thing: str) -> Opposition | None:
    if not _may_oppose(index, a, b):
        return None
    strength, factors = about(index, a.claim, b.claim)
    beside = BESIDE_WEIGHT * words_beside(index, a, b)
    surrounded = surrounded_alike(index, a, b)
    elsewhere = ELSEWHERE_WEIGHT * (not surrounded and _places(index, a.claim) != _places(index, b.claim))
    extra = (Factor("words beside", beside), Factor("places differ", elsewhere))
    strength, factors = strength + beside + elsewhere, (*factors, *(f for f in extra if f.value))
    if bonus := CLOSE_BONUS * close(a.quantity, b.quantity) + EXACT_BONUS * nearly_one(a.quantity, b.quantity):
        strength, factors = strength + bonus, (*factors, Factor("counts close", bonus))
    heads = any(f.name == "same head" for f in factors) and index.telling_head(a.claim)
    bar = SURROUNDED_BAR if surrounded else BAR if heads else MODIFIED_BAR
    if strength < bar:
        return None
    sides = sorted((_side(index, a, b), _side(index, b, a)), key=lambda s: s.value)
    reason = Factor("apart", 0.0, f"{sides[0].value} / {sides[1].value}", (a.quantity.span, b.quantity.span))
    asked = question(index, a.claim, a.quantity.span)
    return Opposition("number", asked, thing, (sides[0], sides[1]), strength, (*factors, reason), bar)


def _side(index: ClaimIndex, count: Count, other: Count) -> Side:
    mine, yours = index.day(count.claim), index.day(other.claim)
    earlier = mine is not None and yours is not None and mine < yours
    replaced = _provisional(index, count) or _grown(index, count, other)
    return Side(value_of(count.quantity), (count.claim,), (count.quantity.span,), older=replaced and earlier)


def _provisional(index: ClaimIndex, count: Count) -> bool:
    return bool(_PROVISIONAL.search(index.text(count.claim).lower()))


def _grown(index: ClaimIndex, count: Count, other: Count) -> bool:
    """Tell whether the other count is the higher one of what only grows: the dead, the hurt, the arrested."""
    stems = index.words(count.claim) & index.words(other.claim) | {index.head(count.claim)}
    mine, yours = count.quantity.high, other.quantity.low
    return bool(stems & _GROWING) and mine is not None and yours is not None and mine < yours


def _settled(a: Claim, b: Claim) -> bool:
    """Tell whether one of two claims says what will be and the other what holds: terms, and no outcome."""
    return {a.certainty, b.certainty} == {"asserted", "expected"} and "present" in {
        c.tense for c in (a, b) if c.certainty == "asserted"
    }


def _places(index: ClaimIndex, claim: Claim) -> frozenset[str]:
    return frozenset(e for e in index.named(claim) if (known := index.entity(e)) and known.kind == "place")
