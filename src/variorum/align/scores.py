"""Scored pairs of a story's claims.

A first look at two claims, the network's opinion where that leaves doubt, a second look at their place among all pairs.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.align.beside import rows_beside
from variorum.align.candidates import candidate_pairs, nested_pairs
from variorum.align.clustering import Pair
from variorum.align.features import FEATURES, pair_features
from variorum.align.second_look import SECOND_FEATURES, second_features
from variorum.align.side_by_side import SIDE_BY_SIDE, Compare, opinions
from variorum.align.views import Views
from variorum.align.weights import WeightTable

PAIR_FEATURES = (*FEATURES, SIDE_BY_SIDE, *SECOND_FEATURES[1:])
"""Names of what speaks for a pair and against it: those of the first look, the network's, what the second adds."""

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
        nested: Pairs of rows of which one claim's words hold most of the other's.
        features: One row of `PAIR_FEATURES` a pair.
        log_odds: The score of each pair, after the second look.
        stop: Mean probability under which two groups are not joined.
    """

    def __init__(self, views: Views, table: WeightTable, compare: Compare | None = None) -> None:
        """Score a story's pairs; `compare` reads those in doubt side by side, None asks no network."""
        everything = candidate_pairs(views)
        features = pair_features(views, everything)
        first = table.points.log_odds(features)
        kept = scored_pairs(first, len(views.claims))
        self.pairs: list[Pair] = [everything[k] for k in kept]
        claims = [view.claim for view in views.claims]
        self.nested = nested_pairs(claims)
        said = opinions([view.text for view in views.claims], self.pairs, first[kept], compare)
        heard = table.side_by_side.heard(said)
        likeness = first[kept] + table.side_by_side.weight * heard
        second = second_features(self.pairs, likeness, self.nested, views.report, rows_beside(claims))
        self.features = np.hstack([features[kept], heard[:, None], second[:, 1:]])
        self.log_odds = table.second.log_odds(second)
        self.stop = table.stop
        trust, *added = table.second.weight
        self._weight = np.array([trust * w for w in (*table.points.weight, table.side_by_side.weight)] + added)

    def probabilities(self) -> dict[Pair, float]:
        """Return the probability of each pair."""
        values = 1.0 / (1.0 + np.exp(-self.log_odds))
        return {pair: float(value) for pair, value in zip(self.pairs, values, strict=True)}

    def strengths(self, places: Sequence[int]) -> list[tuple[str, float, float]]:
        """Return (feature, what it added to the log-odds, its value) as means over some pairs, the strongest first."""
        level = self.features[list(places)].mean(axis=0)
        added = level * self._weight
        out = [(name, float(added[k]), float(level[k])) for k, name in enumerate(PAIR_FEATURES)]
        return sorted(out, key=lambda s: (-abs(s[1]), s[0]))
