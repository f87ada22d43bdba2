"""Two mentions of one event? Readable features of a pair, and weights learned for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.clusterings import conll
from eval.coreference.mentions import Collection
from training.points.regression import fit_logistic
from variorum.align.clustering import Pair, cluster

Floats = NDArray[np.float64]

FEATURES = (
    "vectors",  # cosine of the two mentions' vectors
    "sentences",  # cosine of their sentences' vectors
    "vectors x sentences",
    "documents",  # how alike the events of their documents are; 0 inside one document
    "same document",
    "arguments",  # stems of arguments that both have, up to two
    "other stands beside",  # one's stem stands in the other's sentence: there it is another event's word
    "verb against noun",
    "same lemma",
    "same lemma x rarity",  # of the stem: "say" tells little
    "same lemma x vectors",
    "same lemma x sentences",
    "same lemma x documents",
)
BARS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55)
"""Least mean probability for a join, tried on the training documents."""

_LEAST = 0.02  # a probability under this counts as none


@dataclass(frozen=True, eq=False)
class PairModel:
    """What was learned.

    Attributes:
        weights: Bias, then one weight a feature.
        bar: Least mean probability for two groups to be joined.
    """

    weights: Floats
    bar: float


def pair_features(collection: Collection, rows: Sequence[int]) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats]:
    """Return every pair of some mentions with its features.

    Args:
        collection: The documents.
        rows: Numbers of the mentions.

    Returns:
        Places in `rows` of the first and of the second mention, and features, shape (pairs, features).
    """
    mentions = [collection.mentions[i] for i in rows]
    first, second = np.triu_indices(len(mentions), 1)

    def equal(values: Sequence[object]) -> Floats:
        _, codes = np.unique(np.array([str(v) for v in values]), return_inverse=True)
        out: Floats = (codes[first] == codes[second]).astype(np.float64)
        return out

    def cosine(vectors: Sequence[NDArray[np.float32]]) -> Floats:
        table = np.array(vectors, dtype=np.float64)
        out: Floats = (table @ table.T)[first, second]
        return out

    document = np.array([m.document for m in mentions])
    inside = equal([m.document for m in mentions])
    near = collection.likeness[document[first], document[second]] * (1 - inside)
    rarity = np.array([collection.rarity.get(m.stem, 1.0) for m in mentions])
    lemma, vectors, sentences = (
        equal([m.lemma for m in mentions]),
        cosine([m.vector for m in mentions]),
        cosine([m.sentence_vector for m in mentions]),
    )
    beside = _incidence([m.words for m in mentions], [frozenset({m.stem}) for m in mentions]) > 0
    shared = _incidence([m.arguments for m in mentions], [m.arguments for m in mentions])
    columns = (
        vectors,
        sentences,
        vectors * sentences,
        near,
        inside,
        np.minimum(2, shared[first, second]),
        (beside[first, second] | beside[second, first]).astype(np.float64),
        1 - equal([m.verbal for m in mentions]),
        lemma,
        lemma * np.minimum(rarity[first], rarity[second]),
        lemma * vectors,
        lemma * sentences,
        lemma * near,
    )
    return first, second, np.stack(columns, axis=1)


def _incidence(sets: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> Floats:
    """Return how many members each set shares with each other one, shape (sets, others)."""
    column = {word: i for i, word in enumerate(sorted({w for words in (*sets, *others) for w in words}))}

    def table(rows: Sequence[frozenset[str]]) -> Floats:
        out = np.zeros((len(rows), len(column)))
        for row, words in enumerate(rows):
            out[row, [column[w] for w in sorted(words)]] = 1
        return out

    return table(sets) @ table(others).T


def fit(collection: Collection, groups: Sequence[Sequence[int]]) -> PairModel:
    """Learn weights from all pairs inside the groups, and the bar that clusters these documents best.

    Each mention weighs alike, so that a large topic does not drown the others.

    Args:
        collection: Training documents.
        groups: Numbers of the mentions that may corefer with each other.
    """
    features, labels, weight = [], [], []
    for rows in groups:
        first, second, found = pair_features(collection, rows)
        chain = np.array([collection.mentions[i].gold.chain for i in rows])
        features.append(found)
        labels.append((chain[first] == chain[second]).astype(np.float64))
        weight.append(np.full(len(found), 1 / len(rows)))
    sample = np.concatenate(weight)
    weights = fit_logistic(np.concatenate(features), np.concatenate(labels), sample * len(sample) / sample.sum())
    gold = [m.gold.chain for m in collection.mentions]
    scores = {bar: conll(gold, resolve(collection, groups, PairModel(weights, bar))) for bar in BARS}
    return PairModel(weights, max(BARS, key=lambda bar: (round(scores[bar], 4), bar)))


def resolve(collection: Collection, groups: Sequence[Sequence[int]], model: PairModel) -> list[tuple[int, int]]:
    """Return the cluster of each mention: average link inside each group while it reaches the bar."""
    label: dict[int, tuple[int, int]] = {}
    for number, rows in enumerate(groups):
        first, second, found = pair_features(collection, rows)
        odds = model.weights[0] + found @ model.weights[1:]
        probability = 1 / (1 + np.exp(-odds))
        score: dict[Pair, float] = {
            (int(i), int(j)): float(p) for i, j, p in zip(first, second, probability, strict=True) if p >= _LEAST
        }
        for place, members in enumerate(cluster(len(rows), score, nested=set(), apart=set(), stop=model.bar)):
            label.update((rows[i], (number, place)) for i in members)
    return [label[i] for i in range(len(collection.mentions))]
