"""Which claims of a point are heard when its origins are counted.

A point also holds what only leans on it: a headline, a caption, a label without a verb, a clause that came in by its
words and tells something beside. Each would bring its report or its voice as one more origin, and corroboration is
better counted too low than too high. So two questions are asked, and each is dropped where nothing would be left:

- does the claim stand in running text, in a clause of its own? A headline tells what the text tells, and the text
  says from whom.
- does some other report tell nearly the same, in words of its own? Nearly is measured by the two claims of the point
  that are nearest, so that a point of like sentences is stricter than one of unlike ones. Copies of the claim itself
  do not count, or one more copy would make a witness of a stray clause. Where nobody is near, the nearest are heard.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from variorum.compare.index import ClaimIndex
from variorum.model import Claim

_LEANING = frozenset({"title", "heading", "caption"})
_NEAR = 0.65
"""Least cosine to another report's claim."""

_OF_NEAREST = 0.9
"""Least share of the cosine of the point's two nearest claims. Both bars were set on the training stories; neighbouring
values count about as many points right, and without them a tenth fewer are right."""


def heard(index: ClaimIndex, claims: Sequence[Claim], copied: Set[frozenset[str]]) -> list[Claim]:
    """Return the claims of one point whose origins count, in the order given; never empty where `claims` is not.

    Args:
        index: The story's claims.
        claims: Those of one point.
        copied: Pairs of claim ids that are one text.
    """
    told = [c for c in claims if c.segment not in _LEANING and c.kind != "fragment"] or list(claims)
    rows = index.story.vectors[[index.row[c.id] for c in told]]
    cosine = rows @ rows.T
    nearest = [_nearest(told, i, cosine[i].tolist(), copied) for i in range(len(told))]
    likest = _OF_NEAREST * max((n for n in nearest if n is not None), default=0.0)
    return _over(told, nearest, max(_NEAR, likest)) or _over(told, nearest, likest) or told


def _over(told: Sequence[Claim], nearest: Sequence[float | None], bar: float) -> list[Claim]:
    """Return the claims that another report's comes near enough to; those that no other report tells come along."""
    return [c for c, n in zip(told, nearest, strict=True) if n is None or n >= bar]


def _nearest(told: Sequence[Claim], row: int, cosine: Sequence[float], copied: Set[frozenset[str]]) -> float | None:
    """Return the cosine of the other reports' nearest claim that is no copy; None where there is none."""
    mine = told[row]
    return max(
        (
            near
            for other, near in zip(told, cosine, strict=True)
            if other.span.report != mine.span.report and frozenset((mine.id, other.id)) not in copied
        ),
        default=None,
    )
