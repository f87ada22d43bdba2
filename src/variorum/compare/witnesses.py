"""Which claims of a point are heard when its origins are counted.

A point also holds what only leans on it: a headline, a caption, a label without a verb, a clause that came in by its
words and tells something beside. Each would bring its report or its voice as one more origin, and corroboration is
better counted too low than too high. So two questions are asked, and each is dropped where nothing would be left:

- does the claim stand in running text, in a clause of its own? A headline tells what the text tells, and the text
  says from whom.
- does some other report tell nearly the same, in words of its own? Nearly is asked twice: by the cosine of the two
  claims, and by the probability that they tell one happening, which knows more of words and neighbours and less of
  meaning. Both are measured by the point's two nearest claims, so that a point of like sentences is stricter than one
  of unlike ones. Copies of the claim itself do not count, or one more copy would make a witness of a stray clause.
  Where nobody is near, the nearest are heard.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from variorum.compare.index import ClaimIndex
from variorum.model import Claim

_LEANING = frozenset({"title", "heading", "caption"})
_NEAR = 0.65
"""Least cosine to another report's claim."""

_LIKELY = 0.6
"""Least probability that another report's claim tells the same."""

_OF_NEAREST = 0.9
"""Least share of the nearness of the point's two nearest claims, by either measure. The cosines were set on the
training stories, the probability with all stories in view (decision 26); neighbouring values count about as many
points right, and without them a tenth fewer are right."""


def heard(
    index: ClaimIndex,
    claims: Sequence[Claim],
    copied: Set[frozenset[str]],
    likeness: Mapping[frozenset[str], float],
) -> list[Claim]:
    """Return the claims of one point whose origins count, in the order given; never empty where `claims` is not.

    Args:
        index: The story's claims.
        claims: Those of one point.
        copied: Pairs of claim ids that are one text.
        likeness: Probability that two claims tell the same, by their ids; a pair that is left out was found too
            unlike to compare. Empty where nobody compared any: then it is not asked.
    """
    told = [c for c in claims if c.segment not in _LEANING and c.kind != "fragment"] or list(claims)
    rows = index.story.vectors[[index.row[c.id] for c in told]]
    measures = [((rows @ rows.T).tolist(), _NEAR)]
    if likeness:
        measures.append(([[likeness.get(frozenset((a.id, b.id)), 0.0) for b in told] for a in told], _LIKELY))
    near, nearest = [True] * len(told), [True] * len(told)
    for table, least in measures:
        found = [_nearest(told, i, table[i], copied) for i in range(len(told))]
        likest = _OF_NEAREST * max((n for n in found if n is not None), default=0.0)
        near = [ok and (n is None or n >= max(least, likest)) for ok, n in zip(near, found, strict=True)]
        nearest = [ok and (n is None or n >= likest) for ok, n in zip(nearest, found, strict=True)]
    return _kept(told, near) or _kept(told, nearest) or told


def _kept(told: Sequence[Claim], keep: Sequence[bool]) -> list[Claim]:
    """Return the claims to keep; those that no other report tells come along, as no measure says anything of them."""
    return [claim for claim, ok in zip(told, keep, strict=True) if ok]


def _nearest(told: Sequence[Claim], row: int, values: Sequence[float], copied: Set[frozenset[str]]) -> float | None:
    """Return how near the other reports' nearest claim comes that is no copy; None where there is none."""
    mine = told[row]
    return max(
        (
            near
            for other, near in zip(told, values, strict=True)
            if other.span.report != mine.span.report and frozenset((mine.id, other.id)) not in copied
        ),
        default=None,
    )
