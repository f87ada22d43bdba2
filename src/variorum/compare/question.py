"""The question of a conflict, in a report's own words with the disputed value left open ("the ferry sank …")."""

from __future__ import annotations

import re

from variorum.compare.index import ClaimIndex
from variorum.model import Claim, Span

OPEN = "…"
LONGEST = 90  # characters that a reader takes in at a glance
_SUBJECTS = frozenset({"agent", "patient"})


def question(index: ClaimIndex, claim: Claim, value: Span | None = None) -> str:
    """Return who did what, verbatim from a claim, with an ellipsis for the value and for what is cut.

    The whole claim where it is short; else from its subject on, cut at a word.

    Args:
        index: Of the story.
        claim: Of the strongest side.
        value: The passage that holds what is disputed; None where the whole clause is.
    """
    report = index.reports[claim.span.report]
    start, end = claim.span.start, claim.span.end
    if end - start > LONGEST:
        subjects = [p.span.start for p in claim.participants if p.role in _SUBJECTS and p.span.end <= claim.head.start]
        start = max(claim.span.start, min([claim.head.start, *subjects]))
        if value and claim.span.contains(value):
            start = min(value.start, start) if value.end - start <= LONGEST else value.start - LONGEST // 2
    if value is None or not (start <= value.start and value.end <= end):
        words = report.text[start:end]
    else:
        words = f"{report.text[start : value.start]}{OPEN}{report.text[value.end : end]}"
    if start != claim.span.start and start < claim.head.start and report.text[start - 1 : start].isalnum():
        words = words.split(" ", 1)[-1]
    return _short(re.sub(r"\s+", " ", words).strip(' ,;:."“”'))


def _short(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0] + OPEN
