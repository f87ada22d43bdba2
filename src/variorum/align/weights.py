"""The weights of the pair score, a table that `python -m training.points` fits and writes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from variorum.align.features import FEATURES
from variorum.align.spoken import QUOTATION_FEATURES

NETWORK = "same happening, by the network"
"""Name of the feature that the network adds: the log-odds of its probability."""

_SURE = 0.001  # probabilities are kept off 0 and 1 by this much, so that log-odds stay finite


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression over named features.

    Attributes:
        bias: Log-odds of a pair whose every feature is 0.
        weight: What each feature adds to the log-odds, in the features' order.
        network: Weight of the network's log-odds; None where the network is not asked.
    """

    bias: float
    weight: tuple[float, ...]
    network: float | None = None

    def log_odds(
        self, features: NDArray[np.float64], network: NDArray[np.float32] | None = None
    ) -> NDArray[np.float64]:
        """Return the log-odds of each row, shape (pairs,)."""
        total = np.asarray(features @ np.array(self.weight) + self.bias, np.float64)
        if self.network is not None and network is not None:
            total = total + self.network * network_log_odds(network)
        return total


@dataclass(frozen=True, slots=True)
class WeightTable:
    """The regressions, and where the grouping stops.

    Attributes:
        first: Without the network; where it is asked, decides about which pairs.
        second: With it.
        first_stop: Mean probability under which two groups are not joined, by the first alone.
        stop: The same, by the second.
        quotation: For two claims as variants of one quotation.
        quotation_stop: The bar for quotations.
    """

    first: Weights
    second: Weights
    first_stop: float
    stop: float
    quotation: Weights
    quotation_stop: float


def network_log_odds(probability: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the log-odds of the network's probabilities, shape (pairs,)."""
    p = np.clip(np.asarray(probability, np.float64), _SURE, 1 - _SURE)
    return np.asarray(np.log(p / (1 - p)), np.float64)


def _weights(table: Mapping[str, float], names: Sequence[str]) -> Weights:
    return Weights(table["bias"], tuple(table.get(name, 0.0) for name in names), table.get(NETWORK))


@cache
def load_weights() -> WeightTable:
    """Return the shipped table."""
    table = json.loads((files("variorum.align") / "weights.json").read_text(encoding="utf-8"))
    return WeightTable(
        first=_weights(table["first"], FEATURES),
        second=_weights(table["second"], FEATURES),
        first_stop=float(table["first stop"]),
        stop=float(table["stop"]),
        quotation=_weights(table["quotation"], QUOTATION_FEATURES),
        quotation_stop=float(table["quotation stop"]),
    )
