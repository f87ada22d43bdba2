"""From a denial and what it denies to an opposition: all that tell alike stand on either side."""

from __future__ import annotations

from variorum.compare.denial_sides import FEWEST_WORDS, deniers
from variorum.compare.denial_words import POINTING
from variorum.compare.index import ClaimIndex
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.model import Claim, Factor

Weighed = tuple[float, Claim, tuple[Factor, ...]]
"""A strength, the claim that is denied, and why."""


def oppose_denial(index: ClaimIndex, denial: Claim, weighed: Weighed, bar: float | None) -> Opposition:
    """Return the opposition of a denial and a claim, with the other claims of their points that deny or tell it.

    Args:
        index: Of the story.
        denial: What says no.
        weighed: The claim that it denies.
        bar: What the strength had to reach; None where none is set.
    """
    strength, other, factors = weighed
    alike = [
        c for c in index.siblings(denial) if c.certainty == "denied" and c != denial and _one_denial(index, denial, c)
    ]
    no = Side("denied", (denial, *alike))
    yes = Side("told", (other, *(c for c in index.siblings(other) if c.certainty != "denied" and c != other)))
    return Opposition("denial", question(index, other), "", (no, yes), strength, factors, bar)


def _one_denial(index: ClaimIndex, a: Claim, b: Claim) -> bool:
    """Tell whether two claims of a point deny alike: what only says that somebody denies is told of one denier."""
    bare = len(index.words(a)) < FEWEST_WORDS or bool(POINTING.search(index.text(a)))
    return not bare or bool(set(deniers(index, a)) & set(deniers(index, b)))
