"""Which claim of a point to show where there is room for one line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from variorum.compare.index import ClaimIndex
from variorum.model import Claim

_GOOD_LENGTH = (40, 180)  # characters: shorter says too little, longer blurs several facts
_WEIGHTS = {"body": 1.0, "asserted": 0.6, "clause": 0.8, "length": 0.6, "central": 1.0}


def best_claim(index: ClaimIndex, claims: Sequence[Claim]) -> Claim:
    """Return the claim that stands for its point: plain, whole, of middle length, in the midst of the others.

    Ties go to the earlier id.
    """
    centre = np.sum(index.story.vectors[[index.row[c.id] for c in claims]], axis=0)
    norm = float(np.linalg.norm(centre)) or 1.0

    def worth(claim: Claim) -> float:
        length = len(claim.span)
        return (
            _WEIGHTS["body"] * (claim.segment == "body")
            + _WEIGHTS["asserted"] * (claim.certainty == "asserted")
            + _WEIGHTS["clause"] * (claim.kind in {"clause", "content"})
            + _WEIGHTS["length"] * (_GOOD_LENGTH[0] <= length <= _GOOD_LENGTH[1])
            + _WEIGHTS["central"] * float(index.story.vectors[index.row[claim.id]] @ centre) / norm
        )

    return min(claims, key=lambda c: (-round(worth(c), 6), c.span, c.id))
