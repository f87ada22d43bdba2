"""The measures of clusterings, on examples worked by hand and against brute force."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.clusterings import b_cubed, best_assignment, ceaf_e, conll, muc, pairwise

GOLD = "aaabbbb"
"""Luo (2005) and the reference scorer work on examples like it: {1 2 3} {4 5 6 7}."""
SYSTEM = "xxyyyzz"
"""{1 2} {3 4 5} {6 7}."""

labellings = st.integers(1, 14).flatmap(
    lambda n: st.tuples(
        st.lists(st.integers(0, 4), min_size=n, max_size=n), st.lists(st.integers(0, 4), min_size=n, max_size=n)
    )
)


def test_muc_counts_links() -> None:
    """{1 2 3} falls into two parts and {4 5 6 7} into two: 3 of 5 links; of the system's 4 links one is wrong."""
    found = muc(GOLD, SYSTEM)
    assert (found.recall, found.precision) == (pytest.approx(3 / 5), pytest.approx(3 / 4))


def test_b_cubed_counts_items() -> None:
    """Recall (2/3 + 2/3 + 1/3 + 4 * 1/2) / 7; precision (1 + 1 + 1/3 + 2/3 + 2/3 + 1 + 1) / 7."""
    found = b_cubed(GOLD, SYSTEM)
    assert found.recall == pytest.approx((5 / 3 + 2) / 7)
    assert found.precision == pytest.approx((4 + 5 / 3) / 7)


def test_ceaf_e_assigns_clusters_once() -> None:
    """Gold a goes with x (4/5), b with z (4/6) or y (4/7), not with both: over 2 gold and 3 system clusters."""
    similar = 4 / 5 + 4 / 6
    found = ceaf_e(GOLD, SYSTEM)
    assert (found.recall, found.precision) == (pytest.approx(similar / 2), pytest.approx(similar / 3))


def test_conll_is_the_mean_of_three() -> None:
    """The CoNLL score is the mean F1 of MUC, B³ and CEAF-e."""
    three = (muc(GOLD, SYSTEM).f1, b_cubed(GOLD, SYSTEM).f1, ceaf_e(GOLD, SYSTEM).f1)
    assert conll(GOLD, SYSTEM) == pytest.approx(sum(three) / 3)
    assert 0 < conll(GOLD, SYSTEM) < 1


def test_pairs_together() -> None:
    """Of 3 + 6 gold pairs and 1 + 3 + 1 system pairs, {1 2}, {4 5} and {6 7} are in both."""
    found = pairwise(GOLD, SYSTEM)
    assert (found.recall, found.precision) == (pytest.approx(3 / 9), pytest.approx(3 / 5))


def test_singletons_have_no_links() -> None:
    """Where nothing is together, MUC is 0 by definition and the others are full."""
    assert muc("abc", "xyz").f1 == 0.0
    assert (b_cubed("abc", "xyz").f1, ceaf_e("abc", "xyz").f1) == (1.0, 1.0)


@settings(deadline=None, max_examples=60)
@given(labellings)
def test_swapping_sides_swaps_recall_and_precision(two: tuple[list[int], list[int]]) -> None:
    """Every measure is symmetric but for which side is recall, and itself against itself is full."""
    gold, system = two
    for measure in (muc, b_cubed, ceaf_e, pairwise):
        one, other = measure(gold, system), measure(system, gold)
        assert (one.recall, one.precision) == (pytest.approx(other.precision), pytest.approx(other.recall))
    assert b_cubed(gold, gold).f1 == pytest.approx(1.0)
    assert ceaf_e(gold, gold).f1 == pytest.approx(1.0)


@settings(deadline=None, max_examples=80)
@given(st.integers(1, 5), st.integers(1, 6), st.integers(0, 10_000))
def test_assignment_is_the_best_there_is(rows: int, columns: int, seed: int) -> None:
    """The sum equals the best over all one-to-one choices, tried out."""
    table = np.random.default_rng(seed).integers(0, 5, (rows, columns)).astype(float)
    narrow = table if rows <= columns else table.T
    best = max(
        sum(narrow[i, j] for i, j in enumerate(chosen)) for chosen in permutations(range(narrow.shape[1]), len(narrow))
    )
    assert best_assignment(table) == pytest.approx(best)
