"""Which pairs of claims are worth comparing at all.

A claim's nearest neighbours by vector in every other report and its own, and claims that share rare
words: a few dozen for each claim, so the work grows with the number of claims and not its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from variorum.align.clustering import Pair
from variorum.align.incidence import Rows
from variorum.align.views import Views
from variorum.model import Claim

_NEAR = 8  # nearest claims in each other report
_NEAR_REPORTS = 8  # reports that a claim takes neighbours from, the nearest ones
_LEAST_COSINE = 0.05  # of centred vectors: anything lower is another subject
_RARE_PLACES = 8  # a stem in more claims than this brings up no pairs by itself
_BLOCK = 1024  # rows of the cosine matrix at a time, so that memory stays flat


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


def _keys(left: Rows, right: Rows, claims: int) -> Rows:
    """Return pairs of rows as numbers, the smaller row first, so that many of them sort at once."""
    return np.minimum(left, right) * claims + np.maximum(left, right)


def _neighbours(views: Views) -> Rows:
    """Return keys of pairs of near vectors: the nearest few of every report, for each claim."""
    claims, reports = views.rank.shape
    nearest_reports = np.argsort(-views.rank, axis=1, kind="stable")[:, : _NEAR_REPORTS + 1]
    found = []
    for report in range(reports):
        columns = np.flatnonzero(views.report == report)
        wanting = np.flatnonzero((nearest_reports == report).any(axis=1))
        for start in range(0, len(wanting), _BLOCK):
            rows = wanting[start : start + _BLOCK]
            cosine = views.centred[rows] @ views.centred[columns].T
            order = np.argsort(-cosine, axis=1, kind="stable")[:, : _NEAR + 1]
            others = columns[order]
            near = (np.take_along_axis(cosine, order, axis=1) >= _LEAST_COSINE) & (others != rows[:, None])
            mine = np.broadcast_to(rows[:, None], others.shape)
            found.append(_keys(mine[near], others[near], claims))
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _sharing(views: Views) -> Rows:
    """Return keys of pairs that share two rare stems or more."""
    holders: dict[str, list[int]] = defaultdict(list)
    for view in views.claims:
        for word in view.words:
            holders[word].append(view.row)
    pairs = [pair for rows in holders.values() if len(rows) <= _RARE_PLACES for pair in combinations(rows, 2)]
    both = np.array(pairs, np.int64).reshape(-1, 2)
    keys, counts = np.unique(_keys(both[:, 0], both[:, 1], len(views.claims)), return_counts=True)
    return np.asarray(keys[counts >= 2], np.int64)


def candidate_pairs(views: Views) -> list[Pair]:
    """Return the pairs of rows to be scored, sorted; nested claims are left out."""
    claims = len(views.claims)
    nested = np.array(sorted(nested_pairs([v.claim for v in views.claims])), np.int64).reshape(-1, 2)
    keys = np.union1d(_neighbours(views), _sharing(views))
    kept = np.setdiff1d(keys, _keys(nested[:, 0], nested[:, 1], claims), assume_unique=True)
    left, right = np.divmod(kept, claims)
    return list(zip(left.tolist(), right.tolist(), strict=True))
