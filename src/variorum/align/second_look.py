"""What the other pairs of a story say of a pair: the second look at what the first one scored.

Two claims may share few words and still be each other's only match in two reports, or both lie near a third; and two
that share many may have better matches elsewhere. A clause that is told in other words stands between clauses that
are told in the same ones. The first look cannot know that, for it sees two claims at a time.
The log-odds that it gave to all pairs are read here as a graph, and each pair is described by its place in it. This
is the collective step of record linkage (Bhattacharya and Getoor, 2007), done once.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from variorum.align.clustering import Pair

SECOND_FEATURES = (
    "likeness of the two",
    "ahead of the next best",
    "ahead of the next best, the other way",
    "common neighbours",
    "share of common neighbours",
    "longer or shorter cuts are more alike",
    "what stands beside them is alike",
    "how much beside them is alike",
)
"""Names of the columns of `second_features`, in order; the first is the first look's log-odds."""

_NOTHING = -4.5  # log-odds of the next best where there is none: a little under the least that is kept
_MARGIN = 4.0  # a margin larger than this says no more
_MUCH_BESIDE = 3.0  # expected matches beside the two at which more of them say no more


def second_features(
    pairs: Sequence[Pair],
    log_odds: NDArray[np.float64],
    nested: Set[Pair],
    report: NDArray[np.int32],
    beside: Sequence[Sequence[int]],
) -> NDArray[np.float64]:
    """Return one row of `SECOND_FEATURES` for each pair, shape (pairs, features); symmetric in the two claims.

    Args:
        pairs: The pairs of rows that the first look kept, the smaller row first.
        log_odds: What it gave them, shape (pairs,).
        nested: Pairs of rows of which one claim holds the other: cuts of one passage, never rivals.
        report: Report index of each row.
        beside: For each row those that stand beside it in its report, as `rows_beside` gives them.
    """
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), value in zip(pairs, log_odds.tolist(), strict=True):
        near[i][j] = near[j][i] = value
    kin: dict[int, set[int]] = defaultdict(set)
    for i, j in nested:
        kin[i].add(j)
        kin[j].add(i)
    chance = {i: {k: 1.0 / (1.0 + math.exp(-v)) for k, v in others.items()} for i, others in near.items()}
    mass = {i: math.fsum(values.values()) for i, values in chance.items()}
    best = {i: _best_by_report(others, report) for i, others in near.items()}
    out = np.zeros((len(pairs), len(SECOND_FEATURES)))
    for place, ((i, j), value) in enumerate(zip(pairs, log_odds.tolist(), strict=True)):
        margins = sorted(
            max(-_MARGIN, min(_MARGIN, value - _next_best(best[a][int(report[b])], b, kin[b])))
            for a, b in ((i, j), (j, i))
        )
        own = {i, j} | kin[i] | kin[j]
        shared = math.fsum(
            chance[i][k] * chance[j][k] for k in sorted(chance[i].keys() & chance[j].keys()) if k not in own
        )
        cuts = max(near[a].get(b, value) for a in (i, *kin[i]) if a in near for b in (j, *kin[j]))
        ranked = (value, margins[1], margins[0], shared, shared / (mass[i] + mass[j] + 0.5), cuts - value)
        out[place] = (*ranked, *_alike_beside((i, j), near, beside))
    return out


def _alike_beside(
    pair: Pair, near: Mapping[int, Mapping[int, float]], beside: Sequence[Sequence[int]]
) -> tuple[float, float]:
    """Return the log-odds of the likeliest pair beside a pair, and how many matches are to be expected there."""
    i, j = pair
    found = [near[a][b] for a in beside[i] if a != j and a in near for b in beside[j] if b != i and b in near[a]]
    matches = math.fsum(1.0 / (1.0 + math.exp(-value)) for value in found)
    return max(found, default=_NOTHING), min(_MUCH_BESIDE, matches)


def _best_by_report(others: dict[int, float], report: NDArray[np.int32]) -> dict[int, list[tuple[float, int]]]:
    """Return the neighbours of one row by their report, the likeliest first."""
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for row, value in others.items():
        found[int(report[row])].append((value, row))
    return {index: sorted(rows, key=lambda r: (-r[0], r[1])) for index, rows in found.items()}


def _next_best(ranked: list[tuple[float, int]], row: int, kin: Set[int]) -> float:
    """Return the log-odds of the likeliest neighbour but `row` and its cuts."""
    return next((value for value, other in ranked if other != row and other not in kin), _NOTHING)
