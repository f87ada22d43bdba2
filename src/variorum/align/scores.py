"""Scored pairs of a story's claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.align.candidates import candidate_pairs
from variorum.align.clustering import Pair
from variorum.align.features import pair_features
from variorum.align.views import Views
from variorum.align.weights import WeightTable

SameHappening = Callable[[Sequence[tuple[str, str]]], NDArray[np.float32]]
"""Probability that two clauses, given as text, tell one happening; one value a pair."""

_LEAST_LOG_ODDS = -3.5  # of the first score; under it two claims have nothing to do with each other
_PAIRS_A_CLAIM = 6  # most scored pairs for each claim of the story
_ASKED_A_CLAIM = 4  # and most that the network is asked about, where it is asked
_MOST_ASKED = 8_000  # and in all: a pair costs the network some milliseconds


def asked_pairs(log_odds: NDArray[np.float64], claims: int) -> NDArray[np.int64]:
    """Return the places of the pairs that the network is asked about, where it is asked."""
    return _likeliest(log_odds, min(_MOST_ASKED, _ASKED_A_CLAIM * claims))


def _likeliest(log_odds: NDArray[np.float64], budget: int) -> NDArray[np.int64]:
    """Return the places of the likeliest pairs, within the budget."""
    order = np.argsort(-log_odds, kind="stable")[:budget]
    return np.sort(order[log_odds[order] >= _LEAST_LOG_ODDS])


class PairScores:
    """Scored pairs of a story.

    Attributes:
        pairs: Rows of two claims, the smaller first.
        features: One row of `FEATURES` a pair.
        network: The network's probability of each pair; None where it was not asked.
        weights: What the pairs were scored with.
        stop: Mean probability under which two groups are not joined.
        log_odds: The score of each pair.
    """

    def __init__(self, views: Views, same_happening: SameHappening | None, table: WeightTable) -> None:
        everything = candidate_pairs(views)
        features = pair_features(views, everything)
        cheap = table.first.log_odds(features)
        claims = len(views.claims)
        asked = same_happening is not None
        kept = asked_pairs(cheap, claims) if asked else _likeliest(cheap, _PAIRS_A_CLAIM * claims)
        self.pairs: list[Pair] = [everything[k] for k in kept]
        self.features = features[kept]
        self.network: NDArray[np.float32] | None = None
        self.weights, self.stop = (table.second, table.stop) if asked else (table.first, table.first_stop)
        if same_happening is not None and self.pairs:
            texts = [(views.claims[i].text, views.claims[j].text) for i, j in self.pairs]
            self.network = np.asarray(same_happening(texts), np.float32)
        self.log_odds = self.weights.log_odds(self.features, self.network)

    def probabilities(self) -> dict[Pair, float]:
        """Return the probability of each pair."""
        values = 1.0 / (1.0 + np.exp(-self.log_odds))
        return {pair: float(value) for pair, value in zip(self.pairs, values, strict=True)}
