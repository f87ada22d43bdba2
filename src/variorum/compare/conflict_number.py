"""How many: two reports count one thing and the counts cannot be one.

Compared are quantities of the same unit and the same counted noun in two clauses about one happening. Not
compared: what is fenced so that both can hold ("at least 12" and 15), one number rounded, moments apart, shares
against totals (other units), a total against its part (other clauses).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.compare.closeness import about
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import TENTATIVE
from variorum.compare.magnitudes import apart, close, of_one_size, value_of
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.compare.stems import stem
from variorum.model import Claim, Factor, Quantity, Span

BAR = 1.0  # of `about`
MODIFIED_BAR = 1.1  # where the clauses' heads differ
CLOSE_BONUS = 0.2  # two exact counts that differ by little count one thing
BESIDE = 60  # characters to each side of a number that tell what it counts
BESIDE_WEIGHT = 0.3
ELSEWHERE_WEIGHT = -0.3  # one of the clauses names a place that the other does not: a total and its part
_TIME_UNITS = frozenset({"year", "years", "day", "month", "week", "hour", "minute", "second"})
_PARTITIVE = re.compile(r"\b\w+ of (?:the |its |their |his |her |some |more than |at least )*\d", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:up|down) from\b|\b(?:more|less|higher|lower) than (?:it|they|he|she|in|on|at)\b", re.IGNORECASE
)
"""A clause that tells a change holds the number before it too."""
_PROVISIONAL = re.compile(
    r"\b(so far|as of|at least|preliminary|initial(?:ly)?|early (?:reports|counts?)|provisional|still|already|by now|"
    r"(?:ballots?|votes?|precincts?) (?:counted|in|reporting)|counted)\b"
)
_GROWING = frozenset(stem(w) for w in ("dead", "died", "killed", "deaths", "injured", "wounded", "hurt", "arrested"))


@dataclass(frozen=True, slots=True)
class _Count:
    claim: Claim
    quantity: Quantity


def oppose_numbers(index: ClaimIndex) -> Sequence[Opposition]:
    """Return pairs of counts of one thing that cannot both be right."""
    by_thing: dict[tuple[str, str], list[_Count]] = {}
    for count in _counts(index):
        thing = (count.quantity.unit or "", count.quantity.counted or "")
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


def _counts(index: ClaimIndex) -> Iterator[_Count]:
    """Yield every quantity once, with the tightest claim that holds it."""
    tightest: dict[tuple[str, int, int], _Count] = {}
    for claim in index.story.claims:
        for quantity in claim.quantities:
            key = (quantity.span.report, quantity.span.start, quantity.span.end)
            known = tightest.get(key)
            if known is None or (len(claim.span), claim.id) < (len(known.claim.span), known.claim.id):
                tightest[key] = _Count(claim, quantity)
    yield from (tightest[key] for key in sorted(tightest))


def _oppose(index: ClaimIndex, a: _Count, b: _Count, thing: str) -> Opposition | None:
    if a.claim.span.report == b.claim.span.report or not apart(a.quantity, b.quantity):
        return None
    if {a.claim.certainty, b.claim.certainty} & {"wanted", "hypothetical", "denied"}:
        return None
    if a.claim.moment and b.claim.moment and not a.claim.moment.meets(b.claim.moment):
        return None
    if not of_one_size(a.quantity, b.quantity) or _PARTITIVE.search(index.text(a.claim) + " / " + index.text(b.claim)):
        return None
    if (a.claim.certainty in TENTATIVE) != (b.claim.certainty in TENTATIVE):
        return None  # a forecast and what came of it
    if any(_CHANGE.search(index.text(c.claim)) for c in (a, b)):
        return None
    if _provisional(index, a) and _provisional(index, b):
        return None  # two stages of one count
    if _agreed(a, b) or a.quantity.unit in _TIME_UNITS or thing in _TIME_UNITS:
        return None
    strength, factors = about(index, a.claim, b.claim)
    beside = BESIDE_WEIGHT * _words_beside(index, a, b)
    elsewhere = ELSEWHERE_WEIGHT * (_places(index, a.claim) != _places(index, b.claim))
    extra = (Factor("words beside", beside), Factor("places differ", elsewhere))
    strength, factors = strength + beside + elsewhere, (*factors, *(f for f in extra if f.value))
    if close(a.quantity, b.quantity):
        strength, factors = strength + CLOSE_BONUS, (*factors, Factor("counts close", CLOSE_BONUS))
    heads = any(f.name == "same head" for f in factors) and index.telling_head(a.claim)
    bar = BAR if heads else MODIFIED_BAR
    if strength < bar:
        return None
    sides = sorted((_side(index, a, b), _side(index, b, a)), key=lambda s: s.value)
    reason = Factor("apart", 0.0, f"{sides[0].value} / {sides[1].value}", (a.quantity.span, b.quantity.span))
    asked = question(index, a.claim, a.quantity.span)
    return Opposition("number", asked, thing, (sides[0], sides[1]), strength, (*factors, reason), bar)


def _side(index: ClaimIndex, count: _Count, other: _Count) -> Side:
    mine, yours = index.day(count.claim), index.day(other.claim)
    earlier = mine is not None and yours is not None and mine < yours
    replaced = _provisional(index, count) or _grown(index, count, other)
    return Side(value_of(count.quantity), (count.claim,), (count.quantity.span,), older=replaced and earlier)


def _provisional(index: ClaimIndex, count: _Count) -> bool:
    return bool(_PROVISIONAL.search(index.text(count.claim).lower()))


def _grown(index: ClaimIndex, count: _Count, other: _Count) -> bool:
    """Tell whether the other count is the higher one of what only grows: the dead, the hurt, the arrested."""
    stems = index.words(count.claim) & index.words(other.claim) | {index.head(count.claim)}
    mine, yours = count.quantity.high, other.quantity.low
    return bool(stems & _GROWING) and mine is not None and yours is not None and mine < yours


def _words_beside(index: ClaimIndex, a: _Count, b: _Count) -> float:
    """Return the rarity-weighted share of the fewer content words around two numbers that both have, 0 to 1."""
    mine, yours = (
        index.stems_of(Span(c.claim.span.report, max(c.claim.span.start, c.quantity.span.start - BESIDE),
                            min(c.claim.span.end, c.quantity.span.end + BESIDE)))
        for c in (a, b)
    )  # fmt: skip
    fewer = min(index.rarity(mine), index.rarity(yours))
    return index.rarity(mine & yours) / fewer if fewer else 0.0


def _places(index: ClaimIndex, claim: Claim) -> frozenset[str]:
    return frozenset(e for e in index.named(claim) if (known := index.entity(e)) and known.kind == "place")


def _agreed(a: _Count, b: _Count) -> bool:
    """Tell whether the clauses have a number of the same thing in common beside these two: lists, parts, steps."""

    def others(count: _Count) -> list[Quantity]:
        return [
            q
            for q in count.claim.quantities
            if (q.unit, q.counted) == (count.quantity.unit, count.quantity.counted) and None not in (q.low, q.high)
        ]

    return any(not apart(p, q) for p in others(a) for q in others(b))
