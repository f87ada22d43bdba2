"""The pair score's regression, fitted on labelled stories and tried on stories left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.points.labels import Labels, agreement, labelled_pairs
from training.points.regression import fit_logistic
from variorum.align.apart import apart_pairs
from variorum.align.beside import rows_beside
from variorum.align.candidates import candidate_pairs, nested_pairs
from variorum.align.clustering import Pair
from variorum.align.features import FEATURES, pair_features
from variorum.align.groups import grouped
from variorum.align.scores import scored_pairs
from variorum.align.second_look import SECOND_FEATURES, second_features
from variorum.align.side_by_side import Compare, opinions
from variorum.align.views import views_of
from variorum.align.weights import Opinion
from variorum.align.wide import wide_rows
from variorum.model import Story

_MOST_LABELLED = 6000  # labelled pairs of one story: more of the same story tell little more
_RIDGE = 3.0
_READ = 0.5
"""Share of the fit on claims as read in the first look. The reader has seen most of the training stories, so such a
fit trusts the vectors too much; marked clauses have the original encoder's vectors, and none is cut wrongly."""

_HEARD = Opinion(0.6, -1.0)
"""How far the network for pairs is heard: the best F1 of left-out stories over 0.3 to 1.2 and -1 to 2.4. A regression
hears it too little (0.16), since the reader has seen most of the stories and the first look is too good on them; on the
five that nobody has seen it would have 1.2."""


@dataclass(frozen=True, eq=False)
class Example:
    """A story made ready: its candidate pairs with features, and what the gold says of pairs.

    Attributes:
        pairs: Candidate pairs.
        features: Their features, shape (pairs, features).
        label: 1 for one happening, 0 for two, -1 where the gold does not tell, shape (pairs,).
        nested: Pairs of rows of which one claim holds most of the other.
        apart: Candidate pairs that never share a group.
        wide: Rows of claims made of others, with the rows of those.
        report: Report index of each claim, shape (claims,).
        beside: For each claim the rows of those that stand beside it.
        texts: Of the claims.
        compare: The network for pairs, trained without this story; None for marked clauses, which ask none.
    """

    name: str
    claims: int
    labels: Labels
    pairs: tuple[Pair, ...]
    features: NDArray[np.float64]
    label: NDArray[np.float64]
    nested: frozenset[Pair]
    apart: frozenset[Pair]
    wide: dict[int, frozenset[int]]
    report: NDArray[np.int32]
    beside: tuple[tuple[int, ...], ...]
    texts: tuple[str, ...]
    compare: Compare | None


def example_of(name: str, story: Story, labels: Labels, compare: Compare | None = None) -> Example:
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
        wide=wide_rows(story.claims),
        report=views.report,
        beside=rows_beside(story.claims),
        texts=tuple(view.text for view in views.claims),
        compare=compare,
    )


@dataclass(frozen=True, eq=False)
class Fitted:
    """Both regressions, bias and weights of each, shape (1 + features,), and how far the network is heard."""

    first: NDArray[np.float64]
    opinion: Opinion
    second: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class FirstLook:
    """What the first look kept of a story: places of pairs, their log-odds, and the network's, nan where not asked."""

    kept: NDArray[np.int64]
    log_odds: NDArray[np.float64]
    said: NDArray[np.float64]


def _fit(parts: Sequence[tuple[NDArray[np.float64], NDArray[np.float64]]]) -> NDArray[np.float64]:
    """Return bias and weights over (features, label) of stories; no story weighs more than `_MOST_LABELLED` pairs."""
    known = [(x[y >= 0], y[y >= 0]) for x, y in parts if (y >= 0).any()]
    sample = [np.full(len(y), min(1.0, _MOST_LABELLED / len(y))) for _, y in known]
    x, y = np.concatenate([x for x, _ in known]), np.concatenate([y for _, y in known])
    return fit_logistic(x, y, np.concatenate(sample), ridge=_RIDGE)


def fit_points(marked: Sequence[Example], read: Sequence[Example]) -> Fitted:
    """Fit the first look on clauses that readers marked and on claims as read, then all else on the latter.

    Args:
        marked: Stories of marked clauses.
        read: The same stories as the program reads them.
    """
    first = (1 - _READ) * _fit([(e.features, e.label) for e in marked]) + _READ * _fit(
        [(e.features, e.label) for e in read]
    )
    looks = [first_look(e, first) for e in read]
    parts = [(second_look(e, look, _HEARD), e.label[look.kept]) for e, look in zip(read, looks, strict=True)]
    return Fitted(first, _HEARD, _fit(parts))


def first_look(example: Example, first: NDArray[np.float64]) -> FirstLook:
    """Return what the first look keeps of a story, the pairs in doubt read side by side."""
    log_odds = example.features @ first[1:] + first[0]
    kept = scored_pairs(log_odds, example.claims)
    pairs = [example.pairs[k] for k in kept]
    return FirstLook(kept, log_odds[kept], opinions(example.texts, pairs, log_odds[kept], example.compare))


def second_look(example: Example, look: FirstLook, opinion: Opinion) -> NDArray[np.float64]:
    """Return the features of the second look at the pairs that the first one kept."""
    likeness = look.log_odds + opinion.weight * opinion.heard(look.said)
    pairs = [example.pairs[k] for k in look.kept]
    return second_features(pairs, likeness, example.nested, example.report, example.beside)


def counts(example: Example, fitted: Fitted, stop: float) -> tuple[int, int, int]:
    """Return (right, wrong, missed) evidence pairs of the groups at one bar."""
    look = first_look(example, fitted.first)
    features = second_look(example, look, fitted.opinion)
    probability = 1.0 / (1.0 + np.exp(-(features @ fitted.second[1:] + fitted.second[0])))
    score = {example.pairs[k]: p for k, p in zip(look.kept, probability.tolist(), strict=True)}
    groups = grouped(example.claims, score, example.nested, apart=example.apart, wide=example.wide, stop=stop)
    return agreement(example.labels, groups)


def f1(counts: tuple[int, int, int]) -> float:
    """Return F1 of (right, wrong, missed), 0 where nothing is right."""
    right, wrong, missed = counts
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def _named(weights: NDArray[np.float64], names: Sequence[str]) -> dict[str, float]:
    """Return bias and weights by name, rounded: the program ships what a person can read."""
    rounded = [round(float(w), 4) for w in weights]
    return dict(zip(("bias", *names), rounded, strict=True))


def table_of(fitted: Fitted, stop: float) -> dict[str, object]:
    """Return the part of the program's table that is about points."""
    return {
        "made by": "python -m training.points",
        "points": _named(fitted.first, FEATURES),
        "side by side": {"weight": fitted.opinion.weight, "even": fitted.opinion.even},
        "second look": _named(fitted.second, SECOND_FEATURES),
        "stop": stop,
    }
