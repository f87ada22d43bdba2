"""The pair score's regression, fitted on labelled stories and tried on stories left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.points.labels import Labels, agreement, labelled_pairs
from training.points.regression import fit_logistic
from variorum.align.apart import apart_pairs
from variorum.align.candidates import candidate_pairs, nested_pairs
from variorum.align.clustering import Pair, cluster
from variorum.align.features import FEATURES, pair_features
from variorum.align.views import views_of
from variorum.model import Story

_MOST_LABELLED = 6000  # labelled pairs of one story: more of the same story tell little more
_RIDGE = 3.0


@dataclass(frozen=True, eq=False)
class Example:
    """A story made ready: its candidate pairs with features, and what the gold says of pairs.

    Attributes:
        pairs: Candidate pairs.
        features: Their features, shape (pairs, features).
        label: 1 for one happening, 0 for two, -1 where the gold does not tell, shape (pairs,).
    """

    name: str
    claims: int
    labels: Labels
    pairs: tuple[Pair, ...]
    features: NDArray[np.float64]
    label: NDArray[np.float64]
    nested: frozenset[Pair]
    apart: frozenset[Pair]


def example_of(name: str, story: Story, labels: Labels) -> Example:
    """Prepare one story with all its candidate pairs."""
    views = views_of(story)
    pairs = candidate_pairs(views)
    known = labelled_pairs(labels)
    return Example(
        name=name,
        claims=len(story.claims),
        labels=labels,
        pairs=tuple(pairs),
        features=pair_features(views, pairs),
        label=np.array([float(known.get(p, -1)) for p in pairs]),
        nested=frozenset(nested_pairs(story.claims)),
        apart=frozenset(apart_pairs(story, pairs)),
    )


def fit_points(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Return bias and weights of the regression; no story weighs more than `_MOST_LABELLED` pairs."""
    x, y, sample = [], [], []
    for e in examples:
        known = np.flatnonzero(e.label >= 0)
        if len(known):
            x.append(e.features[known])
            y.append(e.label[known])
            sample.append(np.full(len(known), min(1.0, _MOST_LABELLED / len(known))))
    return fit_logistic(np.concatenate(x), np.concatenate(y), np.concatenate(sample), ridge=_RIDGE)


def log_odds_of(example: Example, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the log-odds of every candidate pair, shape (pairs,)."""
    return np.asarray(example.features @ weights[1:] + weights[0], np.float64)


def grouped(example: Example, log_odds: NDArray[np.float64], stop: float) -> tuple[int, int, int]:
    """Return (right, wrong, missed) evidence pairs of the groups at one bar."""
    probability = 1.0 / (1.0 + np.exp(-log_odds))
    score = dict(zip(example.pairs, probability.tolist(), strict=True))
    groups = cluster(example.claims, score, nested=set(example.nested), apart=set(example.apart), stop=stop)
    return agreement(example.labels, groups)


def f1(counts: tuple[int, int, int]) -> float:
    """Return F1 of (right, wrong, missed), 0 where nothing is right."""
    right, wrong, missed = counts
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def table_of(weights: NDArray[np.float64], stop: float) -> dict[str, object]:
    """Return the part of the program's table that is about points."""
    named = {n: round(float(w), 4) for n, w in zip(FEATURES, weights[1:], strict=True)}
    return {
        "made by": "python -m training.points",
        "points": {"bias": round(float(weights[0]), 4)} | named,
        "stop": stop,
    }
