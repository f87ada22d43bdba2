"""From arc scores to a tree: one root, every word with one head, no cycle, no arcs that cross.

English news hardly ever needs arcs that cross; where the best arcs do, one of them is nearly always wrong, and
the clause that it runs through falls apart.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

#: Sentences that are searched together: few enough that one long one among them costs the others little.
TOGETHER = 16


def best_trees(sentences: Sequence[NDArray[np.float32]]) -> list[NDArray[np.int64]]:
    """Return the heads of each sentence's best tree with exactly one root whose arcs do not cross.

    Each word's best head is taken where that makes such a tree; else the whole is searched (Eisner 1996), for some
    sentences at once, since a step of the search costs much the same for one as for many.

    Args:
        sentences: Log probability that a word (row) hangs on a column, [W, W + 1] each; column 0 is the root.

    Returns:
        For each word the column of its head, 0 for the one root.
    """
    found: list[NDArray[np.int64]] = []
    tables: dict[int, NDArray[np.float64]] = {}
    for number, scores in enumerate(sentences):
        words = scores.shape[0]
        lawful = np.maximum(scores, -1e8).astype(np.float64)  # arcs stay finite, so that there is always a tree
        lawful[np.arange(words), np.arange(1, words + 1)] = -np.inf
        found.append(lawful.argmax(1))
        if words and not _lawful(found[-1]):
            tables[number] = lawful
    crossed = sorted(tables, key=lambda number: (len(tables[number]), number))
    for at in range(0, len(crossed), TOGETHER):
        chosen = crossed[at : at + TOGETHER]
        for number, heads in zip(chosen, _searched([tables[n] for n in chosen]), strict=True):
            found[number] = heads
    return found


def _lawful(heads: NDArray[np.int64]) -> bool:
    """Tell whether heads make one tree with one root and no crossing arcs."""
    if int((heads == 0).sum()) != 1:
        return False
    ups = np.concatenate([[0], heads])
    for _ in range(len(ups).bit_length()):
        ups = ups[ups]
    if ups.any():
        return False  # a cycle never comes to the root
    places = np.arange(1, len(heads) + 1)
    low, high = np.minimum(heads, places), np.maximum(heads, places)
    crossing = (low[:, None] < low) & (low < high[:, None]) & (high[:, None] < high)
    return not crossing.any()


def _searched(tables: Sequence[NDArray[np.float64]]) -> list[NDArray[np.int64]]:
    """Return the best trees by spans: each word's left and right halves are found apart, the shorter spans first."""
    longest = max(len(table) for table in tables)
    arcs = np.full((len(tables), longest, longest), -np.inf)  # no arc leads to or from what fills a shorter sentence
    for number, table in enumerate(tables):
        arcs[number, : len(table), : len(table)] = table[:, 1:].T
    spans = _Spans(arcs)
    for width in range(1, longest):
        spans.grow(width)
    return [spans.heads(number, table[:, 0]) for number, table in enumerate(tables)]


class _Half:
    """Scores of spans of one kind, by sentence, first word and width, and by sentence, last word and width."""

    def __init__(self, shape: tuple[int, ...], alone: float) -> None:
        self.begun = np.full(shape, -np.inf)
        self.ending = np.full(shape, -np.inf)
        self.begun[:, :, 0] = self.ending[:, :, 0] = alone
        self.split = np.zeros(shape, dtype=np.int64)

    def put(self, width: int, values: NDArray[np.float64], split: NDArray[np.int64]) -> None:
        """Set the scores of all spans that are `width` words wider than one, and the words that they are split at."""
        spans = values.shape[1]
        self.begun[:, :spans, width] = values
        self.ending[:, width:, width] = values
        self.split[:, :spans, width] = split


class _Spans:
    """The best halves of trees: complete ones, headed at one end, and ones whose two ends are joined by an arc."""

    def __init__(self, arcs: NDArray[np.float64]) -> None:
        """Take the score of each arc, [sentence, head, dependent]."""
        self.arcs = arcs
        self.right, self.left = _Half(arcs.shape, 0.0), _Half(arcs.shape, 0.0)
        self.right_arc, self.left_arc = _Half(arcs.shape, -np.inf), _Half(arcs.shape, -np.inf)

    def grow(self, width: int) -> None:
        """Find the best spans that are `width` words wider than one, from the shorter ones."""
        spans = self.arcs.shape[1] - width
        first = np.arange(spans)
        inner = self.right.begun[:, :spans, :width] + self.left.ending[:, width:, :width][:, :, ::-1]
        split, value = first + inner.argmax(2), inner.max(2)
        self.right_arc.put(width, value + self.arcs.diagonal(width, 1, 2), split)
        self.left_arc.put(width, value + self.arcs.diagonal(-width, 1, 2), split)
        inner = self.left.begun[:, :spans, :width] + self.left_arc.ending[:, width:, 1 : width + 1][:, :, ::-1]
        self.left.put(width, inner.max(2), first + inner.argmax(2))
        inner = self.right_arc.begun[:, :spans, 1 : width + 1] + self.right.ending[:, width:, :width][:, :, ::-1]
        self.right.put(width, inner.max(2), first + 1 + inner.argmax(2))

    def heads(self, number: int, roots: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return the head's column of each word of a sentence's best tree, given each word's score as its root."""
        words = len(roots)
        left = self.left.ending[number, :words, :words].diagonal()
        right = self.right.begun[number, :words, :words][:, ::-1].diagonal()
        root = int((left + right + roots).argmax())
        found = np.zeros(words, dtype=np.int64)
        waiting = [(self.left, 0, root), (self.right, root, words - 1)]
        while waiting:
            kind, first, last = waiting.pop()
            if first == last:
                continue
            split = int(kind.split[number, first, last - first])
            if kind is self.left:
                waiting += [(self.left, first, split), (self.left_arc, split, last)]
            elif kind is self.right:
                waiting += [(self.right_arc, first, split), (self.right, split, last)]
            else:
                head, dependent = (last, first) if kind is self.left_arc else (first, last)
                found[dependent] = head + 1
                waiting += [(self.right, first, split), (self.left, split + 1, last)]
        return found
