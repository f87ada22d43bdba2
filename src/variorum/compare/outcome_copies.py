"""Whether a plan and its outcome are one telling, and so no two: one passage, one point, or one statement's words."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from variorum.compare.content_words import WORD
from variorum.compare.forecasts import (
    AHEAD,
    OUTLIVED,
    PREPARED,
    left_open,
    looks_ahead,
    not_known,
)
from variorum.compare.index import ClaimIndex
from variorum.compare.outcome_kinds import told_otherwise
from variorum.compare.outcome_rows import OutcomePairs
from variorum.model import Claim

COPY_COSINE = 0.88  # above, without a word that looks ahead, both are one statement with one certainty misread
COPY_WORDS = 0.7  # the same, of the rarity-weighted share of words
COPY_RUN = 4  # words in one order that both have, from where on they can be one statement ...
COPY_RUN_SHARE = 0.5  # ... if they are more than this share of the shorter one's words


def one_telling(index: ClaimIndex, pairs: OutcomePairs) -> NDArray[np.bool_]:
    """Tell whether both are one passage, one point, or one statement of which one certainty was misread.

    Two of one point are two tellings all the same where one surely looks ahead and the other tells it as done. And one
    sentence can hold both: "the dinner *that had been planned for Tuesday* was cancelled".
    """
    number = {report.id: n for n, report in enumerate(index.story.reports)}
    one_report = np.equal(*pairs.both(lambda c: number[c.span.report]))
    starts, ends = pairs.both(lambda c: c.span.start), pairs.both(lambda c: c.span.end)
    overlap = one_report & (starts[0] < ends[1]) & (starts[1] < ends[0])
    within = overlap & (starts[1] <= starts[0]) & (ends[0] <= ends[1])
    points = {point: n for n, point in enumerate(index.points)}
    mine, theirs = pairs.both(lambda c: points.get(index.point.get(c.id, ""), -1))
    one_point = (mine >= 0) & (mine == theirs) & ~_ahead_and_done(index, pairs)
    return np.asarray(
        (overlap | one_point | _one_statement(index, pairs)) & ~(within & _undone(index, pairs)), np.bool_
    )


def _ahead_and_done(index: ClaimIndex, pairs: OutcomePairs) -> NDArray[np.bool_]:
    """Tell whether the plan surely looks ahead, by certainty and form or day, and the outcome is no plan."""

    def surely_ahead(claim: Claim) -> bool:
        day = index.day(claim)
        if claim.certainty == "wanted" and claim.tense != "past":
            return True
        if claim.certainty not in {"expected", "possible"} or not looks_ahead(index, claim):
            return False
        if claim.tense == "future" or left_open(index, claim):
            return True
        if claim.certainty != "expected" or claim.moment is None or day is None:
            return False
        return claim.moment.first > day

    ahead, _ = pairs.both(surely_ahead, lambda _: False)
    _, done = pairs.both(lambda _: False, lambda c: c.certainty != "expected" and c.tense in {"past", "present"})
    return np.asarray((ahead > 0) & (done > 0), np.bool_)


def _undone(index: ClaimIndex, pairs: OutcomePairs) -> NDArray[np.bool_]:
    """Tell whether the outcome says, by a word outside the plan's, that the plan was called off or moved."""
    ahead, undone = pairs.both(
        lambda c: c.certainty == "expected" or bool(OUTLIVED.search(index.text(c)) or AHEAD.search(index.text(c))),
        lambda c: told_otherwise(index, c),
    )
    starts, heads = pairs.both(lambda c: c.span.start, lambda c: c.head.start)
    ends, _ = pairs.both(lambda c: c.span.end)
    return np.asarray((ahead > 0) & (undone > 0) & ((heads < starts) | (heads >= ends)), np.bool_)


def _one_statement(index: ClaimIndex, pairs: OutcomePairs) -> NDArray[np.bool_]:
    """Tell whether both have nearly the same words and nothing in the first looks ahead, asks or leaves open."""
    rarity = pairs.both(lambda c: index.rarity(index.words(c)))
    share = pairs.rare / np.maximum(rarity[0] + rarity[1] - pairs.rare, 1e-9)

    def still_ahead(claim: Claim) -> bool:
        sure = looks_ahead(index, claim) and left_open(index, claim)
        return sure or not_known(index, claim) or bool(AHEAD.search(index.text(claim)))

    ahead, _ = pairs.both(still_ahead, lambda _: False)
    near = (pairs.cosine > COPY_COSINE) | (share > COPY_WORDS)
    asked, _ = pairs.both(lambda c: c.certainty == "wanted" or bool(PREPARED.search(index.text(c))), lambda _: False)
    copy = (ahead == 0) & (near | ((asked == 0) & _one_wording(index, pairs, np.minimum(*rarity))))
    return np.asarray(copy, np.bool_)


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
