"""ClaimDiff: does one outlet's claim weaken another's? By the program's rules alone, and by a regression on them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from eval.contradiction.corpora import ClaimPair
from eval.contradiction.dossiers import conflicts_of
from eval.contradiction.slots import judge_nations, judge_numbers, judge_polarity, nations_of
from eval.figures import f_score
from eval.readings import KeptReader, report_of_lines
from training.points.regression import fit_logistic
from variorum.align.wording import content_words
from variorum.model import Reading

FEATURES = (
    "conflict",  # the dossier of the two reports one
    "numbers apart",
    "one negated",
    "other nations",
    "vectors",  # cosine of the claims' vectors
    "words",  # shared content words, of both together
    "names",  # shared names
    "nations in common",
    "certainty apart",  # of the main predicates, 0 to 6
)
FOLDS = 5

Floats = NDArray[np.float64]


def claim_features(pair: ClaimPair, reader: KeptReader) -> Floats:
    """Return the features of one pair, shape (features,)."""
    one, other = (
        reader.read(report_of_lines(text, name))
        for text, name in ((pair.first, "premise"), (pair.second, "hypothesis"))
    )
    mine, yours = content_words(pair.first), content_words(pair.second)
    return np.array(
        [
            bool(conflicts_of(pair.first, pair.second, reader)),
            judge_numbers(pair.first, pair.second) == "contradiction",
            judge_polarity(pair.first, pair.second) == "contradiction",
            judge_nations(pair.first, pair.second) == "contradiction",
            _cosine(one, other),
            len(mine & yours) / max(1, len(mine | yours)),
            len(_names(one) & _names(other)),
            len(nations_of(pair.first) & nations_of(pair.second)),
            abs(_certainty(one) - _certainty(other)),
        ],
        dtype=np.float64,
    )


def _cosine(one: Reading, other: Reading) -> float:
    a, b = one.vectors.mean(0), other.vectors.mean(0)
    return float(a @ b / max(1e-9, float(np.linalg.norm(a) * np.linalg.norm(b))))


def _names(reading: Reading) -> frozenset[str]:
    return frozenset(w.lower() for e in reading.entities for w in reading.words[e.start : e.end] if len(w) > 2)


def _certainty(reading: Reading) -> float:
    roots = [i for i, head in enumerate(reading.heads.tolist()) if head < 0]
    return float(reading.certainty[roots].mean()) if roots else 0.0


def rule_f1(features: Floats, weakens: NDArray[np.bool_]) -> float:
    """Return F1 of calling *weakens* what the dossier reports as a conflict."""
    found = features[:, 0] > 0
    return f_score(int((found & weakens).sum()), int(found.sum()), int(weakens.sum()))


def folded_f1(features: Floats, weakens: NDArray[np.bool_], topics: Sequence[str]) -> float:
    """Return F1 over five folds: weights and threshold from four, predictions on the fifth; topics stay together.

    Args:
        features: Shape (pairs, features).
        weakens: Shape (pairs,).
        topics: Of each pair; topics are dealt to folds in the order of their names.
    """
    fold = np.array([sorted(set(topics)).index(t) % FOLDS for t in topics])
    found = np.zeros(len(weakens), dtype=bool)
    for number in range(FOLDS):
        train, test = fold != number, fold == number
        weights = fit_logistic(features[train], weakens[train].astype(np.float64), np.ones(int(train.sum())))
        bar = best_bar(weights[0] + features[train] @ weights[1:], weakens[train])
        found[test] = weights[0] + features[test] @ weights[1:] >= bar
    return f_score(int((found & weakens).sum()), int(found.sum()), int(weakens.sum()))


def best_bar(odds: Floats, wanted: NDArray[np.bool_]) -> float:
    """Return the value from which on calling it wanted gives the best F1."""
    order = np.argsort(-odds, kind="stable")
    right = np.cumsum(wanted[order])
    scores = 2 * right / (np.arange(1, len(odds) + 1) + wanted.sum())
    return float(odds[order[int(scores.argmax())]])
