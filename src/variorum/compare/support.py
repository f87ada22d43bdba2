"""How widely a claim is told, by the vectors alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from variorum.model import Story

BLOCK = 1024  # rows of the similarity matrix held at once: 40 reports of 150 claims stay under 30 MB


def support(story: Story) -> NDArray[np.float32]:
    """Return for each claim how near the other reports come to it, shape (claims,), -1 to 1.

    The mean over the other reports of their most alike claim's cosine; 0 where there is one report only.
    """
    of = [c.span.report for c in story.claims]
    rows = {report: [i for i, r in enumerate(of) if r == report] for report in sorted(set(of))}
    found = np.zeros(len(of), np.float32)
    if len(rows) < 2:
        return found
    for start in range(0, len(of), BLOCK):
        block = slice(start, min(len(of), start + BLOCK))
        for report, own in rows.items():
            nearest = (story.vectors[block] @ story.vectors[own].T).max(axis=1)
            found[block] += np.where([r == report for r in of[block]], 0.0, nearest).astype(np.float32)
    return found / np.float32(len(rows) - 1)
