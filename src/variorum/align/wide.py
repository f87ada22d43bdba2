"""Claims that are mostly made of other claims, and where they go once those have their groups.

"The minister resigned and the party chose a successor" is a claim, and so are its two halves. In a group of its own
first half it would bring the second half along, and with it whatever tells the second half. So the parts are grouped
first; the whole goes to the group that it fits best, unless one of its parts is there already and tells it better.
Wholes that find no group are joined where they tell one thing nearly word for word, as two prints of one sentence do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from variorum.align.clustering import UNSCORED, Pair, cluster
from variorum.model import Claim

_MADE_OF = 0.8  # share of its characters that the claims inside must hold
_TWINS = 0.9  # mean probability at which wholes left alone are one; lower ones tell too much beside


def wide_rows(claims: Sequence[Claim]) -> dict[int, frozenset[int]]:
    """Return the rows of claims that two or more others nearly fill, with the rows of those inside.

    Args:
        claims: Sorted by report and offset.
    """
    inside: dict[int, list[int]] = defaultdict(list)
    open_rows: list[int] = []
    order = sorted(
        range(len(claims)), key=lambda r: (claims[r].span.report, claims[r].span.start, -len(claims[r].span))
    )
    for row in order:
        span = claims[row].span
        open_rows = [r for r in open_rows if claims[r].span.report == span.report and claims[r].span.end > span.start]
        for outer in open_rows:
            if claims[outer].span.contains(span) and claims[outer].span != span:
                inside[outer].append(row)
        open_rows.append(row)
    return {
        row: frozenset(rows)
        for row, rows in sorted(inside.items())
        if len(rows) > 1 and _filled(claims, rows) > _MADE_OF * len(claims[row].span)
    }


def _filled(claims: Sequence[Claim], rows: Sequence[int]) -> int:
    """Return how many characters some of the claims hold, each counted once."""
    filled, end = 0, -1
    for span in sorted(claims[r].span for r in rows):
        filled += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    return filled


def place_wide(
    groups: Sequence[Sequence[int]],
    wide: Mapping[int, frozenset[int]],
    score: Mapping[Pair, float],
    *,
    apart: Set[Pair],
    stop: float,
) -> list[list[int]]:
    """Return the groups with each wide claim in the one that it fits best, with its twins, or alone.

    Args:
        groups: Of all rows, the wide ones each alone.
        wide: Rows of wide claims with those of their parts.
        score: Probability that two rows belong together, by pair.
        apart: Pairs that never share a group.
        stop: Least mean probability over the members of a group.
    """
    placed = {g: list(rows) for g, rows in enumerate(groups)}
    group_of = {row: g for g, rows in placed.items() for row in rows}
    near: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (i, j), value in sorted(score.items()):
        for row, other in ((i, j), (j, i)):
            if row in wide and other not in wide:
                near[row].append((group_of[other], value))
    for row, parts in sorted(wide.items()):
        sums: dict[int, list[float]] = defaultdict(list)
        for g, value in near[row]:
            sums[g].append(value)
        means = {g: (sum(v) + UNSCORED * (len(placed[g]) - len(v))) / len(placed[g]) for g, v in sums.items()}
        best = max(means, key=lambda g: (means[g], -g), default=None)
        if best is None or means[best] < stop or any(group_of[p] == best for p in parts):
            continue
        if any((min(row, m), max(row, m)) in apart for m in placed[best]):
            continue
        del placed[group_of[row]]
        group_of[row] = best
        placed[best].append(row)
    alone = sorted(row for row in wide if len(placed[group_of[row]]) == 1)
    for row in alone:
        del placed[group_of[row]]
    return sorted([*(sorted(rows) for rows in placed.values()), *_twins(alone, score, apart)])


def _twins(alone: Sequence[int], score: Mapping[Pair, float], apart: Set[Pair]) -> list[list[int]]:
    """Return the rows in groups of those that tell one thing nearly word for word."""
    place = {row: k for k, row in enumerate(alone)}
    between = {(place[i], place[j]): value for (i, j), value in score.items() if i in place and j in place}
    barred = {(place[i], place[j]) for i, j in apart if i in place and j in place}
    groups = cluster(len(alone), between, nested=set(), apart=barred, stop=_TWINS)
    return [[alone[k] for k in group] for group in groups]
