"""What held claims together, and what kept the nearest others outside: kept so that a wrong point can be understood.

For each claim of a point of several, the claim of the same point that it goes with best; for each point, the
likeliest claims that stayed outside. That is a few pairs for each claim, however many were scored.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

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
    claims: Sequence[Claim], scores: PairScores, groups: Sequence[Sequence[int]], wide: Set[int]
) -> tuple[WeighedPair, ...]:
    """Return the pairs that explain the groups, in the order of their claims.

    Args:
        claims: The story's, by row.
        scores: Its scored pairs.
        groups: Rows of each group; every row in exactly one.
        wide: Rows of claims made of others, which were placed after those.
    """
    group_of = {row: g for g, rows in enumerate(groups) for row in rows}
    probability = scores.probabilities()
    inside: dict[int, list[int]] = defaultdict(list)
    outside: dict[int, list[int]] = defaultdict(list)
    crossing: dict[Pair, list[Pair]] = defaultdict(list)
    for k, (i, j) in enumerate(scores.pairs):
        if group_of[i] == group_of[j]:
            inside[i].append(k)
            inside[j].append(k)
            continue
        crossing[_sides(group_of, (i, j))].append((i, j))
        if probability[i, j] >= _LEAST_NEAR:
            outside[group_of[i]].append(k)
            outside[group_of[j]].append(k)
    void = Counter(_sides(group_of, pair) for pair in scores.nested if not wide & set(pair))
    sizes = [sum(row not in wide for row in rows) for rows in groups]

    def likeliest(places: Sequence[int], most: int) -> list[int]:
        return sorted(places, key=lambda k: (-probability[scores.pairs[k]], scores.pairs[k]))[:most]

    kept = {k for places in inside.values() for k in likeliest(places, 1)}
    for g, places in outside.items():
        kept.update(likeliest(places, _OUTSIDE_ONE if len(groups[g]) == 1 else _OUTSIDE_MANY))
    out = []
    for k in sorted(kept, key=lambda k: scores.pairs[k]):
        i, j = scores.pairs[k]
        a, b = sides = _sides(group_of, (i, j))
        refused = ""
        if a != b:
            values = [probability[pair] for pair in crossing[sides] if not wide & set(pair)]
            refused = _forbidden(claims, (i, j), crossing[sides]) or _made_of_others(claims, wide & {i, j})
            refused = refused or _too_unlike(values, sizes[a] * sizes[b] - void[sides])
        value = round(probability[i, j], 4)
        out.append(
            WeighedPair(claims[i].id, claims[j].id, value, scores.stop, a == b, refused, pair_factors(scores, k))
        )
    return tuple(out)


def _sides(group_of: Mapping[int, int], pair: Pair) -> Pair:
    """Return the groups of a pair's two rows, the smaller first."""
    a, b = group_of[pair[0]], group_of[pair[1]]
    return (a, b) if a < b else (b, a)


def _forbidden(claims: Sequence[Claim], pair: Pair, crossing: Sequence[Pair]) -> str:
    """Return the rule that kept a pair's groups apart, its own or that of another pair; empty when it was none."""
    own = why_apart(claims[pair[0]], claims[pair[1]])
    if own:
        return own
    for i, j in crossing:
        reason = why_apart(claims[i], claims[j])
        if reason:
            return f"{claims[i].id} and {claims[j].id} stay apart: {reason}"
    return ""


def _made_of_others(claims: Sequence[Claim], wide: Set[int]) -> str:
    """Return that a claim was placed after the claims inside it; empty when neither of a pair is such a one."""
    if not wide:
        return ""
    return f"{claims[min(wide)].id} is made of other claims, which tell it piece by piece"


def _too_unlike(scored: Sequence[float], counted: int) -> str:
    """Return how likely two groups are to be one, over the pairs that count between them."""
    if counted <= 1:
        return "too little alike"
    mean = (sum(scored) + max(0, counted - len(scored)) * UNSCORED) / counted
    return f"over the {counted} pairs of the two points the mean is {mean:.2f}"


def pair_factors(scores: PairScores, place: int) -> tuple[Factor, ...]:
    """Return what spoke most for one scored pair and against it, the strongest first."""
    return tuple(
        Factor(name, round(value, 2), f"{level:.2f}")
        for name, value, level in scores.strengths([place])[:_FACTORS]
        if abs(value) >= _LEAST_SAID
    )
