"""The question of a conflict, in a report's own words with the disputed value left open ("the ferry sank …")."""

from __future__ import annotations

import re

from variorum.compare.index import ClaimIndex
from variorum.model import Claim, Span

OPEN = "…"
LONGEST = 90  # characters that a reader takes in at a glance
_CORE = frozenset({"agent", "patient", "recipient"})


def question(index: ClaimIndex, claim: Claim, value: Span | None = None) -> str:
    """Return who did what, verbatim from a claim, with an ellipsis for the value and for what is cut.

    From the first of subject, head and value to the last of head, object and value; the whole claim where it is short.

    Args:
        index: Of the story.
        claim: Of the strongest side.
        value: The passage that holds what is disputed; None where the whole clause is.
    """
    report = index.reports[claim.span.report]
    start, end = claim.span.start, claim.span.end
    if end - start > LONGEST:
        parts = [claim.head, *(p.span for p in claim.participants if p.role in _CORE), *([value] if value else [])]
        inside = [p for p in parts if claim.span.start <= p.start and p.end <= claim.span.end]
        start = min((p.start for p in inside if p.end <= claim.head.end), default=claim.head.start)
        start = min(start, value.start) if value and claim.span.overlap(value) else start
        near = [p.end for p in inside if p.end - start <= LONGEST]
        end = max([claim.head.end, *near])
    if value is None or not (start <= value.start and value.end <= end):
        words = report.text[start:end]
    else:
        words = f"{report.text[start : value.start]}{OPEN}{report.text[value.end : end]}"
    return _short(re.sub(r"\s+", " ", words).strip(' ,;:."“”'))


def _short(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0] + OPEN
