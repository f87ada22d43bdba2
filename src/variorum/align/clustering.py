"""Groups from pair scores: average link, under pairs that must stay apart.

Two groups are joined while the mean probability over their pairs is at least the bar, the surest
first. A pair that was never scored counts as improbable, which keeps a chain of half-alike claims
from growing into one group; a pair of nested claims counts for nothing, since one sentence tells of
a happening once however it is cut.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Set

Pair = tuple[int, int]
"""Two rows, the smaller first."""

UNSCORED = 0.02
"""Probability of a pair that no candidate rule brought up."""


def _key(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)


class _Groups:
    """Groups under construction, with the sums that average link needs."""

    def __init__(self, count: int, score: Mapping[Pair, float], nested: Set[Pair], apart: Set[Pair]) -> None:
        self.members: dict[int, list[int]] = {i: [i] for i in range(count)}
        self.near: dict[int, dict[int, float]] = {i: {} for i in range(count)}
        self.scored: dict[Pair, int] = {}
        self.apart: dict[int, set[int]] = {i: set() for i in range(count)}
        self.void: dict[Pair, int] = {}
        for (i, j), value in sorted(score.items()):
            if (i, j) not in nested:
                self.near[i][j] = self.near[j][i] = value
                self.scored[i, j] = 1
        for i, j in sorted(nested):
            self.void[i, j] = 1
            self.near[i].setdefault(j, 0.0)
            self.near[j].setdefault(i, 0.0)
        for i, j in sorted(apart):
            self.apart[i].add(j)
            self.apart[j].add(i)

    def mean(self, a: int, b: int) -> float:
        """Return the mean probability over the pairs of two groups; 0 where every pair is void."""
        key = _key(a, b)
        counted = len(self.members[a]) * len(self.members[b]) - self.void.get(key, 0)
        if counted <= 0:
            return 0.0
        unscored = counted - self.scored.get(key, 0)
        return (self.near[a].get(b, 0.0) + unscored * UNSCORED) / counted

    def join(self, a: int, b: int) -> None:
        """Join group `b` into group `a`."""
        self.members[a] += self.members.pop(b)
        for other, value in self.near.pop(b).items():
            if other == a:
                continue
            self.near[a][other] = self.near[other][a] = self.near[a].get(other, 0.0) + value
            for table in (self.scored, self.void):
                moved = table.pop(_key(b, other), 0)
                if moved:
                    table[_key(a, other)] = table.get(_key(a, other), 0) + moved
            del self.near[other][b]
        self.near[a].pop(b, None)
        for other in self.apart.pop(b):
            self.apart[other].discard(b)
            self.apart[other].add(a)
            self.apart[a].add(other)


def cluster(
    count: int, score: Mapping[Pair, float], *, nested: Set[Pair], apart: Set[Pair], stop: float
) -> list[list[int]]:
    """Return groups of the rows 0..count-1, each sorted, sorted by their first row.

    Args:
        count: How many rows.
        score: Probability that two rows belong together, by pair.
        nested: Pairs of which one row's words hold the other's.
        apart: Pairs that never share a group.
        stop: Least mean probability for a join.
    """
    groups = _Groups(count, score, nested, apart)
    queue: list[tuple[float, int, int]] = []

    def push(a: int, b: int) -> None:
        mean = groups.mean(a, b)
        if mean >= stop and b not in groups.apart[a]:
            heapq.heappush(queue, (-mean, *_key(a, b)))

    for i, j in sorted(groups.scored):
        push(i, j)
    while queue:
        negative, a, b = heapq.heappop(queue)
        alive = a in groups.members and b in groups.members
        if not alive or b in groups.apart[a] or abs(groups.mean(a, b) + negative) > 1e-12:
            continue
        groups.join(a, b)
        for other in sorted(groups.near[a]):
            push(a, other)
    return sorted(sorted(rows) for rows in groups.members.values())
