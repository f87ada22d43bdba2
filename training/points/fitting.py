"""The pair score's two regressions, fitted on labelled stories and tried on stories left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from training.points.labels import Labels, agreement, labelled_pairs
from training.points.regression import fit_logistic
from variorum.align.apart import apart_pairs
from variorum.align.candidates import candidate_pairs, nested_pairs
from variorum.align.clustering import Pair, cluster
from variorum.align.features import FEATURES, pair_features
from variorum.align.scores import SameHappening, asked_pairs, scored_pairs
from variorum.align.views import views_of
from variorum.align.weights import NETWORK, network_log_odds
from variorum.model import Story

_MOST_LABELLED = 6000  # labelled pairs of one story: more of the same story tell little more
_RIDGE = 3.0


@dataclass(frozen=True, eq=False)
class Example:
    """A story made ready: its candidate pairs with features, and what the gold says of pairs.

    Attributes:
        pairs: Candidate pairs, or those that the program keeps.
        features: Their features, shape (pairs, features).
        label: 1 for one happening, 0 for two, -1 where the gold does not tell, shape (pairs,).
        network: The network's log-odds, shape (pairs,), NaN for pairs that it was not asked about; None where it
            was asked about none.
    """

    name: str
    claims: int
    labels: Labels
    pairs: tuple[Pair, ...]
    features: NDArray[np.float64]
    label: NDArray[np.float64]
    network: NDArray[np.float64] | None
    nested: frozenset[Pair]
    apart: frozenset[Pair]


def example_of(name: str, story: Story, labels: Labels) -> Example:
    """Prepare one story with all its candidate pairs and no network."""
    views = views_of(story)
    pairs = candidate_pairs(views)
    return _example(name, story, labels, pairs, pair_features(views, pairs))


def example_asked(
    name: str, story: Story, labels: Labels, first: NDArray[np.float64], same_happening: SameHappening
) -> Example:
    """Prepare one story with the pairs that the program keeps, and the network's answers where it is asked."""
    views = views_of(story)
    pairs = candidate_pairs(views)
    features = pair_features(views, pairs)
    kept = scored_pairs(features @ first[1:] + first[0], len(story.claims))
    example = _example(name, story, labels, [pairs[k] for k in kept], features[kept])
    network = np.full(len(kept), np.nan)
    asked = asked_pairs(first_log_odds(example, first), len(story.claims))
    texts = [(views.claims[i].text, views.claims[j].text) for i, j in (example.pairs[k] for k in asked)]
    network[asked] = network_log_odds(same_happening(texts))
    return replace(example, network=network)


def _example(name: str, story: Story, labels: Labels, pairs: list[Pair], features: NDArray[np.float64]) -> Example:
    known = labelled_pairs(labels)
    return Example(
        name=name,
        claims=len(story.claims),
        labels=labels,
        pairs=tuple(pairs),
        features=features,
        label=np.array([float(known.get(p, -1)) for p in pairs]),
        network=None,
        nested=frozenset(nested_pairs(story.claims)),
        apart=frozenset(apart_pairs(story, pairs)),
    )


def fit_first(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Return bias and weights of the regression without the network; every story weighs the same."""
    x, y, sample = [], [], []
    for e in examples:
        known = np.flatnonzero(e.label >= 0)
        if len(known):
            x.append(e.features[known])
            y.append(e.label[known])
            sample.append(np.full(len(known), min(1.0, _MOST_LABELLED / len(known))))
    return fit_logistic(np.concatenate(x), np.concatenate(y), np.concatenate(sample), ridge=_RIDGE)


def fit_second(examples: Sequence[Example], first: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (bias, weight of the first score, weight of the network), fitted on stories new to the network."""
    x, y = [], []
    for e in examples:
        if e.network is None:
            continue
        known = np.flatnonzero((e.label >= 0) & ~np.isnan(e.network))
        if len(known):
            x.append(np.column_stack([first_log_odds(e, first)[known], e.network[known]]))
            y.append(e.label[known])
    target = np.concatenate(y)
    return fit_logistic(np.concatenate(x), target, np.ones(len(target)), ridge=1.0)


def first_log_odds(example: Example, first: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the first regression's log-odds of every candidate pair, shape (pairs,)."""
    return np.asarray(example.features @ first[1:] + first[0], np.float64)


def second_log_odds(example: Example, first: NDArray[np.float64], second: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the log-odds of every pair: with the network where it was asked, else as the first regression has it."""
    alone = first_log_odds(example, first)
    if example.network is None:
        return alone
    both = second[0] + second[1] * alone + second[2] * example.network
    return np.asarray(np.where(np.isnan(example.network), alone, both), np.float64)


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


def table_of(
    first: NDArray[np.float64], second: NDArray[np.float64] | None, stops: tuple[float, float]
) -> dict[str, object]:
    """Return the table that the program reads, `stops` the bars of the first and the second regression.

    Without a second regression the network weighs nothing.
    """

    def named(bias: float, weights: NDArray[np.float64]) -> dict[str, float]:
        return {"bias": round(bias, 4)} | {n: round(float(w), 4) for n, w in zip(FEATURES, weights, strict=True)}

    mix = np.array([0.0, 1.0, 0.0]) if second is None else second
    return {
        "made by": "python -m training.points",
        "first": named(float(first[0]), first[1:]),
        "second": named(float(mix[0] + mix[1] * first[0]), mix[1] * first[1:]) | {NETWORK: round(float(mix[2]), 4)},
        "first stop": stops[0],
        "stop": stops[1],
    }
