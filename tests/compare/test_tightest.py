"""Which of several claims over one passage counts."""

from __future__ import annotations

from tests.compare.stories import Told, story
from variorum.compare.tightest import tightest
from variorum.model import Span


def test_the_shortest_claim_tells_a_passage() -> None:
    """A passage is told once, by its shortest claim, whatever the order, and passages come in theirs."""
    claims = story({"a": [Told("The old pier fell at noon", "fell"), Told("the pier fell", "fell")]}).claims
    first, second = Span("a", 4, 8), Span("a", 10, 14)
    found = [(second, claims[0], "late"), (first, claims[0], "wide"), (first, claims[1], "tight")]
    assert tightest(found) == ["tight", "late"]
    assert tightest(reversed(found)) == ["tight", "late"]
