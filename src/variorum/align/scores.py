"""Scored pairs of a story's claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.align.candidates import candidate_pairs
from variorum.align.clustering import Pair
from variorum.align.features import FEATURES, pair_features
from variorum.align.views import Views
from variorum.align.weights import NETWORK, WeightTable, network_log_odds

SameHappening = Callable[[Sequence[tuple[str, str]]], NDArray[np.float32]]
"""Probability that two clauses, given as text, tell one happening; one value a pair."""

_LEAST_LOG_ODDS = -3.5  # of the first score; under it two claims have nothing to do with each other
_PAIRS_A_CLAIM = 6  # most scored pairs for each claim of the story
_ASKED_A_CLAIM = 1.0  # and most that the network is asked about: a pair costs it some milliseconds
_DOUBT = 2.0  # log-odds on either side of even within which a pair is worth asking about


def scored_pairs(log_odds: NDArray[np.float64], claims: int) -> NDArray[np.int64]:
    """Return the places of the pairs that are kept: the likeliest by the first score, sorted."""
    order = np.argsort(-log_odds, kind="stable")[: _PAIRS_A_CLAIM * claims]
    return np.sort(order[log_odds[order] >= _LEAST_LOG_ODDS])


def asked_pairs(log_odds: NDArray[np.float64], claims: int) -> NDArray[np.int64]:
    """Return the places, sorted, of the pairs that the network is asked about: those most in doubt."""
    doubt = np.abs(log_odds)
    order = np.argsort(doubt, kind="stable")[: int(_ASKED_A_CLAIM * claims)]
    return np.sort(order[doubt[order] <= _DOUBT])


class PairScores:
    """Scored pairs of a story.

    Attributes:
        pairs: Rows of two claims, the smaller first.
        features: One row of `FEATURES` a pair.
        network: The network's probability of each pair; NaN where it was not asked.
        stop: Mean probability under which two groups are not joined.
        log_odds: The score of each pair: by the second regression where the network was asked, else by the first.
    """

    def __init__(self, views: Views, same_happening: SameHappening | None, table: WeightTable) -> None:
        everything = candidate_pairs(views)
        features = pair_features(views, everything)
        cheap = table.first.log_odds(features)
        kept = scored_pairs(cheap, len(views.claims))
        self.pairs: list[Pair] = [everything[k] for k in kept]
        self.features = features[kept]
        self.log_odds = cheap[kept]
        self.network = np.full(len(kept), np.nan, dtype=np.float32)
        self._table = table
        self.stop = table.first_stop if same_happening is None else table.stop
        asked = asked_pairs(self.log_odds, len(views.claims))
        if same_happening is not None and len(asked):
            texts = [(views.claims[i].text, views.claims[j].text) for i, j in (self.pairs[k] for k in asked)]
            self.network[asked] = same_happening(texts)
            self.log_odds[asked] = table.second.log_odds(self.features[asked], self.network[asked])

    def probabilities(self) -> dict[Pair, float]:
        """Return the probability of each pair."""
        values = 1.0 / (1.0 + np.exp(-self.log_odds))
        return {pair: float(value) for pair, value in zip(self.pairs, values, strict=True)}

    def strengths(self, places: Sequence[int]) -> list[tuple[str, float, float]]:
        """Return (feature, what it added to the log-odds, its value) as means over some pairs, the strongest first."""
        rows = list(places)
        asked = ~np.isnan(self.network[rows])
        weights = np.where(asked[:, None], self._table.second.weight, self._table.first.weight)
        added = (self.features[rows] * weights).mean(axis=0)
        level = self.features[rows].mean(axis=0)
        out = [(name, float(added[k]), float(level[k])) for k, name in enumerate(FEATURES)]
        if asked.any() and self._table.second.network is not None:
            network = self.network[rows][asked]
            odds = float(network_log_odds(network).sum()) * self._table.second.network / len(rows)
            out.append((NETWORK, odds, float(network.mean())))
        return sorted(out, key=lambda s: (-abs(s[1]), s[0]))
