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
from variorum.align.second_look import SECOND_FEATURES
from variorum.align.spoken import QUOTATION_FEATURES


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression over named features.

    Attributes:
        bias: Log-odds of a pair whose every feature is 0.
        weight: What each feature adds to the log-odds, in the features' order.
    """

    bias: float
    weight: tuple[float, ...]

    def log_odds(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log-odds of each row, shape (pairs,)."""
        return np.asarray(features @ np.array(self.weight) + self.bias, np.float64)


@dataclass(frozen=True, slots=True)
class Opinion:
    """How far the network that reads two claims side by side is heard.

    Attributes:
        weight: What each unit of its log-odds adds to those of the first look.
        even: Its log-odds that speak neither for nor against.
    """

    weight: float
    even: float

    def heard(self, said: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return its log-odds above `even`, shape (pairs,); 0 for nan, where it was not asked."""
        return np.nan_to_num(said - self.even)


@dataclass(frozen=True, slots=True)
class WeightTable:
    """The regressions, and where the grouping stops.

    Attributes:
        points: For two claims as tellings of one happening, by themselves: the first look.
        side_by_side: For the network's opinion of the pairs in doubt.
        second: The same, over what the first look gave to all pairs: the second look.
        stop: Mean probability under which two groups are not joined.
        quotation: For two claims as variants of one quotation.
        quotation_stop: The bar for quotations.
    """

    points: Weights
    side_by_side: Opinion
    second: Weights
    stop: float
    quotation: Weights
    quotation_stop: float


def _weights(table: Mapping[str, float], names: Sequence[str]) -> Weights:
    return Weights(table["bias"], tuple(table.get(name, 0.0) for name in names))


@cache
def load_weights() -> WeightTable:
    """Return the shipped table."""
    table = json.loads((files("variorum.align") / "weights.json").read_text(encoding="utf-8"))
    return WeightTable(
        points=_weights(table["points"], FEATURES),
        side_by_side=Opinion(table["side by side"]["weight"], table["side by side"]["even"]),
        second=_weights(table["second look"], SECOND_FEATURES),
        stop=float(table["stop"]),
        quotation=_weights(table["quotation"], QUOTATION_FEATURES),
        quotation_stop=float(table["quotation stop"]),
    )
