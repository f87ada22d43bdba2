"""Which claims of a point are one text: copied passages, and sentences that two reports share nearly word for word."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from variorum.compare.index import ClaimIndex
from variorum.model import Claim, CopiedPassage, Span

_COVERED = 0.6  # share of a claim that a copied passage must hold
_SHORTEST = 45  # characters; below, two writers may well find the same words, unless the reports share text anyway
_SHORTEST_QUOTED = 25  # in quotation marks, where the same words are one voice's
_NEAR_VERBATIM = 88.0  # of rapidfuzz.ratio: an editor's small changes, no new sentence
_QUOTED_PART = 92.0  # of rapidfuzz.partial_ratio: one quotation holds the other, cut at its ends


def copied_pairs(
    index: ClaimIndex, claims: Sequence[Claim], copies: Sequence[CopiedPassage]
) -> tuple[tuple[Claim, Claim, tuple[Span, ...]], ...]:
    """Return pairs of claims of different reports that are one text, with the passages that show it.

    Quoted words count as well: whoever has the same words of a voice has them from that voice.
    """
    if len({c.span.report for c in claims}) < 2:
        return ()
    found = []
    between = _by_reports(copies)
    for i, a in enumerate(claims):
        for b in claims[i + 1 :]:
            if a.span.report == b.span.report:
                continue
            shared = between.get(frozenset((a.span.report, b.span.report)), [])
            evidence = _shared_passage(a, b, shared) or _same_wording(index, a, b, least=1 if shared else _SHORTEST)
            if evidence:
                found.append((a, b, evidence))
    return tuple(found)


def _by_reports(copies: Sequence[CopiedPassage]) -> dict[frozenset[str], list[CopiedPassage]]:
    between: dict[frozenset[str], list[CopiedPassage]] = {}
    for copy in copies:
        between.setdefault(frozenset((copy.first.report, copy.second.report)), []).append(copy)
    return between


def _shared_passage(a: Claim, b: Claim, copies: Sequence[CopiedPassage]) -> tuple[Span, ...]:
    for copy in copies:
        for mine, yours in ((a, b), (b, a)):
            if mine.span.overlap(copy.first) >= _COVERED * len(mine.span) and yours.span.overlap(
                copy.second
            ) >= _COVERED * len(yours.span):
                return (copy.first, copy.second)
    return ()


def _same_wording(index: ClaimIndex, a: Claim, b: Claim, *, least: int) -> tuple[Span, ...]:
    """Return the two passages when they are worded alike and `least` characters long; a quotation may be cut."""
    shortest = min(len(a.span), len(b.span))
    quoted = _quoted(a) and _quoted(b) and shortest >= _SHORTEST_QUOTED
    if shortest < least and not quoted:
        return ()
    one, other = index.text(a).lower(), index.text(b).lower()
    if (shortest >= least and fuzz.ratio(one, other) >= _NEAR_VERBATIM) or (
        quoted and fuzz.partial_ratio(one, other) >= _QUOTED_PART
    ):
        return tuple(sorted((a.span, b.span)))
    return ()


def _quoted(claim: Claim) -> bool:
    return claim.attribution is not None and claim.attribution.mode != "indirect"
