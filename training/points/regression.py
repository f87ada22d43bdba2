"""Logistic regression by Newton's method, with a ridge: small, exact, and the same on every machine."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def fit_logistic(
    x: NDArray[np.float64], y: NDArray[np.float64], sample: NDArray[np.float64], *, ridge: float = 1.0
) -> NDArray[np.float64]:
    """Return bias and weights, shape (1 + features,), that maximise the penalised likelihood.

    Args:
        x: Features, shape (pairs, features).
        y: 1 for one happening, 0 for two, shape (pairs,).
        sample: Weight of each pair, shape (pairs,).
        ridge: Penalty on the squared weights of the features scaled to unit deviation; the bias is free.
    """
    scale = x.std(axis=0)
    scale[scale < 1e-9] = 1.0
    design = np.hstack([np.ones((len(x), 1)), x / scale])
    penalty = np.full(design.shape[1], ridge)
    penalty[0] = 1e-9
    w = np.zeros(design.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(design @ w, -30, 30)))
        gradient = design.T @ (sample * (y - p)) - penalty * w
        curvature = (design * (sample * p * (1 - p))[:, None]).T @ design + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    return np.concatenate([w[:1], w[1:] / scale])
