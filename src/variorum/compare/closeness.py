"""Whether two claims are about one thing: a sum of readable features against a bar.

The weights are the same for every kind of conflict; each kind sets its own bar beside its rules.
"""

from __future__ import annotations

from variorum.compare.index import ClaimIndex, Likeness
from variorum.model import Claim, Factor

WEIGHTS: dict[str, float] = {
    "wording": 1.0,  # cosine of the two vectors
    "same head": 0.15,
    "rare words": 0.4,  # rarity-weighted Jaccard
    "named alike": 0.08,  # for each entity that both name, up to three
    "participants": 0.05,  # for each common participant, up to two
}


def about(index: ClaimIndex, a: Claim, b: Claim) -> tuple[float, tuple[Factor, ...]]:
    """Return how sure it is that two claims are about one thing, about 0 to 2, with its reasons; symmetric."""
    return weigh(index, index.likeness(a, b))


def weigh(index: ClaimIndex, like: Likeness) -> tuple[float, tuple[Factor, ...]]:
    """Return the weighted sum of a likeness, and its parts."""
    names = [e.name for i in like.entities[:3] if (e := index.entity(i))]
    parts = (
        Factor("wording", WEIGHTS["wording"] * like.cosine, f"{like.cosine:.2f}"),
        Factor("same head", WEIGHTS["same head"] * like.same_head),
        Factor("rare words", WEIGHTS["rare words"] * like.words, f"{like.words:.2f}"),
        Factor("named alike", WEIGHTS["named alike"] * min(3, len(like.entities)), ", ".join(names)),
        Factor("participants", WEIGHTS["participants"] * min(2, len(like.participants)), ", ".join(like.participants)),
    )
    return sum(p.value for p in parts), tuple(p for p in parts if p.value)
