"""Which pairs of claims are worth comparing at all.

A claim's nearest neighbours by vector in every other report and its own, and claims that share rare
words: a few dozen for each claim, so the work grows with the number of claims and not its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from variorum.align.clustering import Pair
from variorum.align.views import Views
from variorum.model import Claim

_NEAR = 8  # nearest claims in each other report
_NEAR_REPORTS = 8  # reports that a claim takes neighbours from, the nearest ones
_LEAST_COSINE = 0.05  # of centred vectors: anything lower is another subject
_RARE_PLACES = 8  # a stem in more claims than this brings up no pairs by itself
_BLOCK = 512  # rows of the cosine matrix at a time, so that memory stays flat


def nested_pairs(claims: Sequence[Claim]) -> set[Pair]:
    """Return the pairs of rows of which one claim's words hold more than half of the other's, in one report.

    Args:
        claims: Sorted by report and offset.
    """
    pairs: set[Pair] = set()
    open_rows: list[int] = []
    for row, claim in enumerate(claims):
        open_rows = [
            r for r in open_rows if claims[r].span.report == claim.span.report and claims[r].span.end > claim.span.start
        ]
        for other in open_rows:
            shorter = min(len(claims[other].span), len(claim.span))
            if claims[other].span.overlap(claim.span) * 2 > shorter:
                pairs.add((other, row))
        open_rows.append(row)
    return pairs


def _neighbours(views: Views) -> set[Pair]:
    """Return pairs of near vectors: the nearest few of every report, for each claim."""
    pairs: set[Pair] = set()
    reports = [np.flatnonzero(views.report == r) for r in range(views.rank.shape[1])]
    for start in range(0, len(views.claims), _BLOCK):
        cosine = views.centred[start : start + _BLOCK] @ views.centred.T
        for offset in range(cosine.shape[0]):
            row = start + offset
            wanted = np.argsort(-views.rank[row], kind="stable")[: _NEAR_REPORTS + 1]
            for report in sorted(int(r) for r in wanted):
                columns = reports[report]
                near = cosine[offset, columns]
                for k in np.argsort(-near, kind="stable")[: _NEAR + 1]:
                    other = int(columns[k])
                    if other != row and near[k] >= _LEAST_COSINE:
                        pairs.add((min(row, other), max(row, other)))
    return pairs


def _sharing(views: Views) -> set[Pair]:
    """Return pairs that share two rare stems or more."""
    holders: dict[str, list[int]] = defaultdict(list)
    for view in views.claims:
        for word in sorted(view.words):
            holders[word].append(view.row)
    shared: dict[Pair, int] = defaultdict(int)
    for rows in holders.values():
        if len(rows) <= _RARE_PLACES:
            for k, i in enumerate(rows):
                for j in rows[k + 1 :]:
                    shared[i, j] += 1
    return {pair for pair, count in shared.items() if count >= 2}


def candidate_pairs(views: Views) -> list[Pair]:
    """Return the pairs of rows to be scored, sorted; nested claims are left out."""
    pairs = _neighbours(views) | _sharing(views)
    return sorted(pairs - nested_pairs([v.claim for v in views.claims]))
