"""Whether a plan and its outcome are one telling, and so no two: one passage, one point, or one statement's words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from variorum.compare.forecasts import AHEAD
from variorum.compare.index import ClaimIndex
from variorum.compare.outcome_rows import OutcomePairs

COPY_COSINE = 0.88  # above, without a word that looks ahead, both are one statement with one certainty misread
COPY_WORDS = 0.7  # the same, of the rarity-weighted share of words


def one_telling(index: ClaimIndex, pairs: OutcomePairs) -> NDArray[np.bool_]:
    """Tell whether both are one passage, one point, or one statement of which one certainty was misread."""
    number = {report.id: n for n, report in enumerate(index.story.reports)}
    one_report = np.equal(*pairs.both(lambda c: number[c.span.report]))
    starts, ends = pairs.both(lambda c: c.span.start), pairs.both(lambda c: c.span.end)
    overlap = one_report & (starts[0] < ends[1]) & (starts[1] < ends[0])
    points = {point: n for n, point in enumerate(index.points)}
    mine, theirs = pairs.both(lambda c: points.get(index.point.get(c.id, ""), -1))
    rarity = pairs.both(lambda c: index.rarity(index.words(c)))
    share = pairs.rare / np.maximum(rarity[0] + rarity[1] - pairs.rare, 1e-9)
    ahead, _ = pairs.both(lambda c: bool(AHEAD.search(index.text(c))), lambda _: False)
    copy = (ahead == 0) & ((pairs.cosine > COPY_COSINE) | (share > COPY_WORDS))
    return np.asarray(overlap | ((mine >= 0) & (mine == theirs)) | copy, np.bool_)
