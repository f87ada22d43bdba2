"""Whether one claim tells what came of another that looks ahead: a weighted sum of readable features.

The weights are a table that `python -m training.developments` fits and writes: the pair that a careful reader joined
is to stand above all pairs of its story that no reader joined. So a strength ranks the pairs of one story;
`developments` sets what it has to reach.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from variorum.compare.index import ClaimIndex
from variorum.compare.outcome_features import FEATURES, outcome_features
from variorum.compare.outcome_pairs import outcome_pairs
from variorum.compare.outcome_rows import OutcomePairs
from variorum.model import Claim, Factor


@cache
def load_outcome_weights() -> dict[str, float]:
    """Return the shipped table: what each feature adds to a strength, by name."""
    table = json.loads((files("variorum.compare") / "outcome_weights.json").read_text(encoding="utf-8"))
    return {name: float(table["weights"].get(name, 0.0)) for name in FEATURES}


@dataclass(frozen=True, eq=False)
class Links:
    """The weighed pairs of a story, the strongest first.

    Attributes:
        pairs: Which claims were weighed, in the order of the plans.
        features: One row of `FEATURES` a pair, in the same order.
        order: Places of the pairs, the strongest first; ties by the order of the claims in the story.
        strength: Of each pair of `order`, shape (pairs,).
    """

    pairs: OutcomePairs
    features: NDArray[np.float64]
    order: NDArray[np.int64]
    strength: NDArray[np.float64]

    def before(self, place: int) -> Claim:
        """Return the claim that looks ahead of the pair at this place of `order`."""
        return self.pairs.plans[int(self.pairs.plan[self.order[place]])]

    def after(self, place: int) -> Claim:
        """Return the claim that may tell the outcome."""
        return self.pairs.outcomes[int(self.pairs.outcome[self.order[place]])]

    def factors(self, place: int) -> tuple[Factor, ...]:
        """Return what the strength is made of: each feature that the pair has, with what it adds."""
        row = self.features[self.order[place]]
        return tuple(
            Factor(name, weight * float(value), f"{value:.2f}")
            for (name, weight), value in zip(load_outcome_weights().items(), row, strict=True)
            if weight * value
        )


def weigh_outcomes(index: ClaimIndex) -> Links:
    """Return every weighed pair of a plan and what may have come of it, the strongest first."""
    pairs = outcome_pairs(index)
    return rank(pairs, outcome_features(index, pairs), np.array(list(load_outcome_weights().values())))


def rank(pairs: OutcomePairs, features: NDArray[np.float64], weights: NDArray[np.float64]) -> Links:
    """Return pairs in the order of their strength under given weights, shape (features,)."""
    strength = features @ weights
    order = np.lexsort((pairs.outcome, pairs.plan, -np.round(strength, 6)))
    return Links(pairs, features, order, strength[order])
