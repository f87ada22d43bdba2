"""What can be said about two claims side by side, as numbers that a person can read.

Each feature has a name that is shown with the point ("same head", "moments apart"). The weights are
fitted by `training/points`; see `weights.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.align.columns import FAMILIES, columns_of
from variorum.align.incidence import Incidence, Rows
from variorum.align.views import Views
from variorum.model import Claim, Quantity

_AT_ONCE = 8192  # pairs whose vectors are compared at a time, so that memory stays flat
_MUCH_SHARED = 12.0  # summed rarity of shared words at which more of them says no more

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


def _cosines(vectors: NDArray[np.float32], left: Rows, right: Rows) -> NDArray[np.float64]:
    """Return the products of two rows each, shape (pairs,)."""
    out = np.zeros(len(left))
    for start in range(0, len(left), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        out[part] = np.einsum("ij,ij->i", vectors[left[part]], vectors[right[part]])
    return out


def _likeness(views: Views, left: Rows, right: Rows) -> list[NDArray[np.float64]]:
    """Return the features of meaning: of the two, beside the story's own, and against the nearest elsewhere."""
    centred = _cosines(views.centred, left, right)
    gaps = [views.rank[a, views.report[b]].astype(np.float64) - centred for a, b in ((left, right), (right, left))]
    behind = np.maximum(0.0, gaps[0]) + np.maximum(0.0, gaps[1])
    return [_cosines(views.vectors, left, right), centred, 1.0 - np.minimum(1.0, behind)]


def _wording(views: Views, words: Incidence, left: Rows, right: Rows) -> list[NDArray[np.float64]]:
    """Return the weight of the stems that two claims share: of both, of the lighter one (as shares), and in all.

    Shares are 0 where either claim has no content word.
    """
    rarity = np.array([views.rarity[word] for word in words.number])
    common = words.shared(left, right, rarity)
    weight = np.array(views.weight)
    in_a, in_b = weight[left], weight[right]
    known = np.minimum(in_a, in_b) > 0
    both = np.divide(common, in_a + in_b - common, out=np.zeros(len(left)), where=known)
    shorter = np.divide(common, np.minimum(in_a, in_b), out=np.zeros(len(left)), where=known)
    return [both, shorter, np.minimum(1.0, np.where(known, common, 0.0) / _MUCH_SHARED)]


def _share(sets: Incidence, left: Rows, right: Rows) -> NDArray[np.float64]:
    """Return how many members two sets share of all that they have, 0 where either is empty."""
    sizes = sets.sizes()
    common = sets.shared(left, right)
    known = np.minimum(sizes[left], sizes[right]) > 0
    return np.divide(common, sizes[left] + sizes[right] - common, out=np.zeros(len(left)), where=known)


def _quantities(views: Views, left: Rows, right: Rows) -> list[NDArray[np.float64]]:
    """Return the features of quantities; only the pairs that both count something are looked at."""
    out = np.zeros((2, len(left)))
    counting = np.array([bool(view.claim.quantities) for view in views.claims], bool)
    for k in np.flatnonzero(counting[left] & counting[right]).tolist():
        out[:, k] = _quantity_features(views.claims[left[k]].claim, views.claims[right[k]].claim)
    return [out[0], out[1]]


def _certainties(left: Rows, right: Rows) -> list[NDArray[np.bool_]]:
    """Return the features of certainty, of two families by their numbers."""
    told, ahead, denied = (FAMILIES.index(name) for name in ("told", "ahead", "denied"))
    return [
        left == right,
        ((left == told) & (right == ahead)) | ((left == ahead) & (right == told)),
        (left != right) & ((left == denied) | (right == denied)),
    ]


def pair_features(views: Views, pairs: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """Return one row of `FEATURES` for each pair of claim rows, shape (pairs, features).

    Every feature is symmetric: comparing a with b equals comparing b with a.
    """
    if not len(pairs):
        return np.zeros((0, len(FEATURES)))
    rows = np.sort(np.array(pairs, np.int64), axis=1)
    left, right = rows[:, 0], rows[:, 1]
    claims = columns_of(views)
    same_head = claims.head[left] == claims.head[right]
    among = claims.words.holds(right, claims.head_word[left]) | claims.words.holds(left, claims.head_word[right])
    acting = np.minimum(claims.agents.sizes()[left], claims.agents.sizes()[right]) > 0
    dated = np.minimum(claims.first[left], claims.first[right]) >= 0
    meet = (claims.first[left] <= claims.last[right]) & (claims.first[right] <= claims.last[left])
    voices = np.minimum(claims.voice[left], claims.voice[right]) >= 0
    same_voice = claims.voice[left] == claims.voice[right]
    return np.column_stack(
        [
            *_likeness(views, left, right),
            *_wording(views, claims.words, left, right),
            same_head,
            ~same_head & among,
            _share(claims.entities, left, right),
            _share(claims.roles, left, right),
            acting & (claims.agents.shared(left, right) == 0),
            dated & meet,
            dated & ~meet & ~(claims.inherited[left] | claims.inherited[right]),
            *_quantities(views, left, right),
            *_certainties(claims.family[left], claims.family[right]),
            voices & same_voice,
            voices & ~same_voice,
            views.report[left] == views.report[right],
            np.abs(np.log(claims.length[left] / claims.length[right])),
            claims.title[left] | claims.title[right],
            claims.holds[left] & claims.holds[right],
            claims.holds[left] != claims.holds[right],
        ]
    ).astype(np.float64)
