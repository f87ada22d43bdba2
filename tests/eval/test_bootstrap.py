"""The bootstrap interval and the metrics that it resamples."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.bootstrap import correlation, draw_sums, f_scores, interval, share, whole


def test_the_figure_lies_in_its_interval() -> None:
    """Documents of 0 to 10 right words of ten: the share is in the interval, which is wide for few documents."""
    rows = [[right, 10.0] for right in range(11)]
    low, high = interval(rows, share) or (1.0, 0.0)
    assert low < whole(rows, share) == 0.5 < high
    narrow = interval(rows * 20, share) or (0.0, 1.0)
    assert narrow[1] - narrow[0] < (high - low) / 3


def test_documents_that_agree_leave_no_doubt() -> None:
    """Where every document has the same share the interval is a point; fewer than five documents give none."""
    assert interval([[3, 4]] * 6, share) == (0.75, 0.75)
    assert interval([[3, 4]] * 4, share) is None


def test_the_same_seed_draws_the_same_documents() -> None:
    """Two calls give the same interval, another seed another draw."""
    rows = np.arange(20, dtype=float).reshape(10, 2)
    assert interval(rows, share) == interval(rows, share)
    assert (draw_sums(rows, 5, 1) != draw_sums(rows, 5, 2)).any()


def test_f_of_counts() -> None:
    """Two right of four found and of three wanted: 2 * 2 / 7; nothing of nothing is 0 over all documents."""
    assert whole([[1, 3, 1], [1, 1, 2]], f_scores) == pytest.approx(4 / 7)
    assert whole([[0, 0, 0]], f_scores) == 0.0
    assert interval([[0, 0, 0]] * 9, f_scores) is None


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 1000))
def test_correlation_is_numpys(seed: int) -> None:
    """Pearson's r from sums equals numpy's from the values."""
    x, y = np.random.default_rng(seed).normal(size=(2, 12))
    rows = [[1, a, b, a * a, b * b, a * b] for a, b in zip(x, y, strict=True)]
    assert whole(rows, correlation) == pytest.approx(np.corrcoef(x, y)[0, 1])
