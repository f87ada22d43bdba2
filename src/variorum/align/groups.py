"""Claims that tell the same happening, grouped.

    candidates -> first look -> read side by side -> second look -> groups under constraints -> claims made of others

A point is *one* happening: a visit announced, begun and ended is three. So a claim that looks ahead
never joins one that tells the thing as done, nor an assertion its denial, nor one count another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from variorum.align.apart import apart_pairs
from variorum.align.clustering import Pair, cluster
from variorum.align.scores import PairScores
from variorum.align.side_by_side import Compare
from variorum.align.views import Views, views_of
from variorum.align.weighed import weighed_pairs
from variorum.align.weights import load_weights
from variorum.align.wide import place_wide, wide_rows
from variorum.model import ClaimGroup, Factor, Span, Story, WeighedPair

_FACTORS = 5  # shown with a point


@dataclass(frozen=True, slots=True)
class Grouping:
    """A story's claims in groups, and the pairs that explain them.

    Attributes:
        groups: In the order of their first claim.
        pairs: In the order of their claims; `weighed.weighed_pairs` says which.
    """

    groups: tuple[ClaimGroup, ...]
    pairs: tuple[WeighedPair, ...]


def _evidence(views: Views, name: str, rows: Sequence[int]) -> tuple[Span, ...]:
    """Return the passages that a feature rests on: heads, moments' and quantities' words, sources."""
    claims = [views.claims[r].claim for r in rows]
    if "head" in name:
        return tuple(c.head for c in claims)
    if "quantity" in name:
        return tuple(q.span for c in claims for q in c.quantities)
    if "voice" in name:
        return tuple(c.attribution.source for c in claims if c.attribution and c.attribution.source)
    if "participant" in name or "role" in name:
        return tuple(p.span for c in claims for p in c.participants if p.entity is not None)
    return tuple(c.span for c in claims)


def _factors(views: Views, scores: PairScores, inside: Sequence[int]) -> tuple[Factor, ...]:
    """Return what spoke most for a group, and against it, as means over its scored pairs `inside`."""
    if not inside:
        return ()
    rows = sorted({r for k in inside for r in scores.pairs[k]})
    return tuple(
        Factor(name, round(value, 4), f"{level:.2f}", _evidence(views, name, rows))
        for name, value, level in scores.strengths(inside)[:_FACTORS]
        if abs(value) >= 0.05
    )


def grouped(
    count: int,
    score: Mapping[Pair, float],
    nested: Set[Pair],
    *,
    apart: Set[Pair],
    wide: Mapping[int, frozenset[int]],
    stop: float,
) -> list[list[int]]:
    """Return groups of the rows 0..count-1, each sorted, sorted by their first row.

    Args:
        count: How many claims.
        score: Probability that two rows belong together, by pair.
        nested: Pairs of which one row's words hold the other's.
        apart: Pairs that never share a group.
        wide: Rows of claims made of others, with the rows of those, as `wide_rows` gives them.
        stop: Least mean probability for a join.
    """
    narrow = {pair: value for pair, value in score.items() if not wide.keys() & set(pair)}
    groups = cluster(count, narrow, nested=nested, apart=apart, stop=stop)
    return place_wide(groups, wide, score, apart=apart, stop=stop)


def group_claims(story: Story, compare: Compare | None = None) -> tuple[ClaimGroup, ...]:
    """Group the claims of a story by what they tell; `weigh_claims` says how, and also why."""
    return weigh_claims(story, compare).groups


def weigh_claims(story: Story, compare: Compare | None = None) -> Grouping:
    """Group the claims of a story by what they tell, and keep what explains the groups.

    Every claim ends in exactly one group; a group of one has no factors. The number of pairs that
    are scored grows with the number of claims, not with its square.

    Args:
        story: Its claims sorted by report and offset, as `join_entities` returns them.
        compare: Reads the pairs in doubt side by side, as `Reader.compare` does; None asks no network.
    """
    if not story.claims:
        return Grouping((), ())
    views = views_of(story)
    scores = PairScores(views, load_weights(), compare)
    wide, apart = wide_rows(story.claims), apart_pairs(story, scores.pairs)
    probability = scores.probabilities()
    groups = grouped(len(story.claims), probability, scores.nested, apart=apart, wide=wide, stop=scores.stop)
    group_of = {row: g for g, rows in enumerate(groups) for row in rows}
    inside: dict[int, list[int]] = {}
    for k, (i, j) in enumerate(scores.pairs):
        if group_of[i] == group_of[j]:
            inside.setdefault(group_of[i], []).append(k)
    return Grouping(
        tuple(
            ClaimGroup(
                tuple(story.claims[r].id for r in rows),
                _factors(views, scores, inside.get(g, [])),
                tuple(
                    (story.claims[i].id, story.claims[j].id, probability[i, j])
                    for i, j in (scores.pairs[k] for k in inside.get(g, []))
                ),
            )
            for g, rows in enumerate(groups)
        ),
        weighed_pairs(story.claims, scores, groups, wide.keys()),
    )
