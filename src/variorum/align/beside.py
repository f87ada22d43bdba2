"""Which claims stand beside which: what a report tells right before and right after."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model import Claim

_BESIDE = 150  # characters between two claims: about one sentence; set on the training stories (60 and 400 are worse)


def rows_beside(claims: Sequence[Claim]) -> tuple[tuple[int, ...], ...]:
    """Return for each claim the rows of those of its report that stand near it and share no character with it.

    Args:
        claims: Sorted by report and offset.

    Returns:
        Rows sorted; symmetric: who stands beside another has that one beside him.
    """
    found: list[list[int]] = [[] for _ in claims]
    for row, claim in enumerate(claims):
        for other in range(row + 1, len(claims)):
            span = claims[other].span
            if span.report != claim.span.report or span.start - claim.span.end > _BESIDE:
                break
            if span.start >= claim.span.end:
                found[row].append(other)
                found[other].append(row)
    return tuple(tuple(sorted(rows)) for rows in found)
