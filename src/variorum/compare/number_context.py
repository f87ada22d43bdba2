"""What stands around a number in its report: the words beside it, the parts of a total, other numbers of its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.compare.index import ClaimIndex
from variorum.compare.magnitudes import apart, close
from variorum.model import Claim, Quantity, Span

BESIDE = 60  # characters to each side of a number that tell what it counts
FEWEST_AROUND = 3  # content words that two numbers have around them to stand in one place ...
SHARE_AROUND = 0.5  # ... and their share, weighted by rarity, of the fewer
NEAR_PARTS = 200  # characters around a number in which the parts of a total stand
_NUMBER_OR_END = re.compile(r"(?!\b(?:19|20)\d\d\b)\b\d[\d.,]*|[.;!?]\s")


@dataclass(frozen=True, slots=True)
class Count:
    """A number and the tightest claim that holds it.

    Attributes:
        claim: The claim.
        quantity: The number.
        beside: Stems of the content words of the claim within `BESIDE` characters.
        around: Stems of the content words up to the next number or the sentence's end on each side.
    """

    claim: Claim
    quantity: Quantity
    beside: frozenset[str]
    around: frozenset[str]


def count_of(index: ClaimIndex, claim: Claim, quantity: Quantity) -> Count:
    """Return a number of a claim with the words that stand around it."""
    at, span = quantity.span, claim.span
    beside = Span(span.report, max(span.start, at.start - BESIDE), min(span.end, at.end + BESIDE))
    return Count(claim, quantity, index.stems_of(beside), _around(index, at))


def words_beside(index: ClaimIndex, a: Count, b: Count) -> float:
    """Return the rarity-weighted share of the fewer content words around two numbers that both have, 0 to 1."""
    mine, yours = a.beside, b.beside
    fewer = min(index.rarity(mine), index.rarity(yours))
    return index.rarity(mine & yours) / fewer if fewer else 0.0


def surrounded_alike(index: ClaimIndex, a: Count, b: Count) -> bool:
    """Tell whether two numbers that differ by little stand among the same words ("$… on the harbour retreat")."""
    if not close(a.quantity, b.quantity):
        return False
    mine, yours = a.around, b.around
    fewer = min(index.rarity(mine), index.rarity(yours))
    alike = bool(fewer) and index.rarity(mine & yours) >= SHARE_AROUND * fewer
    return alike and len(mine & yours) >= FEWEST_AROUND


def _around(index: ClaimIndex, span: Span) -> frozenset[str]:
    text = index.reports[span.report].text
    before = _NUMBER_OR_END.split(text[max(0, span.start - BESIDE) : span.start])[-1]
    after = _NUMBER_OR_END.split(text[span.end : span.end + BESIDE])[0]
    spans = ((span.start - len(before), span.start), (span.end, span.end + len(after)))
    return frozenset().union(*(index.stems_of(Span(span.report, *ends)) for ends in spans if ends[0] < ends[1]))


def summed(index: ClaimIndex, whole: Count, part: Count) -> bool:
    """Tell whether a number is the sum or difference of two numbers that stand around the other: a total and parts."""
    value, at = whole.quantity.low, part.quantity.span
    near = [
        q.low
        for claim in index.counting.get(at.report, ())
        for q in claim.quantities
        if q.low is not None and abs(q.span.start - at.start) <= NEAR_PARTS and q.unit == whole.quantity.unit
    ]
    parts = sorted(set(near))
    return value is not None and any(value in {x + y, y - x} for i, x in enumerate(parts) for y in parts[i + 1 :])


def agreed(a: Count, b: Count) -> bool:
    """Tell whether the clauses have a number of the same thing in common beside these two: lists, parts, steps."""

    def others(count: Count) -> list[Quantity]:
        return [
            q
            for q in count.claim.quantities
            if (q.unit, q.counted) == (count.quantity.unit, count.quantity.counted) and None not in (q.low, q.high)
        ]

    return any(not apart(p, q) for p in others(a) for q in others(b))
