"""The pairs in doubt, read side by side by the network that was trained for it.

The first look compares two claims by what can be counted, and each claim's meaning by itself. Where it leaves doubt,
`variorum.reader` reads the two together, word against word; what it finds is one more feature of the pair
(docs/decisions/0031-two-claims-side-by-side.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.align.clustering import Pair

SIDE_BY_SIDE = "read side by side"
"""Name of the feature."""

Compare = Callable[[Sequence[str], Sequence[Pair]], NDArray[np.float32]]
"""Log-odds that two passages tell one happening: takes the passages, and places of two of them for each pair."""

_ASKED_A_CLAIM = 1  # pairs that are read side by side, for each claim of the story
_SURE = 4.0  # log-odds of the first look over which nothing is asked
_MOST_SAID = 6.0  # log-odds beyond which the network's opinion says no more


def asked_places(log_odds: NDArray[np.float64], claims: int) -> NDArray[np.int64]:
    """Return the places of the pairs that are asked about: the likeliest but the sure ones, sorted."""
    order = np.argsort(-log_odds, kind="stable")[: _ASKED_A_CLAIM * claims]
    return np.sort(order[log_odds[order] < _SURE])


def opinions(
    texts: Sequence[str], pairs: Sequence[Pair], log_odds: NDArray[np.float64], compare: Compare | None
) -> NDArray[np.float64]:
    """Return what the network says of each pair, as log-odds, shape (pairs,); nan where it was not asked.

    Args:
        texts: The story's claims.
        pairs: The pairs of rows that the first look kept.
        log_odds: What it gave them, shape (pairs,).
        compare: The network; None asks about no pair.
    """
    out = np.full(len(pairs), np.nan)
    if compare is None or not len(pairs):
        return out
    asked = asked_places(log_odds, len(texts))
    if len(asked):
        said = compare(texts, [pairs[k] for k in asked.tolist()])
        out[asked] = np.clip(said.astype(np.float64), -_MOST_SAID, _MOST_SAID)
    return out
