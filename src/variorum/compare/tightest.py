"""What stands in several claims, one inside the other, is told by the shortest of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from variorum.model import Claim, Span

_Found = TypeVar("_Found")


def tightest(found: Iterable[tuple[Span, Claim, _Found]]) -> list[_Found]:
    """Return for each passage what was found there with its shortest claim, in the order of the passages.

    Args:
        found: A passage, a claim that holds it, and whatever is to be returned for the two.
    """
    best: dict[Span, tuple[tuple[int, str], _Found]] = {}
    for span, claim, one in found:
        size = (len(claim.span), claim.id)
        if span not in best or size < best[span][0]:
            best[span] = size, one
    return [best[span][1] for span in sorted(best)]
