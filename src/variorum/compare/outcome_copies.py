"""Whether a plan and its outcome are one telling, and so no two: one passage, one point, or one statement's words."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from variorum.compare.content_words import WORD
from variorum.compare.forecasts import AHEAD, PREPARED
from variorum.compare.index import ClaimIndex
from variorum.compare.outcome_rows import OutcomePairs

COPY_COSINE = 0.88  # above, without a word that looks ahead, both are one statement with one certainty misread
COPY_WORDS = 0.7  # the same, of the rarity-weighted share of words
COPY_RUN = 4  # words in one order that both have, from where on they can be one statement ...
COPY_RUN_SHARE = 0.5  # ... if they are more than this share of the shorter one's words


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
    near = (pairs.cosine > COPY_COSINE) | (share > COPY_WORDS)
    asked, _ = pairs.both(lambda c: c.certainty == "wanted" or bool(PREPARED.search(index.text(c))), lambda _: False)
    copy = (ahead == 0) & (near | ((asked == 0) & _one_wording(index, pairs, np.minimum(*rarity))))
    return np.asarray(overlap | ((mine >= 0) & (mine == theirs)) | copy, np.bool_)


def _one_wording(index: ClaimIndex, pairs: OutcomePairs, rarity: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell whether most of the shorter claim stands word for word in the other: two cuts of one statement.

    Args:
        index: Of the story.
        pairs: To look at.
        rarity: Of the content words of each pair's claim that has less of it, shape (pairs,).
    """
    plans, outcomes = ([WORD.findall(index.text(c).lower()) for c in side] for side in (pairs.plans, pairs.outcomes))
    found = np.zeros(len(pairs.plan), bool)
    for place in np.flatnonzero(pairs.rare > rarity * COPY_RUN_SHARE / 2).tolist():  # others share too few words
        a, b = plans[pairs.plan[place]], outcomes[pairs.outcome[place]]
        run = longest_run(a, b)
        found[place] = run >= COPY_RUN and run > COPY_RUN_SHARE * min(len(a), len(b))
    return found


def longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how many words the longest sequence has that stands in both without a gap."""
    return SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size
