"""Which claims of a point are heard when its origins are counted.

A point also holds what only leans on it: a headline, a caption, a label without a verb, a clause that came in by its
words and tells something beside. Each would bring its report or its voice as one more origin, and corroboration is
better counted too low than too high. So two questions are asked, and each is dropped where nothing would be left:

- does the claim stand in running text, in a clause of its own? A headline tells what the text tells, and the text
  says from whom.
- does some other report tell nearly the same, in words of its own? Copies of the claim itself do not count, or one
  more copy would make a witness of a stray clause.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from variorum.compare.index import ClaimIndex
from variorum.model import Claim

_LEANING = frozenset({"title", "heading", "caption"})
_NEAR = 0.65
"""Least cosine to another report's claim. Anything from 0.6 to 0.7 counts about as many points right (measured on the
training stories, the examples and the stories to measure on); without the question a tenth fewer are right."""


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
    near = []
    for i, claim in enumerate(told):
        others = [
            float(cosine[i, j])
            for j, other in enumerate(told)
            if other.span.report != claim.span.report and frozenset((claim.id, other.id)) not in copied
        ]
        if not others or max(others) >= _NEAR:
            near.append(claim)
    return near or told
