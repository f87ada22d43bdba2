"""Scored pairs of a story's claims."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.align.candidates import candidate_pairs
from variorum.align.clustering import Pair
from variorum.align.features import FEATURES, pair_features
from variorum.align.views import Views
from variorum.align.weights import WeightTable

_LEAST_LOG_ODDS = -3.5  # under it two claims have nothing to do with each other
_PAIRS_A_CLAIM = 6  # most scored pairs for each claim of the story


def scored_pairs(log_odds: NDArray[np.float64], claims: int) -> NDArray[np.int64]:
    """Return the places of the pairs that are kept: the likeliest, sorted."""
    order = np.argsort(-log_odds, kind="stable")[: _PAIRS_A_CLAIM * claims]
    return np.sort(order[log_odds[order] >= _LEAST_LOG_ODDS])


class PairScores:
    """Scored pairs of a story.

    Attributes:
        pairs: Rows of two claims, the smaller first.
        features: One row of `FEATURES` a pair.
        log_odds: The score of each pair.
        stop: Mean probability under which two groups are not joined.
    """

    def __init__(self, views: Views, table: WeightTable) -> None:
        everything = candidate_pairs(views)
        features = pair_features(views, everything)
        log_odds = table.points.log_odds(features)
        kept = scored_pairs(log_odds, len(views.claims))
        self.pairs: list[Pair] = [everything[k] for k in kept]
        self.features, self.log_odds = features[kept], log_odds[kept]
        self.stop = table.stop
        self._weight = np.array(table.points.weight)

    def probabilities(self) -> dict[Pair, float]:
        """Return the probability of each pair."""
        values = 1.0 / (1.0 + np.exp(-self.log_odds))
        return {pair: float(value) for pair, value in zip(self.pairs, values, strict=True)}

    def strengths(self, places: Sequence[int]) -> list[tuple[str, float, float]]:
        """Return (feature, what it added to the log-odds, its value) as means over some pairs, the strongest first."""
        level = self.features[list(places)].mean(axis=0)
        added = level * self._weight
        out = [(name, float(added[k]), float(level[k])) for k, name in enumerate(FEATURES)]
        return sorted(out, key=lambda s: (-abs(s[1]), s[0]))
