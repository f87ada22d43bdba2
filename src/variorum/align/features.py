"""What can be said about two claims side by side, as numbers that a person can read.

Each feature has a name that is shown with the point ("same head", "moments apart"). The weights are
fitted by `training/points`; see `weights.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.align.views import ClaimView, Views, shared_wording
from variorum.model import Certainty, Claim, Quantity

_FAMILY: dict[Certainty, str] = {
    "asserted": "told",
    "expected": "ahead",
    "wanted": "ahead",
    "possible": "open",
    "hypothetical": "open",
    "alleged": "alleged",
    "denied": "denied",
}
"""Certainties that stand close enough to tell one happening."""

FEATURES = (
    "meaning",
    "meaning beside the story's own",
    "nearest in the other report",
    "words in common",
    "the shorter one's words",
    "rare words in common",
    "same head",
    "head among the other's words",
    "same participants",
    "same roles",
    "other agents",
    "moments meet",
    "moments apart",
    "same quantity",
    "other quantity",
    "same certainty",
    "told against looked ahead",
    "one denies",
    "same voice",
    "other voices",
    "one report",
    "lengths apart",
    "in a title",
    "both hold clauses",
    "one holds clauses",
)
"""Names of the columns of `pair_features`, in order."""


def same_count(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities count one thing: the same unit, and the same noun where both have one."""
    if a.unit != b.unit:
        return False
    if a.unit is None:
        return a.counted is not None and a.counted == b.counted
    return a.counted is None or b.counted is None or a.counted == b.counted or a.unit in ("USD", "EUR", "GBP")


def disjoint(a: Quantity, b: Quantity) -> bool:
    """Tell whether no value satisfies both quantities."""
    return (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )


def _quantity_features(a: Claim, b: Claim) -> tuple[float, float]:
    """Return whether some quantity is the same in both, and whether one thing is counted otherwise."""
    same = other = 0.0
    for x in a.quantities:
        for y in b.quantities:
            if x.low is not None and x.low == y.low and x.high == y.high and x.unit == y.unit:
                same = 1.0
            elif same_count(x, y) and disjoint(x, y):
                other = 1.0
    return same, other * (1.0 - same)


def _share(a: frozenset[object], b: frozenset[object]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def _pair(views: Views, a: ClaimView, b: ClaimView) -> tuple[float, ...]:
    x, y = a.claim, b.claim
    both, shorter, rare = shared_wording(views, a, b)
    centred = float(views.centred[a.row] @ views.centred[b.row])
    gap_a = float(views.rank[a.row, views.report[b.row]]) - centred
    gap_b = float(views.rank[b.row, views.report[a.row]]) - centred
    moments = x.moment is not None and y.moment is not None
    meet = bool(x.moment and y.moment and x.moment.meets(y.moment))
    same_quantity, other_quantity = _quantity_features(x, y)
    families = {_FAMILY[x.certainty], _FAMILY[y.certainty]}
    heads = a.head == b.head
    return (
        float(views.vectors[a.row] @ views.vectors[b.row]),
        centred,
        1.0 - min(1.0, max(0.0, gap_a) + max(0.0, gap_b)),
        both,
        shorter,
        min(1.0, rare / 12.0),
        float(heads),
        float(not heads and (a.head in b.words or b.head in a.words)),
        _share(a.entities, b.entities),
        _share(a.roles, b.roles),
        float(bool(a.agents) and bool(b.agents) and not a.agents & b.agents),
        float(moments and meet),
        float(moments and not meet and not (x.moment_inherited or y.moment_inherited)),
        same_quantity,
        other_quantity,
        float(len(families) == 1),
        float(families == {"told", "ahead"}),
        float("denied" in families and len(families) > 1),
        float(a.voice is not None and a.voice == b.voice),
        float(a.voice is not None and b.voice is not None and a.voice != b.voice),
        float(x.span.report == y.span.report),
        abs(math.log(len(x.span) / len(y.span))),
        float("title" in (x.segment, y.segment) or "heading" in (x.segment, y.segment)),
        float(a.holds and b.holds),
        float(a.holds != b.holds),
    )


def pair_features(views: Views, pairs: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """Return one row of `FEATURES` for each pair of claim rows, shape (pairs, features).

    Every feature is symmetric: comparing a with b equals comparing b with a.
    """
    out = np.zeros((len(pairs), len(FEATURES)))
    for k, (i, j) in enumerate(pairs):
        out[k] = _pair(views, views.claims[min(i, j)], views.claims[max(i, j)])
    return out
