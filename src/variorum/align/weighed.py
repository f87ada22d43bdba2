"""What held claims together, and what kept the nearest others outside: kept so that a wrong point can be understood.

For each claim of a point of several, the claim of the same point that it goes with best; for each point, the
likeliest claims that stayed outside. That is a few pairs for each claim, however many were scored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.align.apart import why_apart
from variorum.align.clustering import UNSCORED, Pair
from variorum.align.scores import PairScores
from variorum.model import Claim, Factor, WeighedPair

_FACTORS = 4  # shown with a pair
_OUTSIDE_ONE = 1  # neighbours shown for a claim that stands alone
_OUTSIDE_MANY = 2  # and for a group
_LEAST_NEAR = 0.3  # probability under which two claims are no neighbours
_LEAST_SAID = 0.05  # what adds less to the log-odds is not worth a line


def weighed_pairs(
    claims: Sequence[Claim], scores: PairScores, groups: Sequence[Sequence[int]], nested: set[Pair]
) -> tuple[WeighedPair, ...]:
    """Return the pairs that explain the groups, in the order of their claims.

    Args:
        claims: The story's, by row.
        scores: Its scored pairs.
        groups: Rows of each group; every row in exactly one.
        nested: Pairs of which one claim holds the other, which count for nothing between groups.
    """
    group_of = {row: g for g, rows in enumerate(groups) for row in rows}
    probability = scores.probabilities()
    inside: dict[int, list[int]] = defaultdict(list)
    outside: dict[int, list[int]] = defaultdict(list)
    for k, (i, j) in enumerate(scores.pairs):
        if group_of[i] == group_of[j]:
            inside[i].append(k)
            inside[j].append(k)
        elif probability[i, j] >= _LEAST_NEAR:
            outside[group_of[i]].append(k)
            outside[group_of[j]].append(k)

    def likeliest(places: Sequence[int], most: int) -> list[int]:
        return sorted(places, key=lambda k: (-probability[scores.pairs[k]], scores.pairs[k]))[:most]

    kept = {k for places in inside.values() for k in likeliest(places, 1)}
    for g, places in outside.items():
        kept.update(likeliest(places, _OUTSIDE_ONE if len(groups[g]) == 1 else _OUTSIDE_MANY))
    out = []
    for k in sorted(kept, key=lambda k: scores.pairs[k]):
        i, j = scores.pairs[k]
        joined = group_of[i] == group_of[j]
        refused = "" if joined else _refusal(claims, (i, j), (groups[group_of[i]], groups[group_of[j]]), probability)
        if not joined and not refused:
            refused = _below(groups[group_of[i]], groups[group_of[j]], probability, nested)
        value = round(probability[i, j], 4)
        out.append(
            WeighedPair(claims[i].id, claims[j].id, value, scores.stop, joined, refused, pair_factors(scores, k))
        )
    return tuple(out)


def _refusal(
    claims: Sequence[Claim], pair: Pair, sides: tuple[Sequence[int], Sequence[int]], probability: Mapping[Pair, float]
) -> str:
    """Return the rule that kept a pair's groups apart, empty when it was none."""
    own = why_apart(claims[pair[0]], claims[pair[1]])
    if own:
        return own
    for a in sides[0]:
        for b in sides[1]:
            reason = why_apart(claims[a], claims[b]) if (min(a, b), max(a, b)) in probability else None
            if reason:
                return f"{claims[a].id} and {claims[b].id} stay apart: {reason}"
    return ""


def _below(a: Sequence[int], b: Sequence[int], probability: Mapping[Pair, float], nested: set[Pair]) -> str:
    """Return how likely two groups are to be one, over all their pairs."""
    crossing = [(min(i, j), max(i, j)) for i in a for j in b]
    counted = [pair for pair in crossing if pair not in nested]
    mean = sum(probability.get(pair, UNSCORED) for pair in counted) / max(1, len(counted))
    if len(counted) == 1:
        return "too little alike"
    return f"over the {len(counted)} pairs of the two points the mean is {mean:.2f}"


def pair_factors(scores: PairScores, place: int) -> tuple[Factor, ...]:
    """Return what spoke most for one scored pair and against it, the strongest first."""
    return tuple(
        Factor(name, round(value, 2), f"{level:.2f}")
        for name, value, level in scores.strengths([place])[:_FACTORS]
        if abs(value) >= _LEAST_SAID
    )
