"""Fitting the weights by which a plan finds its outcome."""

from __future__ import annotations

import numpy as np
import pytest

from tests.compare.stories import Told, story
from training.developments.fitting import f1, fit_ranking, joined_pairs
from variorum.compare.index import ClaimIndex
from variorum.compare.outcome_pairs import outcome_pairs

A, B, C = frozenset({"a"}), frozenset({"b"}), frozenset({"c"})


def test_what_joined_pairs_have_in_common_gets_the_weight() -> None:
    """Of a telling column and a random one the telling one gets the larger weight, and joined pairs come first."""
    rng = np.random.default_rng(7)
    stories = []
    for _ in range(6):
        x = rng.normal(size=(60, 2))
        joined = np.zeros((60, 2), bool)
        joined[0, 0] = joined[1, 1] = joined[2, 1] = True
        x[:3, 0] += 3.0
        stories.append((x, joined))
    weights = fit_ranking(stories, ridge=1.0)
    assert weights[0] > 1.0
    assert abs(weights[1]) < 0.5
    for x, joined in stories:
        assert (x @ weights).argmax() in np.nonzero(joined.any(axis=1))[0]


def test_a_column_that_never_varies_gets_no_weight() -> None:
    """A feature that every pair has alike says nothing, and does no harm."""
    x = np.column_stack([np.ones(20), np.arange(20.0)])
    joined = np.zeros((20, 1), bool)
    joined[19] = True
    weights = fit_ranking([(x, joined)])
    assert weights[0] == pytest.approx(0.0)
    assert weights[1] > 0


def test_the_ridge_holds_weights_down() -> None:
    """A stronger penalty gives smaller weights."""
    x = np.arange(20.0)[:, None]
    joined = np.zeros((20, 1), bool)
    joined[19] = True
    assert 0 < fit_ranking([(x, joined)], ridge=50.0)[0] < fit_ranking([(x, joined)], ridge=1.0)[0]


def test_developments_agree_when_they_share_a_claim_on_either_side() -> None:
    """One of two told is right, and the one marked is found: F1 is two thirds; one side alone is not enough."""
    assert f1([(A | C, B), (C, A)], [(A, B | C)]) == pytest.approx(2 / 3)
    assert f1([(A, C)], [(A, B)]) == 0.0
    assert f1([], [(A, B)]) == 0.0


def test_a_pair_is_joined_when_one_development_holds_both() -> None:
    """A plan and an outcome of two marked developments are no pair."""
    told = story(
        {
            "a": [
                Told("The council of Stenness will build a harbour wall", "build", "expected", tense="future"),
                Told("The council of Stenness built a harbour wall of granite", "built"),
                Told("The council of Stenness painted the harbour wall", "painted"),
            ]
        }
    )
    pairs = outcome_pairs(ClaimIndex(told))
    plan, built, painted = (frozenset({f"a.c{n}"}) for n in (1, 2, 3))
    joined = joined_pairs(pairs, [(plan, built), (built, painted)])
    found = {pairs.outcomes[o].id: row.tolist() for o, row in zip(pairs.outcome, joined, strict=True)}
    assert found == {"a.c2": [True, False], "a.c3": [False, False]}


def test_far_apart_stories_are_fitted_without_overflow() -> None:
    """A marked pair that stands thousands below the best of its story gives finite weights, and no warning."""
    x = np.zeros((30, 2))
    x[0, 0] = 5000.0
    x[1:, 1] = np.arange(29.0)
    joined = np.zeros((30, 1), bool)
    joined[1] = True
    weights = fit_ranking([(x, joined)], ridge=1e-3)
    assert np.isfinite(weights).all()
    assert weights[0] < 0
