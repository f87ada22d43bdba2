"""Weights that put the pairs which a reader joined above all other pairs of their story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.compare.index import ClaimIndex
from variorum.compare.outcome_rows import OutcomePairs

Sides = tuple[frozenset[str], frozenset[str]]
"""Ids of the claims that look ahead, and of those that tell the outcome."""

RIDGE = 10.0
"""Penalty on the squared weights of the features scaled to unit deviation: the marked developments are few."""
_STEPS = 100
_SMALL = 1e-5  # the largest change of a scaled weight at which the ascent ends


@dataclass(frozen=True, eq=False)
class Example:
    """A story with its weighed pairs, and the developments that a reader marked in it.

    Attributes:
        name: Of the story.
        index: Of its claims and points.
        pairs: As `outcome_pairs` gives them.
        features: One row a pair.
        gold: For each marked development the ids of the claims that stand for its two sides.
        joined: Whether a pair lies in a marked development, shape (pairs, developments).
    """

    name: str
    index: ClaimIndex
    pairs: OutcomePairs
    features: NDArray[np.float64]
    gold: tuple[Sides, ...]
    joined: NDArray[np.bool_]


def joined_pairs(pairs: OutcomePairs, gold: Sequence[Sides]) -> NDArray[np.bool_]:
    """Return whether each pair has a claim on either side of each marked development, shape (pairs, developments)."""
    columns = [
        np.array([c.id in before for c in pairs.plans], bool)[pairs.plan]
        & np.array([c.id in after for c in pairs.outcomes], bool)[pairs.outcome]
        for before, after in gold
    ]
    return np.column_stack(columns) if columns else np.zeros((len(pairs.plan), 0), bool)


def fit_ranking(
    stories: Sequence[tuple[NDArray[np.float64], NDArray[np.bool_]]], *, ridge: float = RIDGE
) -> NDArray[np.float64]:
    """Return weights, shape (features,), that maximise the penalised likelihood of the marked developments.

    A marked development's likelihood is the share that its pairs have of the summed exponentials of their strengths
    and of those of all pairs that no reader joined. A story's developments count as the root of their number.

    Args:
        stories: Features, shape (pairs, features), and `Example.joined` of each story.
        ridge: Penalty on the squared weights of the features scaled to unit deviation.
    """
    scale = np.concatenate([x for x, _ in stories]).std(axis=0)
    scale[scale < 1e-6] = 1.0
    scaled = [(x / scale, joined[:, joined.any(axis=0)]) for x, joined in stories if joined.any()]
    weights = np.zeros(len(scale))
    value, gradient, curvature = _likelihood(scaled, weights, ridge)
    for _ in range(_STEPS):
        step = np.linalg.solve(curvature, gradient)
        ahead = _likelihood(scaled, weights + step, ridge)
        while ahead[0] < value and np.abs(step).max() > _SMALL:
            step = step / 2
            ahead = _likelihood(scaled, weights + step, ridge)
        if np.abs(step).max() <= _SMALL:
            break
        weights = weights + step
        value, gradient, curvature = ahead
    return np.asarray(weights / scale, np.float64)


def _likelihood(
    stories: Sequence[tuple[NDArray[np.float64], NDArray[np.bool_]]], weights: NDArray[np.float64], ridge: float
) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    """Return the penalised log-likelihood, its gradient, and a curvature of at least its own.

    The curvature holds each development's shares of its own pairs fixed (the step of expectation maximisation), so
    that a Newton step with it goes up.
    """
    value = -0.5 * ridge * float(weights @ weights)
    gradient = -ridge * weights
    curvature = ridge * np.eye(len(weights))
    for x, joined in stories:
        strength = x @ weights
        mass = np.exp(strength - strength.max())
        other = x[~joined.any(axis=1)]
        others = mass[~joined.any(axis=1)]
        first, second = others @ other, (other * others[:, None]).T @ other
        count = 1 / np.sqrt(joined.shape[1])
        for pairs in joined.T:
            mine, own = x[pairs], mass[pairs]
            total = own.sum() + others.sum()
            mean = (own @ mine + first) / total
            value += count * float(np.log(own.sum() / total))
            gradient = gradient + count * (own @ mine / own.sum() - mean)
            curvature = curvature + count * (((mine * own[:, None]).T @ mine + second) / total - np.outer(mean, mean))
    return value, gradient, curvature


def f1(told: Sequence[Sides], gold: Sequence[Sides]) -> float:
    """Return F1 of developments: two are one when they share a claim on either side; 0 where none is."""

    def same(a: Sides, b: Sides) -> bool:
        return bool(a[0] & b[0] and a[1] & b[1])

    precision = sum(any(same(t, g) for g in gold) for t in told) / len(told) if told else 0.0
    recall = sum(any(same(t, g) for t in told) for g in gold) / len(gold) if gold else 0.0
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0
