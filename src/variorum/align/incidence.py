"""Many small sets side by side, so that what any two of them share is found for all pairs at once."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
"""Row numbers, one a pair."""


@dataclass(frozen=True, eq=False)
class Incidence:
    """Sets of strings as rows of numbers.

    Attributes:
        number: Each string's number, in the strings' order.
        start: Where each row's numbers begin in `items`, shape (rows + 1,).
        items: The numbers of each row, sorted, one row behind the other.
        keys: The same as `row * width + number`: sorted over all rows, so that membership is one search.
    """

    number: dict[str, int]
    start: Rows
    items: Rows
    keys: Rows

    def sizes(self) -> Rows:
        """Return how many members each row has."""
        return np.diff(self.start)

    def holds(self, rows: Rows, items: Rows) -> NDArray[np.bool_]:
        """Tell of each row whether it holds the item beside it; an item of -1 is held by none."""
        if not len(self.keys):
            return np.zeros(len(rows), bool)
        wanted = rows * max(1, len(self.number)) + items
        place = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.asarray((self.keys[place] == wanted) & (items >= 0), bool)

    def shared(self, left: Rows, right: Rows, weight: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
        """Return for each pair of rows how many members both hold, or the sum of their weights, shape (pairs,).

        Args:
            left: One row of each pair.
            right: The other.
            weight: Of each item by its number; None counts every item once.
        """
        sizes = self.sizes()[left]
        pair = np.repeat(np.arange(len(left)), sizes)
        place = np.arange(len(pair)) - np.repeat(np.cumsum(sizes) - sizes, sizes) + np.repeat(self.start[left], sizes)
        items = self.items[place]
        both = self.holds(right[pair], items)
        gain = np.ones(int(both.sum())) if weight is None else weight[items[both]]
        return np.bincount(pair[both], weights=gain, minlength=len(left)).astype(np.float64)


def incidence_of(sets: Sequence[Set[str]]) -> Incidence:
    """Return the sets as rows of numbers."""
    number = {item: k for k, item in enumerate(sorted({item for members in sets for item in members}))}
    rows = [sorted(number[item] for item in members) for members in sets]
    start = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
    items = np.array([k for row in rows for k in row], np.int64)
    keys = np.repeat(np.arange(len(rows)), np.diff(start)) * max(1, len(number)) + items
    return Incidence(number, start, items, keys)
