"""How far a figure would move on other documents of the same kind: the percentile bootstrap over documents.

Efron and Tibshirani (1993). Words of one document are alike, so whole documents are drawn, with replacement.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]
Metric = Callable[[Rows], Rows]
"""From summed counts, shape (draws, counts), to the figure of each draw, shape (draws,)."""

DRAWS = 1000
SEED = 2026


def draw_sums(counts: Rows, draws: int = DRAWS, seed: int = SEED) -> Rows:
    """Return the sums of resampled documents, shape (draws, counts).

    Args:
        counts: What each document adds, shape (documents, counts).
        draws: How often as many documents are drawn.
        seed: Of the generator; the same seed and number of documents draw the same ones.
    """
    size = len(counts)
    chosen = np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), size=draws)
    sums: Rows = chosen.astype(np.float64) @ counts
    return sums


def interval(counts: Rows | Sequence[Sequence[float]], metric: Metric) -> tuple[float, float] | None:
    """Return the 2.5th and 97.5th percentile of a figure over 1,000 draws; None for fewer than five documents.

    Draws in which the figure divides by nothing are left out; None also where all do.
    """
    table = np.asarray(counts, dtype=np.float64)
    if len(table) < 5:
        return None
    with np.errstate(divide="ignore", invalid="ignore"):
        values = metric(draw_sums(table))
    known = values[np.isfinite(values)]
    if not len(known):
        return None
    low, high = np.percentile(known, (2.5, 97.5))
    return float(low), float(high)


def whole(counts: Rows | Sequence[Sequence[float]], metric: Metric) -> float:
    """Return the figure over all documents as they are; 0 where it divides by nothing."""
    table = np.asarray(counts, dtype=np.float64).sum(axis=0, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(np.nan_to_num(metric(table)[0]))


def share(sums: Rows) -> Rows:
    """Return right / all, from columns (right, all)."""
    out: Rows = sums[:, 0] / sums[:, 1]
    return out


def f_scores(sums: Rows) -> Rows:
    """Return F1 from columns (right, system, gold)."""
    out: Rows = 2 * sums[:, 0] / (sums[:, 1] + sums[:, 2])
    return out


def correlation(sums: Rows) -> Rows:
    """Return Pearson's r from columns (n, sum x, sum y, sum xx, sum yy, sum xy)."""
    n, x, y, xx, yy, xy = sums.T
    out: Rows = (n * xy - x * y) / np.sqrt((n * xx - x * x) * (n * yy - y * y))
    return out
